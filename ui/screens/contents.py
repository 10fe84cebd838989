"""The author files, for the counsellor: what must be corrected, where, and what to type."""

from __future__ import annotations

from html import escape

import streamlit as st

from ui import parts
from ui.session import Session


def show(me: Session, pages: dict) -> None:
    parts.title("Les contenus", listen=False)
    mistakes = [p for p in me.shelf.problems if not p.advice]
    advice = [p for p in me.shelf.problems if p.advice]
    if mistakes:
        st.markdown("Ces fichiers ont une erreur. La dernière bonne version reste montrée, et tout le reste fonctionne.")
    else:
        st.markdown("Tous les fichiers sont en ordre.")
    st.html(f"<ul class='problemes'>{''.join(f'<li>{escape(str(p))}</li>' for p in mistakes)}</ul>")
    if advice:
        st.header("Conseils", anchor=False)
        st.html(f"<ul class='problemes'>{''.join(f'<li>{escape(str(p))}</li>' for p in advice[:200])}</ul>")
    st.page_link(pages["conseiller"], label="Espace conseiller", icon=":material/arrow_back:")
