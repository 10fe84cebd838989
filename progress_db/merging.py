"""Two people who are one (registered twice, or a guest who stays): their work in one log, and back for a month."""

from __future__ import annotations

import json
import uuid
from datetime import datetime
from typing import Any

from progress_db import acts, bin, log
from progress_db.engine import Db
from progress_db.errors import Gone, Refusal
from progress_db.moments import PARIS, from_text, to_text
from progress_db.rights import asks, require

FACTS = ("birth_year", "commune", "gender", "status")


class NotTwo(Refusal):
    """The same person twice, or a person merged into herself."""


@asks("people")
def merge(db: Db, source: str, target: str, who: str, now: datetime) -> None:
    """Give the source's work, groups, workshops, visits and missing facts to the target; the source leaves every list and is signed out.

    The two logs become one in the order of time. Done twice, it is done once. Raises NotAllowed, NotTwo, Gone, StorageProblem."""
    require(db, who, "people")
    if source == target:
        raise NotTwo("C’est la même fiche. Choisissez-en une autre.")
    with db.transaction():
        if db.one("SELECT id FROM merges WHERE source = :source AND target = :target", source=source, target=target):
            return
        kept = {"source": _ids(db, source), "target": _ids(db, target)}
        if not _here(db, target, guest=False) or not _here(db, source):
            raise Gone
        log.deal(db, {target: _in_time(db, source, target), source: []})
        kept |= {
            "groups": _groups(db, source, target),
            "workshops": _workshops(db, source, target),
            "visits": _visits(db, source, target),
            "facts": _facts(db, source, target),
        }
        bin.hide(db, source, now)
        db.run(
            "INSERT INTO merges (id, source, target, at, events) VALUES (:id, :source, :target, :at, :events)",
            id=str(uuid.uuid4()), source=source, target=target, at=to_text(now), events=json.dumps(kept),
        )  # fmt: skip
        acts.write(db, who, acts.MERGE, target, now)


@asks("people")
def undo(db: Db, source: str, who: str, now: datetime) -> None:
    """Give each of the two what was hers; what was done since stays with the target. Of several merges into one person, the last is
    undone first. Raises NotAllowed, NotTwo, Gone, StorageProblem."""
    require(db, who, "people")
    with db.transaction():
        row = db.one("SELECT id, target, at, events FROM merges WHERE source = :source", source=source)
        if row is None:
            raise Gone
        target, kept = row["target"], json.loads(row["events"])
        if not _here(db, target):
            raise NotTwo("L’autre fiche n’est plus dans la liste. Remettez-la d’abord, puis recommencez.")
        if db.one(
            "SELECT id FROM merges WHERE target = :target AND (at > :at OR at = :at AND id > :id)",
            target=target, at=row["at"], id=row["id"],
        ):  # fmt: skip
            raise NotTwo("Une autre fiche a été réunie après celle-ci. Séparez-la d’abord, puis recommencez.")
        hers = set(kept["source"])
        log.deal(db, {source: kept["source"], target: [one for one in _ids(db, target) if one not in hers]})
        for group in kept["groups"]:
            db.run("DELETE FROM members WHERE learner_group = :group AND learner = :who", group=group, who=target)
        for seat in kept["workshops"]:
            _seat_back(db, source, target, *seat)
        for day, room in kept.get("visits", ()):  # not there in the merges of the first version
            _visit_back(db, target, day, room, row["at"])
        _facts_back(db, source, target, kept["facts"])
        db.run("DELETE FROM merges WHERE id = :id", id=row["id"])
        db.run("UPDATE learners SET removed_at = NULL WHERE id = :id", id=source)
        acts.write(db, who, acts.BACK, source, now)


@asks("people")
def guests(db: Db) -> list[tuple[str, datetime, str, int]]:
    """The guests who are there now: (id, since when, on which computer, how many acts), the latest first. Raises StorageProblem."""
    rows = db.all(
        "SELECT l.id, l.created_at, l.seq, c.label FROM learners l JOIN sessions s ON s.who = l.id"
        " LEFT JOIN computers c ON c.id = s.computer WHERE l.guest = 1 AND l.seq > 0 ORDER BY l.created_at DESC, l.id"
    )
    return [(row["id"], from_text(row["created_at"]), row["label"] or "", row["seq"]) for row in rows]


def _here(db: Db, learner: str, guest: bool = True) -> bool:
    row = db.one("SELECT guest FROM learners WHERE id = :id AND removed_at IS NULL", id=learner)
    return row is not None and (guest or not row["guest"])


def _ids(db: Db, learner: str) -> list[str]:
    return [row["id"] for row in db.all("SELECT id FROM events WHERE learner = :learner ORDER BY seq", learner=learner)]


