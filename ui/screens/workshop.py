"""One workshop: prepared, opened, closed; who came; done again another day."""

from __future__ import annotations

from html import escape

import streamlit as st

from progress_db import people, workshops
from ui import parts, session
from ui.preparing import again, close_it, drop
from ui.session import Session
from ui.who_came import who_came
from ui.workshop_form import form
from ui.workshop_lines import in_a_line, next_button
from workshops.preparing import shown_day, week_later
from workshops.workshop import KINDS, Workshop


def show(me: Session, pages: dict) -> None:
    one = workshops.one(me.db, session.here("id", ""))
    if session.here("id", "") and one is None:
        return parts.lost(pages)
    if one is None or (session.here("changer", "") and not one.closed_at):
        form(me, one)
    else:
        parts.title(one.title, listen=False, above=KINDS[one.kind])
        parts.message()
        st.markdown(in_a_line(one))
        _next_act(me, one, pages)
        who_came(me, one)
        lessons = [lesson.title for p in one.lessons if (lesson := me.shelf.lesson(p.lesson))]
        if lessons:
            st.header("Leçons proposées", anchor=False)
            st.html(f"<ul>{''.join(f'<li>{escape(title)}</li>' for title in lessons)}</ul>")
        _again(me, one)
    st.page_link(pages["seances"], label="Tous les ateliers", icon=":material/arrow_back:")


def _next_act(me: Session, one: Workshop, pages: dict) -> None:
    next_button(me, one, pages)
    missing = [p.id for p in people.learners(me.db) if p.id in one.people and not p.card]
    if missing and not one.closed_at:
        parts.print_cards(missing, "Imprimer les cartes qui manquent")
    if one.closed_at:
        parts.to_print((f"/bilan.pdf?atelier={one.id}", "À recopier dans La Coop"))
        st.page_link(pages["evolution"], label="Avant et après", query_params={"id": one.id})
        st.page_link(pages["bilans"], label="Tous les bilans")
    elif one.people:
        st.page_link(pages["carte"], label="La carte de ces personnes", query_params={"atelier": one.id})
    if one.open:
        parts.counsellor_act(me, "Fermer l’atelier", close_it, one.id)
    elif not one.closed_at:
        st.page_link(pages["atelier"], label="Changer quelque chose", query_params={"id": one.id, "changer": "oui"})
        parts.counsellor_act(me, "Annuler cet atelier", drop, one.id)


def _again(me: Session, one: Workshop) -> None:
    with st.expander("Refaire cet atelier un autre jour"), st.form("refaire", border=False):
        st.text_input("Date", value=shown_day(week_later(one.day)), key="refaire-jour", autocomplete="off")
        st.form_submit_button("Refaire cet atelier", on_click=session.acting(again, only="counsellor"), args=(one.id,))
