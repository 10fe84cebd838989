"""What the law wants said: the notice before anything is created, and two links reachable from every page."""

from __future__ import annotations

import streamlit as st

from ui.session import Session


def before_anything(me: Session) -> None:
    """On the first screen of somebody about whom nothing is kept yet but a first name."""
    if me.role == "learner" and not me.progress.seq:
        st.html(
            "<p class='notice'>Votre travail est gardé sous votre prénom, pour reprendre la prochaine fois. Vous pouvez tout voir, "
            "et tout effacer. <a href='/vos-donnees' target='_self'>Ce qui est gardé, et vos droits</a></p>"
        )


def foot() -> None:
    """The foot of every page."""
    st.html(
        "<p class='pied'><a href='/vos-donnees' target='_self'>Ce qui est gardé</a> "
        "<a href='/accessibilite' target='_self'>Accessibilité : non conforme</a></p>"
    )