def _in_time(db: Db, source: str, target: str) -> list[str]:
    """Both logs as one; each keeps its own order, whatever a clock put back has written."""
    logs = {}
    for who in (source, target):
        latest, rows = "", []
        for row in db.all("SELECT id, at FROM events WHERE learner = :who ORDER BY seq", who=who):
            latest = max(latest, row["at"])
            rows.append((latest, row["id"]))
        logs[who] = rows
    return [one for _at, one in sorted([*logs[target], *logs[source]], key=lambda row: row[0])]


def _groups(db: Db, source: str, target: str) -> list[str]:
    """The target joins the source's groups; gives those that are new to her."""
    rows = db.all(
        "SELECT learner_group FROM members WHERE learner = :source"
        " AND learner_group NOT IN (SELECT learner_group FROM members WHERE learner = :target)",
        source=source, target=target,
    )  # fmt: skip
    for row in rows:
        db.run("INSERT INTO members (learner_group, learner) VALUES (:group, :target)", group=row["learner_group"], target=target)
    return [row["learner_group"] for row in rows]


def _workshops(db: Db, source: str, target: str) -> list[tuple[str, str | None, dict | None]]:
    """The source's places in workshops go to the target: nobody is counted twice. Gives (workshop, came at, the target's own place)."""
    found = []
    for row in db.all("SELECT workshop, came_at FROM workshop_people WHERE learner = :source", source=source):
        there = db.one(
            "SELECT came_at FROM workshop_people WHERE workshop = :id AND learner = :who", id=row["workshop"], who=target
        )
        found.append((row["workshop"], row["came_at"], there))
        db.run("DELETE FROM workshop_people WHERE workshop = :id AND learner = :who", id=row["workshop"], who=source)
        _sit(db, row["workshop"], target, row["came_at"])
    return found


def _seat_back(db: Db, source: str, target: str, workshop: str, came_at: str | None, before: dict | None) -> None:
    """The source's place in a workshop is hers again; the target who came since, or who was taken off it since, stays as she is."""
    there = db.one("SELECT came_at FROM workshop_people WHERE workshop = :id AND learner = :who", id=workshop, who=target)
    if db.one("SELECT id FROM workshops WHERE id = :id", id=workshop):
        _sit(db, workshop, source, came_at)
    given = (before or {}).get("came_at") or came_at
    if there and there["came_at"] == given:
        db.run("DELETE FROM workshop_people WHERE workshop = :id AND learner = :who", id=workshop, who=target)
        if before:
            _sit(db, workshop, target, before["came_at"])


def _sit(db: Db, workshop: str, learner: str, came_at: str | None) -> None:
    db.run(
        "INSERT INTO workshop_people (workshop, learner, came_at) VALUES (:id, :who, :at)"
        " ON CONFLICT (workshop, learner) DO UPDATE SET came_at = coalesce(workshop_people.came_at, excluded.came_at)",
        id=workshop, who=learner, at=came_at,
    )  # fmt: skip


def _visits(db: Db, source: str, target: str) -> list[tuple[str, int]]:
    """The days on which the source came in are the target's too; gives those that are new to her."""
    had = "SELECT day, room FROM visits WHERE learner = :who"
    hers = {(row["day"], row["room"]) for row in db.all(had, who=target)}
    new = [(row["day"], row["room"]) for row in db.all(had, who=source) if (row["day"], row["room"]) not in hers]
    for day, room in new:
        db.run("INSERT INTO visits (learner, day, room) VALUES (:who, :day, :room)", who=target, day=day, room=room)
    return new


def _visit_back(db: Db, target: str, day: str, room: int, merged_at: str) -> None:
    """A day given by the merge goes, unless the target did something that day since."""
    rows = db.all("SELECT at FROM events WHERE learner = :who AND at > :at", who=target, at=merged_at)
    if day not in {from_text(row["at"]).astimezone(PARIS).date().isoformat() for row in rows}:
        db.run("DELETE FROM visits WHERE learner = :who AND day = :day AND room = :room", who=target, day=day, room=room)


def _facts(db: Db, source: str, target: str) -> dict[str, Any]:
    """Fill what the target left untold; gives her own facts as they were."""
    hers, other = (db.one(f"SELECT {', '.join(FACTS)} FROM learners WHERE id = :id", id=one) or {} for one in (target, source))
    _write_facts(db, target, {name: hers[name] or other[name] for name in FACTS})
    return hers


def _facts_back(db: Db, source: str, target: str, before: dict[str, Any]) -> None:
    """What the merge had filled is untold again; what the counsellor wrote since stays."""
    now, other = (db.one(f"SELECT {', '.join(FACTS)} FROM learners WHERE id = :id", id=one) or {} for one in (target, source))
    given = {name: before[name] or other[name] for name in FACTS}
    _write_facts(db, target, {name: before[name] if now[name] == given[name] else now[name] for name in FACTS})


def _write_facts(db: Db, learner: str, facts: dict[str, Any]) -> None:
    db.run(f"UPDATE learners SET {', '.join(f'{one} = :{one}' for one in FACTS)} WHERE id = :id", id=learner, **facts)
