"""What the counsellor does for one person: a new code, a card back in use, a lesson proposed."""

from __future__ import annotations

from learning.events import LessonProposed
from progress_db import acts, cards, door, log, people
from ui import session
from ui.session import Session


def new_pin(me: Session, person_id: str) -> str:
    session.keep("code-" + person_id, cards.draw_pin(me.db, person_id, me.now))
    acts.write(me.db, me.who, acts.CODE, person_id, me.now)
    return ""


def unlock(me: Session, person_id: str) -> str:
    door.unlock(me.db, person_id)
    acts.write(me.db, me.who, acts.UNLOCK, person_id, me.now)
    return "La carte marche de nouveau."


def propose(me: Session, person_id: str, refs: list[str]) -> str:
    chosen = session.value("lecon-proposee")
    lesson = me.shelf.lesson(refs[chosen]) if chosen is not None else None
    if lesson is None or people.learner(me.db, person_id) is None:
        return ""
    act = session.event_id(person_id, "proposed", lesson.ref, log.progress(me.db, person_id).seq)
    log.record(me.db, person_id, [(act, LessonProposed(lesson.ref, me.who))], me.now, lesson.content)
    return f"« {lesson.title} » sera proposée à la personne à sa prochaine visite."
