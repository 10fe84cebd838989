"""One person, for the counsellor: the card and the code, what she can do and why, a lesson to propose."""

from __future__ import annotations

from html import escape

import streamlit as st

from progress_db import acts, people
from ui import parts, session
from ui.counselling import new_pin, propose, unlock
from ui.person_sheet import by_level, seen
from ui.session import Session


def show(me: Session, pages: dict) -> None:
    person = people.learner(me.db, session.here("id", ""))
    if person is None or person.guest:
        return parts.lost(pages)
    acts.write(me.db, me.who, acts.VIEW, person.id, me.now)
    parts.title(person.name, listen=False)
    parts.message()
    _card(me, person)
    _propose(me, person)
    st.page_link(pages["fiche-personne"], label="Sa fiche, une carte perdue, effacer", query_params={"id": person.id})
    st.page_link(pages["parcours-personne"], label="Son parcours, et les points déjà faits", query_params={"id": person.id})
    st.header("Ce que la personne sait faire", anchor=False)
    st.html(seen(me, person.id) + by_level(me, person.id))
    whose = f".pdf?personne={person.id}"
    parts.to_print((f"/carnet{whose}", "Imprimer son carnet"), (f"/attestation{whose}", "Son attestation"))
    st.page_link(pages["conseiller"], label="Toutes les personnes", icon=":material/arrow_back:")


def _card(me: Session, person: people.Learner) -> None:
    st.header("Carte et code", anchor=False)
    if person.locked:
        st.warning("La carte est en pause après plusieurs essais. Le travail de la personne est gardé.")
        st.button(
            "Remettre la carte en marche",
            key=me.key("unlock"),
            on_click=session.acting(unlock, only="counsellor"),
            args=(person.id,),
        )
    label, kind = ("Imprimer une nouvelle carte", "") if person.card else ("Imprimer la carte", "principal")
    if person.card:
        st.markdown("Cette personne a une carte. En imprimer une nouvelle éteint l’ancienne.")
    st.html(
        f"<form method='post' action='/carte.pdf?personne={escape(person.id)}' target='_blank'><button type='submit' class='{kind}'>{label}</button></form>"
    )
    code = session.value("code-" + person.id)
    if code:
        st.html(f"<p class='code-secret' role='status'>Code à 4 chiffres de {escape(person.name)} : <strong>{code}</strong><br>"
                "Donnez-le à part de la carte. Il ne sera plus montré.</p>")  # fmt: skip
        session.drop("code-" + person.id)
    label = "Donner un nouveau code" if person.pin else "Donner un code à 4 chiffres"
    st.button(label, key=me.key("pin"), on_click=session.acting(new_pin, only="counsellor"), args=(person.id,))


def _propose(me: Session, person: people.Learner) -> None:
    lessons = me.shelf.lessons
    if not lessons:
        return
    with st.expander("Proposer une leçon"), st.form("proposer", border=False):
        st.radio("Leçon", range(len(lessons)), format_func=lambda i: lessons[i].title, key="lecon-proposee")
        st.form_submit_button(
            "Proposer cette leçon",
            on_click=session.acting(propose, only="counsellor"),
            args=(person.id, [x.ref for x in lessons]),
        )
