"""The warm-up: at most five minutes of what is due, on variants not seen lately."""

from __future__ import annotations

import streamlit as st

from learning.next_step import warm_up
from ui import parts
from ui.session import Session


def show(me: Session, pages: dict) -> None:
    due = warm_up(
        me.progress, [lesson.ref for lesson in me.shelf.lessons if me.shelf.practice(lesson.ref)], me.now, me.shelf.minutes
    )
    parts.title("On s’échauffe" if due else "L’échauffement est fait", len(due))
    parts.message()
    if not due:
        st.markdown("Ce que vous savez faire est encore frais. Vous pouvez continuer votre parcours.")
        with parts.main_action():
            st.page_link(pages[""], label="Continuer", icon=":material/arrow_forward:", width="stretch")
        return
    first, *others = [me.shelf.lesson(ref) for ref in due]
    st.markdown("Vous savez déjà faire cela. On le refait une fois, avec un autre exemple, pour ne pas l’oublier.")
    with parts.main_action():
        st.page_link(
            pages["entrainement"], label=first.title, query_params={"lecon": first.ref, "echauffement": "1"},
            icon=":material/arrow_forward:", width="stretch",
        )  # fmt: skip
    for lesson in others:
        st.markdown(f"Ensuite : {lesson.title}.")
    st.page_link(pages[""], label="Passer pour cette fois", query_params={"passer": "1"})
