"""Where one is in the social network: the address says what is on show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from simulator.addresses import route
from simulator.sites.social.state import ME, State

BASE = "https://bavardine.example"
HOST = "bavardine.example"
SCREENS = {
    "/": ("feed", "fil", "Accueil"), "/publier": ("publish", "fil", "Publier"), "/demandes": ("requests", "demandes", "Demandes d’amis"),
    "/messages": ("talks", "messages", "Messages"), "/profil": ("profile", "profil", ""), "/reglages": ("settings", "reglages", "Réglages"),
    "/captures": ("captures", "reglages", "Mes captures"), "/profil/vu-par/public": ("seen", "profil", "Vu par tout le monde"),
    "/profil/vu-par/ami": ("seen", "profil", "Vu par un ami"),
}  # fmt: skip


@dataclass(frozen=True)
class Place:
    screen: str
    tab: str  # which part of the network it belongs to
    title: str
    what: Any = None  # the post, the person, the conversation on show


def place(state: State, url: str) -> Place | None:
    """What the address shows, or None."""
    at = route(url)
    if at in SCREENS:
        screen, tab, title = SCREENS[at]
        return Place(screen, tab, title or state.name)
    kind, _, name = at.removeprefix("/").partition("/")
    if kind in ("publication", "pourquoi") and (post := state.post(name)):
        title = "Pourquoi je vois ça" if kind == "pourquoi" else f"Publication de {state.name_of(post.who)}"
        return Place("why" if kind == "pourquoi" else "post", "profil" if post.who == ME else "fil", title, post)
    if kind == "personne" and (person := state.person(name)):
        return Place("person", "demandes" if state.request(name) else "fil", person.name, person)
    if kind == "messages" and (talk := state.talk(name)):
        return Place("talk", "messages", state.name_of(name), talk)
    return None
