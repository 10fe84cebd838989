"""The site « demarches »: a portal of procedures, and the log-in it sends to. The address says what is on show."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from simulator.engine import Event, Fact, Page, Step, answer, host, path, render
from simulator.sites.portal import filling, papers, signing, stamp
from simulator.sites.portal.fields import formats, parts, ticked
from simulator.sites.portal.starts import init
from simulator.sites.portal.state import HOST, OWN, SIGN, SIGNING, STAGES, STAMP, STAMPING, State
from simulator.sites.portal.vocabulary import FACTS

TITLES = {
    "home": "Accueil", "login": "Se connecter", "signup": "Créer un compte", "choice": "Choisir un compte",
    "back": "C’est bien vous", "list": "Mes démarches", "code": "Votre code", "stamp": "Protéger une copie", "stamped": "Votre copie est prête",
}  # fmt: skip


class Portal:
    """A service of the State, as made-up as the rest. What needs an account shows the way to sign in, at the same address."""

    name = "demarches"
    facts = FACTS
    icon = "portail"
    keeps = filling.FORM
    home = f"https://{HOST}/"

    def init(self, data: Mapping[str, Any]) -> State:
        return init(data)

    def hosts(self, state: State) -> tuple[str, ...]:
        return tuple(dict.fromkeys((state.host, SIGNING, STAMPING, *(a.host for a in state.accounts if a.host))))

    def visit(self, state: State, url: str) -> Step:
        state = replace(state, errors={}, picker=None)
        screen, about = on_show(state, url)
        if screen == "file":
            return Step(state, (Fact("dossier.ouvert", {"numero": about.number, "etat": about.stage}),))
        if screen == "procedure":
            return Step(state, (Fact("demarche.ouverte", {"nom": about.id, "prix": about.price}),))
        if screen is None:
            return Step(state, goto={state.host: f"{state.base}/", STAMPING: f"{STAMP}/"}.get(host(url), f"{SIGN}/"))
        return Step(state)

    def update(self, state: State, event: Event, url: str) -> Step:
        state = filling.keep_drafts(state, event)
        state = stamp.keep_text(state, event.drafts.get(stamp.FORM, {}))
        act = answer(event, signing, filling, papers, stamp)
        return act(state, event, url) if act else Step(state)

    def view(self, state: State, url: str) -> Page:
        screen, about = on_show(state, url)
        screen = screen or {state.host: "home", STAMPING: "stamp"}.get(host(url), "choice")
        step = filling.step_at(state, url)
        procedure = about if screen in ("procedure", "stage", "review", "sent") else None
        title = _title(screen, about, step[1] if step else 0)
        layout = {state.host: "service", STAMPING: "stamping"}.get(host(url), "signing")
        html = render(
            f"portal/screens/{layout}.html", state=state, base=state.base, sign=SIGN, screen=screen, about=about, title=title, own=OWN,
            route=re.sub(r"[^a-z0-9]+", "-", path(url).lower()).strip("-") or "home", stages=STAGES, tries=state.tries,
            rank=step[1] if step and screen == "stage" else 0, changing=filling.changing(url), parts=parts, formats=formats, ticked=ticked,
            already=state.sent(procedure) if procedure else None, mendable=filling.mendable,
            values=state.values(procedure) if procedure else {}, dialog=state.picker is not None, receipt=papers.receipt,
            number=state.fresh.get(procedure.id, "") if procedure else "", me=_me(state), path=path(url), stamp=STAMP, longest=stamp.LONGEST_TEXT,
        )  # fmt: skip
        names = (_brand(state, url), title) if host(url) == STAMPING else (title, _brand(state, url))
        return Page(" – ".join(names), html, secure=url.startswith("https://"), dialog=state.picker is not None)


def on_show(state: State, url: str) -> tuple[str | None, Any]:
    """The screen at this address, and what it is about; None when there is no such page."""
    if account := signing.account_at(state, url, "connexion"):
        return "identify", account
    account = signing.account_at(state, url, "code")
    if account and state.trying == account.id and state.proof == "code":
        return "code", account
    if host(url) == state.host:
        return _of_the_service(state, url)
    if host(url) == STAMPING:
        return stamp.on_show(state, url), state.document(state.copy.name)
    if host(url) == SIGNING:
        if path(url) == "/retour" and state.proof == "retour":
            return "back", state.account(state.trying)
        return ("choice", None) if path(url) == "/" else (None, None)
    return None, None


def _of_the_service(state: State, url: str) -> tuple[str | None, Any]:
    where = path(url)
    alone = {"/": "home", "/connexion": "login"} | ({"/compte": "signup"} if state.creation else {})
    if where in alone:
        return alone[where], None
    if where == "/mes-demarches":
        return ("list" if state.signed else "login"), None
    if found := re.fullmatch(r"/dossier/([A-Za-z0-9-]+)", where):
        file = state.file(found[1])
        return (None, None) if file is None else ("file", file) if state.signed else ("login", None)
    found = re.fullmatch(r"/demarche/([a-z0-9-]+)(/recapitulatif|/envoyee|/etape/[1-9][0-9]?)?", where)
    procedure = state.procedure(found[1]) if found else None
    if procedure is None:
        return None, None
    if not found[2] or (found[2].startswith("/etape") and filling.step_at(state, url) is None):
        return ("procedure", procedure) if not found[2] else (None, None)
    if procedure.signed and not state.signed:
        return "login", None
    if found[2] == "/envoyee":
        return ("sent", procedure) if state.fresh.get(procedure.id) else (None, None)
    return ("review" if found[2] == "/recapitulatif" else "stage"), procedure


def _title(screen: str, about: Any, rank: int) -> str:
    if screen == "stage":
        return f"Étape {rank} sur {len(about.stages)} : {about.stages[rank - 1].title}"
    if screen == "identify":
        return f"Se connecter avec {about.name}"
    named = {"procedure": "title", "file": "title"}
    fixed = {"review": "Relisez avant d’envoyer", "sent": "Votre demande est envoyée"} | TITLES
    return getattr(about, named[screen]) if screen in named else fixed[screen]


def _brand(state: State, url: str) -> str:
    return {state.host: state.service, STAMPING: "Texte en travers"}.get(host(url), "PasseService")


def _me(state: State) -> str:
    """Who is signed in, "" when nobody is."""
    account = state.account(state.signed)
    return (state.name or account.name) if account else ""
