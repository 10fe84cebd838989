"""Who will be erased soon, and when: the thirty days in which the counsellor may say otherwise."""

from __future__ import annotations

import streamlit as st

from progress_db import purge
from ui import parts
from ui.place import keep
from ui.session import Session
from workshops.keeping import erased_on


def show(me: Session, pages: dict) -> None:
    parts.title("Les personnes bientôt effacées", listen=False)
    parts.message()
    months = purge.months(me.db)
    st.markdown(
        f"Après {months} mois sans activité, une personne et son travail sont effacés. Vous êtes prévenu 30 jours avant. "
        "Les bilans déjà faits gardent leurs nombres, sans nom."
    )
    listed = purge.quiet(me.db, me.now)
    if not listed:
        st.markdown("Personne pour le moment.")
    for one in listed:
        with st.container(border=True, key=f"bientot-{one.learner}"):
            end = erased_on(one, months)
            when = parts.day(end) if end > me.now else "au prochain passage"
            st.page_link(pages["personne"], label=one.name, query_params={"id": one.learner})
            st.markdown(f"Vue pour la dernière fois {parts.day(one.last)}. Effacée {when}.")
            parts.counsellor_act(me, f"Garder {one.name}", keep, one.learner)
    st.page_link(pages["donnees-du-lieu"], label="Les données des personnes", icon=":material/arrow_back:")
