"""A workshop in one line, and its one main button: on its page, in the lists, first thing on the counsellor's screen."""

from __future__ import annotations

from datetime import date

import streamlit as st

from learning.dates import DAYS
from progress_db import workshops
from ui import parts
from ui.preparing import open_it, today
from ui.session import Session
from workshops.preparing import shown_day, shown_hour
from workshops.workshop import Workshop


def in_a_line(one: Workshop) -> str:
    """« mardi 24/11/2026 à 14 h : Premiers courriels (Plou, 8 personnes) »."""
    week = DAYS[date.fromisoformat(one.day).weekday()]
    many = len(one.came) + one.others if one.closed_at else len(one.people)
    count = f"{many} personne{'s' if many > 1 else ''}"
    state = ", ouvert maintenant" if one.open else ", terminé" if one.closed_at else ""
    title = one.title.translate({ord(sign): f"\\{sign}" for sign in "\\*_`[]#<>:$"})
    return f"{week} {shown_day(one.day)} à {shown_hour(one.starts)} : {title} ({one.village}, {count}{state})"


def next_button(me: Session, one: Workshop, pages: dict) -> None:
    """The one main act of a workshop: open it, then look at the room."""
    with parts.main_action():
        if one.open:
            st.page_link(pages["salle"], label="Voir la salle", width="stretch")
        elif not one.closed_at:
            parts.counsellor_act(me, "Ouvrir l’atelier", open_it, one.id, main=True)


def today_first(me: Session, pages: dict) -> None:
    """Today's workshop comes first, with its one button."""
    for one in workshops.all_of(me.db, today(me), today(me)):
        if not one.closed_at:
            st.page_link(pages["atelier"], label=in_a_line(one), query_params={"id": one.id})
            next_button(me, one, pages)
            return
