"""The room during a workshop: its computers, who sits where and at which step, who asked for help. Facts only, never a verdict."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from progress_db.engine import Db
from progress_db.hashing import digest
from progress_db.moments import from_text, to_text
from progress_db.rights import asks


@dataclass(frozen=True)
class OpenNow:
    """The workshop that is open: who is expected may click his or her name on the room's computers."""

    id: str
    title: str
    opened_at: datetime
    pin_waived: bool


@dataclass(frozen=True)
class Computer:
    id: str
    label: str


@dataclass(frozen=True)
class Present:
    """One person of the open workshop. `session` is empty when nobody is signed in under that name.

    `page`, `lesson`, `step`, `since`: where the person is, and since when. `seen_at`: the last act. `called_at`: « J’ai besoin d’aide ».
    `missed`: questions answered « pas encore » since the opening; `left`: practices ended before the end."""

    learner: str
    name: str
    session: str = ""
    computer: str = ""
    page: str = ""
    lesson: str = ""
    step: str = ""
    since: datetime | None = None
    seen_at: datetime | None = None
    called_at: datetime | None = None
    missed: int = 0
    left: int = 0


def open_now(db: Db) -> OpenNow | None:
    """The workshop that is open, or None. Raises StorageProblem."""
    row = db.one(
        "SELECT id, title, opened_at, pin_waived FROM workshops WHERE opened_at IS NOT NULL AND closed_at IS NULL ORDER BY opened_at DESC"
    )
    return OpenNow(row["id"], row["title"], from_text(row["opened_at"]), bool(row["pin_waived"])) if row else None


# ------------------------------------------------------------------------------------------------- the computers
@asks("workshops")
def mark_computer(db: Db, label: str, now: datetime) -> str:
    """Make this computer one of the room's; gives the token for its cookie, which is nowhere else. Raises StorageProblem."""
    token = secrets.token_urlsafe(32)
    clean = " ".join("".join(c if c.isprintable() else " " for c in label).split())[:40]
    db.run(
        "INSERT INTO computers (id, label, marked_at) VALUES (:id, :label, :at)",
        id=_known_by(token),
        label=clean or f"Ordinateur {len(computers(db)) + 1}",
        at=to_text(now),
    )
    return token


def computer(db: Db, token: str | None) -> Computer | None:
    """The computer that holds this token, if it is one of the room's. Raises StorageProblem."""
    row = db.one("SELECT id, label FROM computers WHERE id = :id", id=_known_by(token)) if token else None
    return Computer(**row) if row else None


@asks("workshops")
def computers(db: Db) -> list[Computer]:
    """The computers of the room, by name. Raises StorageProblem."""
    return [Computer(**row) for row in db.all("SELECT id, label FROM computers ORDER BY label, id")]


@asks("workshops")
def unmark(db: Db, computer_id: str) -> None:
    """This computer is not one of the room's any more: it shows no name. Raises StorageProblem."""
    db.run("DELETE FROM computers WHERE id = :id", id=computer_id)


# --------------------------------------------------------------------------------------------------- the people
@asks("workshops")
def expected(db: Db, workshop: str) -> list[tuple[str, str]]:
    """(id, name) of the people of a workshop, by name. Raises StorageProblem."""
    rows = db.all(
        "SELECT l.id, l.name FROM workshop_people w JOIN learners l ON l.id = w.learner"
        " WHERE w.workshop = :workshop AND l.guest = 0 AND l.removed_at IS NULL ORDER BY l.name, l.id",
        workshop=workshop,
    )
    return [(row["id"], row["name"]) for row in rows]


@asks("workshops", own="learner")
def came(db: Db, learner: str, now: datetime, added: bool = True) -> None:
    """The person is in the room: noted in the open workshop, where she is added when `added`. Raises StorageProblem."""
    with db.transaction():
        workshop = open_now(db)
        if workshop is None:
            return
        if added:
            db.run(
                "INSERT INTO workshop_people (workshop, learner) SELECT :workshop, id FROM learners WHERE id = :learner AND guest = 0"
                " ON CONFLICT (workshop, learner) DO NOTHING",
                workshop=workshop.id, learner=learner,
            )  # fmt: skip
        db.run(
            "UPDATE workshop_people SET came_at = :at WHERE workshop = :workshop AND learner = :learner AND came_at IS NULL",
            workshop=workshop.id, learner=learner, at=to_text(now),
        )  # fmt: skip


