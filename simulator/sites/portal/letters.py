"""What the portal writes to the person: codes, the alert after a log-in, the news of a request.

The mailbox hears any fact with a `courriel`; the phone any `….code_envoye` with a `texte`.
"""

from __future__ import annotations

from typing import Any

from simulator.engine import Fact
from simulator.sites.portal.state import SIGNING, Account, Procedure, State


def mail(name: str, where: str, title: str, *lines: str) -> dict[str, Any]:
    """A message for the mailbox."""
    return {"nom": name, "adresse": f"ne-pas-repondre@{where}", "objet": title, "texte": list(lines)}


def code(account: Account) -> Fact:
    """The code that an account sends."""
    told = {"compte": account.id, "code": account.code}
    if account.sends == "sms":
        sms = {"nom": account.name, "texte": f"Votre code : {account.code}. Ne le donnez à personne."}
        return Fact("connexion.code_envoye", {**told, **sms})
    lines = (f"Votre code : {account.code}", "Il sert une seule fois.", "Ne le donnez à personne.")
    return Fact(
        "connexion.code_par_courriel",
        {**told, "courriel": mail(account.name, account.host or SIGNING, "Votre code de connexion", *lines)},
    )


def alert(state: State, account: Account) -> Fact:
    """After each log-in by PasseService, a message says so."""
    lines = (
        f"Une connexion au service « {state.service} » vient d’avoir lieu.",
        f"Le compte utilisé : {account.name}.",
        "C’est vous ? Vous n’avez rien à faire.",
        "Ce n’est pas vous ? Changez le mot de passe de ce compte.",
    )
    return Fact(
        "connexion.alerte",
        {"compte": account.id, "courriel": mail("PasseService", SIGNING, f"Alerte de connexion : {state.service}", *lines)},
    )


def notice(state: State, procedure: Procedure, number: str) -> tuple[Fact, ...]:
    """The service writes that it has the request, when the author wants it to."""
    if not procedure.notice:
        return ()
    lines = (f"Nous avons reçu votre demande : {procedure.title}.", f"Numéro de dossier : {number}", procedure.follows)
    letter = mail(state.service, state.host, "Votre demande est reçue", *filter(None, lines))
    return (Fact("demarche.avis", {"nom": procedure.id, "numero": number, "courriel": letter}),)
