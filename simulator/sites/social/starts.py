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
from simulator.starts import each, known, name, once, one_of, paragraphs, several, text, texts, words, yes

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
    topics = dict(each(data, "sujets", "sujet", "reseau", _topic))
    posts = each(data, "publications", "publication", "reseau", _post, ids, tuple(topics))
    once([p.id for p in posts] + [c.id for p in posts for c in p.comments], "publications ou commentaires", "reseau")
    pieces = each(data, "profil", "profil, ligne", "reseau", _piece)
    once([p.id for p in pieces], "lignes du profil", "reseau")
    talks = each(data, "messages", "conversation", "reseau", _talk, ids)
    once([t.id for t in talks], "conversations", "reseau")
    pictures = each(data, "photos", "photo", "reseau", _picture)
    once([p.id for p in pictures], "photos", "reseau")
    return State(
        text(data, "nom", "reseau"), text(data, "ville", "reseau", ""), pieces, people, tuple(p.id for p in friends),
        each(data, "demandes", "demande", "reseau", _request), posts=posts, topics=topics,
        recent=one_of(text(data, "fil", "reseau", "populaire"), ("populaire", "recent"), "l’ordre", "reseau, fil") == "recent",
        next_audience=_audience(data, "prochaines", "reseau"), talks=talks, pictures=pictures, places=texts(data, "lieux", "reseau"),
        keeping=one_of(text(data, "textes", "reseau", "effaces"), ("gardes", "effaces"), "le mot", "reseau, textes") == "gardes",
    )  # fmt: skip


def _topic(raw: Any, where: str) -> tuple[str, str]:
    known(raw, words(STARTS, "sujets"), where)
    return name(raw, "id", where), text(raw, "nom", where)


def _audience(raw: Mapping[str, Any], key: str, where: str) -> str:
    return one_of(text(raw, key, where, PUBLIC), AUDIENCES, "le mot", f"{where}, {key}")


def _people(data: Mapping[str, Any], key: str) -> tuple[Person, ...]:
    one = {"amis": "ami", "personnes": "personne", "demandes": "demande"}[key]
    return each(data, key, one, "reseau", _person, words(STARTS, key))


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
    lines = each(raw, "lignes", "ligne", where, _line)
    answers = each(raw, "reponses", "réponse", where, _answer)
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
