"""Sign-in sessions: the cookie holds 256 random bits, the table only their hash. A session over is a session gone."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from progress_db import people
from progress_db.engine import Db
from progress_db.errors import StorageProblem
from progress_db.hashing import digest as _digest
from progress_db.moments import from_text, to_text
from progress_db.rights import asks
from workshops.rights import rank

Role = Literal["learner", "guest", "counsellor"]

IDLE = {"learner": timedelta(minutes=20), "guest": timedelta(minutes=20), "counsellor": timedelta(minutes=15)}
LONGEST = timedelta(hours=8)
WITHOUT_TAB = timedelta(minutes=7)  # a network cut of five minutes must sign nobody out; a closed tab does, soon after
EXACT = timedelta(seconds=10)  # "seen" is written at most so often: a click must not cost a second commit

_SEAT = (
    "SELECT s.*, c.role AS rank, c.closed_at, l.removed_at FROM sessions s"
    " LEFT JOIN counsellors c ON c.id = s.who AND s.role = 'counsellor' LEFT JOIN learners l ON l.id = s.who WHERE s.digest = :digest"
)


@dataclass(frozen=True)
class Seat:
    """A session that is alive: its digest, who, in which role, the seconds left before it ends for idleness, and whether the
    counsellor's account is an administrator's now."""

    session: str
    who: str
    role: Role
    idle_left: float
    administrator: bool = False

    @property
    def rank(self) -> str:
        return rank(self.role, self.administrator)


@asks("server")
def open_session(db: Db, who: str, role: Role, now: datetime, computer: str | None = None) -> str:
    """A new session, on this `computer` of the room; gives the token for the cookie, which is nowhere else. Raises StorageProblem."""
    token = secrets.token_urlsafe(32)
    db.run(
        "INSERT INTO sessions (digest, who, role, opened_at, seen_at, tabs, alone_since, computer)"
        " VALUES (:digest, :who, :role, :at, :at, 0, :at, :computer)",
        digest=digest(token), who=who, role=role, at=to_text(now), computer=computer,
    )  # fmt: skip
    return token


def digest(token: str) -> str:
    """What the table knows a token by."""
    return _digest(token, "session")


def seat(db: Db, session_digest: str | None, now: datetime, touch: bool = False) -> Seat | None:
    """Who is behind this session, or None when it is unknown or over (then it is ended). `touch`: the person acts now.

    A full or read-only disk ends nobody's session. Raises Damaged."""
    row = db.one(_SEAT, digest=session_digest) if session_digest else None
    if row is None:
        return None
    if _over(row, now) or row["closed_at"] or row["removed_at"]:  # taken out while her code was being checked
        try:
            close_session(db, row["digest"])
        except StorageProblem:
            pass  # the disk is full: the row stays, over all the same
        return None
    idle = now - from_text(row["seen_at"])
    if touch and idle > EXACT:
        db.run_if_possible("UPDATE sessions SET seen_at = :at WHERE digest = :digest", at=to_text(now), digest=row["digest"])
    left = IDLE[row["role"]] - (timedelta() if touch else idle)
    return Seat(
        row["digest"],
        row["who"],
        row["role"],
        left.total_seconds(),
        row["role"] == "counsellor" and row["rank"] == "administrator",
    )


def close_session(db: Db, session_digest: str) -> None:
    """End a session; a guest's is the end of the guest. Raises StorageProblem."""
    with db.transaction():
        row = db.one("DELETE FROM sessions WHERE digest = :digest RETURNING who, role", digest=session_digest)
        guest = row is not None and row["role"] == "guest"
        if row and guest:
            people.forget_guest(db, row["who"])
    if guest:
        db.empty_wal()


@asks("workshops", own="who")
def close_sessions_of(db: Db, who: str) -> None:
    """End all sessions of a person. Raises StorageProblem."""
    for row in db.all("SELECT digest FROM sessions WHERE who = :who", who=who):
        close_session(db, row["digest"])


@asks("server")
def end_old(db: Db, now: datetime) -> int:
    """End every session that is over; how many. Raises StorageProblem."""
    over = [row["digest"] for row in db.all("SELECT * FROM sessions") if _over(row, now)]
    for one in over:
        close_session(db, one)
    return len(over)


def tab_opened(db: Db, session_digest: str, now: datetime) -> None:
    """A tab of the browser is connected."""
    db.run_if_possible(
        "UPDATE sessions SET tabs = tabs + 1, alone_since = :at WHERE digest = :digest", at=to_text(now), digest=session_digest
    )


def tab_closed(db: Db, session_digest: str, now: datetime) -> None:
    """A tab went away; without any for seven minutes the session ends."""
    db.run_if_possible(
        "UPDATE sessions SET tabs = CASE WHEN tabs > 0 THEN tabs - 1 ELSE 0 END, alone_since = :at WHERE digest = :digest",
        at=to_text(now), digest=session_digest,
    )  # fmt: skip


@asks("server")
def tabs_reset(db: Db, now: datetime) -> None:
    """At start-up no tab is connected yet."""
    db.run_if_possible("UPDATE sessions SET tabs = 0, alone_since = :at", at=to_text(now))


def _over(row: dict[str, Any], now: datetime) -> bool:
    """A clock that jumped, forward or back, ends sessions: signing in again is safer than staying in for a year."""
    idle = abs(now - from_text(row["seen_at"]))
    last_sign = max(from_text(row["alone_since"]), from_text(row["seen_at"]))  # a tab that could not be counted still acts
    alone = abs(now - last_sign) if row["tabs"] <= 0 else timedelta()
    return idle > IDLE[row["role"]] or abs(now - from_text(row["opened_at"])) > LONGEST or alone > WITHOUT_TAB
