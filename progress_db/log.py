"""The log of what happened (only ever added to), and the summary rows kept beside it in the same transaction."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from learning.events import RULES, Event, Happening, from_data, kind_of, to_data
from learning.progress import Progress, SkillProgress, add_up, evolve
from progress_db import summaries
from progress_db.engine import Db
from progress_db.errors import Damaged, Gone, StorageProblem
from progress_db.moments import from_text, to_text
from progress_db.rights import asks


@asks("follow", own="learner")
def record(db: Db, learner: str, happenings: Sequence[tuple[str, Happening]], now: datetime, content: str = "") -> Progress:
    """Add [(event id, happening)] to the log and to the summaries, committed before it returns (or with the outer
    transaction). An id already there is skipped: the same act sent twice is one row. Raises Gone, StorageProblem."""
    with db.transaction():
        before = progress(db, learner)
        after = before
        for event_id, happening in happenings:
            if db.one("SELECT id FROM events WHERE id = :id", id=event_id):
                continue
            row = _row(event_id, learner, after.seq + 1, now, happening, content)
            _insert(db, row)
            after = evolve(after, _event(row))  # folded as it will be read back: rebuilt = saved
        _save(db, learner, before, after)
    return after


@asks("follow", own="learner")
def progress(db: Db, learner: str) -> Progress:
    """What the learner's events add up to, from the summaries (one query). Raises Gone, StorageProblem."""
    rows = db.all(
        "SELECT l.seq, s.lesson, s.format, s.data FROM learners l LEFT JOIN skills s ON s.learner = l.id WHERE l.id = :learner",
        learner=learner,
    )
    if not rows:
        raise Gone
    try:
        return Progress({row["lesson"]: _skill(learner, row) for row in rows if row["lesson"] is not None}, rows[0]["seq"])
    except (ValueError, TypeError, KeyError, AttributeError):  # written by another version: the log is the truth
        try:
            _rebuilt(db, [learner])
        except StorageProblem:
            pass  # read-only or full: computed again next time too
        return add_up(history(db, learner))


@asks("follow", own="learner")
def history(db: Db, learner: str) -> list[Event]:
    """All events of the learner, in the order of the log. Raises Damaged when a row is not readable, StorageProblem."""
    rows = db.all("SELECT * FROM events WHERE learner = :learner ORDER BY seq", learner=learner)
    try:
        return [_event(row) for row in rows]
    except (ValueError, TypeError, KeyError, AttributeError) as error:  # a changed byte may name a column otherwise
        raise Damaged from error


@asks("server")
def rebuild(db: Db, learner: str | None = None, told: Callable[[int, int], None] | None = None) -> int:
    """Compute the summaries again from the log, of one learner or of all; gives how many learners. Raises StorageProblem."""
    return _rebuilt(db, [learner] if learner else [row["id"] for row in db.all("SELECT id FROM learners ORDER BY id")], told)


def _rebuilt(db: Db, ids: Sequence[str], told: Callable[[int, int], None] | None = None) -> int:
    for done, one in enumerate(ids, start=1):
        with db.transaction():
            db.run("DELETE FROM skills WHERE learner = :learner", learner=one)
            db.run("UPDATE learners SET seq = 0 WHERE id = :learner", learner=one)
            _save(db, one, Progress(), add_up(history(db, one)))
        if told:
            told(done, len(ids))
    return len(ids)


def deal(db: Db, logs: Mapping[str, Sequence[str]]) -> None:
    """Give each of these learners exactly these events (ids, in order), numbered from 1, and compute their summaries again.

    For two people made one, and back: what happened is never changed, only in whose log it stands. Raises ValueError when the events
    are not exactly those that these learners have, Gone, StorageProblem."""
    with db.transaction():
        rows = {row["id"]: row for who in logs for row in db.all("SELECT * FROM events WHERE learner = :who", who=who)}
        if sorted(rows) != sorted(one for ids in logs.values() for one in ids):
            raise ValueError("an event would be lost, or be there twice")
        for who in logs:
            db.run("DELETE FROM events WHERE learner = :who", who=who)
        for who, ids in logs.items():
            for seq, one in enumerate(ids, start=1):
                row = {**rows[one], "learner": who, "seq": seq}
                _insert(db, {**row, "sum": checksum(row)})
        _rebuilt(db, list(logs))


