"""What is often missed over a period: questions, traps, genuine messages rejected, with how many people. It names nobody."""

from __future__ import annotations

from datetime import timedelta
from html import escape

import streamlit as st

from progress_db import difficulties
from ui import parts, session
from ui.follow import LEAST, chosen, elsewhere
from ui.map_table import whose
from ui.session import Session
from workshops.follow_up import Often, genuine_rejected, missed_questions, traps_fallen_into

SHOWN = 12
PERIODS = {"30": "Les 30 derniers jours", "90": "Les 3 derniers mois", "365": "Les 12 derniers mois"}


def show(me: Session, pages: dict) -> None:
    name, listed = chosen(me)
    period = session.here("jours", "") if session.here("jours", "") in PERIODS else "90"
    parts.title("Ce qui est souvent manqué", listen=False, above=f"{name}. {PERIODS[period]}.")
    st.markdown(
        "Pour choisir quoi reprendre ensemble. Aucune personne n’est nommée. Cliquez sur une leçon pour la montrer à tous."
    )
    said = difficulties.answered(me.db, [one.id for one in listed], me.now - timedelta(days=int(period)))
    for title, (found, too_few) in (
        ("Les questions", missed_questions(said)),
        ("Des pièges pris pour vrais", traps_fallen_into(said)),
        ("De vrais messages ou sites pris pour des pièges", genuine_rejected(said)),
    ):
        st.header(title, anchor=False)
        st.html(_table(me, title, found[:SHOWN]) + _too_few(found, too_few))
    with st.container(horizontal=True, key="manque-periodes"):
        for days, words in PERIODS.items():
            if days != period:
                st.page_link(pages["difficultes"], label=words, query_params=whose(jours=days))
    elsewhere(me, pages, "difficultes", jours=period)
    st.page_link(pages["carte"], label=f"La carte : {name}", query_params=whose(), icon=":material/arrow_back:")


def _table(me: Session, title: str, found: list[Often]) -> str:
    if not found:
        return ""
    head = "<tr><th scope='col'>Leçon</th><th scope='col'>Quoi</th><th scope='col'>Personnes</th></tr>"
    rows = "".join(_row(me, one) for one in found)
    return f"<table class='personnes' aria-label='{escape(title)}'><thead>{head}</thead><tbody>{rows}</tbody></table>"


def _row(me: Session, one: Often) -> str:
    lesson, practice, quiz = me.shelf.lesson(one.lesson), me.shelf.practice(one.lesson), me.shelf.quiz(one.lesson)
    question = next((q.title for q in quiz.questions if q.id == one.what), one.what) if quiz else one.what
    what = question if one.what else practice.title if practice else "L’exercice"
    title = escape(lesson.title if lesson else one.lesson)
    link = f"<a href='/projection?lecon={escape(one.lesson)}' target='_self'>{title}</a>" if lesson else title
    return f"<tr><th scope='row'>{link}</th><td>{escape(what)}</td><td>{one.people} sur {one.among}</td></tr>"


def _too_few(found: list[Often], too_few: int) -> str:
    if too_few:
        more = (
            f"{too_few} autre{'s' if too_few > 1 else ''} ligne{'s' if too_few > 1 else ''}" if found else "Il y a des réponses"
        )
        return f"<p>{more} : moins de {LEAST} personnes, trop peu pour en dire un nombre.</p>"
    return "" if found else "<p>Rien sur cette période.</p>"
