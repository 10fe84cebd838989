"""Workshops and open-access hours: what comes, what was done, and the way to prepare another."""

from __future__ import annotations

from datetime import date

import streamlit as st

from progress_db import workshops
from ui import parts
from ui.preparing import today
from ui.session import Session
from workshops.preparing import shown_day, shown_hour
from workshops.workshop import Workshop

SHOWN = 30  # of those that are over


def show(me: Session, pages: dict) -> None:
    parts.title("Ateliers et permanences", listen=False)
    parts.message()
    with parts.main_action():
        st.page_link(pages["atelier"], label="Préparer un atelier", width="stretch")
    known = workshops.all_of(me.db)
    coming = [one for one in known if not one.closed_at and (one.open or one.day >= today(me))]
    st.header("À venir", anchor=False)
    _listed(coming, pages, "Rien n’est prévu. Préparez un atelier ci-dessus.")
    over = [one for one in reversed(known) if one not in coming]
    if over:
        st.header("Déjà faits", anchor=False)
        _listed(over[:SHOWN], pages, "")
    st.page_link(pages["ateliers"], label="Partir d’un plan d’atelier prêt", icon=":material/menu_book:")
    st.page_link(pages["conseiller"], label="Espace conseiller", icon=":material/arrow_back:")


def _listed(found: list[Workshop], pages: dict, none: str) -> None:
    if not found:
        st.markdown(none)
    for one in found:
        st.page_link(pages["atelier"], label=in_a_line(one), query_params={"id": one.id})


def in_a_line(one: Workshop) -> str:
    """« mardi 24/11/2026 à 14 h : Premiers courriels (Plou, 8 personnes) »."""
    week = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")[date.fromisoformat(one.day).weekday()]
    many = len(one.came) + one.others if one.closed_at else len(one.people)
    count = f"{many} personne{'s' if many > 1 else ''}"
    state = ", ouvert maintenant" if one.open else ", terminé" if one.closed_at else ""
    title = one.title.translate({ord(sign): f"\\{sign}" for sign in "\\*_`[]#<>:$"})
    return f"{week} {shown_day(one.day)} à {shown_hour(one.starts)} : {title} ({one.village}, {count}{state})"
