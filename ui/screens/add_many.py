"""Add several people: paste a list, look at it, add it. Their cards are then printed on one sheet."""

from __future__ import annotations

from html import escape

import streamlit as st

from progress_db import people
from ui import parts, session
from ui.adding import ADDED, FILE, GROUP, LIST, add_all, looked_at, read_file
from ui.session import Session
from workshops.la_coop import GENDERS, STATUSES
from workshops.people_list import MOST, Line


def show(me: Session, pages: dict) -> None:
    parts.title("Ajouter plusieurs personnes", listen=False)
    parts.message()
    if made := session.value(ADDED):
        parts.print_cards(made, "Imprimer leurs cartes")
    st.markdown(
        "Écrivez ou collez un prénom par ligne. Un surnom convient. Depuis un tableur, collez aussi, dans cet ordre, "
        "l’année de naissance, la commune, le genre, le statut (pour le bilan, si la personne le veut bien) et le groupe."
    )
    with st.form("liste", border=False):
        st.text_area("Les prénoms", key=LIST, height=220)
        st.text_input("Les mettre dans un groupe (facultatif)", key=GROUP, max_chars=60, autocomplete="off")
        st.form_submit_button("Regarder la liste", type="primary")
    _preview(me)
    with st.expander("J’ai un fichier (XLSX ou CSV)"):
        parts.to_print(("/modele-liste.xlsx", "Un modèle à remplir"))
        # Formats that are not read are let in too: the answer then says how to save the list in one that is.
        st.file_uploader("Le fichier de la liste", type=["xlsx", "csv", "txt", "xls", "ods"], key=FILE)
        parts.counsellor_act(me, "Lire ce fichier", read_file)
    st.page_link(pages["groupes"], label="Les groupes")
    st.page_link(pages["conseiller"], label="Espace conseiller", icon=":material/arrow_back:")


def _preview(me: Session) -> None:
    lines = looked_at(me)
    if not lines:
        return
    known = {people.plain(person.name) for person in people.learners(me.db)}
    rows = "".join(
        f"<li>Ligne {line.number} : <strong>{escape(line.name or '(vide)')}</strong>{escape(_facts(line))}. "
        f"{escape(_told(line.name, wrong, known))}</li>"
        for line, wrong in lines
    )
    st.html(f"<ul>{rows}</ul>")
    if len(lines) == MOST:
        st.markdown(f"{MOST} lignes sont montrées à la fois. Ajoutez-les : la suite, s’il y en a une, reste dans la liste.")
    good = sum(not wrong for _line, wrong in lines)
    if good:
        label = f"Ajouter ces {good} personnes" if good > 1 else "Ajouter cette personne"
        parts.counsellor_act(me, label, add_all, main=True)


def _facts(line: Line) -> str:
    """What was read beside the first name, to see that each column is in its place."""
    told = (
        line.birth_year,
        line.commune,
        GENDERS.get(line.gender),
        STATUSES.get(line.status),
        line.group and f"groupe « {line.group} »",
    )
    return "".join(f", {one}" for one in told if one)


def _told(name: str, wrong: str, known: set[str]) -> str:
    if wrong:
        return f"Cette ligne n’est pas prise. {wrong}"
    return "Une personne porte déjà ce nom : est-ce une autre ?" if people.plain(name) in known else "Prêt."
