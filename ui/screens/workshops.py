"""Workshops and open-access hours: what comes, what was done, and the way to prepare another."""

from __future__ import annotations

import streamlit as st

from progress_db import workshops
from ui import parts
from ui.preparing import today
from ui.session import Session
from ui.workshop_lines import in_a_line
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
