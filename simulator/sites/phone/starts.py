"""How an author describes a phone. Every refusal is a ValueError, in French, naming the place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from simulator.addresses import Part, parts
from simulator.numbers import number
from simulator.sites.phone.state import Caller, Choice, Cue, Entry, Held, Line, Sms, State, Turn
from simulator.sites.phone.vocabulary import STARTS
from simulator.starts import each, known, name, once, one_of, paragraphs, several, text, texts, words, yes

WAYS = ("recu", "emis", "manque")
REPORT = "33700"  # answers whether or not the author says so
ARRIVED = "recu-"  # what the ids of the SMS that sites send begin with


def init(data: Mapping[str, Any]) -> State:
    """`{contacts, numeros, sms, appels, journal}`. Raises ValueError."""
    where = "telephone"
    known(data, words(STARTS), where)
    contacts = each(data, "contacts", "contact", where, _line, True)
    lines = each(data, "numeros", "numéro", where, _line, False)
    once([line.number for line in (*contacts, *lines)], "lignes de « contacts » et « numeros »", where)
    names = {line.number: line.name for line in (*lines, *contacts)}
    sms = each(data, "sms", "sms", where, _sms, names)
    once([s.id for _, s in sms], "sms", where)
    callers = each(data, "appels", "appel", where, _caller, names)
    once([c.id for c in callers], "appels", where)
    log = each(data, "journal", "journal", where, _entry, names)
    return State(
        contacts, lines, tuple(s for cue, s in sms if cue is None), tuple(Held(cue, s) for cue, s in sms if cue),
        callers, tuple(c.id for c in callers if c.cue is None), log=log,
    )  # fmt: skip


def _line(raw: Any, where: str, named: bool) -> Line:
    known(raw, words(STARTS, "numeros"), where)
    return Line(
        number(raw, "numero", where, short=True),
        text(raw, "nom", where, None if named else ""),
        paragraphs(raw, "reponse", where),
    )


def _cue(raw: Mapping[str, Any], word: str, where: str) -> Cue | None:
    """`{apres: fait, ou: {…}}`; `apres` may be a list of facts."""
    if raw.get(word) is None:
        return None
    where = f"{where}, {word}"
    cue = known(raw[word], words(STARTS, "appels.sonne"), where)
    facts = texts(cue, "apres", where) if isinstance(cue.get("apres"), list | tuple) else (text(cue, "apres", where),)
    for fact in facts:
        if not re.fullmatch(r"[a-z_]+\.[a-z_]+", fact):
            raise ValueError(f"{where} : « {fact} » n’est pas un fait. Exemple : apres: sms.ouvert")
    return Cue(facts, {k: _frozen(v) for k, v in known(cue.get("ou") or {}, None, f"{where}, ou").items()})


def _frozen(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(k): _frozen(v) for k, v in value.items()}
    return tuple(map(_frozen, value)) if isinstance(value, list | tuple) else value


# --------------------------------------------------------------------------------------------------------- messages
def _sms(raw: Any, where: str, names: Mapping[str, str]) -> tuple[Cue | None, Sms]:
    known(raw, words(STARTS, "sms"), where)
    sender, sms_id, cue = number(raw, "numero", where, short=True), name(raw, "id", where), _cue(raw, "arrive", where)
    if sms_id == REPORT or sms_id.startswith(ARRIVED):
        raise ValueError(f"{where} : l’id « {sms_id} » est pris par le téléphone. Choisissez-en un autre")
    shown = text(raw, "nom", where, names.get(sender, ""))
    date = text(raw, "date", where, "à l’instant" if cue else "")
    read = yes(raw, "lu", where)
    return cue, Sms(sms_id, shown, sender, _body(raw, where), date, read, came=cue is not None)


def _body(raw: Mapping[str, Any], where: str) -> tuple[Part, ...]:
    found = parts(raw, "texte", where)
    if not found:
        raise ValueError(f"{where} : le texte est vide")
    return found


# ------------------------------------------------------------------------------------------------------------ calls
def _caller(raw: Any, where: str, names: Mapping[str, str]) -> Caller:
    known(raw, words(STARTS, "appels"), where)
    shown = number(raw, "numero", where, "", short=True)
    turns = each(raw, "dialogue", "dialogue", where, _turn)
    if not turns:
        raise ValueError(f"{where} : il manque « dialogue: … », ce que la personne dit")
    once([t.id for t in turns], "moments du dialogue", where)
    choices = [c for t in turns for c in t.choices]
    once([c.id for c in choices], "réponses", where)
    for choice in choices:
        one_of(choice.then, ("", *(t.id for t in turns)), f"réponse « {choice.id} », la suite", where)
    return Caller(
        name(raw, "id", where), text(raw, "nom", where, names.get(shown, "")), shown,
        number(raw, "vrai_numero", where, shown, short=True), turns, _cue(raw, "sonne", where),
    )  # fmt: skip


def _turn(raw: Any, where: str) -> Turn:
    known(raw, words(STARTS, "appels.dialogue"), where)
    said = paragraphs(raw, "dit", where)
    if not said:
        raise ValueError(f"{where} : il manque « dit: … »")
    answers = several(raw, "reponses", where)
    return Turn(name(raw, "id", where), said, tuple(_choice(a, f"{where}, réponse {i}") for i, a in enumerate(answers, 1)))


def _choice(raw: Any, where: str) -> Choice:
    known(raw, words(STARTS, "appels.dialogue.reponses"), where)
    return Choice(name(raw, "id", where), text(raw, "texte", where), text(raw, "suite", where, ""))


def _entry(raw: Any, where: str, names: Mapping[str, str]) -> Entry:
    known(raw, words(STARTS, "journal"), where)
    other = number(raw, "numero", where, "", short=True)
    shown = text(raw, "nom", where, names.get(other, ""))
    return Entry(one_of(text(raw, "sens", where), WAYS, "le sens", where), shown, other, text(raw, "date", where, ""))
