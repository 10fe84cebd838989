"""Acts in the room: a person asks for help, the counsellor goes there, ends a session; and where each person is."""

from __future__ import annotations

from progress_db import room, sessions
from ui import session
from ui.session import Session

STEP_WORDS = ("ecran", "question")  # the words of the address that say which step of a page


def note_place(me: Session, page: str) -> None:
    """While a workshop is open, the counsellor's board knows at which step this person is."""
    if me.role == "learner" and me.workshop:
        step = next((session.here(word, "") for word in STEP_WORDS if session.here(word, "")), "")
        room.is_at(me.db, me.who, page, session.here("lecon", "")[:120], step[:20], me.now)


def help_state(me: Session) -> str:
    """What the help button of the head says: "" when there is none (no workshop), else whether the person waits."""
    if me.role != "learner" or not me.workshop:
        return ""
    return "waiting" if room.called(me.db, me.who) else "open"


def ask_for_help(me: Session) -> None:
    room.call(me.db, me.who, me.now)


def no_more_help(me: Session) -> None:
    room.answered(me.db, me.who)


def answer_call(me: Session, learner: str) -> None:
    room.answered(me.db, learner)


def end_session(me: Session, learner: str) -> str:
    """Sign a person out from the board. What she did is kept."""
    sessions.close_sessions_of(me.db, learner)
    room.leave(me.db, learner)
    return "La session est fermée. Le travail de la personne est gardé."
