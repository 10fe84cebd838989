"""Moments as they are stored: UTC text of fixed width, so that text order is time order."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

PARIS = ZoneInfo("Europe/Paris")


def to_text(moment: datetime) -> str:
    """The stored form of an aware datetime. Raises ValueError for a naive one: nobody knows when it is."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def from_text(text: str) -> datetime:
    """The aware UTC datetime of a stored text. Raises ValueError when it is not one."""
    return datetime.fromisoformat(text)


def in_paris(moment: datetime) -> str:
    """As people here read it: « 22/11/2026 à 23 h 06 »."""
    return moment.astimezone(PARIS).strftime("%d/%m/%Y à %H\u00a0h\u00a0%M")
