"""The counsellors' accounts, for an administrator: add, close, change the role, draw a new password."""

from __future__ import annotations

from html import escape

import streamlit as st

from progress_db import accounts
from progress_db.accounts import ROLES, Account
from ui import parts, session
from ui.accounts import SHOWN, add, close, new_password, reopen, set_role
from ui.session import Session


def show(me: Session, pages: dict) -> None:
    parts.title("Les comptes des conseillers", listen=False)
    parts.message()
    if told := session.value(SHOWN):
        name, login, password = (escape(one) for one in told)
        st.html(f"<p class='code-secret' role='status'>Pour {name} : identifiant {login}, mot de passe<br><strong class='mot-de-passe'>{password}"
                "</strong><br>Notez-le, puis donnez-le de la main à la main. Il ne sera plus montré.</p>")  # fmt: skip
        session.drop(SHOWN)
    for one in accounts.accounts(me.db, me.who):
        with st.container(border=True, key=f"compte-{one.id}"):
            _account(me, one)
    st.header("Ouvrir un compte", anchor=False)
    st.markdown("Pour un collègue, ou un remplaçant. Fermez-le quand la personne part : ce qu’elle a fait reste.")
    with st.form("compte", border=False, clear_on_submit=True):
        st.text_input("Prénom et nom", key="compte-nom", max_chars=80, autocomplete="off")
        st.text_input("Identifiant", key="compte-identifiant", max_chars=60, autocomplete="off")
        st.radio("Rôle", list(ROLES), format_func=ROLES.get, key="compte-role")
        st.form_submit_button("Ouvrir ce compte", type="primary", on_click=session.acting(add, only="administrator"))
    st.page_link(pages["donnees-du-lieu"], label="Les données des personnes", icon=":material/arrow_back:")


def _account(me: Session, one: Account) -> None:
    facts = ["compte fermé" if one.closed else ROLES[one.role], "6 chiffres demandés" if one.totp else ""]
    st.html(f"<p><strong>{escape(one.name)}</strong> ({escape(one.login)})<br>{', '.join(fact for fact in facts if fact)}</p>")
    if one.id == me.who:
        st.markdown("C’est vous.")
        return
    if one.closed:
        _button(me, f"Rouvrir : {one.name}", reopen, one.id)
        return
    other = "counsellor" if one.administrator else "administrator"
    label = f"Rendre conseiller : {one.name}" if one.administrator else f"Rendre administrateur : {one.name}"
    with st.container(horizontal=True):
        _button(me, label, set_role, one.id, other)
        _button(me, f"Nouveau mot de passe : {one.name}", new_password, one.id)
        _button(me, f"Fermer : {one.name}", close, one.id)


def _button(me: Session, label: str, act, *args: str) -> None:
    st.button(label, key=me.key(act.__name__, *args), on_click=session.acting(act, only="administrator"), args=args)
