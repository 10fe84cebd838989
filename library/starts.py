"""The starts of the sites of a scenario, tried on the sites themselves."""

from __future__ import annotations

import dataclasses

from learning.content import Practice
from library.errors import Findings
from library.reading import Reading


def check_starts(reading: Reading, file: str) -> Reading:
    """The reading, its value dropped when a site refuses its start (a ValueError with a French sentence)."""
    if not isinstance(reading.value, Practice):
        return reading
    try:
        from simulator.sites import SITES  # asked late: reading lessons does not need it
    except ImportError:
        return reading
    found = Findings(file)
    for scenario in reading.value.variants:
        for name, start in scenario.world.get("sites", {}).items():
            try:
                SITES[name].init(start)
            except (ValueError, KeyError, TypeError, AttributeError) as trouble:
                line = reading.lines.get(f"variante:{scenario.variant}", 1)
                found.say(
                    line,
                    f"Variante « {scenario.variant} », site « {name} » : {_sentence(trouble)}",
                    "Corrigez le départ de ce site sous monde:, ou les valeurs de la variante.",
                )
    if not found.mistakes:
        return reading
    return dataclasses.replace(reading, value=None, problems=tuple(sorted({*reading.problems, *found.problems})))


def _sentence(trouble: Exception) -> str:
    """A ValueError says it in French; anything else means a value of the wrong kind."""
    return str(trouble) if isinstance(trouble, ValueError) else "une valeur n’est pas de la sorte attendue."
