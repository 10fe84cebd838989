"""What a phone holds, and how an author describes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from simulator.engine import fold
from simulator.sites.phone.numbers import INVENTED, digits, written
from simulator.sites.phone.vocabulary import STARTS
from simulator.starts import known, name, once, paragraphs, several, text, words

WAYS = ("repondre", "transferer")


@dataclass(frozen=True)
class Line:
    """A number that can be called, with what is heard there; nothing = nobody answers."""

    number: str
    name: str = ""
    heard: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sms:
    id: str
    name: str  # "" when only the number is known
    number: str
    body: tuple[Mapping[str, str], ...]  # paragraphs: {"texte"} or {"texte", "lien"}
    date: str = ""
    read: bool = False
    deleted: bool = False
    answers: tuple[str, ...] = ()
    forwarded: tuple[str, ...] = ()  # numbers it was sent on to

    @property
    def text(self) -> str:
        return "\n".join(p["texte"] for p in self.body)


@dataclass(frozen=True)
class Draft:
    to: str = ""
    text: str = ""


@dataclass(frozen=True)
class State:
    contacts: tuple[Line, ...] = ()
    lines: tuple[Line, ...] = ()  # numbers that answer without being contacts
    sms: tuple[Sms, ...] = ()
    drafts: Mapping[str, Draft] = field(default_factory=dict)  # by "repondre-<id>" or "transferer-<id>"
    typed: str = ""  # on the keypad
    touches: int = 0  # keys pressed so far: what the browser sends about an older keypad is stale
    call: str = ""  # the number of the call in progress
    back: str = ""  # the page where that call began
    called: tuple[str, ...] = ()
    error: tuple[str, str] | None = None  # field, and what is wrong with it

    def message(self, sms_id: str) -> Sms | None:
        return next((s for s in self.sms if s.id == sms_id), None)

    def with_message(self, sms: Sms) -> State:
        return replace(self, sms=tuple(sms if s.id == sms.id else s for s in self.sms))

    def line(self, number: str) -> Line:
        """Who answers at this number; a line without name nor voice when nobody does."""
        return next((line for line in (*self.contacts, *self.lines) if line.number == number), Line(number))

    def numbered(self, typed: str) -> str:
        """The number of the contact so named, else the number typed, as people read it; "" when it is neither."""
        named = next((c.number for c in self.contacts if fold(c.name) == fold(typed)), "")
        return named or written(digits(typed))

    def draft(self, key: str) -> Draft:
        """The draft of this key as it was left, or as it begins."""
        way, _, sms_id = key.partition("-")
        sms = self.message(sms_id)
        return self.drafts.get(key) or Draft(text=sms.text if sms and way == "transferer" else "")

    def with_draft(self, key: str, draft: Draft | None) -> State:
        drafts = {k: v for k, v in self.drafts.items() if k != key}
        bare = replace(self, drafts=drafts)
        return bare if draft in (None, bare.draft(key)) else replace(self, drafts={**drafts, key: draft})


def init(data: Mapping[str, Any]) -> State:
    """`{contacts, numeros, sms}`. Raises ValueError, in French, naming the place."""
    known(data, words(STARTS), "telephone")
    contacts = tuple(
        _line(raw, f"telephone, contact {i}", True) for i, raw in enumerate(several(data, "contacts", "telephone"), 1)
    )
    lines = tuple(_line(raw, f"telephone, numéro {i}", False) for i, raw in enumerate(several(data, "numeros", "telephone"), 1))
    once([line.number for line in (*contacts, *lines)], "lignes de « contacts » et « numeros »", "telephone")
    names = {line.number: line.name for line in (*lines, *contacts)}
    sms = tuple(_sms(raw, f"telephone, sms {i}", names) for i, raw in enumerate(several(data, "sms", "telephone"), 1))
    once([s.id for s in sms], "sms", "telephone")
    return State(contacts, lines, sms)


def _line(raw: Any, where: str, named: bool) -> Line:
    known(raw, words(STARTS, "numeros"), where)
    return Line(_number(raw, where), text(raw, "nom", where, None if named else ""), paragraphs(raw, "reponse", where))


def _number(raw: Mapping[str, Any], where: str) -> str:
    value = text(raw, "numero", where)
    found = digits(value)
    if not found:
        raise ValueError(f"{where} : le numéro « {value} » s’écrit comme 01 99 00 12 34, 06 39 98 12 34 ou 33700")
    if len(found) == 10 and not found.startswith(INVENTED):
        raise ValueError(
            f"{where} : le numéro « {value} » est peut-être celui de quelqu’un. Prenez 01 99 00 suivi de quatre chiffres, ou 06 39 98"
        )
    if value != written(found):
        raise ValueError(f"{where} : écrivez le numéro ainsi : {written(found)}. Les buts doivent l’écrire de même")
    return value


def _sms(raw: Any, where: str, names: Mapping[str, str]) -> Sms:
    known(raw, words(STARTS, "sms"), where)
    number = _number(raw, where)
    shown = text(raw, "nom", where, names.get(number, ""))
    return Sms(name(raw, "id", where), shown, number, _body(raw, where), text(raw, "date", where, ""))


def _body(raw: Mapping[str, Any], where: str) -> tuple[Mapping[str, str], ...]:
    """A text of several lines, or a list of texts and of links `{texte, lien}`."""
    whole, out = raw.get("texte"), []
    for part in several(raw, "texte", where) if not isinstance(whole, str) else [whole]:
        if isinstance(part, Mapping):
            known(part, ("texte", "lien"), f"{where}, texte")
            out.append({word: text(part, word, f"{where}, texte") for word in ("texte", "lien")})
        else:
            out += [{"texte": line} for line in paragraphs({"texte": part if isinstance(part, str) else [part]}, "texte", where)]
    if not out:
        raise ValueError(f"{where} : le texte est vide")
    return tuple(out)
