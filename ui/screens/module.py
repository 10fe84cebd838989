"""A module: its next step, its lessons in order, how long they take. Lessons may be done in any order: what comes before is advice."""

from __future__ import annotations

import streamlit as st

from learning.autonomy import Level
from learning.next_step import NextStep, next_step
from library import Module
from ui import parts
from ui.session import Session, here
from ui.tasks import modules

ICONS = {Level.TO_DISCOVER: ":material/radio_button_unchecked:", Level.AUTONOMOUS: ":material/check_circle:"}
GO_ON = {"lesson": "lecon", "practice": "entrainement", "quiz": "quiz"}


def show(me: Session, pages: dict) -> None:
    module = next((m for m in me.shelf.modules if m.name == here("module", "") and m.lessons), None)
    if module is None:
        return parts.lost(pages)
    minutes = sum(lesson.minutes + me.shelf.minutes.get(lesson.ref, 0) for lesson in module.lessons)
    parts.title(module.title, above=f"{len(module.lessons)} leçons · environ {parts.duration(minutes)} en tout, à votre rythme")
    parts.message()
    _next(me, module, pages)
    with st.container(key=f"lecons-{module.name}"):
        for lesson in sorted(module.lessons, key=lambda one: me.progress.skill(one.ref).on_path is False):
            skill = me.progress.skill(lesson.ref)
            known = skill.on_path is False and skill.level == Level.TO_DISCOVER
            st.page_link(
                pages["lecon"], label=f"{lesson.title} : {'déjà connu' if known else skill.level.learner}",
                query_params={"lecon": lesson.ref, "ecran": "1"}, icon=ICONS.get(skill.level, ":material/timelapse:"), width="stretch",
            )  # fmt: skip
    _point(me, module, pages)
    st.page_link(pages[""], label="Tous les modules", icon=":material/arrow_back:")


def _next(me: Session, module: Module, pages: dict) -> None:
    """The main button: what comes next in this module."""
    refs = [lesson.ref for lesson in module.lessons]
    step: NextStep = next_step(
        module.lessons, me.progress, me.now, warmed_up=True, minutes=me.shelf.minutes,
        practices=[r for r in refs if me.shelf.practice(r)], quizzes=[r for r in refs if me.shelf.quiz(r)],
    )  # fmt: skip
    lesson = me.shelf.lesson(step.lesson) if step.lesson else None
    if lesson is None:
        st.markdown("Vous avez tout fait ici pour cette fois.")
        return
    begun = me.progress.skill(lesson.ref).last_seen
    where = {"lecon": lesson.ref} | (
        {"ecran": str(max(me.progress.skill(lesson.ref).screen, 1))} if step.kind == "lesson" else {}
    )
    with parts.main_action():
        label = f"{'Continuer' if begun else 'Commencer'} : {lesson.title}"
        st.page_link(pages[GO_ON[step.kind]], label=label, query_params=where, icon=":material/arrow_forward:", width="stretch")


def _point(me: Session, module: Module, pages: dict) -> None:
    """« Faire le point » on this module, and what it proposed."""
    if module.name not in modules(me):
        return
    again = any(me.progress.skill(lesson.ref).placed for lesson in module.lessons)
    label = "Refaire le point" if again else "Je connais déjà un peu : faire le point"
    st.page_link(pages["point"], label=label, query_params={"module": module.name}, icon=":material/explore:")
    if again:
        st.page_link(
            pages["parcours"], label="Mon parcours dans ce module", query_params={"module": module.name}, icon=":material/list:"
        )
