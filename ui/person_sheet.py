"""A person's sheet, for the counsellor: last seen and where, what is due, each skill at its level with its evidence."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from html import escape

from learning.autonomy import Level
from learning.content import Lesson
from learning.evidence import reasons
from learning.progress import SkillProgress
from progress_db import log, visits
from ui import parts
from ui.session import Session
from workshops.follow_up import proofs


def seen(me: Session, person_id: str) -> str:
    """The last visit, and how many days in the room and elsewhere (HTML)."""
    found = visits.of(me.db, person_id)
    if found.last is None:  # worked before visits were counted, or never came
        worked = max((at for skill in log.progress(me.db, person_id).skills.values() if (at := skill.last_seen)), default=None)
        return f"<p>Dernière activité : {parts.day(worked) if worked else 'pas encore'}.</p>"
    last = parts.day(datetime.combine(found.last, time(12), UTC))
    where = "dans la salle" if found.last_in_room else "ailleurs que dans la salle"
    return f"<p>Dernière visite : {last}, {where}.<br>En tout : {_days(found.room)} dans la salle, {_days(found.elsewhere)} ailleurs.</p>"


def by_level(me: Session, person_id: str) -> str:
    """What is due, then the skills by level, the most autonomous first; those to discover are folded (HTML)."""
    progress, days = log.progress(me.db, person_id), visits.days(me.db, person_id)
    lessons = me.shelf.lessons
    due = [lesson for lesson in lessons if (at := progress.skill(lesson.ref).due) and at <= me.now]
    told = [f"<p>À revoir maintenant : {escape(', '.join(lesson.title for lesson in due))}.</p>"] if due else []
    for level in reversed(Level):
        these = [lesson for lesson in lessons if progress.skill(lesson.ref).level == level]
        rows = f"<ul class='carnet'>{''.join(_skill(me, progress.skill(lesson.ref), lesson, person_id, days) for lesson in these)}</ul>"
        if these and level == Level.TO_DISCOVER:
            told.append(f"<details><summary>{level.coop} : {len(these)}</summary>{rows}</details>")
        elif these:
            told.append(f"<h3>{level.coop} : {len(these)}</h3>{rows}")
    return "".join(told)


def _skill(me: Session, skill: SkillProgress, lesson: Lesson, person_id: str, days: dict[date, set[bool]]) -> str:
    done, read = (
        "".join(f"<li>{escape(line)}</li>" for line in lines) for lines in (proofs(skill, days), reasons(skill, me.now))
    )
    change = f"<a class='feuille' href='/niveau?id={escape(person_id)}&amp;lecon={escape(lesson.ref)}' target='_self'>Corriger ce niveau</a>"
    told = f"<p>Ce que la personne a fait :</p><ul>{done}</ul>" if done else ""
    return (
        f"<li><p><strong>{escape(lesson.title)}</strong>{_next(skill, me.now)}</p><details><summary>Les preuves</summary>"
        f"{told}<p>Ce qu’elle lit dans son carnet :</p><ul>{read}</ul>{change}</details></li>"
    )


def _next(skill: SkillProgress, now: datetime) -> str:
    """When the skill is to be seen again, if it ever was done."""
    if skill.due is None:
        return ""
    return " : à revoir maintenant" if skill.due <= now else f" : à revoir {parts.day(skill.due)}"


def _days(n: int) -> str:
    return f"{n} jour{'s' if n > 1 else ''}"
