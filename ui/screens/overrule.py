"""Set a person's level on one skill by hand, with a reason out of a list: the counsellor's word prevails, and says so."""

from __future__ import annotations

from html import escape

import streamlit as st

from learning.autonomy import Level
from learning.evidence import reasons
from progress_db import log, people
from ui import parts, session
from ui.follow import overrule
from ui.session import Session
from workshops.follow_up import REASONS


def show(me: Session, pages: dict) -> None:
    person, lesson = people.learner(me.db, session.here("id", "")), me.lesson
    if person is None or person.guest or lesson is None:
        return parts.lost(pages)
    skill = log.progress(me.db, person.id).skill(lesson.ref)
    why = "".join(f"<li>{escape(line)}</li>" for line in reasons(skill, me.now))
    body = f"<p>Aujourd’hui : <strong>{skill.level.coop}</strong>.</p><ul>{why}</ul>"
    parts.title(lesson.title, listen=False, above=person.name, body=body)
    parts.message()
    with st.form("niveau", border=False):
        st.radio("Le niveau, d’après vous", list(Level), int(skill.level), format_func=lambda one: one.coop, key="niveau-corrige")
        st.radio("Pourquoi", range(len(REASONS)), None, format_func=lambda n: REASONS[n], key="niveau-raison")
        st.markdown("Ce que la personne a fait reste gardé. Elle lira cette raison dans son carnet.")
        click = session.acting(overrule, only="counsellor")
        st.form_submit_button("Noter ce niveau", type="primary", on_click=click, args=(person.id, lesson))
    st.page_link(pages["personne"], label=person.name, query_params={"id": person.id}, icon=":material/arrow_back:")
