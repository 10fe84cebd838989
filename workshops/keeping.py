"""How long a person's data are kept, and what happens next: a pure rule.

Source: ../shared/notes/counsellor.md §4.3: twelve months without activity, six to twenty-four by the place's choice, thirty days' notice."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import datetime, timedelta

NOTICE = timedelta(days=30)
SHORTEST, USUAL, LONGEST = 6, 12, 24
CHOICES = (6, 12, 18, 24)  # months offered on screen


@dataclass(frozen=True)
class Quiet:
    """A person and her last activity. `noticed_at`: since when the counsellor is told, or None."""

    learner: str
    name: str
    last: datetime
    noticed_at: datetime | None = None


def erased_on(one: Quiet, months: int) -> datetime:
    """When this person will be erased if nothing happens: the end of the term, and never before thirty days of notice."""
    end = later(one.last, months)
    return max(end, one.noticed_at + NOTICE) if one.noticed_at else end


def stage(one: Quiet, now: datetime, months: int) -> str:
    """`keep`, `notice` (the counsellor is told for thirty days) or `erase`. A notice dated after `now` (a clock put right) is none.

    Raises ValueError for a term outside six to twenty-four months."""
    if not SHORTEST <= months <= LONGEST:
        raise ValueError(f"months: {months}")
    if now < later(one.last, months) - NOTICE:
        return "keep"
    told = one.noticed_at if one.noticed_at and one.last < one.noticed_at <= now else None
    return "erase" if told and now >= max(later(one.last, months), told + NOTICE) else "notice"


def later(moment: datetime, months: int) -> datetime:
    """The same day some months later; the last day of the month when there is no such day."""
    year, month = divmod(moment.year * 12 + moment.month - 1 + months, 12)
    return moment.replace(year=year, month=month + 1, day=min(moment.day, calendar.monthrange(year, month + 1)[1]))
