"""The reports: a period, its workshops to copy into La Coop, the table of the villages."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from html import escape

import streamlit as st

from learning.dates import MONTHS, PARIS
from progress_db import reports, workshops
from ui import parts
from ui.screens.workshops import in_a_line
from ui.session import Session
from workshops.coop_link import link
from workshops.workshop import Workshop

HOW_MANY = 12  # months one can go back


def show(me: Session, pages: dict) -> None:
    parts.title("Les bilans", listen=False)
    months = _months(me.now.astimezone(PARIS).date())
    chosen = st.selectbox("Période", list(months), key="periode", placeholder="Choisir")
    since, until = months[chosen] if chosen else next(iter(months.values()))
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
            f"<p><a href='{address}' target='_blank' rel='noopener noreferrer'>Ouvrir le formulaire de La Coop déjà rempli (essai, "
            "nouvel onglet)</a><br>Aucun nom n’y est écrit. La Coop peut changer : relisez avant d’envoyer.</p>"
        )


def _months(today: date) -> dict[str, tuple[str, str]]:
    """This month, those before, this year: words -> first and last day."""
    found, day = {}, today
    for _ in range(HOW_MANY):
        first, last = day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
        found[f"{MONTHS[day.month - 1]} {day.year}"] = (first.isoformat(), last.isoformat())
        day = first - timedelta(days=1)
    return {**found, f"année {today.year}": (f"{today.year}-01-01", f"{today.year}-12-31")}
