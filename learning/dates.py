"""Dates and moments in French words, on the clock of the place. Pure: the clock is an argument."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

PARIS = ZoneInfo("Europe/Paris")
DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre")


def day(at: datetime) -> str:
    """A date in words, Paris time: « mardi 24 novembre 2026 »."""
    at = at.astimezone(PARIS)
    return f"{DAYS[at.weekday()]} {'1er' if at.day == 1 else at.day} {MONTHS[at.month - 1]} {at.year}"


def hour(at: datetime) -> str:
    """The time of day in Paris: « 14 h 05 », « 9 h »."""
    local = at.astimezone(PARIS)
    return f"{local.hour} h {local.minute:02d}" if local.minute else f"{local.hour} h"


def moment(at: datetime, now: datetime) -> str:
    """A coming moment in words: « demain à 14 h 30 », « mardi 24 novembre 2026 à 9 h »."""
    local = at.astimezone(PARIS)
    gap = (local.date() - now.astimezone(PARIS).date()).days
    when = {0: "aujourd’hui", 1: "demain"}.get(gap) or day(at)
    return f"{when} à {hour(at)}"


def duration(minutes: float) -> str:
    """« 40 minutes », « 1 h 30 »: rounded to five minutes above an hour, since nobody counts them one by one."""
    if minutes < 60:
        return f"{round(minutes)}\u00a0minutes"
    hours, rest = divmod(5 * round(minutes / 5), 60)
    return f"{hours}\u00a0h\u00a0{rest:02}" if rest else f"{hours}\u00a0h"
