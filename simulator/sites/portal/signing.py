"""Signing in: the choice of an account at PasseService, its password, its code, the return; an account of one's own; signing out."""

from __future__ import annotations

from dataclasses import replace

from simulator.engine import Event, Fact, Step, host, path
from simulator.shapes import shape
from simulator.sites.portal import letters
from simulator.sites.portal.fields import judged
from simulator.sites.portal.state import OWN, SIGN, SIGNING, Account, Field, State

SHORTEST = 8
NAME, MAIL = Field("nom", "Votre nom"), Field("adresse", "Votre adresse de courriel", "courriel")


def place(account: Account) -> str:
    """Where the pages of an account begin."""
    return f"https://{account.host or SIGNING}"


def account_at(state: State, url: str, room: str) -> Account | None:
    """The account whose page `room` (« connexion », « code ») is at this address."""
    _, first, account_id, *more = (*path(url).split("/"), "", "")
    account = state.account(account_id) if first == room and not any(more) else None
    return account if account and place(account) == f"https://{host(url)}" else None


def on_se_connecter(state: State, event: Event, url: str) -> Step:
    """« Se connecter », in the head of the service: one comes back to the page one left."""
    return Step(_coming(state, url), goto=f"{state.base}/connexion")


def on_passeservice(state: State, event: Event, url: str) -> Step:
    return Step(_coming(state, url), goto=f"{SIGN}/")


def on_creer(state: State, event: Event, url: str) -> Step:
    return Step(_coming(state, url), goto=f"{state.base}/compte")


def _coming(state: State, url: str) -> State:
    elsewhere = host(url) != state.host or path(url) in ("/connexion", "/compte") or path(url).startswith("/connexion/")
    return state if elsewhere else replace(state, coming=url)


def on_compte(state: State, event: Event, url: str) -> Step:
    """An account of the list is chosen."""
    account = state.account(event.args.get("compte", ""))
    if account is None:
        return Step(state)
    state = replace(_coming(state, url), trying=account.id, proof="")
    return Step(state, (Fact("connexion.choix", {"compte": account.id}),), f"{place(account)}/connexion/{account.id}")


def on_identifier(state: State, event: Event, url: str) -> Step:
    """An identifier and a password were sent."""
    account = account_at(state, url, "connexion")
    if account is None:
        return Step(state)
    typed, password = event.fields.get("identifiant", ""), event.fields.get("mot-de-passe", "")
    state = replace(state, trying=account.id, proof="", tries=state.tries + 1)
    errors = {}
    if not typed.strip():
        errors["identifiant"] = "Écrivez votre identifiant."
    if not password:
        errors["mot-de-passe"] = "Écrivez votre mot de passe."
    if errors:
        return Step(replace(state, errors=errors))
    if not account.login or _bare(typed) != _bare(account.login) or shape(password) != account.shape:
        sentence = "L’identifiant ou le mot de passe n’est pas celui de ce compte. Relisez-les, puis essayez de nouveau."
        return _refused(state, account, "mot-de-passe", sentence)
    if account.sends:
        return _send_code(state, account, f"{place(account)}/code/{account.id}")
    return _proved(state, account)


def _send_code(state: State, account: Account, goto: str | None) -> Step:
    """A code leaves; the page that asks for it opens."""
    by = "courriel" if account.sends == "courriel" else "SMS"
    state = replace(state, trying=account.id, proof="code", errors={})
    return Step(state, (letters.code(account),), goto, say=f"Un code vous a été envoyé par {by}.")


def on_renvoyer(state: State, event: Event, url: str) -> Step:
    account = _awaited(state, url)
    return _send_code(state, account, None) if account else Step(state)


def on_code(state: State, event: Event, url: str) -> Step:
    account = _awaited(state, url)
    if account is None:
        return Step(state)
    if _bare(event.fields.get("code", "")) == account.code:
        return _proved(state, account)
    empty = not event.fields.get("code", "").strip()
    sentence = (
        "Écrivez le code reçu." if empty else "Ce n’est pas le dernier code envoyé. Relisez-le, ou demandez un nouveau code."
    )
    return _refused(replace(state, tries=state.tries + 1), account, "code", sentence)


def _awaited(state: State, url: str) -> Account | None:
    account = account_at(state, url, "code")
    return account if account and state.trying == account.id and state.proof == "code" else None


def _bare(typed: str) -> str:
    return "".join(typed.split()).casefold()


def _refused(state: State, account: Account, where: str, sentence: str) -> Step:
    return Step(replace(state, errors={where: sentence}), (Fact("connexion.refusee", {"compte": account.id}),))


def _proved(state: State, account: Account) -> Step:
    state = replace(state, trying=account.id, proof="retour", errors={})
    return _signed(state, account) if account.id == OWN else Step(state, goto=f"{SIGN}/retour")


def on_continuer(state: State, event: Event, url: str) -> Step:
    """« Continuer vers le service »."""
    account = state.account(state.trying)
    return _signed(state, account) if account and state.proof == "retour" else Step(state)


def _signed(state: State, account: Account) -> Step:
    back = state.coming or f"{state.base}/"
    told = () if account.id == OWN else (letters.alert(state, account),)
    state = replace(state, signed=account.id, trying="", proof="", coming="", errors={})
    return Step(state, (Fact("connexion.reussie", {"compte": account.id}), *told), back, say="La connexion est faite.")


def on_renoncer(state: State, event: Event, url: str) -> Step:
    """Back to the service without signing in."""
    return Step(replace(state, trying="", proof="", errors={}), goto=f"{state.base}/")


def on_deconnecter(state: State, event: Event, url: str) -> Step:
    if not state.signed:
        return Step(state)
    fact = Fact("connexion.fermee", {"compte": state.signed})
    return Step(replace(state, signed="", coming=""), (fact,), f"{state.base}/", say="La déconnexion est faite.")


def on_inscrire(state: State, event: Event, url: str) -> Step:
    """An account of the portal itself is created. Of its password, only the shape is known."""
    if not state.creation or path(url) != "/compte":
        return Step(state)
    fields, password = event.fields, event.fields.get("mot-de-passe", "")
    typed = {f.name: " ".join(fields.get(f.name, "").split())[:200] for f in (NAME, MAIL)}
    errors = {f.name: problem for f in (NAME, MAIL) if (problem := judged(f, typed[f.name]))}
    if len(password) < SHORTEST or not any(c.isdigit() for c in password):
        errors["mot-de-passe"] = f"Le mot de passe a {SHORTEST} signes au moins, dont un chiffre."
    elif shape(fields.get("encore", "")) != shape(password):
        errors["encore"] = "Les deux mots de passe ne sont pas les mêmes."
    if not fields.get("conditions"):
        errors["conditions"] = "Cochez cette case pour créer le compte."
    state = replace(state, creating=typed, errors=errors, tries=state.tries + 1)
    if errors:
        return Step(state)
    account = Account(OWN, state.service, state.host, "Adresse de courriel", typed["adresse"], shape(password))
    state = replace(state, accounts=(*(a for a in state.accounts if a.id != OWN), account), creating={})
    step = _signed(state, account)
    return replace(
        step, facts=(Fact("connexion.compte_cree", {"adresse": typed["adresse"]}), *step.facts), say="Votre compte est créé."
    )
