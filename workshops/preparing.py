"""What the counsellor types to prepare a workshop, read: a day, an hour, a duration; the themes that its lessons suggest."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from workshops.themes import theme

DURATIONS = (30, 60, 90, 120, 180)
USUAL_START, USUAL_MINUTES = "14:00", 90


def read_day(text: str) -> str | None:
    """« 24/11/2026 », « 24-11-26 », « 24.11.2026 » as « 2026-11-24 »; None when it is no date."""
    found = re.fullmatch(r"\s*(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4}|\d{2})\s*", text)
    if not found:
        return None
    day, month, year = (int(part) for part in found.groups())
    try:
        return date(year if year > 99 else 2000 + year, month, day).isoformat()
    except ValueError:
        return None


def shown_day(day: str) -> str:
    """« 2026-11-24 » as it is typed: « 24/11/2026 »."""
    return f"{date.fromisoformat(day):%d/%m/%Y}"


def read_hour(text: str) -> str | None:
    """« 14h », « 14 h 30 », « 14:30 » as « 14:30 »; None when it is no hour of the day."""
    found = re.fullmatch(r"\s*(\d{1,2})\s*(?:[h:]\s*(\d{1,2})?)?\s*", text.lower())
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def shown_hour(starts: str) -> str:
    """« 14:00 » in words: « 14 h », « 14 h 30 »."""
    hour, minute = starts.split(":")
    return f"{int(hour)} h" + (f" {minute}" if minute != "00" else "")


def week_later(day: str) -> str:
    """The same day a week later."""
    return (date.fromisoformat(day) + timedelta(days=7)).isoformat()


def themes_of(lessons: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """La Coop's themes of these lessons (module, skill), each once, in the order of the lessons."""
    return tuple(dict.fromkeys(theme(module, skill) for module, skill in lessons))
