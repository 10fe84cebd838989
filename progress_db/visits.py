"""The days on which a person came in: on a computer of the room, or elsewhere. No hour, no address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from progress_db.engine import Db
from progress_db.moments import PARIS
from progress_db.rights import asks


@dataclass(frozen=True)
class Visits:
    """How many days in the room, how many elsewhere, and the last one."""

    room: int = 0
    elsewhere: int = 0
    last: date | None = None
    last_in_room: bool = False


@asks("follow", own="learner")
def note(db: Db, learner: str, now: datetime, in_room: bool) -> None:
    """The person came in today. Nobody is kept out for it: a full disk notes nothing. Raises StorageProblem."""
    db.run_if_possible(
        "INSERT INTO visits (learner, day, room) SELECT id, :day, :room FROM learners WHERE id = :learner"
        " ON CONFLICT (learner, day, room) DO NOTHING",
        learner=learner, day=now.astimezone(PARIS).date().isoformat(), room=int(in_room),
    )  # fmt: skip


@asks("follow", own="learner")
def of(db: Db, learner: str) -> Visits:
    """Raises StorageProblem."""
    rows = db.all("SELECT day, room FROM visits WHERE learner = :learner ORDER BY day, room", learner=learner)
    if not rows:
        return Visits()
    room = sum(row["room"] for row in rows)
    return Visits(room, len(rows) - room, date.fromisoformat(rows[-1]["day"]), bool(rows[-1]["room"]))


@asks("follow", own="learner")
def days(db: Db, learner: str) -> dict[date, set[bool]]:
    """For each day, where the person came in: True for the room, False for elsewhere. Raises StorageProblem."""
    found: dict[date, set[bool]] = {}
    for row in db.all("SELECT day, room FROM visits WHERE learner = :learner", learner=learner):
        found.setdefault(date.fromisoformat(row["day"]), set()).add(bool(row["room"]))
    return found
