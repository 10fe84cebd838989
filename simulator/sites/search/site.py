"""The site « recherche »: a search engine. What is asked stands in the address, so Back and tabs work by themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, quote_plus, urlsplit

from simulator.addresses import route
from simulator.engine import Event, Fact, Page, Step, answer, host, oui, render
from simulator.sites.search.finding import fewer, search
from simulator.sites.search.state import Picture, Result, Spot, State, init
from simulator.sites.search.vocabulary import FACTS

HOST = "trouvetout.example"
BASE = f"https://{HOST}"
LONGEST_QUERY = 150
PLACES = {"/": "home", "/recherche": "results", "/images": "images", "/par-image": "by_image"}


class SearchEngine:
    """A search engine. Advertisements come first and say that they are; the rest by nearness to what was asked."""

    name = "recherche"
    facts = FACTS
    icon = "loupe"
    keeps = "recherche-"
    home = f"{BASE}/"

    def init(self, data: Mapping[str, Any]) -> State:
        return init(data)

    def hosts(self, state: State) -> tuple[str, ...]:
        return (HOST,)

    def visit(self, state: State, url: str) -> Step:
        state = replace(state, nothing_asked=False)
        place, picture = _place(state, url)
        if place == "image" and picture:
            return Step(state, (Fact("recherche.image", {"image": picture.id}),))
        lost = place == "" or (place == "results" and not asked(url))
        return Step(state, goto=self.home) if lost else Step(state)

    def update(self, state: State, event: Event, url: str) -> Step:
        act = answer(event, self)
        return act(state, event, url) if act else Step(state)

    def on_chercher(self, state: State, event: Event, url: str) -> Step:
        """Search what the box holds, else what the button says."""
        text = " ".join((event.args.get("texte") or event.fields.get("q", "")).split())[:LONGEST_QUERY]
        if not text:
            return Step(replace(state, nothing_asked=True))
        there = "images" if _place(state, url)[0] == "images" else "recherche"
        return Step(replace(state, nothing_asked=False), (Fact("recherche.faite", {"texte": text}),), address(there, text))

    def on_ouvrir(self, state: State, event: Event, url: str) -> Step:
        """Open a result, or a page where an image was published; only what this page shows can be opened."""
        wanted = event.args.get("id", "")
        for rank, one in enumerate(_offered(state, url), 1):
            if wanted == (one.id if isinstance(one, Result) else f"parution-{one.number}"):
                ad = oui(isinstance(one, Result) and one.ad)
                return Step(state, (Fact("recherche.resultat", {"adresse": one.url, "annonce": ad, "rang": rank}),), one.url)
        return Step(state)

    def view(self, state: State, url: str) -> Page:
        place, picture = _place(state, url)
        text = asked(url)
        found = _offered(state, url)
        pictures = state.pictures if place == "by_image" or not text else search(text, state.pictures)
        screen = place or "home"
        html = render(
            "search/screens/search.html", state=state, base=BASE, screen=screen, asked=text, found=found, picture=picture,
            pictures=pictures, oldest=_oldest(url), shown=shown, as_query=quote_plus(text),
            fewer=fewer(text, state.results) if screen == "results" and not found else [],
        )  # fmt: skip
        return Page(_title(screen, text), html, secure=url.startswith("https://"))


def address(place: str, text: str) -> str:
    """The address of a search."""
    return f"{BASE}/{place}?q={quote_plus(text)}"


def asked(url: str) -> str:
    """What the address asks; "" when it asks nothing."""
    return " ".join(_query(url, "q").split())[:LONGEST_QUERY]


def shown(url: str) -> str:
    """An address as search engines show it: https://host › path."""
    return (
        " › ".join((f"https://{host(url)}", *route(url).strip("/").split("/"))) if route(url) != "/" else f"https://{host(url)}"
    )


def _query(url: str, word: str) -> str:
    try:
        return parse_qs(urlsplit(url).query).get(word, [""])[0]
    except ValueError:
        return ""


def _oldest(url: str) -> bool:
    return _query(url, "tri") == "ancien"


def _place(state: State, url: str) -> tuple[str, Picture | None]:
    """The screen of an address, "" when there is none; and the image it is about."""
    at = route(url)
    if at.startswith("/image/"):
        picture = state.picture(at.removeprefix("/image/"))
        return ("image" if picture else ""), picture
    return PLACES.get(at, ""), None


def _offered(state: State, url: str) -> list[Result] | list[Spot]:
    """What this page lists, in the order of the page."""
    place, picture = _place(state, url)
    if picture:
        return sorted(picture.spots, key=lambda spot: spot.day, reverse=not _oldest(url))
    if place != "results":
        return []
    return sorted(search(asked(url), state.results), key=lambda result: not result.ad)


def _title(screen: str, text: str) -> str:
    if screen == "home":
        return "TrouveTout"
    told = {"results": text, "images": f"Images : {text}" if text else "Images"}.get(screen, "Recherche par image")
    return f"{told} – TrouveTout"
