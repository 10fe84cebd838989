"""« Faire le point »: small tasks, one after the other; « Je ne sais pas » is always there; it ends with a path."""

from __future__ import annotations

import streamlit as st

from progress_db.errors import StorageProblem
from simulator import window
from ui import parts, session, tasks
from ui.prose import paragraphs
from ui.session import Session, here
from ui.task_buttons import buttons

MOST = 10


def show(me: Session, pages: dict) -> None:
    told = tasks.diagnosis(me)
    if told is None:
        return parts.lost(pages)
    doing, stopping = _asked(told)
    if not doing:
        return _beginning(told, pages)
    ref = told.now
    if ref is None or stopping:
        session.said()  # the last « C’est noté. » is not for the next page
        if told.answers:
            tasks.finish(me, told)
        st.switch_page(
            pages["parcours"] if told.answers else pages[""], query_params={"module": told.module} if told.answers else None
        )
    parts.title(f"Tâche {len(told.answers) + 1}", ref, above=f"Faire le point · {told.title} · {MOST} tâches au plus")
    _workshop(ref)


def _asked(told: tasks.Diagnosis) -> tuple[bool, bool]:
    """(to do it, to stop there), as the address says of this very diagnosis: Back, once it is over, begins no other."""
    number, _, stop = here("faire", "").partition("-")
    return number == str(told.round), stop == "stop"


def _beginning(told: tasks.Diagnosis, pages: dict) -> None:
    parts.title("Faire le point", above=told.title)
    st.markdown("Vous allez faire quelques petites tâches. Cela prend environ 10 minutes, à votre rythme.")
    st.markdown("Vous ne savez pas ? Cliquez sur « Je ne sais pas ». C’est utile aussi : nous saurons par où commencer.")
    st.markdown("Ici, tout est inventé. Vous ne risquez rien.")
    with parts.main_action():
        label = "Continuer" if told.answers else "Commencer"
        # a button: a link to the page one is on would not change its address
        where = {"module": told.module, "faire": told.round}
        st.button(label, key="commencer", type="primary", width="stretch", on_click=session.move, kwargs=where)
    st.page_link(pages[""], label="Pas maintenant", icon=":material/arrow_back:")


@st.fragment
def _workshop(ref: str) -> None:
    """Only this part is run again at each click in the simulated web."""
    with parts.guarded(), session.opened() as me:
        told = tasks.diagnosis(me)
        # what the click before decided is for the whole page
        if told is None or told.now != ref or _asked(told) != (True, False):
            session.say("C’est noté.")
            st.rerun()
        trouble, before = "", tasks.current(me, told, ref)
        try:
            task = tasks.take(me, told, ref, window.outbox(before.key))
        except StorageProblem as problem:
            trouble, task = problem.message, tasks.current(me, told, ref)
        if task.play.ended:
            session.say("C’est noté.")
            st.rerun()  # the whole page: the next task has its own title and focus
        with st.container(key="atelier"):
            st.html(f"<div class='mission'>{paragraphs(task.play.scenario.instruction)}</div>")
            window.show(task.key, task.play.payload())
            with st.container(key="gestes"):
                buttons(me, ref, task, trouble)
