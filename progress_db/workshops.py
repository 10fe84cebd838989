"""The workshops: prepared, opened, closed. Who is expected, who came, which lessons are proposed."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from learning.events import LessonProposed
from progress_db import log
from progress_db.engine import Db
from progress_db.errors import Gone, Refusal
from progress_db.moments import from_text, to_text
from progress_db.rights import asks
from workshops.workshop import Proposed, Workshop, refusals

_COLUMNS = ("kind", "title", "day", "starts", "minutes", "village", "place_kind", "level", "others")
MOST_OTHERS = 300
NAMESPACE = uuid.UUID("3f0a7c52-0b8e-4f58-8d0e-6f6a2a1c9b40")  # any fixed value: names the events of a proposal


class BadWorkshop(Refusal):
    """A workshop that cannot be kept as it is; the message says what to complete."""


@asks("workshops")
def add(db: Db, workshop: Workshop, now: datetime) -> Workshop:
    """Keep a new workshop (its id is drawn when it is empty). Raises BadWorkshop, StorageProblem."""
    _good(workshop)
    one = replace(workshop, id=workshop.id or str(uuid.uuid4()))
    with db.transaction():
        db.run(
            "INSERT INTO workshops (id, kind, title, day, starts, minutes, village, place_kind, themes, level, equipment, others,"
            " pin_waived, created_by, created_at) VALUES (:id, :kind, :title, :day, :starts, :minutes, :village, :place_kind,"
            " :themes, :level, :equipment, :others, :pin_waived, :created_by, :at)",
            id=one.id, created_by=one.created_by, at=to_text(now), **_row(one),
        )  # fmt: skip
        _put_people(db, one.id, one.people)
        _put_lessons(db, one.id, one.lessons)
    return one


@asks("workshops")
def change(db: Db, workshop: Workshop) -> None:
    """Write a workshop again: what it is, who is expected, which lessons. A closed one is not changed.

    Raises BadWorkshop, Gone, StorageProblem."""
    _good(workshop)
    with db.transaction():
        before = one(db, workshop.id)
        if before is None:
            raise Gone
        if before.closed_at:
            raise BadWorkshop("Cet atelier est fini : son bilan est écrit. Préparez-en un autre.")
        row = ", ".join(f"{name} = :{name}" for name in _row(workshop))
        db.run(f"UPDATE workshops SET {row} WHERE id = :id", id=workshop.id, **_row(workshop))
        for who in set(before.people) - set(workshop.people):
            db.run("DELETE FROM workshop_people WHERE workshop = :id AND learner = :who", id=workshop.id, who=who)
        _put_people(db, workshop.id, workshop.people)
        db.run("DELETE FROM workshop_lessons WHERE workshop = :id", id=workshop.id)
        _put_lessons(db, workshop.id, workshop.lessons)


@asks("workshops")
def copy(db: Db, workshop_id: str, day: str, now: datetime, by: str = "") -> Workshop:
    """The same workshop another day: same hour, place, people and lessons; nobody came yet. Raises Gone, StorageProblem."""
    model = one(db, workshop_id)
    if model is None:
        raise Gone
    return add(
        db, replace(model, id="", day=day, came=(), others=0, created_by=by, opened_at=None, closed_at=None, counts={}), now
    )


@asks("workshops")
def one(db: Db, workshop_id: str) -> Workshop | None:
    """One workshop, or None. Raises StorageProblem."""
    row = db.one("SELECT * FROM workshops WHERE id = :id", id=workshop_id)
    return _workshop(db, row) if row else None


@asks("workshops")
def all_of(db: Db, since: str = "", until: str = "9999-12-31") -> list[Workshop]:
    """Those of a period (days « AAAA-MM-JJ », both included), the earliest first. Raises StorageProblem."""
    rows = db.all(
        "SELECT * FROM workshops WHERE day >= :since AND day <= :until ORDER BY day, starts, id", since=since, until=until
    )
    return [_workshop(db, row) for row in rows]


@asks("workshops")
def last_village(db: Db) -> str:
    """Where the last workshop was prepared: the next one is probably there. Raises StorageProblem."""
    row = db.one("SELECT village FROM workshops ORDER BY created_at DESC")
    return row["village"] if row else ""


@asks("workshops")
def open_one(db: Db, workshop_id: str, now: datetime) -> None:
    """Open a workshop: the room's computers show the names, its lessons are proposed. Only one is open at a time.

    Raises BadWorkshop, Gone, StorageProblem."""
    with db.transaction():
        other = db.one("SELECT id, title FROM workshops WHERE opened_at IS NOT NULL AND closed_at IS NULL")
        if other and other["id"] != workshop_id:
            raise BadWorkshop(f"« {other['title']} » est encore ouvert. Fermez-le d’abord.")
        this = one(db, workshop_id)
        if this is None:
            raise Gone
        if this.closed_at:
            raise BadWorkshop("Cet atelier est fini : son bilan est écrit. Préparez-en un autre.")
        if other is None:
            db.run("UPDATE workshops SET opened_at = :at WHERE id = :id", at=to_text(now), id=workshop_id)
        for who in this.people:
            propose(db, this, who, now)


@asks("workshops")
def close(db: Db, workshop_id: str, now: datetime, counts: dict[str, int] | None = None) -> None:
    """End a workshop: names leave the room's computers. `counts`: the anonymous report, which outlives the people.

    Raises Gone, StorageProblem."""
    with db.transaction():
        closed = db.run(
            "UPDATE workshops SET closed_at = :at, counts = :counts WHERE id = :id AND opened_at IS NOT NULL AND closed_at IS NULL",
            at=to_text(now), counts=json.dumps(counts or {}), id=workshop_id,
        )  # fmt: skip
        if not closed and one(db, workshop_id) is None:
            raise Gone
        if closed:
            people = "(SELECT learner FROM workshop_people WHERE workshop = :id)"
            db.run(f"DELETE FROM calls WHERE learner IN {people}", id=workshop_id)
            db.run(f"DELETE FROM whereabouts WHERE learner IN {people}", id=workshop_id)


@asks("workshops")
def propose(db: Db, workshop: Workshop, who: str, now: datetime) -> None:
    """Propose the workshop's lessons to one person; done twice, it is done once. Raises Gone, StorageProblem."""
    named = [
        (str(uuid.uuid5(NAMESPACE, f"{workshop.id}|{who}|{p.lesson}")), LessonProposed(p.lesson, workshop.created_by, p.note))
        for p in workshop.lessons
    ]
    if named:
        log.record(db, who, named, now)


