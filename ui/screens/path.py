"""« Mon parcours »: what the person can do already, what she will learn; she, or the counsellor, may change it."""

from __future__ import annotations

from html import escape

import streamlit as st

from learning.content import Lesson
from learning.events import PathChosen
from progress_db import log, people
from ui import parts, session
from ui.session import Session


def show(me: Session, pages: dict) -> None:
    who = session.here("id", "") if me.role == "counsellor" else me.who
    person = people.learner(me.db, who)
    module = next((m for m in me.shelf.modules if m.name == session.here("module", "courriel")), None)
    if person is None or module is None or not module.lessons:
        return parts.lost(pages)
    mine = me.role != "counsellor"
    skills = log.progress(me.db, who)
    parts.title("Mon parcours" if mine else f"Le parcours de {person.name}", listen=mine, above=module.title)
    parts.message()
    st.html(_shown(module.lessons, skills, mine))
    st.markdown("Les leçons du parcours sont cochées. Vous pouvez en ajouter ou en enlever.")
    with st.form("parcours", border=False):
        for lesson in module.lessons:
            on = skills.skill(lesson.ref).on_path is not False
            st.checkbox(lesson.title, value=on, key=f"parcours-{who}-{lesson.ref}")
        st.form_submit_button(
            "Garder ce parcours", type="primary", width="stretch", on_click=session.acting(_keep), args=(who, module.name)
        )
    if mine:
        st.page_link(pages[""], label="Continuer", icon=":material/arrow_forward:")
    else:
        st.page_link(pages["personne"], label=person.name, query_params={"id": who}, icon=":material/arrow_back:")


def _shown(lessons: tuple[Lesson, ...], skills, mine: bool) -> str:
    """What the diagnoses said, each with its day, the latest first: a before and an after."""
    days: dict[int, tuple] = {}
    for lesson in lessons:
        for number, known, at in skills.skill(lesson.ref).placed:
            days.setdefault(number, (at, []))[1].extend([lesson.objective] if known else [])
    blocks = []
    for _number, (at, objectives) in sorted(days.items(), reverse=True):
        items = "".join(f"<li>{escape(objective)}</li>" for objective in objectives)
        none = "Tout est à découvrir : on commence par le début." if mine else "Rien de connu ce jour-là."
        blocks.append(f"<h2>Ce point a été fait le {parts.day(at)}</h2>" + (f"<ul>{items}</ul>" if items else f"<p>{none}</p>"))
    return "".join(blocks) or "<p>Aucun point n’a encore été fait.</p>"


def _keep(me: Session, who: str, module_name: str) -> str:
    """The ticked lessons are the path; the others are left out. A learner changes her own path only."""
    if me.role != "counsellor" and who != me.who:
        return ""
    module = next((m for m in me.shelf.modules if m.name == module_name), None)
    chosen = tuple(x.ref for x in module.lessons if session.value(f"parcours-{who}-{x.ref}"))
    left_out = tuple(x.ref for x in module.lessons if x.ref not in chosen)
    happening = PathChosen(module_name, chosen, left_out, me.who if me.role == "counsellor" else "")
    act = session.event_id(who, "path", log.progress(me.db, who).seq)
    log.record(me.db, who, [(act, happening)], me.now)
    return "Le parcours est gardé."
