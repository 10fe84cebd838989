"""A person's sheet, for the counsellor: last seen and where, what is due, each skill at its level with its evidence."""

from __future__ import annotations

from datetime import UTC, datetime, time
from html import escape

from learning.autonomy import Level
from learning.content import Lesson
from learning.evidence import reasons
from learning.progress import Progress
from progress_db import log, visits
from ui import parts
from ui.session import Session


def seen(me: Session, person_id: str) -> str:
    """The last visit, and how many days in the room and elsewhere (HTML)."""
    found = visits.of(me.db, person_id)
    if found.last is None:
        return "<p>Pas encore venue depuis que les visites sont comptées.</p>"
    last = parts.day(datetime.combine(found.last, time(12), UTC))
    where = "dans la salle" if found.last_in_room else "ailleurs que dans la salle"
    return f"<p>Dernière visite : {last}, {where}.<br>En tout : {_days(found.room)} dans la salle, {_days(found.elsewhere)} ailleurs.</p>"


def by_level(me: Session, person_id: str) -> str:
    """What is due, then the skills by level, the most autonomous first; those to discover are folded (HTML)."""
    progress = log.progress(me.db, person_id)
    lessons = me.shelf.lessons
    due = [lesson for lesson in lessons if (at := progress.skill(lesson.ref).due) and at <= me.now]
    told = [f"<p>À revoir maintenant : {escape(', '.join(lesson.title for lesson in due))}.</p>"] if due else []
    for level in reversed(Level):
        these = [lesson for lesson in lessons if progress.skill(lesson.ref).level == level]
        rows = f"<ul class='carnet'>{''.join(_skill(me, progress, lesson, person_id) for lesson in these)}</ul>"
        if these and level == Level.TO_DISCOVER:
            told.append(f"<details><summary>{level.coop} : {len(these)}</summary>{rows}</details>")
        elif these:
            told.append(f"<h3>{level.coop} : {len(these)}</h3>{rows}")
    return "".join(told)


def _skill(me: Session, progress: Progress, lesson: Lesson, person_id: str) -> str:
    skill = progress.skill(lesson.ref)
    why = "".join(f"<li>{escape(line)}</li>" for line in reasons(skill, me.now))
    change = f"<a class='feuille' href='/niveau?id={escape(person_id)}&amp;lecon={escape(lesson.ref)}' target='_self'>Corriger ce niveau</a>"
    return f"<li><p><strong>{escape(lesson.title)}</strong></p><details><summary>Pourquoi ? (ce que la personne lit)</summary><ul>{why}</ul>{change}</details></li>"


def _days(n: int) -> str:
    return f"{n} jour{'s' if n > 1 else ''}"
