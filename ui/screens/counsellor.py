"""The counsellor's first screen: who learns here, where each stands, add a person."""

from __future__ import annotations

import streamlit as st

from progress_db import people, purge, queries
from ui import parts, session
from ui.adding import add_one, name_field
from ui.people_table import people_table
from ui.session import Session
from ui.workshop_lines import today_first

DOORS = (
    ("seances", "Ateliers et permanences"),
    ("salle", "La salle"),
    ("carte", "La carte des compétences"),
    ("bilans", "Les bilans"),
    ("ateliers", "Les plans d’atelier"),
    ("contenus", "Les contenus"),
    ("donnees-du-lieu", "Les données des personnes"),
    ("mon-compte", "Mon compte"),
)


def show(me: Session, pages: dict) -> None:
    parts.title("Espace conseiller", listen=False)
    parts.message()
    if me.memory.problem:
        st.warning(me.memory.problem)
    problems = [p for p in me.shelf.problems if not p.advice]
    if problems:
        files = len({p.file for p in problems})
        st.warning(f"{files} fichier{'s' if files > 1 else ''} de contenu à corriger. Le reste fonctionne.")
    if soon := purge.told(me.db):
        st.warning(f"{soon} personne{'s' if soon > 1 else ''} sans activité : bientôt effacée{'s' if soon > 1 else ''}.")
        st.page_link(pages["conservation"], label="Voir qui, et quand")
    today_first(me, pages)
    with st.container(horizontal=True):
        for path, label in DOORS:
            st.page_link(pages[path], label="Voir ce qu’il faut corriger" if problems and path == "contenus" else label)
    st.header("Ajouter une personne", anchor=False)
    with st.form("ajouter", clear_on_submit=False, border=False):
        st.text_input("Prénom ou surnom", key=name_field(), autocomplete="off", max_chars=80)
        st.form_submit_button("Ajouter", type="primary", on_click=session.acting(add_one, only="counsellor"))
    parts.to_print(("/vos-donnees", "À lire ensemble avant : ce qui est gardé"))
    st.page_link(pages["ajouter"], label="Ajouter plusieurs personnes")
    st.page_link(pages["groupes"], label="Les groupes")
    st.header("Les personnes", anchor=False)
    everyone = people.learners(me.db)
    if not everyone:
        st.markdown("La liste est vide. Ajoutez un prénom ci-dessus : la carte s’imprime ensuite.")
        return
    st.page_link(pages["retirees"], label="Personnes retirées")
    st.html(people_table(everyone, queries.standings(me.db), session.here("tri", "")))
