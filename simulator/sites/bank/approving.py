"""The person's agreement: a screen that says exactly what is agreed to, or a code by SMS. « Valider » always says yes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from simulator.engine import Event, Fact, Step, oui
from simulator.money import MOST, cents, euros, told
from simulator.sites.bank.state import (
    ACTIVE,
    CANCELLED,
    DONE,
    MATCH,
    PAYEE,
    PAYMENT,
    REFUSED,
    TRANSFER,
    WAITING,
    Demand,
    Payee,
    State,
)  # fmt: skip

MOST_WAITING = 20
NO_CARD = "Votre carte est bloquée ou verrouillée : le paiement est refusé."


def next_id(state: State) -> str:
    """The id of the demand to come."""
    return next(f"d{n}" for n in range(len(state.demands) + 1, 10_000) if state.demand(f"d{n}") is None)


def address(state: State, demand: Demand) -> str:
    return f"{state.base}/accord/{demand.id}"


def ask(state: State, demand: Demand) -> Step:
    """Ask for an agreement, and show the page that asks for it."""
    demand = replace(demand, way="" if state.way == "choix" else state.way)
    state = replace(state, demands=(*state.demands, demand))
    facts: tuple[Fact, ...] = ()
    if demand.way == "sms":
        state, facts = send_code(state, demand)
    return Step(state, facts, address(state, demand))


def hear_payment(state: State, data: Mapping[str, Any]) -> Step:
    """A shop asks for a payment by card."""
    value, reference = cents(data.get("montant", "")), str(data.get("reference", ""))
    if not value or value < 0 or value > MOST or state.card is None or len(state.waiting) >= MOST_WAITING:
        return Step(state)
    if any(d.reference == reference and d.status == WAITING for d in state.demands):
        return Step(state)
    demand = Demand(
        next_id(state), PAYMENT, str(data.get("marchand", "")), value, when="maintenant", reference=reference, back=str(data.get("retour", "")),
        way="" if state.way == "choix" else state.way,
    )  # fmt: skip
    state = replace(state, demands=(*state.demands, demand))
    return Step(*send_code(state, demand)) if demand.way == "sms" else Step(state)


def hear_cancelled(state: State, reference: str) -> Step:
    """A shop's order was cancelled: nothing is asked any more, and what was paid comes back."""
    found = next((d for d in reversed(state.demands) if reference and d.reference == reference), None)
    if found is None or found.status not in (WAITING, DONE):
        return Step(state)
    return Step(state.with_demand(replace(found, status=REFUSED if found.status == WAITING else CANCELLED)))


def sentence(demand: Demand) -> str:
    """What is agreed to, in one sentence: it is the same on the screen and in the SMS."""
    if demand.kind == PAYEE:
        return f"ajouter {demand.who} à vos bénéficiaires"
    what = "un virement" if demand.kind == TRANSFER else "un paiement"
    return f"{what} de {euros(demand.cents)} à {demand.who}"


def send_code(state: State, demand: Demand) -> tuple[State, tuple[Fact, ...]]:
    """A new code by SMS; the one before no longer works."""
    code = state.codes[state.sent] if state.sent < len(state.codes) else f"{(314159 + 271829 * state.sent) % 1_000_000:06d}"
    text = f"{state.name} : le code {code} sert à valider {sentence(demand)}. Ne le donnez à personne, même à nous."
    state = replace(state, sent=state.sent + 1).with_demand(replace(demand, way="sms", code=code))
    return state, (Fact("banque.code_envoye", {"numero": state.mobile, "texte": text, "nom": state.name}),)


def _waiting(state: State, event: Event) -> Demand | None:
    found = state.demand(event.args.get("id", ""))
    return found if found and found.status == WAITING else None


def on_par_sms(state: State, event: Event, url: str) -> Step:
    """Ask for a code, or for another one."""
    found = _waiting(state, event)
    if found is None or state.way == "application" or not state.mobile:
        return Step(state)
    state, facts = send_code(replace(state, error=None), found)
    return Step(state, facts, say="Un SMS est parti sur votre téléphone.")


