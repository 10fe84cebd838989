"""The reports: a period, its workshops to copy into La Coop, the table of the villages."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from html import escape

import streamlit as st

from learning.dates import MONTHS, PARIS
from progress_db import reports, workshops
from ui import parts
from ui.session import Session
from ui.workshop_lines import in_a_line
from workshops.coop_link import link
from workshops.workshop import Workshop


def show(me: Session, pages: dict) -> None:
    parts.title("Les bilans", listen=False)
    periods = _periods(me.now.astimezone(PARIS).date())
    chosen = st.radio("Période", list(periods), key="periode", horizontal=True)
    since, until = periods[chosen]
    held = workshops.all_of(me.db, since, until)
    closed = [one for one in held if one.closed_at]
    asked = f"du={since}&au={until}"
    if not closed:
        st.markdown("Aucun atelier terminé dans cette période. Un bilan se prépare quand l’atelier est fermé.")
    else:
        st.header("Pour La Coop", anchor=False)
        for one in closed:
            _one(me, one)
        parts.to_print((f"/bilan.xlsx?{asked}", "Toute la période en tableau (XLSX)"), (f"/bilan.csv?{asked}", "Le même en CSV"))
        st.header("Pour les communes", anchor=False)
        st.markdown("Des nombres seulement, par village. Un nombre de moins de 5 personnes n’est pas montré.")
        parts.to_print((f"/communes.xlsx?{asked}", "Le tableau des communes (XLSX)"))
    waiting = [one for one in held if one.opened_at and not one.closed_at]
    for one in waiting:
        st.page_link(pages["atelier"], label=f"Encore ouvert : {one.title}", query_params={"id": one.id})
    st.page_link(pages["conseiller"], label="Espace conseiller", icon=":material/arrow_back:")


def _one(me: Session, one: Workshop) -> None:
    with st.expander(in_a_line(one)):
        parts.to_print((f"/bilan.pdf?atelier={one.id}", "À recopier dans La Coop"))
        address = escape(link(one, reports.counted(me.db, one)))
        st.html(
            f"<p><a class='feuille' href='{address}' target='_blank' rel='noopener noreferrer'>Ouvrir le formulaire de La Coop déjà rempli (essai, "
            "nouvel onglet)</a><br>Aucun nom n’y est écrit. La Coop peut changer : relisez avant d’envoyer.</p>"
        )


def _periods(today: date) -> dict[str, tuple[str, str]]:
    """The periods that reports are asked for: words -> first and last day."""
    this, last_year = today.replace(day=1), today.year - 1
    before = this - timedelta(days=1)
    return {
        f"{MONTHS[today.month - 1]} {today.year}": (this.isoformat(), _last(today)),
        f"{MONTHS[before.month - 1]} {before.year}": (before.replace(day=1).isoformat(), before.isoformat()),
        f"année {today.year}": (f"{today.year}-01-01", f"{today.year}-12-31"),
        f"année {last_year}": (f"{last_year}-01-01", f"{last_year}-12-31"),
    }


def _last(day: date) -> str:
    return day.replace(day=monthrange(day.year, day.month)[1]).isoformat()
