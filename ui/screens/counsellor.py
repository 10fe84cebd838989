"""The counsellor's first screen: who learns here, where each stands, add a person."""

from __future__ import annotations

from html import escape

import streamlit as st

from learning.autonomy import Level
from progress_db import people, purge, queries
from ui import parts, session
from ui.adding import add_one, name_field
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
    standings = queries.standings(me.db)
    rows = "".join(_row(person, standings.get(person.id, {})) for person in everyone)
    head = "".join(
        f"<th scope='col'>{t}</th>"
        for t in ("Personne", "Carte", *[Level(n).coop for n in (1, 2, 3)], "Vue pour la dernière fois")
    )
    st.page_link(pages["retirees"], label="Personnes retirées")
    st.html(f"<table class='personnes'><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>")


def _row(person: people.Learner, skills: dict) -> str:
    counts = [sum(s.level == n for s in skills.values()) for n in (1, 2, 3)]
    seen = max((s.last_seen for s in skills.values() if s.last_seen), default=None)
    card = "en pause" if person.locked else "oui" if person.card and person.pin else "à imprimer"
    cells = "".join(f"<td>{cell}</td>" for cell in (card, *counts, parts.day(seen) if seen else "pas encore"))
    return f"<tr><th scope='row'><a href='/personne?id={escape(person.id)}' target='_self'>{escape(person.name)}</a></th>{cells}</tr>"
