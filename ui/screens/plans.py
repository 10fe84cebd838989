"""The plans of workshops, for the counsellor: one list; one plan with its lessons and what to print."""

from __future__ import annotations

from html import escape

import streamlit as st

from learning.content import Plan
from learning.words import MODULES
from library.plan_file import plans
from ui import parts
from ui.prose import inline
from ui.session import Session, here


def show(me: Session, pages: dict) -> None:
    found, problems = plans(me.shelf)
    chosen = next((plan for plan in found if plan.name == here("atelier", "")), None)
    if chosen:
        return _one(me, chosen, pages)
    parts.title("Plans d’atelier", listen=False)
    st.markdown("Des ateliers prêts à animer, à suivre ou à changer. Chaque plan est un fichier du dossier `plans/`.")
    for problem in problems:
        st.warning(str(problem))
    for plan in found:
        label = f"{plan.title} ({MODULES[plan.module]}, {parts.duration(plan.minutes)}, {plan.level.lower()})"
        st.page_link(pages["ateliers"], label=label, query_params={"atelier": plan.name}, icon=":material/menu_book:")
    st.page_link(pages["conseiller"], label="Espace conseiller", icon=":material/arrow_back:")


def _one(me: Session, plan: Plan, pages: dict) -> None:
    parts.title(plan.title, listen=False, above=f"{MODULES[plan.module]} · {parts.duration(plan.minutes)} · {plan.level}")
    lessons = [lesson for ref in plan.lessons if (lesson := me.shelf.lesson(ref))]
    st.page_link(pages["atelier"], label="Préparer cet atelier", query_params={"plan": plan.name})
    parts.to_print((f"/plan.pdf?atelier={plan.name}", "Imprimer ce plan"))
    rows = "".join(
        f"<tr><td>{m.minutes} min</td><td>{inline(m.group)}</td><td>{inline(m.counsellor)}</td></tr>" for m in plan.course
    )
    head = "".join(f"<th scope='col'>{title}</th>" for title in ("Durée", "Le groupe", "Vous"))
    st.html(
        f"<p>{inline(plan.aim)}</p>{_listed('Avant', plan.before)}<h2>Déroulé</h2>"
        f"<table class='deroule'><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
        f"{_listed('À imprimer', plan.prints)}"
    )
    parts.to_print(*((f"/fiche.pdf?lecon={lesson.ref}", f"Fiche mémo : {lesson.title}") for lesson in lessons))
    st.html(_listed("Après", plan.afterwards))
    st.page_link(pages["ateliers"], label="Tous les plans", icon=":material/arrow_back:")


def _listed(title: str, lines: tuple[str, ...]) -> str:
    return f"<h2>{escape(title)}</h2><ul>{''.join(f'<li>{inline(line)}</li>' for line in lines)}</ul>"
