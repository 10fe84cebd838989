"""Wrong tries, counted in the database: waits for a card or a login, short waits for a computer. Nobody locks out a class."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta

from progress_db.engine import Db
from progress_db.hashing import digest
from progress_db.moments import from_text, to_text

FREE = 4  # tries before the first wait
FIRST_WAIT, LONGEST_WAIT = 30, 3600  # seconds
CARD_LOCK = 10  # wrong tries in a row that close a card until the counsellor opens it
COMPUTER_FREE, COMPUTER_WINDOW = 20, timedelta(minutes=10)
COMPUTER_WAIT, COMPUTER_LONGEST = 30, 60  # seconds
FORGOTTEN = timedelta(days=30)  # tries at a card that does not exist


def card_key(code_digest: str) -> str:
    """What a card's tries are counted under; a code that nobody has is counted in the same way, so that both look alike."""
    return f"card {code_digest}"


def login_key(login: str) -> str:
    return f"login {digest(login, 'login')}"


def failures(db: Db, what: str) -> int:
    """How many wrong tries in a row. Raises StorageProblem."""
    row = db.one("SELECT failures FROM tries WHERE what = :what", what=what)
    return row["failures"] if row else 0


def wait(db: Db, what: str, now: datetime) -> int:
    """Seconds to wait before the next try at `what`. Raises StorageProblem."""
    row = db.one("SELECT failures, at FROM tries WHERE what = :what", what=what)
    return _left(wait_after(row["failures"]), from_text(row["at"]), now) if row else 0


def wait_after(failed: int) -> int:
    """Seconds of wait that so many wrong tries in a row cost: none for four, then 30 s, doubled each time, an hour at most."""
    return 0 if failed <= FREE else min(FIRST_WAIT * 2 ** min(failed - FREE - 1, 20), LONGEST_WAIT)


def computer_wait(db: Db, computer: str, now: datetime) -> int:
    """Seconds that this computer waits, whoever sits there: a minute at most. Raises StorageProblem."""
    row = db.one(
        "SELECT count(*) AS many, max(at) AS last FROM misses WHERE computer = :computer AND at > :since AND at <= :now",
        computer=digest(computer, "computer"), since=to_text(now - COMPUTER_WINDOW), now=to_text(now),
    )  # fmt: skip
    if row is None or row["many"] < COMPUTER_FREE:
        return 0
    return _left(min(COMPUTER_WAIT + 5 * (row["many"] - COMPUTER_FREE), COMPUTER_LONGEST), from_text(row["last"]), now)


def charge(db: Db, what: str, computer: str, now: datetime) -> str:
    """Count a try as wrong before it is checked, so that twenty at once are twenty; gives the id to take it back by."""
    miss = str(uuid.uuid4())
    at, old = to_text(now), to_text(now - COMPUTER_WINDOW)
    with db.transaction():
        db.run("DELETE FROM misses WHERE at < :old OR at > :at", old=old, at=at)
        db.run(
            "INSERT INTO misses (id, computer, at) VALUES (:id, :computer, :at)",
            id=miss,
            computer=digest(computer, "computer"),
            at=at,
        )
        db.run(
            "INSERT INTO tries (what, failures, at) VALUES (:what, 1, :at)"
            " ON CONFLICT (what) DO UPDATE SET failures = tries.failures + 1, at = excluded.at",
            what=what, at=at,
        )  # fmt: skip
    return miss


def clear(db: Db, what: str, miss: str = "") -> None:
    """The try was right: the count starts again. Raises StorageProblem."""
    with db.transaction():
        db.run("DELETE FROM tries WHERE what = :what", what=what)
        db.run("DELETE FROM misses WHERE id = :id", id=miss)


def forget_old(db: Db, now: datetime) -> None:
    """Drop the counts of codes that nobody has, after a month. Raises StorageProblem."""
    db.run(
        "DELETE FROM tries WHERE at < :old AND NOT EXISTS (SELECT 1 FROM cards c WHERE 'card ' || c.code = tries.what)",
        old=to_text(now - FORGOTTEN),
    )


def _left(seconds: int, since: datetime, now: datetime) -> int:
    """What is left of a wait; none when the clock was set back: nobody waits for a year."""
    passed = (now - since).total_seconds()
    return max(0, round(seconds - passed)) if passed >= 0 else 0
