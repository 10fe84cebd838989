"""The practice: what to do on the left, the simulated web on the right. The journal in the database is the truth."""

from __future__ import annotations

import streamlit as st

from simulator import window
from ui import parts, session
from ui.mission import mission, verdict
from ui.running import running
from ui.session import Session


def show(me: Session, pages: dict) -> None:
    lesson = me.lesson
    practice = me.shelf.practice(lesson.ref) if lesson else None
    if practice is None:
        return parts.lost(pages)
    warm_up = bool(session.here("echauffement", ""))
    run = running(me, practice, warm_up)
    parts.title(run.play.scenario.title, f"{run.number}{run.play.state.ended}")
    _workshop(lesson.ref, warm_up, pages)


@st.fragment
def _workshop(ref: str, warm_up: bool, pages: dict) -> None:
    """Only this part is run again at each click in the simulated web."""
    with parts.guarded(), session.opened() as me:
        run = running(me, me.shelf.practice(ref), warm_up)
        before = run.play.state.ended
        run.receive(me, window.outbox(run.key))
        if run.play.state.ended and not before:
            st.rerun()  # the whole page: its title and its focus change
        parts.message()
        if run.play.state.ended:
            return verdict(me, run, pages)
        with st.container(key="atelier"):
            left, right = st.columns([3, 9], gap="medium")
            with left:
                mission(me, run)
            with right:
                window.show(run.key, run.play.payload())
