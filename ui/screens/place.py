"""The place: its name and villages, who answers for the data, how long they are kept. For administrators."""

from __future__ import annotations

import streamlit as st

from progress_db import place
from ui import parts, session
from ui.place import change
from ui.session import Session
from workshops.keeping import CHOICES


def show(me: Session, pages: dict) -> None:
    parts.title("Le lieu", listen=False)
    parts.message()
    here = place.place(me.db)
    if here is None:
        st.markdown("Ce lieu n’est pas encore installé.")
        return
    with st.form("lieu", border=False):
        st.text_input("Nom de l’espace", value=here.name, key="lieu-nom", max_chars=200, autocomplete="off")
        st.text_area("Communes, une par ligne", value="\n".join(here.villages), key="lieu-communes", height=120)
        label = "Adresse à taper pour venir ici (facultatif). Elle est écrite sur les cartes."
        st.text_input(label, value=here.public_url, key="lieu-adresse", max_chars=200, autocomplete="off")
        st.text_input("Responsable des données", value=here.controller, key="lieu-responsable", max_chars=200, autocomplete="off")
        label = "Pour joindre la personne chargée de la protection des données"
        st.text_input(label, value=here.dpo_contact, key="lieu-dpo", max_chars=200, autocomplete="off")
        label = "Pour signaler une difficulté d’accessibilité (sinon, la même adresse)"
        st.text_input(label, value=here.accessibility_contact, key="lieu-acces", max_chars=200, autocomplete="off")
        months = CHOICES.index(here.keep_months) if here.keep_months in CHOICES else 1
        label = "Effacer une personne après ce temps sans activité, avec un préavis de 30 jours"
        st.radio(label, CHOICES, months, format_func=lambda n: f"{n} mois", key="lieu-mois", horizontal=True)
        st.form_submit_button("Enregistrer", type="primary", on_click=session.acting(change, only="administrator"))
    st.page_link(pages["donnees-du-lieu"], label="Les données des personnes", icon=":material/arrow_back:")
