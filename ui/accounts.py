"""What counsellors do with accounts: their own, and for an administrator the others'."""

from __future__ import annotations

from progress_db import accounts, counsellors
from progress_db.errors import BadPassword
from ui import session
from ui.session import Session

SHOWN, SECRET = "compte-mot-de-passe", "compte-secret"
PROOF = "moi-preuve"  # the field of the password asked again
WRONG = "Ce n’est pas votre mot de passe. Rien n’a été changé."


def add(me: Session) -> str:
    one, password = accounts.add(
        me.db,
        me.who,
        session.value("compte-nom") or "",
        session.value("compte-identifiant") or "",
        session.value("compte-role") or "",
        me.now,
    )
    session.keep(SHOWN, (one.name, one.login, password))
    return f"Le compte de {one.name} est ouvert."


def set_role(me: Session, account_id: str, role: str) -> str:
    accounts.set_role(me.db, me.who, account_id, role, me.now)
    return "Le rôle est changé."


def close(me: Session, account_id: str) -> str:
    accounts.close(me.db, me.who, account_id, me.now)
    return "Le compte est fermé. Ce que cette personne a fait reste."


def reopen(me: Session, account_id: str) -> str:
    accounts.reopen(me.db, me.who, account_id, me.now)
    return "Le compte est rouvert, avec le même mot de passe."


def new_password(me: Session, account_id: str) -> str:
    one = accounts.account(me.db, account_id)
    password = accounts.new_password(me.db, me.who, account_id, me.now)
    session.keep(SHOWN, (one.name, one.login, password) if one else None)
    return "Un nouveau mot de passe est tiré. L’ancien n’ouvre plus rien."


def _mine(me: Session, field: str) -> bool:
    """The password asked again: an open page on a desk must not be enough."""
    if counsellors.check_password(me.db, me.who, session.value(field) or ""):
        return True
    session.say(WRONG, "problem")
    return False


def change_password(me: Session) -> str:
    new = session.value("moi-nouveau") or ""
    if not _mine(me, "moi-ancien"):
        return ""
    if new != (session.value("moi-encore") or ""):
        session.say("Les deux nouveaux mots de passe sont différents. Écrivez deux fois le même.", "problem")
        return ""
    try:
        counsellors.set_password(me.db, me.who, new, keep_session=me.digest)
    except BadPassword as problem:
        session.say(problem.message, "problem")
        return ""
    return "Votre mot de passe est changé. Ailleurs, vos autres sessions sont fermées."


def prepare_codes(me: Session) -> str:
    if _mine(me, PROOF):
        session.keep(SECRET, accounts.new_secret())
    return ""


def turn_on_codes(me: Session) -> str:
    secret = session.value(SECRET)
    if secret and accounts.turn_on(me.db, me.who, secret, session.value("moi-six-chiffres") or "", me.now):
        session.drop(SECRET)
        return "C’est fait : ces 6 chiffres seront demandés à chaque connexion. Gardez une feuille de secours."
    session.say("Ce ne sont pas les 6 chiffres du moment. Attendez les suivants, puis essayez encore.", "problem")
    return ""


def turn_off_codes(me: Session) -> str:
    if not _mine(me, PROOF):
        return ""
    accounts.turn_off(me.db, me.who, me.now)
    return "Les 6 chiffres ne sont plus demandés."
