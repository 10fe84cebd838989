"""The practice: what to do on the left, the simulated web on the right. The journal in the database is the truth."""

from __future__ import annotations

import streamlit as st

from progress_db.errors import StorageProblem
from simulator import window
from ui import parts, session
from ui.mission import actions, notices, stale, task, verdict
from ui.running import Running, running, take
from ui.session import Session


def show(me: Session, pages: dict) -> None:
    lesson = me.lesson
    practice = me.shelf.practice(lesson.ref) if lesson else None
    if practice is None:
        return parts.lost(pages)
    run = running(me, practice)
    if run.play.ended:
        return verdict(me, run, pages)
    parts.title(run.play.scenario.title, run.row.id)
    with st.container(key="atelier"):  # four places, laid out by screens.css; what comes and goes stays inside one of them
        _window(me, lesson.ref)
        with st.container(key="gestes"):
            actions(me, running(me, practice))


def _window(me: Session, ref: str) -> None:
    """The task, what is said, the window: only this part is run again at each click in the simulated web, unless a button changes."""
    first = [me]

    @st.fragment
    def alone() -> None:
        with parts.guarded():
            if first:
                return _draw(*_taken(first.pop(), ref))
            with session.opened() as now:
                run, trouble = _taken(now, ref)
                if stale(run):
                    st.rerun()
                _draw(run, trouble)

    alone()


def _taken(me: Session, ref: str) -> tuple[Running, str]:
    """The attempt after what the window sent, and what to say when that could not be kept."""
    practice = me.shelf.practice(ref)
    run, trouble = running(me, practice), ""
    try:
        run = take(me, practice, window.outbox(run.key), run)
    except StorageProblem as problem:
        trouble, run = problem.message, running(me, practice)
    if run.play.ended:
        st.rerun()  # the whole page: the end has its own title and focus
    return run, trouble


def _draw(run: Running, trouble: str) -> None:
    task(run)
    notices(run, trouble)
    window.show(run.key, run.play.payload())
