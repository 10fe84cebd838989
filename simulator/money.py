"""Amounts of money: whole cents inside, « 1 248,30 € » on the screens, « 1248,30 » in the facts. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from simulator.starts import text

MOST = 10_000_000  # cents
_AMOUNT = re.compile(r"(-?)(\d{1,6})(?:[.,](\d{1,2}))?")


def cents(typed: Any) -> int | None:
    """What a person or an author wrote, in cents; None when it is no amount."""
    bare = re.sub(r"[\s\u202f\u00a0€]|euros?", "", str(typed)).replace("−", "-")
    found = _AMOUNT.fullmatch(bare)
    if not found:
        return None
    value = int(found[2]) * 100 + int((found[3] or "").ljust(2, "0") or 0)
    return -value if found[1] else value


def euros(value: int) -> str:
    """An amount as screens show it: « 1 248,30 € », « 480 € »."""
    whole, rest = divmod(abs(value), 100)
    sign = "−" if value < 0 else ""
    return f"{sign}{whole:,}".replace(",", "\u202f") + (f",{rest:02d}" if rest else "") + "\u00a0€"


def told(value: int) -> str:
    """An amount as facts tell it, so that an author can write it in `ou`: « 480 », « 59,90 »."""
    whole, rest = divmod(abs(value), 100)
    return f"{'-' if value < 0 else ''}{whole}" + (f",{rest:02d}" if rest else "")


def amount(data: Mapping[str, Any], key: str, where: str, default: str | None = None) -> int:
    """An amount that an author wrote. Raises ValueError, in French."""
    written = text(data, key, where, default)
    value = cents(written)
    if value is None or abs(value) > MOST:
        raise ValueError(f"{where} : « {key} » s’écrit comme 480 ou 59,90, sans autre mot, pas « {written} »")
    return value
