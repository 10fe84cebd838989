"""Getting in and out of an account, with its password and, when it is asked for, a code."""

from __future__ import annotations

import re
from dataclasses import replace

from simulator.engine import Event, Fact, Step, fold, oui
from simulator.shapes import Secret
from simulator.sites.account.state import Account, Clip, State

FIELDS = ("secret", "actuel", "nouveau")  # where a password can be pasted


def at(account: Account, place: str) -> str:
    """The address of a place of this account."""
    return f"https://{account.host}/{place}"


def wrong(state: State, account: Account, field: str, said: str) -> Step:
    """Nothing is done; the field is said; what was typed stays in the browser."""
    return Step(state.put(replace(account, error=(field, said))))


def given(account: Account, event: Event, field: str) -> Secret | None:
    """The password of a field: the one that was pasted, else what was typed; None of an empty box."""
    if field in account.pasted:
        return account.pasted[field].secret
    typed = event.fields.get(field, "")
    return Secret.typed(typed) if typed else None


def on_entrer(state: State, account: Account, event: Event) -> Step:
    """The identifier and the password; then a code when the account is doubly checked."""
    if account.inside or account.half:
        return Step(state)
    login, secret = event.fields.get("identifiant", "").strip()[:100], given(account, event, "secret")
    account = replace(account, typed_login=login)
    if not login:
        return wrong(state, account, "identifiant", "Écrivez votre identifiant.")
    if secret is None:
        return wrong(state, account, "secret", "Écrivez votre mot de passe, ou collez celui du coffre.")
    if fold(login) != fold(account.login) or not secret.like(account.secret):
        return wrong(
            state, account, "secret", "L’identifiant ou le mot de passe ne va pas. Relisez les deux, puis essayez encore."
        )
    account = replace(account, pasted={}, error=None, seen=False)
    if not account.double:
        return enter(state, account)
    account = replace(account, half=True)
    if account.double != "sms":
        return Step(state.put(account), goto=at(account, "code"))
    return replace(send_code(state, account, "connexion"), goto=at(account, "code"))


def enter(state: State, account: Account) -> Step:
    told = {"adresse": account.host, "double": oui(account.double), "moyen": account.double}
    account = replace(account, inside=True, half=False, error=None, waiting="", typed_login="")
    return Step(state.put(account), (Fact("compte.connecte", told),), at(account, "accueil"), say=f"Bonjour {account.name}.")


def send_code(state: State, account: Account, why: str) -> Step:
    """A code leaves for the phone: the phone hears of the fact."""
    account = replace(account, sent=account.sent + 1, waiting=why, error=None)
    sms = f"{account.service} : votre code est {account.code}. Ne le donnez à personne."
    told = {"adresse": account.host, "moyen": "sms", "nom": account.service, "texte": sms}
    return Step(state.put(account), (Fact("compte.code_envoye", told),), say="Un code est parti vers votre téléphone.")


def bare(typed: str) -> str:
    """A code as it counts: without spaces nor signs, in small letters."""
    return re.sub(r"[^0-9a-z]", "", typed.casefold())[:20]


def spare(account: Account, typed: str) -> str | None:
    """The recovery code that was typed, when it was not used yet."""
    return next((c for c in account.spare if bare(c) == typed and c not in account.used), None)


def code_problem(account: Account, means: str, typed: str) -> str | None:
    """What to say of a code; None when it is right."""
    if not typed:
        return "Écrivez le code dans la case."
    if means == "papier":
        return None if spare(account, typed) else "Ce code n’est pas dans la liste, ou il a déjà servi. Relisez-le."
    wanted = account.code if means == "sms" else account.shown_code
    if typed == wanted:
        return None
    if means == "sms" and typed in account.codes[: max(account.sent - 1, 0)]:
        return "Ce code est un ancien code. Prenez celui du dernier SMS."
    return "Ce n’est pas ce code. Relisez-le, un chiffre après l’autre."


def on_code(state: State, account: Account, event: Event) -> Step:
    """The code asked for after the password; a recovery code does as well, once."""
    if account.inside or not account.half:
        return Step(state)
    typed = bare(event.fields.get("code", ""))
    recovery = spare(account, typed)
    if recovery:
        return enter(state, replace(account, used=(*account.used, recovery)))
    problem = code_problem(account, account.double, typed)
    return wrong(state, account, "code", problem) if problem else enter(state, account)


def on_renvoyer(state: State, account: Account, event: Event) -> Step:
    """Send a code again, when one was sent."""
    asked = (account.half and account.double == "sms") or (account.inside and account.waiting == "double")
    return send_code(state, account, account.waiting or "connexion") if asked else Step(state)


def on_recommencer(state: State, account: Account, event: Event) -> Step:
    """Back to the password."""
    return Step(state.put(replace(account, half=False, error=None, waiting="")), goto=at(account, "connexion"))


def on_quitter(state: State, account: Account, event: Event) -> Step:
    if not account.inside:
        return Step(state)
    account = replace(account, inside=False, half=False, pasted={}, error=None, waiting="", seen=False)
    return Step(state.put(account), (Fact("compte.deconnecte", {"adresse": account.host}),), at(account, "connexion"), say="La déconnexion est faite.")  # fmt: skip


def on_voir(state: State, account: Account, event: Event) -> Step:
    """Show or hide what is being typed."""
    return Step(state.put(replace(account, seen=not account.seen)))


def on_coller(state: State, account: Account, event: Event) -> Step:
    """Paste what was copied in the safe."""
    field = event.args.get("champ", "")
    if state.clip is None or field not in FIELDS:
        return Step(state)
    return Step(state.put(replace(account, pasted={**account.pasted, field: state.clip}, error=None)), say="Mot de passe collé.")


def on_vider(state: State, account: Account, event: Event) -> Step:
    """Take away what was pasted: the box to type in comes back."""
    left: dict[str, Clip] = {k: v for k, v in account.pasted.items() if k != event.args.get("champ")}
    return Step(state.put(replace(account, pasted=left)))
