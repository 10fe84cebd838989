"""The learners, and the guests who are forgotten when they leave."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from progress_db.engine import Db
from progress_db.errors import BadName, Gone
from progress_db.moments import from_text, to_text
from progress_db.names import clean_name
from progress_db.rights import asks
from progress_db.tries import CARD_LOCK, card_key

__all__ = ["BadName", "Learner", "clean_name"]

TEXT_SIZES = (100, 125, 150)
GUEST_NAME = "Visiteur"

_SELECT = (
    "SELECT l.id, l.name, l.guest, l.text_size, l.created_at, c.code, c.pin, t.failures FROM learners l"
    " LEFT JOIN cards c ON c.learner = l.id LEFT JOIN tries t ON t.what = 'card ' || c.code"
)


@dataclass(frozen=True)
class Learner:
    """`card` and `pin` say whether there is one; `locked`, that too many wrong codes closed the card."""

    id: str
    name: str
    guest: bool
    text_size: int
    created_at: datetime
    card: bool
    pin: bool
    locked: bool


@asks("people")
def add_learner(db: Db, name: str, now: datetime, learner_id: str | None = None) -> Learner:
    """A new person; two people may have the same name. Raises BadName, StorageProblem."""
    return _add(db, clean_name(name), now, learner_id or str(uuid.uuid4()), guest=False)


@asks("server")
def add_guest(db: Db, now: datetime) -> Learner:
    """Somebody who tries without an account. Raises StorageProblem."""
    return _add(db, GUEST_NAME, now, str(uuid.uuid4()), guest=True)


@asks("people", own="learner_id")
def learner(db: Db, learner_id: str) -> Learner | None:
    """One person or guest, or None when she is unknown or taken out. Raises StorageProblem."""
    row = db.one(f"{_SELECT} WHERE l.id = :id AND l.removed_at IS NULL", id=learner_id)
    return _learner(row) if row else None


@asks("people")
def learners(db: Db) -> list[Learner]:
    """All people, guests and those taken out aside, by name whatever the accents and capitals. Raises StorageProblem."""
    rows = db.all(f"{_SELECT} WHERE l.guest = 0 AND l.removed_at IS NULL")
    return sorted((_learner(row) for row in rows), key=lambda one: (plain(one.name), one.id))


@asks("people", own="learner_id")
def rename(db: Db, learner_id: str, name: str) -> None:
    """Raises BadName, Gone, StorageProblem."""
    if not db.run("UPDATE learners SET name = :name WHERE id = :id", name=clean_name(name), id=learner_id):
        raise Gone


@asks("people", own="learner_id")
def set_text_size(db: Db, learner_id: str, size: int) -> None:
    """Raises ValueError for another size than 100, 125, 150; Gone, StorageProblem."""
    if size not in TEXT_SIZES:
        raise ValueError(f"text size: {size!r}")
    if not db.run("UPDATE learners SET text_size = :size WHERE id = :id", size=size, id=learner_id):
        raise Gone


def erase(db: Db, learner_id: str) -> None:
    """Delete a person and every row about them: events, summaries, practices, card, sessions. Raises StorageProblem."""
    with db.transaction():
        card = db.one("SELECT code FROM cards WHERE learner = :id", id=learner_id)
        if card and card["code"]:
            db.run("DELETE FROM tries WHERE what = :what", what=card_key(card["code"]))
        db.run("DELETE FROM sessions WHERE who = :id", id=learner_id)
        db.run("DELETE FROM learners WHERE id = :id", id=learner_id)  # the others follow, by their foreign keys


def forget_guest(db: Db, learner_id: str) -> None:
    """Erase a guest; does nothing for a person who has an account. Raises StorageProblem."""
    if db.one("SELECT id FROM learners WHERE id = :id AND guest = 1", id=learner_id):
        erase(db, learner_id)


@asks("server")
def forget_old_guests(db: Db, now: datetime) -> int:
    """Erase the guests who have left (no session any more, or one that is over); how many. Raises StorageProblem."""
    from progress_db import sessions  # sessions forgets guests too, one by one

    sessions.end_old(db, now)
    rows = db.all("SELECT id FROM learners WHERE guest = 1 AND NOT EXISTS (SELECT 1 FROM sessions s WHERE s.who = learners.id)")
    for row in rows:
        erase(db, row["id"])
    if rows:
        db.empty_wal()
    return len(rows)


def plain(name: str) -> str:
    """The name for sorting: É beside E."""
    import unicodedata

    return "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))


def _add(db: Db, name: str, now: datetime, learner_id: str, guest: bool) -> Learner:
    db.run(
        "INSERT INTO learners (id, name, guest, text_size, created_at, seq) VALUES (:id, :name, :guest, 100, :at, 0)",
        id=learner_id, name=name, guest=int(guest), at=to_text(now),
    )  # fmt: skip
    return Learner(learner_id, name, guest, 100, from_text(to_text(now)), card=False, pin=False, locked=False)


def _learner(row: dict[str, Any]) -> Learner:
    return Learner(
        id=row["id"], name=row["name"], guest=bool(row["guest"]), text_size=row["text_size"], created_at=from_text(row["created_at"]),
        card=bool(row["code"]), pin=bool(row["pin"]), locked=(row["failures"] or 0) >= CARD_LOCK,
    )  # fmt: skip
