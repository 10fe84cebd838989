"""A person's own facts, for the counsellor: correct them, put out a lost card, erase everything."""

from __future__ import annotations

import streamlit as st

from progress_db import acts, people, profiles
from ui import parts, session
from ui.personal import choices, correct, erase, lost_card, take_out
from ui.session import Session
from workshops.la_coop import GENDERS, STATUSES
from workshops.rights import HEAD


def show(me: Session, pages: dict) -> None:
    person = people.learner(me.db, session.here("id", ""))
    if person is None or person.guest:
        parts.title("La fiche", listen=False)
        parts.message()
        st.page_link(pages["retirees"], label="Personnes retirées")
        st.page_link(pages["conseiller"], label="Toutes les personnes", icon=":material/arrow_back:")
        return
    acts.write(me.db, me.who, acts.VIEW, person.id, me.now)
    parts.title(f"La fiche : {person.name}", listen=False)
    parts.message()
    _facts(me, person)
    if person.card:
        st.header("Carte perdue", anchor=False)
        st.markdown("La carte n’ouvre plus rien, tout de suite. Le travail de la personne est gardé.")
        parts.counsellor_act(me, "Éteindre la carte perdue", lost_card, person.id)
    st.header("Deux fiches pour la même personne", anchor=False)
    st.page_link(pages["reunir"], label="Réunir avec une autre fiche, ou avec un essai", query_params={"id": person.id})
    st.header("La personne ne vient plus", anchor=False)
    st.markdown("Retirée, elle n’est plus dans les listes et n’entre plus. Pendant un mois, vous pouvez la remettre.")
    parts.counsellor_act(me, f"Retirer {person.name} des listes", take_out, person.id)
    _export(me, person)
    st.page_link(pages["personne"], label=f"La page de {person.name}", query_params={"id": person.id})


def _facts(me: Session, person: people.Learner) -> None:
    told = profiles.profile(me.db, person.id)
    st.markdown("Seul le prénom, ou un surnom, est demandé. Le reste sert au bilan, si la personne le veut bien.")
    with st.form("fiche", border=False):
        st.text_input("Prénom ou surnom", value=person.name, key="fiche-prenom", max_chars=80, autocomplete="off")
        year = str(told.birth_year or "")
        st.text_input("Année de naissance (facultatif)", value=year, key="fiche-annee", max_chars=4, autocomplete="off")
        st.text_input("Commune (facultatif)", value=told.commune, key="fiche-commune", max_chars=80, autocomplete="off")
        for name, label, words, now in (("genre", "Genre", GENDERS, told.gender), ("statut", "Statut", STATUSES, told.status)):
            offered = choices(words)
            keys = list(offered)
            index = keys.index(now) if now in keys else 0
            st.radio(label, keys, index, format_func=offered.get, key=f"fiche-{name}", horizontal=True)
        click = session.acting(correct, only="counsellor")
        st.form_submit_button("Enregistrer la fiche", type="primary", on_click=click, args=(person.id,))


def _export(me: Session, person: people.Learner) -> None:
    parts.to_print((f"/mes-donnees.json?personne={person.id}", "Ses données, dans un fichier (si elle le demande)"))
    if me.rank not in HEAD:
        st.markdown("Pour effacer tout, tout de suite, demandez à l’administrateur du lieu.")
        return
    with st.expander("Effacer cette personne"), st.form("effacer", border=False):
        st.markdown(
            "Tout est effacé : le prénom, la carte, les leçons, les entraînements. Cela ne se défait pas. "
            "Les bilans déjà faits gardent leurs nombres, sans nom."
        )
        st.text_input("Votre mot de passe", type="password", key="fiche-motdepasse", autocomplete="current-password")
        click = session.acting(erase, only="administrator")
        st.form_submit_button("Effacer tout", on_click=click, args=(person.id,))
