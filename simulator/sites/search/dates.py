"""Dates as people write them in French, put in order. Pure."""

from __future__ import annotations

import re

MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre")
_DATE = re.compile(rf"(?:(?:(\d{{1,2}})(?:er)? )?({'|'.join(MONTHS)}) )?(\d{{4}})")


def in_order(written: str, where: str) -> tuple[int, int, int]:
    """Year, month, day of « 14 février 2014 », « février 2014 » or « 2014 ». Raises ValueError, in French."""
    found = _DATE.fullmatch(written)
    day = int(found[1] or 0) if found else 0
    if not found or day > 31:
        raise ValueError(f"{where} : la date « {written} » s’écrit comme 14 février 2014, février 2014 ou 2014")
    return int(found[3]), MONTHS.index(found[2]) + 1 if found[2] else 0, day