@asks("workshops")
def add_person(db: Db, workshop_id: str, who: str, now: datetime) -> None:
    """One more expected person; the lessons are proposed to her at once when the workshop is open. Raises StorageProblem."""
    with db.transaction():
        _put_people(db, workshop_id, [who])
        this = one(db, workshop_id)
        if this and this.open:
            propose(db, this, who, now)


@asks("workshops")
def set_came(db: Db, workshop_id: str, who: str, came: bool, now: datetime) -> None:
    """Whether this person came: the counsellor's word. Raises StorageProblem."""
    at = to_text(now) if came else None
    db.run("UPDATE workshop_people SET came_at = :at WHERE workshop = :id AND learner = :who", at=at, id=workshop_id, who=who)


@asks("workshops")
def set_others(db: Db, workshop_id: str, others: int) -> None:
    """How many people came without an account; only while the workshop is not closed. Raises BadWorkshop, StorageProblem."""
    if not 0 <= others <= MOST_OTHERS:
        raise BadWorkshop(f"Écrivez un nombre de 0 à {MOST_OTHERS}.")
    if not db.run("UPDATE workshops SET others = :others WHERE id = :id AND closed_at IS NULL", others=others, id=workshop_id):
        raise BadWorkshop("Cet atelier est fini : son bilan est écrit.")


@asks("workshops")
def remove(db: Db, workshop_id: str) -> None:
    """Drop a workshop that did not take place. A closed one stays: the report needs it. Raises BadWorkshop, StorageProblem."""
    with db.transaction():
        this = one(db, workshop_id)
        if this and this.opened_at:
            raise BadWorkshop("Cet atelier a eu lieu : il reste dans les bilans.")
        db.run("DELETE FROM workshops WHERE id = :id", id=workshop_id)


@asks("workshops")
def came_before(db: Db, workshop: Workshop) -> set[str]:
    """Those of its people who came to an earlier workshop: « déjà accompagné » for La Coop. Raises StorageProblem."""
    rows = db.all(
        "SELECT DISTINCT p.learner FROM workshop_people p JOIN workshops w ON w.id = p.workshop JOIN workshop_people h"
        " ON h.learner = p.learner AND h.workshop = :id WHERE p.came_at IS NOT NULL AND w.id <> :id"
        " AND (w.day < :day OR w.day = :day AND w.starts < :starts)",
        id=workshop.id, day=workshop.day, starts=workshop.starts,
    )  # fmt: skip
    return {row["learner"] for row in rows}


def _good(workshop: Workshop) -> None:
    if told := refusals(workshop):
        raise BadWorkshop(" ".join(told))


def _row(one: Workshop) -> dict[str, Any]:
    return {
        **{name: getattr(one, name) for name in _COLUMNS},
        "title": " ".join(one.title.split())[:120],
        "themes": json.dumps(one.themes),
        "equipment": json.dumps(one.equipment),
        "pin_waived": int(one.pin_waived),
    }


def _put_people(db: Db, workshop_id: str, people: Iterable[str]) -> None:
    for who in people:
        db.run(
            "INSERT INTO workshop_people (workshop, learner) SELECT :id, id FROM learners WHERE id = :who AND guest = 0"
            " ON CONFLICT (workshop, learner) DO NOTHING",
            id=workshop_id, who=who,
        )  # fmt: skip


def _put_lessons(db: Db, workshop_id: str, lessons: Sequence[Proposed]) -> None:
    for position, proposed in enumerate(lessons):
        db.run(
            "INSERT INTO workshop_lessons (workshop, position, lesson, note) VALUES (:id, :position, :lesson, :note)",
            id=workshop_id, position=position, lesson=proposed.lesson, note=proposed.note[:200],
        )  # fmt: skip


def _workshop(db: Db, row: dict[str, Any]) -> Workshop:
    people = db.all(
        "SELECT w.learner, w.came_at, l.removed_at FROM workshop_people w JOIN learners l ON l.id = w.learner"
        " WHERE w.workshop = :id ORDER BY w.learner",
        id=row["id"],
    )
    lessons = db.all("SELECT lesson, note FROM workshop_lessons WHERE workshop = :id ORDER BY position", id=row["id"])
    opened, closed = (from_text(row[name]) if row[name] else None for name in ("opened_at", "closed_at"))
    return Workshop(
        id=row["id"], themes=tuple(json.loads(row["themes"])), equipment=tuple(json.loads(row["equipment"])),
        lessons=tuple(Proposed(**one) for one in lessons), people=tuple(one["learner"] for one in people if not one["removed_at"]),  # taken out: expected no more, but she did come
        came=tuple(one["learner"] for one in people if one["came_at"]), pin_waived=bool(row["pin_waived"]),
        created_by=row["created_by"], opened_at=opened, closed_at=closed, counts=json.loads(row["counts"] or "{}"),
        **{name: row[name] for name in _COLUMNS},
    )  # fmt: skip
