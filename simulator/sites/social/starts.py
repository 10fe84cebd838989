"""How an author describes the social network. Every refusal is a ValueError in French, naming the place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from simulator.addresses import address, link
from simulator.sites.social.state import (
    AUDIENCES,
    ME,
    OWN,
    PUBLIC,
    Answer,
    Comment,
    Line,
    Person,
    Picture,
    Piece,
    Post,
    Request,
    State,
    Talk,
)
from simulator.sites.social.vocabulary import STARTS
from simulator.starts import known, name, once, one_of, paragraphs, several, text, texts, words, yes

TAKEN = (
    "prochaines",
    "public",
    "ami",
    "fin",
    "annuler",
    "texte",
    "envoyer",
    "aucune",
    "oui",
    "profil",
    "personne",
    "retour",
    "retirer",
)


def init(data: Mapping[str, Any]) -> State:
    """The network of a scenario."""
    known(data, words(STARTS), "reseau")
    friends = _people(data, "amis")
    others = _people(data, "personnes")
    askers = _people(data, "demandes")
    people = (*friends, *others, *askers)
    once([p.id for p in people], "personnes", "reseau")
    ids = tuple(p.id for p in people)
    topics = {
        name(raw, "id", where): text(raw, "nom", where)
        for raw, where in _each(data, "sujets", "sujet")
        if known(raw, words(STARTS, "sujets"), where)
    }
    posts = tuple(_post(raw, where, ids, tuple(topics)) for raw, where in _each(data, "publications", "publication"))
    once([p.id for p in posts] + [c.id for p in posts for c in p.comments], "publications ou commentaires", "reseau")
    pieces = tuple(_piece(raw, where) for raw, where in _each(data, "profil", "profil, ligne"))
    once([p.id for p in pieces], "lignes du profil", "reseau")
    talks = tuple(_talk(raw, where, ids) for raw, where in _each(data, "messages", "conversation"))
    once([t.id for t in talks], "conversations", "reseau")
    pictures = tuple(_picture(raw, where) for raw, where in _each(data, "photos", "photo"))
    once([p.id for p in pictures], "photos", "reseau")
    return State(
        text(data, "nom", "reseau"), text(data, "ville", "reseau", ""), pieces, people, tuple(p.id for p in friends),
        tuple(_request(raw, where) for raw, where in _each(data, "demandes", "demande")), posts=posts, topics=topics,
        recent=one_of(text(data, "fil", "reseau", "populaire"), ("populaire", "recent"), "l’ordre", "reseau, fil") == "recent",
        next_audience=_audience(data, "prochaines", "reseau"), talks=talks, pictures=pictures, places=texts(data, "lieux", "reseau"),
        keeping=one_of(text(data, "textes", "reseau", "effaces"), ("gardes", "effaces"), "le mot", "reseau, textes") == "gardes",
    )  # fmt: skip


def _each(data: Mapping[str, Any], key: str, one: str) -> list[tuple[Any, str]]:
    """Each element of a list, with the place that a refusal names."""
    return [(raw, f"reseau, {one} {i}") for i, raw in enumerate(several(data, key, "reseau"), 1)]


def _audience(raw: Mapping[str, Any], key: str, where: str) -> str:
    return one_of(text(raw, key, where, PUBLIC), AUDIENCES, "le mot", f"{where}, {key}")


def _people(data: Mapping[str, Any], key: str) -> tuple[Person, ...]:
    one = {"amis": "ami", "personnes": "personne", "demandes": "demande"}[key]
    return tuple(_person(raw, where, words(STARTS, key)) for raw, where in _each(data, key, one))


def _person(raw: Any, where: str, allowed: tuple[str, ...]) -> Person:
    known(raw, allowed, where)
    return Person(
        _free(raw, where), text(raw, "nom", where), text(raw, "ville", where, ""), text(raw, "cree", where, ""),
        text(raw, "amis", where, ""), texts(raw, "communs", where), texts(raw, "photos", where), text(raw, "a-propos", where, ""),
        text(raw, "portrait", where, ""), yes(raw, "page", where),
    )  # fmt: skip


def _free(raw: Mapping[str, Any], where: str) -> str:
    """An id that is not one of the network's own words."""
    found = name(raw, "id", where)
    if found == ME or found in TAKEN or found.startswith((OWN, "c-", "pub-", "demande-")):
        raise ValueError(f"{where} : l’id « {found} » est réservé, donnez-en un autre")
    return found


