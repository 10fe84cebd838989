"""The counsellor's first screen: who learns here, where each stands, add a person."""

from __future__ import annotations

from html import escape

import streamlit as st

from learning.autonomy import Level
from progress_db import people, queries
from progress_db.errors import BadName
from ui import parts, session
from ui.session import Session


def show(me: Session, pages: dict) -> None:
    parts.title("Espace conseiller", listen=False)
    parts.message()
    if me.memory.problem:
        st.warning(me.memory.problem)
    problems = [p for p in me.shelf.problems if not p.advice]
    if problems:
        files = len({p.file for p in problems})
        st.warning(f"{files} fichier{'s' if files > 1 else ''} de contenu à corriger. Le reste fonctionne.")
    st.page_link(pages["contenus"], label="Voir ce qu’il faut corriger" if problems else "Les contenus")
    st.page_link(pages["seances"], label="Ateliers et permanences")
    st.page_link(pages["salle"], label="La salle")
    st.page_link(pages["bilans"], label="Les bilans")
    st.page_link(pages["ateliers"], label="Les plans d’atelier")
    st.header("Ajouter une personne", anchor=False)
    with st.form("ajouter", clear_on_submit=False, border=False):
        st.text_input("Prénom ou surnom", key=_field(), autocomplete="off", max_chars=80)
        st.form_submit_button("Ajouter", type="primary", on_click=session.acting(_add, only="counsellor"))
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
    st.html(f"<table class='personnes'><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>")


def _row(person: people.Learner, skills: dict) -> str:
    counts = [sum(s.level == n for s in skills.values()) for n in (1, 2, 3)]
    seen = max((s.last_seen for s in skills.values() if s.last_seen), default=None)
    card = "en pause" if person.locked else "oui" if person.card and person.pin else "à imprimer"
    cells = "".join(f"<td>{cell}</td>" for cell in (card, *counts, parts.day(seen) if seen else "pas encore"))
    return f"<tr><th scope='row'><a href='/personne?id={escape(person.id)}' target='_self'>{escape(person.name)}</a></th>{cells}</tr>"


def _field() -> str:
    """The key of the first name's field. It changes at each person added: the same form sent twice adds one person."""
    return f"nouveau-prenom-{session.value('ajouts') or 0}"


def _add(me: Session) -> str:
    name = session.value(_field()) or ""
    if not name and session.value("ajouts"):
        return ""  # the second half of a double press
    try:
        person = people.add_learner(me.db, name, me.now)
    except BadName as problem:
        session.say(problem.message, "problem")
        return ""
    session.keep("ajouts", (session.value("ajouts") or 0) + 1)
    return f"{person.name} est dans la liste. Ouvrez sa page pour imprimer sa carte."
