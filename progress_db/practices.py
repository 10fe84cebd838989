"""The journal of each practice: the truth of the simulated web, written before anything is shown."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from learning.events import PracticeFinished
from learning.progress import Progress
from progress_db import log
from progress_db.engine import Db
from progress_db.errors import Damaged, Gone
from progress_db.moments import from_text, to_text
from progress_db.rights import asks


@dataclass(frozen=True)
class InProgress:
    """One attempt. `number` counts this person's attempts at this lesson, `length` the entries of the journal `events`."""

    id: str
    learner: str
    lesson: str
    variant: str
    warm_up: bool
    epoch: str
    started_at: datetime
    number: int = 1
    ended: bool = False
    length: int = 0
    events: list[dict[str, Any]] = field(default_factory=list)


@asks("follow", own="learner")
def current(db: Db, learner: str, lesson: str) -> InProgress | None:
    """The attempt that is not ended, with its journal, or None. Raises StorageProblem."""
    row = db.one(
        "SELECT * FROM practices WHERE learner = :learner AND lesson = :lesson AND state = 'open'", learner=learner, lesson=lesson
    )
    return _practice(row, journal(db, row["id"])) if row else None


@asks("follow", own="learner")
def latest(db: Db, learner: str, lesson: str) -> InProgress | None:
    """The last attempt, ended or not, without its journal (see `journal`), or None. Raises StorageProblem."""
    row = db.one(
        "SELECT * FROM practices WHERE learner = :learner AND lesson = :lesson ORDER BY number DESC LIMIT 1",
        learner=learner,
        lesson=lesson,
    )
    return _practice(row, []) if row else None


@asks("follow", own="learner")
def begun(db: Db, learner: str, lesson: str) -> list[str]:
    """The variants of every attempt, in the order they were begun, those left without an end included. Raises StorageProblem."""
    rows = db.all(
        "SELECT variant FROM practices WHERE learner = :learner AND lesson = :lesson ORDER BY number",
        learner=learner,
        lesson=lesson,
    )
    return [row["variant"] for row in rows]


def journal(db: Db, practice_id: str) -> list[dict[str, Any]]:
    """The entries of one attempt, in order. Raises Damaged, StorageProblem."""
    rows = db.all("SELECT entry FROM journal WHERE practice = :id ORDER BY number", id=practice_id)
    try:
        return [json.loads(row["entry"]) for row in rows]
    except ValueError as error:
        raise Damaged from error


@asks("follow", own="learner")
def start(
    db: Db,
    learner: str,
    lesson: str,
    variant: str,
    epoch: str,
    now: datetime,
    warm_up: bool = False,
    practice_id: str | None = None,
) -> InProgress:
    """A new attempt; one not ended is dropped, and the journals of the former ones are forgotten. Raises Gone."""
    where = {"learner": learner, "lesson": lesson}
    with db.transaction():
        if not db.one("SELECT id FROM learners WHERE id = :learner", learner=learner):
            raise Gone
        leave(db, learner, lesson)
        row = db.one(
            "INSERT INTO practices (id, learner, lesson, number, variant, warm_up, epoch, started_at, state, length)"
            " SELECT :id, :learner, :lesson, coalesce(max(number), 0) + 1, :variant, :warm_up, :epoch, :at, 'open', 0"
            " FROM practices WHERE learner = :learner AND lesson = :lesson RETURNING *",
            id=practice_id or str(uuid.uuid4()), variant=variant, warm_up=int(warm_up), epoch=epoch, at=to_text(now), **where,
        )  # fmt: skip
    assert row
    return _practice(row, [])


@asks("follow", own="learner")
def leave(db: Db, learner: str, lesson: str) -> None:
    """Drop the attempt that is not ended, if any, and forget the journals of all. Raises StorageProblem."""
    where = {"learner": learner, "lesson": lesson}
    with db.transaction():
        db.run(
            "DELETE FROM journal WHERE practice IN (SELECT id FROM practices WHERE learner = :learner AND lesson = :lesson)",
            **where,
        )
        db.run("UPDATE practices SET state = 'dropped' WHERE learner = :learner AND lesson = :lesson AND state = 'open'", **where)


def append(db: Db, practice_id: str, first_number: int, events: list[dict[str, Any]], now: datetime) -> bool:
    """Add entries to the journal, the first one under `first_number` (1 = first of all). The same ones again are taken once.

    False, and nothing written, when another browser wrote something else under these numbers, when some are missing
    before them, or when the attempt is over: the caller reads the practice again. Raises StorageProblem."""
    wanted = [json.dumps(entry, separators=(",", ":"), allow_nan=False) for entry in events]
    with db.transaction():
        row = db.one("SELECT state, length FROM practices WHERE id = :id", id=practice_id)
        if row is None or not 1 <= first_number <= row["length"] + 1:
            return False
        there = db.all(
            "SELECT entry FROM journal WHERE practice = :id AND number >= :first ORDER BY number",
            id=practice_id,
            first=first_number,
        )
        same = all(a["entry"] == b for a, b in zip(there, wanted, strict=False)) and len(there) <= len(wanted)
        new = wanted[len(there) :]
        if not same or (new and row["state"] != "open"):
            return False
        for number, entry in enumerate(new, start=first_number + len(there)):
            db.run(
                "INSERT INTO journal (practice, number, at, entry) VALUES (:id, :number, :at, :entry)",
                id=practice_id, number=number, at=to_text(now), entry=entry,
            )  # fmt: skip
        if new:
            db.run("UPDATE practices SET length = length + :more WHERE id = :id", more=len(new), id=practice_id)
    return True


def finish(db: Db, practice_id: str, event_id: str, happening: PracticeFinished, now: datetime, content: str = "") -> Progress:
    """End the attempt and record its event, in one transaction; twice is once. Raises Gone, StorageProblem."""
    with db.transaction():
        row = db.one("SELECT learner, state FROM practices WHERE id = :id", id=practice_id)
        if row is None:
            raise Gone
        if row["state"] != "open":
            return log.progress(db, row["learner"])
        db.run("UPDATE practices SET state = 'ended' WHERE id = :id", id=practice_id)
        return log.record(db, row["learner"], [(event_id, happening)], now, content)


def _practice(row: dict[str, Any], events: list[dict[str, Any]]) -> InProgress:
    return InProgress(
        id=row["id"], learner=row["learner"], lesson=row["lesson"], variant=row["variant"], warm_up=bool(row["warm_up"]),
        epoch=row["epoch"], started_at=from_text(row["started_at"]), number=row["number"], ended=row["state"] != "open",
        length=row["length"], events=events,
    )  # fmt: skip