def _request(raw: Mapping[str, Any], where: str) -> Request:
    return Request(name(raw, "id", where), text(raw, "date", where, ""), text(raw, "mot", where, ""))


def _piece(raw: Any, where: str) -> Piece:
    known(raw, words(STARTS, "profil"), where)
    return Piece(_free(raw, where), text(raw, "libelle", where), text(raw, "valeur", where), _audience(raw, "visible", where))


def _post(raw: Any, where: str, people: tuple[str, ...], topics: tuple[str, ...]) -> Post:
    known(raw, words(STARTS, "publications"), where)
    post = _free(raw, where)
    likes = text(raw, "reactions", where, "0")
    if not likes.isdecimal() or len(likes) > 6:
        raise ValueError(f"{where} : « reactions » est un nombre, pas « {likes} »")
    topic = text(raw, "sujet", where, "")
    comments = tuple(
        _comment(one, f"{where}, commentaire {i}", f"{post}-{i}", people)
        for i, one in enumerate(several(raw, "commentaires", where), 1)
    )
    return Post(
        post, one_of(text(raw, "de", where), (ME, *people), "la personne", where), text(raw, "texte", where), text(raw, "date", where, ""),
        text(raw, "photo", where, ""), text(raw, "lieu", where, ""), _audience(raw, "visible", where), yes(raw, "sponsorise", where),
        one_of(topic, topics, "le sujet", where) if topic else "", paragraphs(raw, "pourquoi", where), int(likes), comments,
        link(raw["lien"], f"{where}, lien") if raw.get("lien") else None,
    )  # fmt: skip


def _comment(raw: Any, where: str, at: str, people: tuple[str, ...]) -> Comment:
    known(raw, words(STARTS, "publications.commentaires"), where)
    who = one_of(text(raw, "de", where), (ME, *people), "la personne", where)
    return Comment(at, who, text(raw, "texte", where), text(raw, "date", where, ""))


def _picture(raw: Any, where: str) -> Picture:
    known(raw, words(STARTS, "photos"), where)
    return Picture(_free(raw, where), text(raw, "montre", where))


def _talk(raw: Any, where: str, people: tuple[str, ...]) -> Talk:
    known(raw, words(STARTS, "messages"), where)
    who = one_of(text(raw, "avec", where), people, "la personne", where)
    lines = tuple(_line(one, f"{where}, ligne {i}") for i, one in enumerate(several(raw, "lignes", where), 1))
    answers = tuple(_answer(one, f"{where}, réponse {i}") for i, one in enumerate(several(raw, "reponses", where), 1))
    once([a.id for a in answers], "réponses", where)
    for answer in answers:
        if answer.after:
            one_of(answer.after, [a.id for a in answers if a.id != answer.id] or ["aucune"], "la réponse", f"{where}, apres")
    return Talk(who, lines, answers, yes(raw, "lu", where))


def _line(raw: Any, where: str) -> Line:
    raw = {"texte": raw} if isinstance(raw, str) else raw
    known(raw, words(STARTS, "messages.lignes"), where)
    who = one_of(text(raw, "de", where, "eux"), ("eux", ME), "le mot", f"{where}, de")
    link = address(raw, "lien", where) if raw.get("lien") else ""
    return Line(
        who == ME, text(raw, "texte", where), text(raw, "date", where, ""), link=link, photo=text(raw, "photo", where, "")
    )


def _answer(raw: Any, where: str) -> Answer:
    known(raw, words(STARTS, "messages.reponses"), where)
    return Answer(
        name(raw, "id", where), text(raw, "texte", where), text(raw, "apres", where, ""), paragraphs(raw, "suite", where)
    )
