"""SMS that arrive while one is at work elsewhere: the code that a site sends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from simulator.engine import Fact, Step
from simulator.sites.phone.state import Sms, State

SENDER = "06 39 98 00 40"  # unless the site says another


def arrive(state: State, told: Mapping[str, Any]) -> Step:
    """A new SMS on top of the list, unread: `{texte, nom, numero}`, the last two as one wishes."""
    taken = {s.id for s in state.sms}
    rank = next(n for n in range(1, len(taken) + 2) if f"recu-{n}" not in taken)
    number = str(told.get("numero") or SENDER)
    name = str(told.get("nom") or state.line(number).name)
    sms = Sms(f"recu-{rank}", name, number, ({"texte": str(told.get("texte", ""))},), "à l’instant")
    return Step(replace(state, sms=(sms, *state.sms)), (Fact("sms.recu", {"id": sms.id, "numero": number}),))
