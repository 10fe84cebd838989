"""The backups, for an administrator: which there are, what putting one back would lose, and putting it back."""

from __future__ import annotations

from html import escape

import streamlit as st

from progress_db import restoring
from progress_db.errors import Refusal, StorageProblem
from ui import parts, session
from ui.session import Session


def show(me: Session, pages: dict) -> None:
    parts.title("Les sauvegardes", listen=False)
    parts.message()
    chosen = session.here("remettre", "")
    if chosen:
        _before(me, pages, chosen)
        return
    st.markdown(
        "Une sauvegarde est faite toutes les 30 minutes, quand quelque chose a changé. Remettez-en une si des données ont été perdues ou abîmées."
    )
    found = restoring.offers(me.memory)
    if not found:
        st.markdown("Il n’y en a pas encore.")
    for one in found:
        label = f"Celle de {parts.day(one.taken_at)} à {parts.hour(one.taken_at)}"
        st.page_link(pages["sauvegardes"], label=label, query_params={"remettre": one.name})
    st.page_link(pages["donnees-du-lieu"], label="Les données des personnes", icon=":material/arrow_back:")


def _before(me: Session, pages: dict, name: str) -> None:
    try:
        gone = restoring.lost(me.memory, me.db, name)
    except (Refusal, StorageProblem) as problem:
        st.warning(problem.message)
    else:
        told = [_many(gone.people, "personne ajoutée", "personnes ajoutées"), _many(gone.events, "réponse ou leçon", "réponses ou leçons"),
                _many(gone.workshops, "atelier préparé", "ateliers préparés")]  # fmt: skip
        listed = "".join(f"<li>{line}</li>" for line in told if line) or "<li>Rien : tout y est déjà.</li>"
        st.html(
            f"<p>Ce qui est arrivé depuis cette sauvegarde ne sera plus là :</p><ul>{listed}</ul>"
            "<p>Les personnes effacées resteront effacées. L’état d’aujourd’hui est sauvegardé avant : vous pourrez y revenir. "
            "Tout le monde devra entrer de nouveau.</p>"
            "<form method='post' action='/remise' class='marquer'><p><label for='mot-remise'>Votre mot de passe</label> "
            "<input id='mot-remise' name='motdepasse' type='password' autocomplete='current-password' maxlength='1000'></p>"
            f"<input type='hidden' name='sauvegarde' value='{escape(name)}'>"
            "<p><button type='submit'>Remettre cette sauvegarde</button></p></form>"
        )
    st.page_link(pages["sauvegardes"], label="Choisir une autre sauvegarde", icon=":material/arrow_back:")


def _many(n: int, one: str, several: str) -> str:
    return f"{n} {several if n > 1 else one}" if n else ""