def checksum(row: dict[str, Any]) -> str:
    """What `sum` must be for an event row: the engine's own check misses half of damaged bytes (measured)."""
    names = ("id", "learner", "seq", "at", "kind", "about", "content", "rules", "data")
    return hashlib.blake2b("\0".join(str(row[name]) for name in names).encode(), digest_size=8).hexdigest()


@asks("server")
def untouched(db: Db) -> bool:
    """Whether every event can be read and is as it was written. Raises StorageProblem."""
    for person in db.all("SELECT DISTINCT learner FROM events"):
        rows = db.all("SELECT * FROM events WHERE learner = :learner ORDER BY seq", learner=person["learner"])
        try:
            if any(row["sum"] != checksum(row) or _event(row) is None for row in rows):
                return False
        except (ValueError, TypeError, AttributeError, KeyError):
            return False
    return True


def _row(event_id: str, learner: str, seq: int, now: datetime, happening: Happening, content: str) -> dict[str, Any]:
    data = to_data(happening)
    row = {
        "id": event_id, "learner": learner, "seq": seq, "at": to_text(now), "kind": kind_of(happening),
        "about": str(data.get("lesson", "")), "content": content, "rules": RULES,
        "data": json.dumps(data, separators=(",", ":"), allow_nan=False),
    }  # fmt: skip
    return {**row, "sum": checksum(row)}


def _insert(db: Db, row: dict[str, Any]) -> None:
    """The only place where an event is written; none is ever changed."""
    db.run(
        "INSERT INTO events (id, learner, seq, at, kind, about, content, rules, data, sum)"
        " VALUES (:id, :learner, :seq, :at, :kind, :about, :content, :rules, :data, :sum)",
        **row,
    )


def _event(row: dict[str, Any]) -> Event:
    return Event(
        id=row["id"], learner=row["learner"], seq=row["seq"], at=from_text(row["at"]),
        happening=from_data(row["kind"], json.loads(row["data"])), content=row["content"], rules=row["rules"],
    )  # fmt: skip


def _skill(learner: str, row: dict[str, Any]) -> SkillProgress:
    if row["format"] != summaries.FORMAT:
        raise ValueError("another format")
    return summaries.latest.read(learner, row["lesson"], row["data"])


def summary_row(lesson: str, skill: SkillProgress) -> dict[str, Any]:
    """What the summary row of a skill must hold: the whole as JSON, and the columns that the counsellor's lists read."""
    return {
        "lesson": lesson, "level": int(skill.level), "due": to_text(skill.due) if skill.due else None,
        "last_seen": to_text(skill.last_seen) if skill.last_seen else None,
        "format": summaries.FORMAT, "data": summaries.to_json(skill),
    }  # fmt: skip


def _save(db: Db, learner: str, before: Progress, after: Progress) -> None:
    """Save the skills that changed, and the number of the last event."""
    for lesson, skill in after.skills.items():
        if before.skills.get(lesson) is not skill:
            db.run(
                "INSERT INTO skills (learner, lesson, level, due, last_seen, format, data)"
                " VALUES (:learner, :lesson, :level, :due, :last_seen, :format, :data)"
                " ON CONFLICT (learner, lesson) DO UPDATE SET level = excluded.level, due = excluded.due,"
                " last_seen = excluded.last_seen, format = excluded.format, data = excluded.data",
                learner=learner,
                **summary_row(lesson, skill),
            )
    if after.seq != before.seq:
        db.run("UPDATE learners SET seq = :seq WHERE id = :learner", seq=after.seq, learner=learner)
