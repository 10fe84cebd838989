"""The practice: what to do on the left, the simulated web on the right. The journal in the database is the truth."""

from __future__ import annotations

import streamlit as st

from progress_db.errors import StorageProblem
from simulator import window
from ui import parts, session
from ui.mission import actions, notices, task, verdict
from ui.running import running, take
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
    _workshop(lesson.ref)


@st.fragment
def _workshop(ref: str) -> None:
    """Only this part is run again at each click in the simulated web."""
    with parts.guarded(), session.opened() as me:
        run = running(me, me.shelf.practice(ref))
        trouble = ""
        try:
            run = take(me, me.shelf.practice(ref), window.outbox(run.key))
        except StorageProblem as problem:
            trouble, run = problem.message, running(me, me.shelf.practice(ref))
        if run.play.ended:
            st.rerun()  # the whole page: the end has its own title and focus
        with st.container(key="atelier"):  # four places, laid out by screens.css; what comes and goes stays inside one of them
            task(run)
            notices(run)
            window.show(run.key, run.play.payload())
            with st.container(key="gestes"):
                actions(me, run, trouble)
