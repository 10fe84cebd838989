"""Home: one thing to do next, then the modules, which may be begun in any order."""

from __future__ import annotations

import streamlit as st

from learning.next_step import NextStep, module_first, next_step
from ui import parts, session
from ui.notice import before_anything
from ui.session import Session, here
from ui.tasks import modules

# nothing yet, begun, all lessons done
ICONS = (":material/radio_button_unchecked:", ":material/timelapse:", ":material/check_circle:")


def show(me: Session, pages: dict) -> None:
    parts.title(f"Bonjour {me.name}" if me.role == "learner" else "Bonjour")
    parts.message()
    before_anything(me)
    if here("passer", ""):
        session.keep("passer", True)  # for as long as this tab lives
    path = module_first(me.shelf.lessons, me.progress)
    refs = [lesson.ref for lesson in path]
    step = next_step(
        path, me.progress, me.now, warmed_up=bool(session.value("passer")), minutes=me.shelf.minutes,
        practices=[r for r in refs if me.shelf.practice(r)], quizzes=[r for r in refs if me.shelf.quiz(r)],
    )  # fmt: skip
    _next(me, step, pages)
    if me.shelf.lessons:
        st.header("Les modules", anchor=False)
    with st.container(key="les-modules"):
        for module in me.shelf.modules:
            if module.lessons:
                done = sum(me.progress.skill(lesson.ref).lesson_done is not None for lesson in module.lessons)
                label = f"{module.title} : {_count(done, len(module.lessons))}"
                icon = ICONS[(done > 0) + (done == len(module.lessons))]
                st.page_link(pages["module"], label=label, query_params={"module": module.name}, icon=icon, width="stretch")


def _count(done: int, of: int) -> str:
    if not done:
        return f"{of} leçons à découvrir" if of > 1 else "1 leçon à découvrir"
    return f"{done} leçon{'s' if done > 1 else ''} faite{'s' if done > 1 else ''} sur {of}"


def _next(me: Session, step: NextStep, pages: dict) -> None:
    lesson = me.shelf.lesson(step.lesson) if step.lesson else None
    begun = lesson and me.progress.skill(lesson.ref).screen
    proposed = "Votre conseiller vous propose : " if step.proposed else ""
    where = {"lecon": lesson.ref} if lesson else {}
    if step.kind == "lesson":
        where["ecran"] = str(max(begun or 1, 1))  # said in the address, so that Back leaves from there
    text, label, page = {
        "warm_up": ("On commence par revoir ce que vous savez faire : 5 minutes.", "M’échauffer", "echauffement"),
        "lesson": (f"{proposed}{lesson and lesson.title}. Environ {lesson and lesson.minutes}\u00a0minutes.",
                   "Continuer la leçon" if begun else "Commencer la leçon", "lecon"),
        "practice": (f"{proposed}{lesson and lesson.title}. Ici, tout est inventé. Vous ne risquez rien.", "M’entraîner", "entrainement"),
        "quiz": (f"Quelques questions sur : {lesson and lesson.title}.", "Répondre aux questions", "quiz"),
        "come_back": (f"C’est fait pour cette fois. Revenez {parts.moment(step.at, me.now) if step.at else ''} : vous essayerez seul ou seule, "
                      "avec un autre exemple.", "Voir mon carnet", "carnet"),
        "all_done": ("Vous savez faire tout ce qui est proposé ici.", "Voir mon carnet", "carnet"),
    }[step.kind]  # fmt: skip
    with st.container(key="prochaine"):
        st.markdown(text)
        with parts.main_action():
            st.page_link(pages[page], label=label, query_params=where, icon=":material/arrow_forward:", width="stretch")
        if step.kind == "lesson" and not any(s.placed or s.lesson_done for s in me.progress.skills.values()):
            _point(lesson.module, me, pages)
        if step.kind == "warm_up":
            st.page_link(pages[""], label="Passer pour cette fois", query_params={"passer": "1"})


def _point(name: str, me: Session, pages: dict) -> None:
    """To somebody who begins: to show what she knows already."""
    if name in modules(me):
        label = "Je connais déjà un peu : faire le point"
        st.page_link(pages["point"], label=label, query_params={"module": name}, icon=":material/explore:")
