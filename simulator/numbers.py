"""Phone numbers: reading what was typed, writing it as people read it, saying calmly what is wrong; those that authors write. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from simulator.starts import text

INVENTED = ("019900", "063998")  # kept by the regulator (Arcep) for fiction: nobody's number
_WHOLE = re.compile(r"0[1-9][0-9]{8}|[1-9][0-9]{1,5}")


def digits(typed: str) -> str:
    """The digits of a number typed anyhow (spaces, dots, hyphens, +33), "" when it is not a French number."""
    bare = re.sub(r"[\s.,/()\-\u2010-\u2015]+", "", typed)
    for abroad in ("+33", "0033"):
        if bare.startswith(abroad):
            bare = "0" + bare.removeprefix(abroad).lstrip("0")
    return bare if _WHOLE.fullmatch(bare) else ""


def written(number: str) -> str:
    """Digits as people read them: « 06 39 98 12 40 », « 33700 »."""
    return " ".join(re.findall("..", number)) if len(number) == 10 else number


def misspelt(typed: str) -> str | None:
    """What to look at again in a number, None when it can be called."""
    if digits(typed):
        return None
    bare = re.sub(r"[^0-9]", "", typed)
    if not typed.strip():
        return "Écrivez le numéro dans la case."
    if re.search(r"[^\W\d_]", typed) or not bare:
        return "Un numéro s’écrit avec des chiffres. Exemple : 06 39 98 00 00"
    if typed.strip().startswith(("+", "00")):
        return "Ici, écrivez un numéro français. Il a dix chiffres et commence par 0."
    if len(bare) > 10:
        return f"Ce numéro a {len(bare)} chiffres : il y en a trop. Un numéro français en a dix."
    if len(bare) == 10:
        return "Relisez le numéro. Quand il a dix chiffres, le premier est 0."
    return f"Ce numéro n’est pas complet : il a {len(bare)} chiffre{'s' if len(bare) > 1 else ''}. Il en faut dix."


def number(data: Mapping[str, Any], key: str, where: str, default: str | None = None, *, short: bool = False) -> str:
    """A number that an author wrote, nobody's in life; with `short`, 33700 and such too. Raises ValueError, in French."""
    value = text(data, key, where, default)
    found = digits(value)
    if value and (not found or (len(found) < 10 and not short)):
        said = "01 99 00 12 34, 06 39 98 12 34 ou 33700" if short else "01 99 00 12 34 ou 06 39 98 12 34"
        raise ValueError(f"{where} : le numéro « {value} » s’écrit comme {said}")
    if len(found) == 10 and not found.startswith(INVENTED):
        raise ValueError(
            f"{where} : le numéro « {value} » est peut-être celui de quelqu’un. Prenez 01 99 00 suivi de quatre chiffres, ou 06 39 98"
        )
    if value != written(found):
        raise ValueError(f"{where} : écrivez le numéro ainsi : {written(found)}. Les buts doivent l’écrire de même")
    return value
