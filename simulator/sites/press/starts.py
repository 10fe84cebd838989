"""How an author describes press and reference sites. Every refusal is a ValueError in French, naming the place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from simulator.addresses import Part, link, parts
from simulator.sites.press.state import (
    ABOUT,
    HISTORY,
    IMAGE,
    KINDS,
    LEGAL,
    SECTION,
    Article,
    Change,
    Comment,
    Image,
    Outlet,
    Sheet,
    State,
    slug,
)  # fmt: skip
from simulator.sites.press.vocabulary import STARTS
from simulator.starts import each, invented, known, name, once, one_of, text, words

_PATH = re.compile(r"(/[a-z0-9-]+)+")


def init(data: Mapping[str, Any]) -> State:
    """`hôte: {nom, nature, articles, a_propos, mentions…}` for each site. Raises ValueError, in French."""
    starts = [(invented(where, "presse"), raw) for where, raw in known(data, None, "presse").items()]
    once([where for where, _ in starts], "sites", "presse")
    return State(tuple(_outlet(where, raw) for where, raw in starts))


def _outlet(at: str, raw: Any) -> Outlet:
    where = f"presse, {at}"
    known(raw, words(STARTS, "<adresse>"), where)
    kind = one_of(text(raw, "nature", where), KINDS, "la nature", where)
    articles = each(raw, "articles", "article", where, _article)
    once([a.path for a in articles], "articles", where)
    once([a.slug for a in articles], "articles", where)
    return Outlet(
        at, text(raw, "nom", where), kind, text(raw, "devise", where, ""), parts(raw, "accueil", where), articles,
        _sheet(raw, "a_propos", "À propos", where), _sheet(raw, "mentions", "Mentions légales", where),
    )  # fmt: skip


def _sheet(raw: Mapping[str, Any], key: str, title: str, where: str) -> Sheet | None:
    """`{titre, texte}`, or the text alone; None when the site has no such page."""
    value = raw.get(key)
    if not value:
        return None
    where = f"{where}, {key}"
    start = value if isinstance(value, Mapping) else {"texte": value}
    known(start, words(STARTS, "<adresse>.a_propos"), where)
    return Sheet(text(start, "titre", where, title), _needed(start, "texte", where))


def _article(raw: Any, where: str) -> Article:
    known(raw, words(STARTS, "<adresse>.articles"), where)
    image, button = raw.get("image"), raw.get("bouton")
    section = text(raw, "rubrique", where, "")
    if section and not slug(section):
        raise ValueError(f"{where} : la rubrique « {section} » a au moins une lettre")
    return Article(
        _path(raw, where), text(raw, "titre", where), _needed(raw, "texte", where), text(raw, "chapo", where, ""),
        text(raw, "auteur", where, ""), text(raw, "date", where, ""), text(raw, "modifie", where, ""), section,
        text(raw, "mention", where, ""), _image(image, f"{where}, image") if image else None, parts(raw, "sources", where),
        each(raw, "commentaires", "commentaire", where, _comment),
        each(raw, "historique", "historique", where, _change),
        link(button, f"{where}, bouton") if button else None,
    )  # fmt: skip


def _path(raw: Mapping[str, Any], where: str) -> str:
    value = text(raw, "chemin", where)
    taken = value in (ABOUT, LEGAL) or value.startswith(SECTION) or value.rpartition("/")[2] in (IMAGE, HISTORY)
    if not _PATH.fullmatch(value) or taken:
        raise ValueError(f"{where} : le chemin « {value} » s’écrit comme /2026/plage-fermee, et n’est pas celui d’une autre page")
    return value


def _image(raw: Any, where: str) -> Image:
    known(raw, words(STARTS, "<adresse>.articles.image"), where)
    search = name(raw, "recherche", where) if raw.get("recherche") else ""
    told = (text(raw, word, where, "") for word in ("legende", "credit", "entiere"))
    return Image(text(raw, "description", where), *told, search=search)


def _comment(raw: Any, where: str) -> Comment:
    known(raw, words(STARTS, "<adresse>.articles.commentaires"), where)
    return Comment(text(raw, "nom", where), text(raw, "date", where, ""), text(raw, "texte", where))


def _change(raw: Any, where: str) -> Change:
    known(raw, words(STARTS, "<adresse>.articles.historique"), where)
    return Change(text(raw, "date", where), text(raw, "qui", where), text(raw, "quoi", where))


def _needed(raw: Mapping[str, Any], key: str, where: str) -> tuple[Part, ...]:
    found = parts(raw, key, where)
    if not found:
        raise ValueError(f"{where} : il manque « {key}: … »")
    return found
