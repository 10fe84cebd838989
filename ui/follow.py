"""What the follow-up pages share: whom they speak of, levels as signs with their words, and the overruling of a level."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from html import escape

import streamlit as st

from learning.autonomy import Level
from learning.content import Lesson
from learning.events import LevelOverruled
from progress_db import acts, groups, log, people, workshops
from ui import session
from ui.session import Session
from workshops.follow_up import LEAST as LEAST
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


def bar(counts: Mapping[Level, int], label: str) -> str:
    """How many skills of these people stand at each level, as a bar of signs and counts; the words say the same (HTML)."""
    met = [level for level in reversed(Level) if counts.get(level)]
    parts = "".join(f"<span class='niveau-{int(n)}' style='flex-grow:{counts[n]}'>{SIGNS[n]} {counts[n]}</span>" for n in met)
    told = ", ".join(f"{level.coop} : {counts[level]}" for level in met)
    return f"<p>{escape(label)}</p><div class='barre' role='img' aria-label='{escape(label)}. {told}'>{parts}</div>"


def bars(by_module: Mapping[str, Counter[Level]]) -> str:
    """One bar a module already begun, and the same numbers as a table to unfold (HTML)."""
    begun = {title: counts for title, counts in by_module.items() if any(level for level in counts)}
    if not begun:
        return ""
    head = "".join(f"<th scope='col'>{level.coop}</th>" for level in Level)
    rows = "".join(
        f"<tr><th scope='row'>{escape(title)}</th>{''.join(f'<td>{counts[level]}</td>' for level in Level)}</tr>"
        for title, counts in begun.items()
    )
    same = f"<table class='personnes'><thead><tr><th scope='col'>Module</th>{head}</tr></thead><tbody>{rows}</tbody></table>"
    drawn = "".join(bar(counts, title) for title, counts in begun.items())
    return f"{drawn}<details><summary>Ces nombres en tableau : compétences de toutes ces personnes</summary>{same}</details>"


def elsewhere(me: Session, pages: dict, path: str, **kept: str) -> None:
    """The same page about another group, or about everybody."""
    with st.container(horizontal=True, key=f"{path}-groupes"):
        st.page_link(pages[path], label="Toutes les personnes", query_params=kept)
        for group in groups.groups(me.db):
            st.page_link(pages[path], label=group.name, query_params={"groupe": group.id, **kept})


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
