"""What the follow-up pages share: whom they speak of, levels as signs with their words, and the overruling of a level."""

from __future__ import annotations

from html import escape

from learning.autonomy import Level
from learning.content import Lesson
from learning.events import LevelOverruled
from progress_db import acts, groups, log, people, workshops
from ui import session
from ui.session import Session
from workshops.follow_up import REASONS

SIGNS = {Level.TO_DISCOVER: "·", Level.GUIDED: "○", Level.WHEN_NEEDED: "◐", Level.AUTONOMOUS: "●"}


def chosen(me: Session) -> tuple[str, list[people.Learner]]:
    """The group or the workshop that the address names, or everybody: (its name, its people by name)."""
    everyone = people.learners(me.db)
    group = next((one for one in groups.groups(me.db) if one.id == session.here("groupe", "")), None)
    if group:
        return group.name, [one for one in everyone if one.id in group.people]
    workshop = workshops.one(me.db, session.here("atelier", "")) if session.here("atelier", "") else None
    if workshop:
        return workshop.title, [one for one in everyone if one.id in (workshop.came or workshop.people)]
    return "Toutes les personnes", everyone


def sign(level: Level) -> str:
    """A level as a sign, read aloud in words (HTML)."""
    return (
        f"<span class='signe niveau-{int(level)}' role='img' aria-label='{level.coop}' title='{level.coop}'>{SIGNS[level]}</span>"
    )


def legend() -> str:
    """What the signs mean (HTML)."""
    return "<p class='legende'>" + " ".join(f"<span>{sign(level)} {level.coop}</span>" for level in Level) + "</p>"


def bar(counts: dict[Level, int], label: str) -> str:
    """How many people stand at each level, as a bar; the words say the same (HTML)."""
    total = sum(counts.values())
    if not total:
        return ""
    parts = "".join(
        f"<span class='niveau-{int(level)}' style='flex-grow:{counts[level]}'>{counts[level]}</span>"
        for level in reversed(Level)
        if counts.get(level)
    )
    told = ", ".join(f"{level.coop} : {counts[level]}" for level in reversed(Level) if counts.get(level))
    return f"<div class='barre' role='img' aria-label='{escape(label)}. {told}'>{parts}</div>"


def overrule(me: Session, person_id: str, lesson: Lesson) -> str:
    """Set the level by hand; the evidence of before stays in the log."""
    level, why = session.value("niveau-corrige"), session.value("niveau-raison")
    if level is None or why is None or people.learner(me.db, person_id) is None:
        session.say("Choisissez un niveau et une raison.", "problem")
        return ""
    named = session.event_id(person_id, "overruled", lesson.ref, log.progress(me.db, person_id).seq)
    with me.db.transaction():
        log.record(
            me.db, person_id, [(named, LevelOverruled(lesson.ref, int(level), REASONS[why], me.who))], me.now, lesson.content
        )
        acts.write(me.db, me.who, acts.CHANGE, person_id, me.now, "niveau")
    return f"« {lesson.title} » : {Level(level).coop}. La personne voit que c’est vous qui l’avez noté."
