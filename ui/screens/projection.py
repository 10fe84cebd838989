"""A lesson for the whole group, in large letters on a projector: nothing of anybody is on it, nothing is recorded."""

from __future__ import annotations

import streamlit as st

from ui import parts, session
from ui.prose import prose
from ui.session import Session


def show(me: Session, pages: dict) -> None:
    lesson = me.lesson
    if lesson is None:
        return _choose(me, pages)
    top = len(lesson.screens)
    n = me.number("ecran", 1, top)
    screen = lesson.screens[n - 1]
    body = f"<div class='ecran projection'>{prose(screen.body, lesson.module, me.shelf.glossary)}</div>"
    parts.title(screen.title, n, above=f"{lesson.title} · écran {n} sur {top}", body=body)
    with parts.main_action():
        if n < top:
            st.button("Suivant", key="suivant", type="primary", on_click=session.move, kwargs={"ecran": n + 1}, width="stretch")
        else:
            st.page_link(pages["salle"], label="Revenir à la salle", width="stretch")
    if n > 1:
        st.button("Retour", key="retour", on_click=session.move, kwargs={"ecran": n - 1}, type="tertiary")


def _choose(me: Session, pages: dict) -> None:
    parts.title("Montrer une leçon", listen=False)
    st.markdown("Choisissez une leçon. Elle s’affiche en grand, pour tout le groupe. Rien n’est enregistré.")
    for module in me.shelf.modules:
        with st.expander(module.title):
            for lesson in module.lessons:
                st.page_link(pages["projection"], label=lesson.title, query_params={"lecon": lesson.ref, "ecran": "1"})
    st.page_link(pages["salle"], label="La salle", icon=":material/arrow_back:")
