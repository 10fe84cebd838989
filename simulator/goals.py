"""Goals, prohibitions and the lot to sort, judged over the facts. Pure; computed, never stored."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from learning.content import Rule, Sorting, Way
from simulator.engine import Fact

REJECTED = ("courriel.signale", "courriel.indesirable", "courriel.supprime")
KEPT = ("courriel.remis", "courriel.range")  # taken back, or put away in a folder of one's own
OPENED = "courriel.piece_ouverte"
ACCEPTED = "reseau.demande_acceptee"
# What is said of each element of a lot, by the gesture that is judged: the last of these facts counts.
SAID = {
    "aside": (*REJECTED, *KEPT),
    "open": (OPENED,),
    "accept": (ACCEPTED, "reseau.demande_refusee", "reseau.demande_signalee", "reseau.demande_remise", "reseau.bloque"),
}
LOTS = {"aside": ("courriel", "messages"), "open": ("courriel", "messages"), "accept": ("reseau", "demandes")}  # site, start word
OPERATORS = {  # each with what it means for authors
    "contient": "Le texte contient ces mots, ou la liste contient cette valeur",
    "parmi": "Une de ces valeurs : `{parmi: [x, y]}`",
    "sauf": "Autre chose que ces valeurs : `{sauf: [x, y]}`",
    "motif": 'Une expression régulière : `{motif: "^01"}`',
    "present": "`oui` : il y a quelque chose. `non` : c’est vide",
    "seulement": "La liste a ces valeurs et aucune autre : `{seulement: [x, y]}`",
}


def matches(value: Any, wanted: Any) -> bool:
    """`wanted` is a plain value (equal, whatever the capitals and spaces), a list of them, or one operator."""
    if isinstance(wanted, Mapping):
        return all(_operator(value, op, arg) for op, arg in wanted.items())
    if isinstance(wanted, list | tuple):
        return isinstance(value, list | tuple) and len(value) == len(wanted) and all(map(matches, value, wanted))
    return plain(value) == plain(wanted)


def _operator(value: Any, op: str, arg: Any) -> bool:
    if op == "contient":
        return any(matches(v, arg) for v in value) if isinstance(value, list | tuple) else plain(arg) in plain(value)
    if op == "parmi":
        return any(matches(value, a) for a in arg)
    if op == "sauf":
        return any(not any(matches(v, a) for a in arg) for v in (value if isinstance(value, list | tuple) else (value,)))
    if op == "motif":
        return re.search(str(arg), str(value or ""), re.I) is not None
    if op == "present":
        return bool(value) is (plain(arg) in ("oui", "true"))
    if op == "seulement":
        return isinstance(value, list | tuple) and sorted(map(plain, value)) == sorted(map(plain, arg))
    return False


def plain(value: Any) -> str:
    return " ".join(str("" if value is None else value).split()).casefold()


def first(rule: Rule, facts: Iterable[Fact]) -> Fact | None:
    """The first fact that the rule is about, or None."""
    ways = (rule, *rule.otherwise)
    return next((fact for fact in facts if any(_is(fact, way) for way in ways)), None)


def _is(fact: Fact, way: Rule | Way) -> bool:
    return fact.kind == way.fact and all(matches(fact.data.get(k), v) for k, v in way.where.items())


def reached(goals: Sequence[Rule], facts: Sequence[Fact]) -> dict[str, int]:
    """Goal id -> number of the event that reached it. A goal with `after` counts only in a later event."""
    found: dict[str, int] = {}
    for _ in goals if any(goal.after for goal in goals) else goals[:1]:  # a goal may be written before the one it waits for
        for goal in goals:
            pool = facts if goal.after is None else [f for f in facts if f.number > found.get(goal.after, 1 << 60)]
            if goal.id not in found and (fact := first(goal, pool)):
                found[goal.id] = fact.number
    return found


def broken(rule: Rule, goals: Sequence[Rule], facts: Sequence[Fact]) -> Fact | None:
    """The first fact that breaks a prohibition, or None. With `before`, nothing breaks it once that goal is reached."""
    until = reached(goals, facts).get(rule.before) if rule.before else None
    return first(rule, facts if until is None else [f for f in facts if f.number < until])


@dataclass(frozen=True)
class Sorted:
    """One message of the lot at the end: was it a trap, was it set aside, why it was what it was."""

    id: str
    trap: bool
    rejected: bool
    why: str
    title: str
    cue: bool = False  # reported with one of its true cues


def verdict(sorting: Sorting, facts: Sequence[Fact], messages: Sequence[Mapping[str, Any]]) -> tuple[Sorted, ...]:
    """Each element of the lot, in its order, judged on the last thing done to it (or on whether its file was opened)."""
    last: dict[str, Fact] = {}
    for fact in facts:
        if fact.kind in SAID[sorting.gesture]:
            last[str(fact.data.get("id"))] = fact
    out = []
    for message in messages:
        name = str(message.get("id"))
        trap, fact = name in sorting.traps, last.get(name)
        why = sorting.traps.get(name) or sorting.genuine.get(name)
        if why is None:
            continue
        rejected = _rejected(sorting.gesture, fact)
        cue = fact is not None and fact.kind == REJECTED[0] and fact.data.get("indice") in (message.get("indices") or ())
        out.append(Sorted(name, trap, rejected, why, _title(message), cue))
    return tuple(out)


def lot(world: Mapping[str, Any], gesture: str) -> Sequence[Mapping[str, Any]]:
    """The elements that a lot may name, as the author wrote them."""
    site, word = LOTS[gesture]
    return ((world.get("sites") or {}).get(site) or {}).get(word) or ()


def _rejected(gesture: str, fact: Fact | None) -> bool:
    """A message stays unless it is set aside; a file stays closed, a request unanswered, unless it is accepted."""
    kind = fact.kind if fact else ""
    return kind in REJECTED if gesture == "aside" else kind not in (OPENED, ACCEPTED)


def _title(message: Mapping[str, Any]) -> str:
    return " : ".join(filter(None, (str(message.get("nom", "")), str(message.get("objet") or message.get("date") or ""))))