def on_par_application(state: State, event: Event, url: str) -> Step:
    found = _waiting(state, event)
    if found is None or state.way != "choix":
        return Step(state)
    return Step(replace(state, error=None).with_demand(replace(found, way="application", code="")))


def on_valider(state: State, event: Event, url: str) -> Step:
    found = _waiting(state, event)
    return agree(state, found) if found and found.way in ("", "application") and state.way != "sms" else Step(state)


def on_code(state: State, event: Event, url: str) -> Step:
    found = _waiting(state, event)
    if found is None or not found.code:
        return Step(state)
    typed = re.sub(r"\D", "", event.fields.get("code", ""))
    if typed != found.code:
        told_ = "Ce n’est pas le code du dernier SMS. Relisez-le." if typed else "Écrivez le code reçu par SMS : il a 6 chiffres."
        return Step(replace(state, error=("code", told_)), (Fact("banque.code_faux", {"id": found.id}),))
    return agree(state, found)


def on_refuser(state: State, event: Event, url: str) -> Step:
    found = _waiting(state, event)
    if found is None:
        return Step(state)
    facts = (Fact("banque.refus", _about(found)),)
    if found.kind == PAYMENT:
        facts += (Fact("banque.paiement_refuse", {**_payment(found), "raison": "personne"}),)
    return Step(
        replace(state, error=None).with_demand(replace(found, status=REFUSED)), facts, say="Vous avez refusé. Rien n’est parti."
    )


def agree(state: State, demand: Demand) -> Step:
    """The person said yes: it is done."""
    state = replace(state, error=None)
    yes = (Fact("banque.accord", _about(demand)),)
    if demand.kind == PAYMENT and (state.card is None or state.card.status != ACTIVE):
        fact = Fact("banque.paiement_refuse", {**_payment(demand), "raison": "carte"})
        return Step(state.with_demand(replace(demand, status=REFUSED)), (*yes, fact), say=NO_CARD)
    state = state.with_demand(replace(demand, status=DONE, code=""))
    if demand.kind == PAYMENT:
        return Step(state, (*yes, Fact("banque.paiement_valide", _payment(demand))), demand.back or None, say="Paiement validé.")
    if demand.kind == PAYEE:
        return _add_payee(state, demand, yes)
    payee = next((p for p in state.payees if p.id == demand.payee), None)  # taken away since, the alert was shown all the same
    about = {
        "vers": demand.who, "beneficiaire": demand.payee, "iban": demand.iban, "montant": told(demand.cents), "motif": demand.label,
        "verification": payee.verdict if payee else MATCH, "alerte": oui(payee and payee.alarm),
    }  # fmt: skip
    return Step(state, (*yes, Fact("banque.virement", about)), f"{state.base}/virements", say="Virement enregistré.")


def _add_payee(state: State, demand: Demand, yes: tuple[Fact, ...]) -> Step:
    number = len(state.payees) + 1
    name = next(f"b{n}" for n in range(number, 10_000) if all(p.id != f"b{n}" for p in state.payees))
    payee = Payee(name, demand.who, demand.iban, state.holder(demand.iban), note="ajouté aujourd’hui")
    fact = Fact("banque.beneficiaire_ajoute", {"nom": payee.name, "iban": payee.iban, "verification": payee.verdict})
    state = replace(state, payees=(*state.payees, payee))
    return Step(state, (*yes, fact), f"{state.base}/beneficiaires", say=f"{payee.name} est ajouté à vos bénéficiaires.")


def _about(demand: Demand) -> dict[str, str]:
    return {"id": demand.id, "genre": demand.kind, "qui": demand.who, "montant": told(demand.cents)}


def _payment(demand: Demand) -> dict[str, str]:
    return {"reference": demand.reference, "marchand": demand.who, "montant": told(demand.cents)}
