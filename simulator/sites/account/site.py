"""The site « compte »: the settings of accounts, one per host; the address says which room is on show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from simulator.engine import Event, Fact, Page, Step, answer, host, path, render
from simulator.shapes import Secret, judged, shape
from simulator.sites.account import double, entry, password, rooms
from simulator.sites.account.starts import APP, init
from simulator.sites.account.state import ACTIVE, DAYS, MEANS, SEEN_BY, Account, Clip, State
from simulator.sites.account.vocabulary import FACTS

FORM = "moncompte-"
MENU = {"accueil": "Accueil", "informations": "Mes informations", "mot-de-passe": "Mot de passe", "double": "Double vérification",
        "appareils": "Appareils", "autorisations": "Autorisations", "donnees": "Mes données", "fermer": "Fermer le compte"}  # fmt: skip
DEEPER = {"double/sms": "Recevoir un code par SMS", "double/application": "Utiliser une application",
          "double/papier": "Des codes sur papier", "secours": "Gardez vos codes de secours", "fermer/sur": "Fermer pour de bon ?"}  # fmt: skip
ICONS = {"accueil": "accueil", "informations": "personne", "mot-de-passe": "cadenas", "double": "telephone", "appareils": "clavier",
         "autorisations": "ok", "donnees": "archive", "fermer": "croix"}  # fmt: skip
OUTSIDE = ("entrer", "code", "renvoyer", "recommencer", "voir", "coller", "vider")


class AccountSettings:
    """Accounts. Logged out, only the log-in answers."""

    name = "compte"
    facts = FACTS
    icon = "personne"
    keeps = FORM
    home = "https://compte.example/"  # nobody's: a tab that names the site opens its first account

    def init(self, data: Mapping[str, Any]) -> State:
        return init(data)

    def hosts(self, state: State) -> tuple[str, ...]:
        return (*state.accounts, APP)

    def visit(self, state: State, url: str) -> Step:
        account, place = state.accounts.get(host(url)), path(url).strip("/")
        if account is None:
            return Step(replace(state, error=""))
        state = state.put(replace(account, error=None, typed="", seen=False))
        wanted = place if _known(account, place) else _door(account)
        return Step(state) if wanted == place else Step(state, goto=entry.at(account, wanted))

    def update(self, state: State, event: Event, url: str) -> Step:
        account, verb = state.accounts.get(host(url)), event.type.partition(".")[2]
        if account is None:
            return double.link(state, event) if verb == "cle" else Step(state)
        state = _drafted(state, account, event)
        account = state.accounts[account.host]
        act = answer(event, rooms, double, password, entry) if account.inside or verb in OUTSIDE else None
        return act(state, account, event) if act else Step(state)

    def receive(self, state: State, fact: Fact) -> Step:
        """A password copied in the safe can be pasted here."""
        if fact.kind != "coffre.copie":
            return Step(state)
        told = fact.data
        secret = Secret(told.get("mot_de_passe", ""), told.get("forme", ""), told.get("sorte", "tape"))
        return Step(replace(state, clip=Clip(told.get("site", ""), secret, told.get("reutilise") == "oui")))

    # ------------------------------------------------------------------------------------------------------- drawing
    def view(self, state: State, url: str) -> Page:
        account, place = state.accounts.get(host(url)), path(url).strip("/")
        if account is None:
            html = render("account/screens/app.html", state=state, base=f"https://{APP}", adding=place == "ajouter")
            return Page("Clé de poche", html)
        place = place if _known(account, place) else _door(account)
        title = _title(account, place)
        html = render(
            "account/screens/account.html", state=state, a=account, place=place, title=title, menu=MENU, icons=ICONS, base=f"https://{account.host}",
            screen=SCREENS.get(place, place), means=MEANS, active=ACTIVE, seen_by=SEEN_BY, days=DAYS, judged=judged, app=APP, rules=password.rules(account),
            way=place.rpartition("/")[2],
        )  # fmt: skip
        return Page(f"{title} – {account.service}", html)


SCREENS = {"connexion": "login", "code": "code", "accueil": "home", "informations": "data", "mot-de-passe": "password", "double": "double",
           "double/sms": "way", "double/application": "way", "double/papier": "way", "secours": "spare", "appareils": "devices",
           "autorisations": "grants", "donnees": "copy", "fermer": "close", "fermer/sur": "close"}  # fmt: skip


def _known(account: Account, place: str) -> bool:
    if account.inside:
        return place in MENU or place in DEEPER
    return place == ("code" if account.half else "connexion")


def _door(account: Account) -> str:
    return "accueil" if account.inside else "code" if account.half else "connexion"


def _title(account: Account, place: str) -> str:
    if place == "accueil":
        return f"Votre compte {account.service}"
    other = {"connexion": f"Se connecter à {account.service}", "code": "Encore un code", "fermer": "Fermer mon compte"}
    return other.get(place) or DEEPER.get(place) or MENU[place]


def _drafted(state: State, account: Account, event: Event) -> State:
    """What was typed and not sent: the identifier, and a word to say of the new password, by its shape."""
    for form, fields in event.drafts.items():
        if form == FORM + "entrer":
            account = replace(account, typed_login=fields.get("identifiant", "")[:100])
        elif form == FORM + "changer":
            account = replace(account, typed=shape(fields.get("nouveau", "")))
    return state.put(account)
