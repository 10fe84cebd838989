"""Plays the solutions of the practices: what an author says works is seen to work. Only `library.check` and tests do it."""

from __future__ import annotations

from library.errors import Findings, Problem
from library.shelf import Shelf
from simulator.player import play


def rehearse(shelf: Shelf) -> tuple[Problem, ...]:
    """A mistake for each solution of each variant that does not go to the end, alone and without breaking a prohibition."""
    problems: list[Problem] = []
    for kept in shelf.kept.values():
        if kept.place.kind not in ("scenarios", "diagnosis") or kept.reading.value is None:
            continue
        found = Findings(kept.place.file)
        line = kept.reading.lines.get("mot:solution", 1)
        for scenario in kept.reading.value.variants:
            for solution in scenario.solutions:
                trouble = _played(play, scenario, solution)
                if trouble:
                    what = f"Variante « {scenario.variant} » : la solution « {solution.name} » ne va pas au bout. {trouble}"
                    found.say(line, what, "Corrigez ses gestes, ou le monde.")
        problems += found.problems
    return tuple(problems)


def _played(play, scenario, solution) -> str:
    """What is wrong in French; "" when the solution works."""
    try:
        state = play(scenario, solution).state
    except Exception as trouble:  # whatever the gesture met, the author must be told the place, and the other files checked
        return str(trouble) or type(trouble).__name__
    if not state.done:
        return "À la fin, ce n’est pas réussi."
    if state.broken:
        return f"Elle fait ce qui est interdit : {state.broken[0].text}"
    return ""
