"""Plays the solutions of the practices: what an author says works is seen to work. Only `library.check` and tests do it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from learning.content import Practice
from library.errors import Findings, Problem
from library.shelf import Shelf
from simulator import practice as played
from simulator.player import play


def rehearse(shelf: Shelf) -> tuple[Problem, ...]:
    """A mistake for each solution of each variant that does not go to the end, alone and without breaking a prohibition."""
    problems: list[Problem] = []
    for kept in shelf.kept.values():
        if kept.place.kind not in ("scenarios", "diagnosis") or kept.reading.value is None:
            continue
        found = Findings(kept.place.file)
        line = kept.reading.lines.get("mot:solution", 1)
        for (name, trouble), variants in _troubles(kept.reading.value).items():
            where = _where(variants, len(kept.reading.value.variants))
            what = f"{where} : la solution « {name} » ne va pas au bout. {trouble}"
            found.say(line, what, "Corrigez ses gestes, les buts (fait, ou), ou le monde.")
        problems += found.problems
    return tuple(problems)


def _troubles(practice: Practice) -> dict[tuple[str, str], list[str]]:
    """(name of the solution, what is wrong) -> the variants where it is so: the same sentence is not told three times."""
    told: dict[tuple[str, str], list[str]] = {}
    for scenario in practice.variants:
        for solution in scenario.solutions:
            if trouble := _played(play, scenario, solution):
                told.setdefault((solution.name, trouble), []).append(scenario.variant)
    return told


def _where(variants: list[str], of: int) -> str:
    if len(variants) == of > 1:
        return f"Dans les {of} variantes"
    return f"Variante{'s' if len(variants) > 1 else ''} {', '.join(f'« {v} »' for v in variants)}"


def _played(play, scenario, solution) -> str:
    """What is wrong in French; "" when the solution works."""
    try:
        practice = play(scenario, solution)
    except Exception as trouble:  # whatever the gesture met, the author must be told the place, and the other files checked
        return str(trouble) or type(trouble).__name__
    state = practice.state
    if not state.done:
        return f"À la fin, ce n’est pas réussi. {_lacking(practice)}".strip()
    if state.broken:
        return f"Elle fait ce qui est interdit : {state.broken[0].text}"
    return ""


def _lacking(practice: played.Practice) -> str:
    """What keeps a solution from the end: the goals not reached, each with what truly happened; or a lot left open."""
    told, waiting = [], {goal.id for goal, is_reached in practice.state.goals if not is_reached}
    for goal, is_reached in practice.state.goals:
        if is_reached:
            continue
        if goal.after in waiting:
            told.append(f"But « {goal.id} » : il attend le but « {goal.after} ».")
            continue
        seen = [fact for fact in practice.facts if fact.kind == goal.fact]
        last = f"{goal.fact} est arrivé avec {_values(seen[-1].data)}" if seen else f"{goal.fact} n’est pas arrivé"
        told.append(f"But « {goal.id} » : {last}.")
    if practice.scenario.sorting and not practice.ended:
        told.append("Un tri finit par le geste « - terminer: oui ».")
    return " ".join(told)


def _values(data: Mapping[str, Any]) -> str:
    return ", ".join(f"{word}: {value}" for word, value in data.items() if value) or "aucune valeur"
