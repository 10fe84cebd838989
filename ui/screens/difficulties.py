"""What is often missed: the questions, and the traps, with how many people. For the next workshop, not about anybody."""

from __future__ import annotations

from html import escape

import streamlit as st

from progress_db import log
from ui import parts
from ui.follow import chosen
from ui.session import Session
from workshops.follow_up import Often, missed_questions, traps_fallen_into

SHOWN = 12


def show(me: Session, pages: dict) -> None:
    name, listed = chosen(me)
    parts.title("Ce qui est souvent manqué", listen=False, above=name)
    everyone = [log.progress(me.db, one.id) for one in listed]
    for title, found, what in (
        ("Les questions", missed_questions(everyone), _question),
        ("Les pièges", traps_fallen_into(everyone), _variant),
    ):
        st.header(title, anchor=False)
        if not found:
            st.markdown("Rien pour le moment.")
            continue
        head = "<tr><th scope='col'>Leçon</th><th scope='col'>Quoi</th><th scope='col'>Personnes</th></tr>"
        rows = "".join(_row(me, one, what) for one in found[:SHOWN])
        st.html(f"<table class='personnes'><thead>{head}</thead><tbody>{rows}</tbody></table>")
    st.page_link(pages["carte"], label="La carte du groupe", icon=":material/arrow_back:")


def _row(me: Session, one: Often, what) -> str:
    lesson = me.shelf.lesson(one.lesson)
    title = escape(lesson.title if lesson else one.lesson)
    link = f"<a href='/projection?lecon={escape(one.lesson)}' target='_self'>{title}</a>" if lesson else title
    return f"<tr><th scope='row'>{link}</th><td>{escape(what(me, one))}</td><td>{one.people} sur {one.among}</td></tr>"


def _question(me: Session, one: Often) -> str:
    quiz = me.shelf.quiz(one.lesson)
    found = next((q for q in quiz.questions if q.id == one.what), None) if quiz else None
    return found.title if found else one.what


def _variant(me: Session, one: Often) -> str:
    return f"Exercice « {one.what} »"
