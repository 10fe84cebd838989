"""Beside a small task: go on, « Je ne sais pas », stop there."""

from __future__ import annotations

import streamlit as st

from simulator import window
from ui import parts, session
from ui.session import Session
from ui.tasks import Task, current, diagnosis, take


def buttons(me: Session, ref: str, task: Task, trouble: str) -> None:
    """The buttons of one task; the task ends by itself when it is done."""
    parts.message()
    if trouble:
        st.warning(trouble)
    parts.listen_to_window()
    label = "Mon tri est terminé" if task.play.scenario.sorting else "Tâche suivante"
    st.button(label, key=me.key("fait", task.row.id), width="stretch", on_click=session.acting(_end), args=(ref, False))
    st.button(
        "Je ne sais pas", key=me.key("sais-pas", task.row.id), width="stretch", on_click=session.acting(_end), args=(ref, True)
    )
    st.button(
        "Arrêter là",
        key=me.key("arreter", task.row.id),
        type="tertiary",
        on_click=session.move,
        kwargs={"faire": f"{task.round}-stop"},
    )


def _end(me: Session, ref: str, unknown: bool) -> None:
    """« Tâche suivante » or « Je ne sais pas », after what the window sent in the same run."""
    told = diagnosis(me)
    if told is None or told.now != ref:
        return
    task = take(me, told, ref, window.outbox(current(me, told, ref).key))
    task.unknown = unknown
    task.keep(me, task.play.finish())
