"""« Mon parcours »: what the person can do already, what she will learn; she, or the counsellor, may change it."""

from __future__ import annotations

from html import escape

import streamlit as st

from learning.events import PathChosen
from learning.progress import Progress
from library import Module
from progress_db import log, people
from ui import parts, session
from ui.session import Session


def show(me: Session, pages: dict) -> None:
    mine = me.role != "counsellor"
    who = me.who if mine else session.here("id", "")
    person = people.learner(me.db, who)
    module = next((m for m in me.shelf.modules if m.name == session.here("module", "courriel")), None)
    if person is None or (person.guest and not mine) or module is None or not module.lessons:
        return parts.lost(pages)
    progress = log.progress(me.db, who)
    parts.title("Mon parcours" if mine else f"Le parcours de {person.name}", listen=mine, above=module.title)
    parts.message()
    st.html(_points(module, progress, mine) + _path(module, progress, mine))
    if mine:
        with parts.main_action():
            st.page_link(pages[""], label="Continuer", icon=":material/arrow_forward:", width="stretch")
    with st.expander("Changer ce parcours"), st.form("parcours", border=False):
        st.markdown("Cochez les leçons à garder dans le parcours.")
        for lesson in module.lessons:
            on = progress.skill(lesson.ref).on_path is not False
            st.checkbox(lesson.title, value=on, key=f"parcours-{who}-{lesson.ref}")
        st.form_submit_button("Garder ce parcours", width="stretch", on_click=session.acting(_keep), args=(who, module.name))
    if not mine:
        st.page_link(pages["personne"], label=person.name, query_params={"id": who}, icon=":material/arrow_back:")


def _points(module: Module, progress: Progress, mine: bool) -> str:
    """What each diagnosis said, with its day, the latest first: a before and an after."""
    days: dict[int, tuple] = {}
    for lesson in module.lessons:
        for number, known, at in progress.skill(lesson.ref).placed:
            days.setdefault(number, (at, []))[1].extend([lesson.objective] if known else [])
    none = "Tout est à découvrir : on commence par le début." if mine else "Rien de connu ce jour-là."
    told = [
        (parts.day(at), f"<ul>{''.join(f'<li>{escape(o)}</li>' for o in known)}</ul>" if known else f"<p>{none}</p>")
        for _number, (at, known) in sorted(days.items(), reverse=True)
    ]
    if not told:
        return ""
    before = "".join(f"<details><summary>Le {day}</summary>{what}</details>" for day, what in told[1:])
    return f"<h2>Déjà connu, le {told[0][0]}</h2>{told[0][1]}" + (f"<h2>Les points d’avant</h2>{before}" if before else "")


def _path(module: Module, progress: Progress, mine: bool) -> str:
    on = [lesson.title for lesson in module.lessons if progress.skill(lesson.ref).on_path is not False]
    title = "À apprendre maintenant" if mine else "Dans le parcours"
    return (
        f"<h2>{title}</h2><ul>{''.join(f'<li>{escape(t)}</li>' for t in on)}</ul>"
        if on
        else "<p>Aucune leçon à apprendre ici.</p>"
    )


def _keep(me: Session, who: str, name: str) -> str:
    """The ticked lessons are the path; the others are left out. A learner changes her own path only."""
    module = next((m for m in me.shelf.modules if m.name == name), None)
    if module is None or (me.role != "counsellor" and who != me.who):
        return ""
    progress = log.progress(me.db, who)
    boxes = {x.ref: session.value(f"parcours-{who}-{x.ref}") for x in module.lessons}
    now = {ref: progress.skill(ref).on_path is not False for ref in boxes}  # for a lesson added since the page was drawn
    chosen = tuple(ref for ref, ticked in boxes.items() if (now[ref] if ticked is None else ticked))
    left_out = tuple(x.ref for x in module.lessons if x.ref not in chosen)
    act = session.event_id(who, "path", progress.seq)
    log.record(me.db, who, [(act, PathChosen(name, chosen, left_out, me.who if me.role == "counsellor" else ""))], me.now)
    return "Le parcours est gardé."
