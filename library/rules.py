"""The goals, prohibitions and hints of a scenario."""

from __future__ import annotations

import re
from typing import Any

from learning.content import Hint, Rule, Way
from library.errors import Findings, one_of
from library.nodes import Listing, Node, Table, Text
from library.typed import Fields, data
from library.variants import is_hole
from library.vocabulary import NAME, OPERATORS, facts

_LISTS = ("parmi", "sauf", "seulement")


def read_rules(top: Fields, word: str, found: Findings, goals: tuple[Rule, ...] = ()) -> tuple[Rule, ...]:
    """The rules under `buts` or `interdits`; `goals` are those that an `avant` may name."""
    goal = word == "buts"
    what = "But" if goal else "Interdit"
    needed, optional = (
        (("id", "texte", "fait"), ("ou", "ou_bien", "apres", "explication"))
        if goal
        else (("id", "texte", "fait", "explication"), ("ou", "ou_bien", "avant", "dangereux", "corrige"))
    )
    rules: list[Rule] = []
    for item in top.items(word):
        fields = Fields(item, what, needed, optional, found, top.line_of(word))
        name = fields.text("id")
        if name and not NAME.fullmatch(name):
            found.say(
                fields.line_of("id"),
                f"L’id « {name} » n’est pas écrit comme il faut.",
                "Seulement des lettres sans accent, des chiffres et des tirets.",
            )
        if name in {r.id for r in rules}:
            found.say(fields.line_of("id"), f"L’id « {name} » est déjà pris.", "Donnez un autre id.")
        rules.append(Rule(
            id=name, text=fields.prose("texte"), fact=_fact(fields, found), where=_where(fields, found),
            otherwise=_otherwise(fields, found), after=fields.text("apres") or None, before=fields.text("avant") or None, explanation=fields.prose("explication"), dangerous=not goal and fields.yes("dangereux"),
            corrects=not goal and fields.yes("corrige"),
        ))  # fmt: skip
        before, ids = rules[-1].before, [g.id for g in goals]
        if before is not None and before not in ids:
            found.say(fields.line_of("avant"), f"avant : aucun but n’a l’id « {before} ».", one_of(before, ids))
    if word in top.node and isinstance(top.node.get(word), Listing) and not rules:
        found.say(top.line_of(word), f"« {word} » est vide.", f"Écrivez un premier élément, ou enlevez {word}:")
    _check_after(top, word, rules, found)
    return tuple(rules)


def _fact(fields: Fields, found: Findings) -> str:
    fact = fields.text("fait")
    if fact and fact not in facts():
        found.say(fields.line_of("fait"), f"Le fait « {fact} » est inconnu.", one_of(fact, facts()))
    return fact


def _otherwise(fields: Fields, found: Findings) -> tuple[Way, ...]:
    """What counts the same, under `ou_bien`."""
    ways = [Fields(item, "Ou bien", ("fait",), ("ou",), found, fields.line_of("ou_bien")) for item in fields.items("ou_bien")]
    return tuple(Way(fact=_fact(way, found), where=_where(way, found)) for way in ways)


def _check_after(top: Fields, word: str, rules: list[Rule], found: Findings) -> None:
    ids = [r.id for r in rules]
    by_id = {r.id: r for r in rules}
    for rule, node in zip(rules, top.items(word), strict=True):
        if rule.after is None:
            continue
        line = next((k.line for k, _ in node.pairs if k.value == "apres"), node.line) if isinstance(node, Table) else node.line
        if rule.after not in ids:
            found.say(line, f"apres : aucun but n’a l’id « {rule.after} ».", one_of(rule.after, ids))
            continue
        seen, at = set(), rule.id
        while at in by_id and at not in seen:
            seen.add(at)
            at = by_id[at].after
        if at is not None and at in by_id:
            found.say(line, f"Le but « {rule.id} » attend un but qui l’attend.", "Enlevez un des deux apres.")


def _where(fields: Fields, found: Findings) -> dict[str, Any]:
    """The conditions on the data of the fact, their operators checked."""
    table = fields.table("ou")
    for key, value in table.pairs:
        if isinstance(value, Table):
            _check_operator(key, value, found)
        elif isinstance(value, Listing):
            found.say(
                key.line,
                f"ou : « {key.value} » est une liste : on ne sait pas s’il les faut toutes.",
                f"Écrivez {key.value}: {{seulement: […]}} ou {key.value}: {{parmi: […]}}",
            )
        elif not value.value.strip():
            found.say(key.line, f"ou : « {key.value} » est vide.", f"Écrivez une valeur, ou {key.value}: {{present: non}}")
    return data(table)


def _check_operator(key: Text, table: Table, found: Findings) -> None:
    if len(table.pairs) != 1:
        found.say(
            key.line, f"ou : « {key.value} » a {len(table.pairs)} opérateurs.", f"Gardez-en un seul : {', '.join(OPERATORS)}."
        )
    for operator, value in table.pairs:
        name = operator.value
        if name not in OPERATORS:
            found.say(operator.line, f"ou : l’opérateur « {name} » est inconnu.", one_of(name, OPERATORS))
        elif name in _LISTS and not isinstance(value, Listing) and not is_hole(value):
            found.say(operator.line, f"ou : « {name} » veut une liste.", f"Écrivez {{{name}: [un, deux]}}")
        elif name not in _LISTS and not isinstance(value, Text):
            found.say(operator.line, f"ou : « {name} » veut un seul texte.", f"Écrivez {{{name}: texte}}")
        elif name == "present" and isinstance(value, Text) and value.value not in ("oui", "non"):
            found.say(operator.line, f"ou : « present » vaut oui ou non, pas « {value.value} ».", "Écrivez {present: oui}")
        elif name == "motif":
            _check_pattern(value, found)


def _check_pattern(value: Node, found: Findings) -> None:
    try:
        re.compile(value.value)
    except (re.error, RecursionError, OverflowError) as trouble:
        found.say(value.line, f"ou : le motif ne se lit pas ({trouble}).", "Essayez plutôt contient: ou parmi:")


def read_hints(top: Fields, goals: tuple[Rule, ...], found: Findings) -> tuple[Hint, ...]:
    """The helps, from general to precise; the last one shows the answer."""
    ids = [g.id for g in goals]
    hints = []
    for item in top.items("aides"):
        fields = Fields(item, "Aide", ("texte",), ("but", "cible", "reponse"), found, top.line_of("aides"))
        goal = fields.text("but")
        if goal and goal not in ids:
            found.say(
                fields.line_of("but"), f"Aide : aucun but n’a l’id « {goal} ».", one_of(goal, ids) if ids else "Enlevez but: …"
            )
        target = fields.text("cible")
        if target.startswith("#"):
            found.say(fields.line_of("cible"), "Aide : la cible s’écrit sans #.", f"Écrivez cible: {target.lstrip('#')}")
        hints.append(Hint(text=fields.prose("texte"), target=target or None, goal=goal or None, shows=fields.yes("reponse")))
    line = top.line_of("aides")
    if "aides" in top.node and not hints and not is_hole(top.node.get("aides")):
        found.say(line, "Il n’y a aucune aide.", "Écrivez-en au moins une : - {texte: …, cible: …, reponse: oui}")
    elif hints and not hints[-1].shows:
        found.say(
            top.items("aides")[-1].line, "La dernière aide ne montre pas la réponse.", "Ajoutez reponse: oui à la dernière aide."
        )
    return tuple(hints)
