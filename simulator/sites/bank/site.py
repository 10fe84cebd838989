"""The site « banque »: routes, and which room answers each gesture."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from simulator.addresses import route
from simulator.engine import Event, Fact, Page, Step, answer, render
from simulator.money import cents, euros
from simulator.sites.bank import access, accounts, approving, card, transfers
from simulator.sites.bank.starts import init
from simulator.sites.bank.state import STOPPED, Draft, State, grouped
from simulator.sites.bank.vocabulary import FACTS

OPEN = (access, approving)  # what can be done without being inside: go in, answer a demand (the application is open by itself)
ROOMS = (*OPEN, accounts, transfers, card)
PLACES = {
    "/": ("home", "Mes comptes"), "/virement": ("transfer", "Faire un virement"), "/virements": ("transfers", "Mes virements"),
    "/beneficiaires": ("payees", "Mes bénéficiaires"), "/beneficiaires/ajouter": ("payee_new", "Ajouter un bénéficiaire"),
    "/carte": ("card", "Ma carte"), "/carte/dos": ("card", "Ma carte"), "/carte/opposition": ("stop", "Faire opposition"),
    "/securite": ("security", "Mon mot de passe"), "/securite/fait": ("security", "Mot de passe changé"),
    "/connexion": ("login", "Se connecter"), "/accord": ("demands", "Les accords attendus"),
}  # fmt: skip
TABS = {"home": "comptes", "operation": "comptes", "payees": "beneficiaires", "payee_new": "beneficiaires", "stop": "carte", "card": "carte",
        "security": "securite"}  # fmt: skip


class Bank:
    """A bank. The address says what is on show; what is typed to go in never leaves the page, only its shape."""

    name = "banque"
    facts = FACTS
    icon = "banque"
    keeps = "banque-"
    home = "https://banque-fil-deau.example/"

    def init(self, data: Mapping[str, Any]) -> State:
        return init(data)

    def hosts(self, state: State) -> tuple[str, ...]:
        return (state.host,)

    def visit(self, state: State, url: str) -> Step:
        state, (screen, _, args) = replace(state, error=None, visible=False), _there(state, url)
        if screen == "missing":
            return Step(state, goto=f"{state.base}/")
        if not state.inside and screen not in ("login", "demands", "demand"):
            return Step(state, goto=f"{state.base}/connexion")
        if screen == "login" and state.inside:
            return Step(state, goto=f"{state.base}/")
        if screen == "operation":
            found = state.operation(args)
            return Step(state, (Fact("banque.operation_ouverte", {"id": args, "libelle": found.label if found else ""}),))
        if screen == "summary":
            payee = state.payee(args)
            if payee is None or transfers.refused(state, payee):
                return Step(state, goto=f"{state.base}/virement/{args}")
            return Step(state, transfers.alarm(state, payee))
        if route(url) == "/carte/dos":
            return Step(state, (Fact("banque.carte_dos", {"numero": state.phone}),))
        return Step(state)

    def update(self, state: State, event: Event, url: str) -> Step:
        state = transfers.keep_drafts(state, event) if state.inside else state
        act = answer(event, *(ROOMS if state.inside else OPEN))
        return act(state, event, url) if act else Step(state)

    def receive(self, state: State, fact: Fact) -> Step:
        """A shop asks for a payment; the number on the back of the card was called."""
        if fact.kind == "boutique.paiement_demande":
            return approving.hear_payment(state, fact.data)
        if fact.kind == "boutique.commande_annulee":
            return approving.hear_cancelled(state, str(fact.data.get("reference", "")))
        if fact.kind == "telephone.raccroche" and fact.data.get("numero") == state.phone and state.card and state.card.by_phone:
            return replace(card.stop(state, "fraude", "telephone"), goto=None, say=None)
        return Step(state)

    def view(self, state: State, url: str) -> Page:
        screen, title, args = _there(state, url)
        if not state.inside and screen not in ("demands", "demand"):
            screen, title, args = "login", "Se connecter", ""
        if screen == "missing":
            screen, title = "home", "Mes comptes"
        payee, demand, operation = state.payee(args), state.demand(args), state.operation(args)
        if screen == "summary" and payee and transfers.refused(state, payee):
            screen, title = "amount", "Votre virement"
        html = render(
            "bank/screens/bank.html", state=state, base=state.base, screen=screen, title=title, route=route(url), tab=TABS.get(screen, "virement"),
            payee=payee, demand=demand, operation=operation, draft=state.drafts.get(args, Draft()), euros=euros, cents=cents, grouped=grouped,
            error=dict([state.error]) if state.error else {}, reasons=card.REASONS, sentence=approving.sentence, stopped=STOPPED,
            inner=screen not in ("login", "demands", "demand"),
        )  # fmt: skip
        return Page(f"{title} – {state.name}", html, secure=url.startswith("https://"))


def _there(state: State, url: str) -> tuple[str, str, str]:
    """The screen, its title and the id that the address shows."""
    at = route(url)
    if at in PLACES:
        return (*PLACES[at], "")
    for pattern, screen in (("/operation/(.+)", "operation"), ("/virement/(.+)/verifier", "summary"), ("/virement/([^/]+)", "amount"),
                            ("/accord/(.+)", "demand")):  # fmt: skip
        if found := re.fullmatch(pattern, at):
            title = _title(state, screen, found[1])
            return (screen, title, found[1]) if title else ("missing", "Page", "")
    return "missing", "Page", ""


def _title(state: State, screen: str, name: str) -> str:
    """The title of a page about one thing; "" when there is no such thing."""
    if screen == "operation":
        found = state.operation(name)
        return found.label if found else ""
    if screen == "demand":
        return "Votre accord" if state.demand(name) else ""
    if state.payee(name) is None:
        return ""
    return "Relisez votre virement" if screen == "summary" else "Votre virement"