@asks("workshops", own="learner")
def is_at(db: Db, learner: str, page: str, lesson: str, step: str, now: datetime) -> None:
    """Where the person is now; written only when it changed, and never worth stopping anybody."""
    row = db.one("SELECT page, lesson, step FROM whereabouts WHERE learner = :learner", learner=learner)
    if row != {"page": page, "lesson": lesson, "step": step}:
        db.run_if_possible(
            "INSERT INTO whereabouts (learner, page, lesson, step, since) VALUES (:learner, :page, :lesson, :step, :at)"
            " ON CONFLICT (learner) DO UPDATE SET page = excluded.page, lesson = excluded.lesson, step = excluded.step,"
            " since = excluded.since",
            learner=learner, page=page, lesson=lesson, step=step, at=to_text(now),
        )  # fmt: skip


@asks("workshops", own="learner")
def call(db: Db, learner: str, now: datetime) -> None:
    """« J’ai besoin d’aide ». Asked twice, the first time counts. Raises StorageProblem."""
    db.run(
        "INSERT INTO calls (learner, at) VALUES (:learner, :at) ON CONFLICT (learner) DO NOTHING",
        learner=learner,
        at=to_text(now),
    )


@asks("workshops", own="learner")
def answered(db: Db, learner: str) -> None:
    """The counsellor goes there, or the person found out alone. Raises StorageProblem."""
    db.run("DELETE FROM calls WHERE learner = :learner", learner=learner)


@asks("workshops", own="learner")
def called(db: Db, learner: str) -> bool:
    """Whether this person waits for help. Raises StorageProblem."""
    return db.one("SELECT learner FROM calls WHERE learner = :learner", learner=learner) is not None


@asks("workshops", own="learner")
def leave(db: Db, learner: str) -> None:
    """The workshop is over for this person: no call, no place. Raises StorageProblem."""
    with db.transaction():
        answered(db, learner)
        db.run("DELETE FROM whereabouts WHERE learner = :learner", learner=learner)


@asks("workshops")
def board(db: Db, workshop: OpenNow) -> list[Present]:
    """Everybody of the open workshop: those who called first, in the order of their calls; then who is there; by name. Raises StorageProblem."""
    rows = db.all(
        "SELECT l.id, l.name, s.digest, s.seen_at, s.computer, k.label, p.page, p.lesson, p.step, p.since, c.at AS called_at"
        " FROM workshop_people w JOIN learners l ON l.id = w.learner LEFT JOIN sessions s ON s.who = l.id AND s.role = 'learner'"
        " LEFT JOIN computers k ON k.id = s.computer LEFT JOIN whereabouts p ON p.learner = l.id LEFT JOIN calls c ON c.learner = l.id"
        " WHERE w.workshop = :workshop AND l.removed_at IS NULL ORDER BY l.name, l.id, s.seen_at",
        workshop=workshop.id,
    )
    latest = {row["id"]: row for row in rows}  # somebody signed in twice is where she acted last
    troubles = _troubles(db, workshop)
    found = [_present(row, troubles.get(row["id"], {})) for row in latest.values()]
    return sorted(
        found, key=lambda one: (one.called_at is None, to_text(one.called_at) if one.called_at else "", not one.session)
    )


def _troubles(db: Db, workshop: OpenNow) -> dict[str, dict[str, Any]]:
    """What anybody missed since the opening: found by the date alone, else the engine reads each one's whole history."""
    rows = db.all(
        "SELECT learner, sum(CASE WHEN kind = 'question_answered' THEN 1 ELSE 0 END) AS missed,"
        " sum(CASE WHEN kind = 'practice_finished' THEN 1 ELSE 0 END) AS left_open"
        " FROM events WHERE at >= :since AND (kind = 'question_answered' AND data LIKE '%\"right\":false%'"
        " OR kind = 'practice_finished' AND data LIKE '%\"done\":false%') GROUP BY learner",
        since=to_text(workshop.opened_at),
    )
    return {row["learner"]: row for row in rows}


def _present(row: dict[str, Any], troubles: dict[str, Any]) -> Present:
    since, seen, called_at = (from_text(row[name]) if row[name] else None for name in ("since", "seen_at", "called_at"))
    return Present(
        learner=row["id"], name=row["name"], session=row["digest"] or "", computer=row["label"] or "", page=row["page"] or "",
        lesson=row["lesson"] or "", step=row["step"] or "", since=since, seen_at=seen, called_at=called_at,
        missed=troubles.get("missed") or 0, left=troubles.get("left_open") or 0,
    )  # fmt: skip


def _known_by(token: str | None) -> str:
    return digest(str(token), "computer of the room")
