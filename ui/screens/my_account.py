"""One's own account, for every counsellor: the password, the recovery sheet, the six digits."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from progress_db import accounts
from progress_db.accounts import ROLES, Account
from ui import parts, session
from ui.accounts import PROOF, SECRET, change_password, prepare_codes, turn_off_codes, turn_on_codes
from ui.codes import square
from ui.session import Session


def show(me: Session, pages: dict) -> None:
    mine = accounts.account(me.db, me.who)
    parts.title("Mon compte", listen=False)
    parts.message()
    if mine is None:
        return
    st.markdown(f"Identifiant : {mine.login}. Rôle : {ROLES[mine.role].lower()}.")
    st.header("Changer mon mot de passe", anchor=False)
    with st.form("mot-de-passe", border=False, clear_on_submit=True):
        st.text_input("Mon mot de passe d’aujourd’hui", type="password", key="moi-ancien", autocomplete="current-password")
        st.text_input("Le nouveau, 12 signes ou plus", type="password", key="moi-nouveau", autocomplete="new-password")
        st.text_input("Le nouveau, encore une fois", type="password", key="moi-encore", autocomplete="new-password")
        st.form_submit_button(
            "Changer mon mot de passe", type="primary", on_click=session.acting(change_password, only="counsellor")
        )
    st.header("Ma feuille de secours", anchor=False)
    st.markdown(
        "Un code sur papier, pour choisir un nouveau mot de passe le jour où vous l’avez oublié. Rangez-la sous clé. "
        + (
            "Une feuille existe déjà : en imprimer une nouvelle éteint l’ancienne."
            if mine.recovery
            else "Vous n’en avez pas encore."
        )
    )
    st.html(
        "<form class='prouver' method='post' action='/feuille-de-secours.pdf' target='_blank'><label for='preuve'>Mon mot de passe</label>"
        "<input id='preuve' name='motdepasse' type='password' autocomplete='current-password' maxlength='1000' required>"
        "<button type='submit'>Imprimer ma feuille de secours</button></form>"
    )
    _codes(me, mine)
    st.page_link(pages["conseiller"], label="Espace conseiller", icon=":material/arrow_back:")


def _codes(me: Session, mine: Account) -> None:
    st.header("Six chiffres en plus (facultatif)", anchor=False)
    secret = session.value(SECRET)
    if mine.totp:
        st.markdown("À chaque connexion, votre téléphone donne 6 chiffres.")
        with _asked_again("sans-chiffres"):
            st.form_submit_button("Ne plus demander les 6 chiffres", on_click=session.acting(turn_off_codes, only="counsellor"))
    elif not secret:
        st.markdown(
            "Une application de codes, sur votre téléphone, donne 6 chiffres à chaque connexion. Rien n’est envoyé à personne."
        )
        with _asked_again("avec-chiffres"):
            st.form_submit_button("Préparer les 6 chiffres", on_click=session.acting(prepare_codes, only="counsellor"))
    else:
        st.html(square(mine.login, secret))
        with st.form("chiffres", border=False, clear_on_submit=True):
            st.text_input("Les 6 chiffres que l’application montre", key="moi-six-chiffres", max_chars=12, autocomplete="off")
            st.form_submit_button("Vérifier et activer", on_click=session.acting(turn_on_codes, only="counsellor"))


@contextmanager
def _asked_again(name: str) -> Iterator[None]:
    """A form that asks for the password once more."""
    with st.form(name, border=False, clear_on_submit=True):
        st.text_input("Mon mot de passe", type="password", key=PROOF, autocomplete="current-password")
        yield
