"""People's data in this place: who is erased soon, the journal, and the papers that the law asks for."""

from __future__ import annotations

from html import escape

import streamlit as st

from progress_db import place, purge
from ui import parts
from ui.session import Session
from workshops.rights import HEAD


def show(me: Session, pages: dict) -> None:
    parts.title("Les données des personnes", listen=False)
    parts.message()
    here = place.place(me.db)
    if here and here.controller:
        st.html(f"<p>Responsable : {escape(here.controller)}. Contact : {escape(here.dpo_contact or 'à compléter')}.</p>")
    st.markdown(f"Une personne sans activité depuis {purge.months(me.db)} mois est effacée, après un préavis de 30 jours.")
    st.page_link(pages["conservation"], label="Les personnes bientôt effacées")
    st.page_link(pages["journal"], label="Le journal : qui a consulté, exporté, effacé")
    if me.rank in HEAD:
        st.page_link(pages["lieu"], label="Le lieu : son nom, ses communes, la durée")
        st.page_link(pages["comptes"], label="Les comptes des conseillers")
        st.page_link(pages["sauvegardes"], label="Les sauvegardes : en remettre une")
    parts.to_print(
        ("/vos-donnees", "La notice, à afficher au mur"),
        ("/registre.txt", "La fiche pour le registre"),
        ("/analyse-d-impact.txt", "L’analyse d’impact, à compléter"),
        ("/accessibilite", "La déclaration d’accessibilité"),
    )
    st.page_link(pages["conseiller"], label="Espace conseiller", icon=":material/arrow_back:")
