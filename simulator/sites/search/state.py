"""What a search engine knows, and how an author describes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from simulator.addresses import address
from simulator.engine import host
from simulator.sites.search.dates import in_order
from simulator.sites.search.finding import folded, stems
from simulator.sites.search.vocabulary import STARTS
from simulator.starts import each, known, name, once, several, text, texts, words, yes


@dataclass(frozen=True)
class Result:
    id: str
    title: str
    url: str
    excerpt: str
    ad: bool
    date: str
    stems: tuple[str, ...]
    folded: str


@dataclass(frozen=True)
class Spot:
    """A page where an image was published."""

    number: int  # in the author's order, from 1
    date: str
    day: tuple[int, int, int]  # year, month, day: what puts the dates in order
    title: str
    url: str
    caption: str


@dataclass(frozen=True)
class Picture:
    id: str
    file: str
    description: str
    stems: tuple[str, ...]
    folded: str
    spots: tuple[Spot, ...]


@dataclass(frozen=True)
class State:
    results: tuple[Result, ...] = ()
    pictures: tuple[Picture, ...] = ()
    nothing_asked: bool = False  # the search box was sent empty

    def picture(self, picture_id: str) -> Picture | None:
        return next((p for p in self.pictures if p.id == picture_id), None)


def init(data: Mapping[str, Any]) -> State:
    """`{resultats, images}`. Raises ValueError, in French, naming the place."""
    known(data, words(STARTS), "recherche")
    results = each(data, "resultats", "résultat", "recherche", _result)
    once([r.id for r in results], "résultats", "recherche")
    pictures = each(data, "images", "image", "recherche", _picture)
    once([p.id for p in pictures], "images", "recherche")
    return State(results, pictures)


def _result(raw: Any, where: str) -> Result:
    known(raw, words(STARTS, "resultats"), where)
    title, url, excerpt = text(raw, "titre", where), address(raw, "adresse", where), text(raw, "extrait", where)
    spoken = " ".join((title, excerpt, host(url), *texts(raw, "mots", where)))
    return Result(
        name(raw, "id", where), title, url, excerpt, yes(raw, "annonce", where), text(raw, "date", where, ""),
        stems(spoken), folded(spoken),
    )  # fmt: skip


def _picture(raw: Any, where: str) -> Picture:
    known(raw, words(STARTS, "images"), where)
    named, described = name(raw, "id", where), text(raw, "description", where)
    spots = tuple(_spot(one, n, f"{where}, parution {n}") for n, one in enumerate(several(raw, "parutions", where), 1))
    spoken = " ".join((described, *texts(raw, "mots", where)))
    return Picture(named, text(raw, "nom", where, f"{named}.jpg"), described, stems(spoken), folded(spoken), spots)


def _spot(raw: Any, number: int, where: str) -> Spot:
    known(raw, words(STARTS, "images.parutions"), where)
    date = text(raw, "date", where)
    return Spot(
        number, date, in_order(date, where), text(raw, "titre", where), address(raw, "adresse", where),
        text(raw, "legende", where, ""),
    )  # fmt: skip
