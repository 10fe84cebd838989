"""A transfer: to whom, how much, read it again with the bank's check of the name, send it, cancel it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from simulator.engine import Event, Fact, Step, oui
from simulator.money import cents, euros, told
from simulator.sites.bank import approving
from simulator.sites.bank.state import CANCELLED, DONE, TRANSFER, Demand, Draft, Payee, State

FORM = "banque-virement-"  # the id of the form is this and the payee's


def keep_drafts(state: State, event: Event) -> State:
    """What was typed and not sent stays in the transfer it belongs to, or in the payee being added."""
    for form, fields in event.drafts.items():
        payee = state.payee(form.removeprefix(FORM)) if form.startswith(FORM) else None
        if payee:
            state = _with_draft(state, payee, fields)
        elif form == "banque-beneficiaire":
            state = replace(state, begun=(fields.get("nom", state.begun[0])[:60], fields.get("iban", state.begun[1])[:60]))
    return state


def _with_draft(state: State, payee: Payee, fields: Mapping[str, str]) -> State:
    old = state.drafts.get(payee.id, Draft())
    draft = Draft(fields.get("montant", old.amount)[:20], fields.get("motif", old.label)[:60])
    return replace(state, drafts={**state.drafts, payee.id: draft})


def on_continuer(state: State, event: Event, url: str) -> Step:
    payee = state.payee(event.args.get("vers", ""))
    if payee is None:
        return Step(state)
    state = _with_draft(state, payee, event.fields)
    if problem := refused(state, payee):
        return Step(replace(state, error=("montant", problem)))
    return Step(replace(state, error=None), goto=f"{state.base}/virement/{payee.id}/verifier")


def refused(state: State, payee: Payee) -> str | None:
    """What to look at again in the amount, None when it can be sent."""
    written = state.drafts.get(payee.id, Draft()).amount
    value = cents(written)
    if not written.strip():
        return "Écrivez le montant, en chiffres. Exemple : 25"
    if value is None or value <= 0:
        return "Écrivez le montant en chiffres. Exemple : 25 ou 25,50"
    if value > state.left:
        return f"Il y a {euros(state.left)} sur le compte. Écrivez un montant plus petit."
    return None


def alarm(state: State, payee: Payee) -> tuple[Fact, ...]:
    """The alert that the summary shows, told once it is on show."""
    if refused(state, payee) or not payee.alarm:
        return ()
    return (Fact("banque.alerte", {"vers": payee.name, "beneficiaire": payee.id, "raison": payee.alarm}),)


def on_envoyer(state: State, event: Event, url: str) -> Step:
    payee = state.payee(event.args.get("vers", ""))
    if payee is None or refused(state, payee) or event.args.get("montant") != state.drafts[payee.id].amount:
        return Step(state)
    draft = state.drafts[payee.id]
    demand = Demand(approving.next_id(state), TRANSFER, payee.name, cents(draft.amount) or 0, payee.iban, payee.id, draft.label)
    left = {name: one for name, one in state.drafts.items() if name != payee.id}
    return approving.ask(replace(state, drafts=left, error=None), demand)


def on_arreter(state: State, event: Event, url: str) -> Step:
    payee = state.payee(event.args.get("vers", ""))
    if payee is None or payee.id not in state.drafts:
        return Step(state)
    about = {
        "vers": payee.name, "beneficiaire": payee.id, "montant": told(cents(state.drafts[payee.id].amount) or 0),
        "alerte": oui(payee.alarm),
    }  # fmt: skip
    left = {name: one for name, one in state.drafts.items() if name != payee.id}
    state = replace(state, drafts=left, error=None)
    return Step(state, (Fact("banque.virement_arrete", about),), f"{state.base}/virement", say="Rien n’est parti.")


def on_annuler(state: State, event: Event, url: str) -> Step:
    """A transfer that has not left yet can be cancelled."""
    found = state.demand(event.args.get("id", ""))
    if found is None or found.kind != TRANSFER or found.status != DONE:
        return Step(state)
    about = {"vers": found.who, "beneficiaire": found.payee, "montant": told(found.cents)}
    say = "Le virement est annulé. L’argent reste sur votre compte."
    return Step(state.with_demand(replace(found, status=CANCELLED)), (Fact("banque.virement_annule", about),), say=say)
