"""The room, live: who, which computer, which step, since when; who asked for help. Facts, never a verdict."""

from __future__ import annotations

from html import escape

import streamlit as st

from progress_db import room
from ui import parts, session
from ui.attendance import answer_call, end_session
from ui.board import facts, where
from ui.session import Session

EVERY = 2  # seconds: an act shows within three


def show(me: Session, pages: dict) -> None:
    parts.title("La salle", listen=False)
    parts.message()
    workshop = room.open_now(me.db)
    if workshop is None:
        st.markdown("Aucun atelier n’est ouvert. Quand vous en ouvrez un, les personnes apparaissent ici.")
    else:
        st.html(f"<p><strong>{escape(workshop.title)}</strong>, ouvert depuis {parts.hour(workshop.opened_at)}.</p>")
        _board()
    st.page_link(pages["projection"], label="Montrer une leçon à tout le groupe")
    _computers(me)
    st.page_link(pages["conseiller"], label="Espace conseiller", icon=":material/arrow_back:")


@st.fragment(run_every=EVERY)
def _board() -> None:
    """Looks again by itself. Looking is not an act: it keeps nobody signed in."""
    with parts.guarded(), session.opened(touch=False) as me:
        workshop = room.open_now(me.db)
        people = room.board(me.db, workshop) if workshop else []
        if not people:
            st.markdown("Personne n’est encore inscrit à cet atelier.")
        for one in people:
            with st.container(border=True, key=f"place-{one.learner}"):
                name = f"<strong>{escape(one.name)}</strong>"
                called = " <span class='appel'>demande de l’aide</span>" if one.called_at else ""
                st.html(f"<p>{name}{called}<br>{escape(where(me, one))}</p>{facts(one, me.now)}")
                if one.called_at:
                    act = session.acting(answer_call, only="counsellor")
                    st.button("J’y vais", key=me.key("va", one.learner), type="primary", on_click=act, args=(one.learner,))
                if one.session:
                    act = session.acting(end_session, only="counsellor")
                    label = f"Fermer la session : {one.name}"
                    st.button(label, key=me.key("fin", one.learner), type="tertiary", on_click=act, args=(one.learner,))


def _computers(me: Session) -> None:
    st.header("Les ordinateurs de la salle", anchor=False)
    known = room.computers(me.db)
    names = ", ".join(one.label for one in known) or "aucun pour le moment"
    st.html(
        f"<p>Ordinateurs marqués : {escape(names)}.</p>"
        "<form method='post' action='/ordinateur' class='marquer'><p><label for='nom-ordinateur'>Nom de cet ordinateur</label> "
        "<input id='nom-ordinateur' name='nom' maxlength='40' autocomplete='off'></p>"
        "<p>Marquez seulement un ordinateur de la salle. Pendant un atelier, il montre les prénoms des personnes attendues.</p>"
        "<p><button type='submit'>Marquer cet ordinateur</button> "
        "<button type='submit' name='retirer' value='oui'>Ne plus le marquer</button></p></form>"
    )
