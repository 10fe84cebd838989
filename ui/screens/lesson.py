"""A lesson, one short screen at a time. The address holds the screen: Back goes one screen back."""

from __future__ import annotations

import streamlit as st

from learning.autonomy import Level
from learning.content import Lesson
from learning.events import LessonFinished, ScreenSeen
from ui import parts, session
from ui.prose import prose
from ui.session import Session


@parts.alone("lecon")
def show(me: Session, pages: dict) -> None:
    lesson = me.lesson
    if lesson is None:
        return parts.lost(pages)
    top = len(lesson.screens)
    skill = me.progress.skill(lesson.ref)
    n = me.number("ecran", min(skill.screen or 1, top), top)
    screen = lesson.screens[n - 1]
    parts.message()
    body = f"<div class='ecran'>{prose(screen.body, lesson.module, me.shelf.glossary)}</div>"
    parts.title(screen.title, n, above=f"{lesson.title} · écran {n} sur {top}", body=body)
    if n == 1:
        _before(me, lesson, pages)
    with parts.main_action():
        if n < top:
            st.button(
                "Suivant",
                key="suivant",
                type="primary",
                on_click=session.acting(_seen),
                args=(lesson.ref, n + 1),
                width="stretch",
            )
        else:
            practice = me.shelf.practice(lesson.ref)
            label = "J’ai lu, je m’entraîne" if practice else "J’ai lu, je continue"
            if st.button(label, key="lu", type="primary", width="stretch"):
                me.record(LessonFinished(lesson.ref), lesson.ref, skill.last_seen, content=lesson.content)
                goal = "entrainement" if practice else "quiz" if me.shelf.quiz(lesson.ref) else ""
                st.switch_page(pages[goal], query_params={"lecon": lesson.ref} if goal else None)
    if n > 1:
        st.button("Retour", key="retour", on_click=session.move, kwargs={"ecran": n - 1}, type="tertiary")
    if n == top:
        parts.to_print((f"/fiche.pdf?lecon={lesson.ref}", "Imprimer la fiche mémo"))


def _before(me: Session, lesson: Lesson, pages: dict) -> None:
    """An advice, never a lock: the lessons that help, and are not done yet."""
    for other in (me.shelf.lesson(ref) for ref in lesson.after):
        if other and me.progress.skill(other.ref).lesson_done is None and me.progress.skill(other.ref).level < Level.WHEN_NEEDED:
            where = {"lecon": other.ref, "ecran": "1"}
            st.page_link(
                pages["lecon"], label=f"Plus tranquille après : {other.title}", query_params=where, icon=":material/info:"
            )


def _seen(me: Session, ref: str, n: int) -> None:
    lesson = me.shelf.lesson(ref)
    me.record(ScreenSeen(ref, n), ref, n, me.progress.seq, content=lesson.content if lesson else "")
    session.move(ecran=n)
