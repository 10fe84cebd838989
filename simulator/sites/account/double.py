"""Double verification: choosing a way, proving that it works, keeping the recovery codes; and the application of codes."""

from __future__ import annotations

from dataclasses import replace

from simulator.engine import Event, Fact, Step
from simulator.sites.account.entry import at, bare, code_problem, send_code, spare, wrong
from simulator.sites.account.starts import APP
from simulator.sites.account.state import MEANS, Account, State


def on_envoyer(state: State, account: Account, event: Event) -> Step:
    """Ask for a first code on the phone."""
    return send_code(state, account, "double") if account.phone else Step(state)


def on_activer(state: State, account: Account, event: Event) -> Step:
    """The code is right: from now on it is asked for at each log-in."""
    means = event.args.get("moyen", "")
    if means not in MEANS or means == account.double or (means == "sms" and account.waiting != "double"):
        return Step(state)
    typed = bare(event.fields.get("code", ""))
    if means == "application" and not account.linked:
        return wrong(state, account, "code", "Ajoutez d’abord ce compte dans l’application. Elle montrera un code.")
    if problem := code_problem(account, means, typed):
        return wrong(state, account, "code", problem)
    used = (*account.used, spare(account, typed)) if means == "papier" else account.used
    account = replace(account, double=means, waiting="", error=None, used=used)
    fact = Fact("compte.double_verification", {"adresse": account.host, "moyen": means})
    place = "double" if means == "papier" else "secours"
    return Step(state.put(account), (fact,), at(account, place), say="La double vérification est active.")


def on_arreter(state: State, account: Account, event: Event) -> Step:
    if not account.double:
        return Step(state)
    fact = Fact("compte.double_arretee", {"adresse": account.host, "moyen": account.double})
    say = "La double vérification est arrêtée. Le mot de passe suffit de nouveau."
    return Step(state.put(replace(account, double="", waiting="")), (fact,), at(account, "double"), say=say)


def on_codes(state: State, account: Account, event: Event) -> Step:
    """Keep the recovery codes: in a file, or on paper."""
    way = event.args.get("facon", "")
    if way not in ("fichier", "papier"):
        return Step(state)
    facts = (Fact("compte.codes_gardes", {"adresse": account.host, "facon": way}),)
    if way == "fichier":
        return Step(state, (Fact("fichier.telecharge", {"nom": account.file}), *facts), say=f"{account.file} est dans vos téléchargements.")  # fmt: skip
    return Step(state, facts, say="Bien. Rangez ce papier avec vos papiers importants.")


def link(state: State, event: Event) -> Step:
    """In the application: add the account whose key was copied."""
    typed = bare(event.fields.get("cle", ""))
    account = next((a for a in state.accounts.values() if bare(a.key) == typed and a.inside and not a.linked), None)
    if account is None:
        said = "Cette clé ne correspond à aucun compte. Relisez-la sur le site." if typed else "Écrivez la clé dans la case."
        return Step(replace(state, error=said))
    fact = Fact("compte.application_reliee", {"adresse": account.host})
    state = replace(state.put(replace(account, linked=True)), error="")
    return Step(state, (fact,), f"https://{APP}/", say=f"{account.service} est ajouté.")
