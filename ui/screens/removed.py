"""Who was taken out or merged, and can still be put back or separated: one month."""

from __future__ import annotations

from html import escape

import streamlit as st

from progress_db import bin, people
from ui import parts
from ui.personal import put_back, separate
from ui.session import Session


def show(me: Session, pages: dict) -> None:
    parts.title("Personnes retirées", listen=False)
    parts.message()
    st.markdown("Une personne retirée, ou réunie avec une autre, peut revenir pendant un mois. Ensuite, elle est effacée.")
    listed = bin.removed(me.db)
    if not listed:
        st.markdown("Personne pour le moment.")
    for one in listed:
        with st.container(border=True, key=f"retiree-{one.id}"):
            into = people.learner(me.db, one.into) if one.into else None
            how = f"réunie avec {into.name}" if into else "réunie avec une autre fiche" if one.into else "retirée"
            st.html(f"<p><strong>{escape(one.name)}</strong>, {escape(how)} {parts.moment(one.removed_at, me.now)}. "
                    f"Effacée {parts.day(one.removed_at + bin.KEPT)}.</p>")  # fmt: skip
            if one.into:
                parts.counsellor_act(me, f"Séparer {one.name}", separate, one.id)
            else:
                parts.counsellor_act(me, f"Remettre {one.name}", put_back, one.id)
    st.page_link(pages["conseiller"], label="Toutes les personnes", icon=":material/arrow_back:")
