"""The starts of the sites of a scenario, tried on the sites themselves."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

from learning.content import Practice
from library.errors import Findings
from library.reading import Reading
from simulator import browser
from simulator.sites import SITES


def check_starts(reading: Reading, file: str) -> Reading:
    """The reading, its value dropped when a site refuses its start (a ValueError with a French sentence)."""
    if not isinstance(reading.value, Practice):
        return reading
    found = Findings(file)
    for scenario in reading.value.variants:
        line = reading.lines.get(f"variante:{scenario.variant}", 1)
        for name, start in scenario.world.get("sites", {}).items():
            if trouble := _trouble(SITES[name].init if name in SITES else SITES.__getitem__, start):
                where = f"Variante « {scenario.variant} », site « {name} » : {trouble}"
                found.say(line, where, "Corrigez le départ de ce site sous monde:, ou les valeurs de la variante.")
        if not found.mistakes and (trouble := _trouble(browser.init, scenario.world)):
            found.say(
                line, f"Variante « {scenario.variant} », monde : {trouble}", "Corrigez monde:, ou les valeurs de la variante."
            )
    if not found.mistakes:
        return reading
    return dataclasses.replace(reading, value=None, problems=tuple(sorted({*reading.problems, *found.problems})))


def _trouble(begin: Callable[[Any], object], start: Any) -> str:
    """What `begin` refuses in `start`: a ValueError says it in French, anything else means a value of the wrong kind."""
    try:
        begin(start)
    except ValueError as trouble:
        return str(trouble)
    except (KeyError, TypeError, AttributeError):
        return "une valeur n’est pas de la sorte attendue."
    return ""
