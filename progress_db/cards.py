"""The paper card: ten characters that name a person, and the four-digit PIN that goes with it."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from progress_db import tries
from progress_db.engine import Db
from progress_db.errors import Gone
from progress_db.hashing import STRONG, Cost, digest
from progress_db.moments import to_text
from progress_db.rights import asks

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # no 0, O, 1, I: they look alike on paper
LENGTH = 10

Draw = Callable[[Sequence[str]], str]


@asks("people")
def issue_card(db: Db, learner_id: str, now: datetime, draw: Draw = secrets.choice) -> str:
    """Draw a new card code; the old card is dead at once. The code is given once, its hash is kept. Raises Gone."""
    code = "".join(draw(LETTERS) for _ in range(LENGTH))
    with db.transaction():
        _forget_tries(db, learner_id)
        _set(db, learner_id, code=code_digest(code), issued_at=to_text(now))
    return code


@asks("people")
def draw_pin(db: Db, learner_id: str, now: datetime, draw: Draw = secrets.choice, cost: Cost = STRONG) -> str:
    """Draw a new PIN, given once; only its argon2 hash is kept. Unlocks the card. Raises Gone, StorageProblem."""
    pin = "0000"
    while not good_pin(pin):
        pin = "".join(draw("0123456789") for _ in range(4))
    kept = cost.hash(pin)
    with db.transaction():
        _forget_tries(db, learner_id)
        _set(db, learner_id, pin=kept, pin_at=to_text(now))
    return pin


@asks("people")
def revoke_card(db: Db, learner_id: str) -> None:
    """The lost card opens nothing any more, and whoever came in with it is signed out. Raises StorageProblem."""
    with db.transaction():
        _forget_tries(db, learner_id)
        db.run("UPDATE cards SET code = NULL, issued_at = NULL WHERE learner = :id", id=learner_id)
        db.run("DELETE FROM sessions WHERE who = :id", id=learner_id)


def normal_code(raw: object) -> str:
    """A card code as typed: capitals, without spaces, dashes, nor the signs that no card has."""
    return "".join(c for c in str(raw or "")[:200].upper() if c in LETTERS)[: LENGTH + 1]


def normal_pin(raw: object) -> str:
    """A PIN as typed, without spaces."""
    return "".join(str(raw or "")[:40].split())[:12]


def code_digest(code: str) -> str:
    """The hash a card is found by."""
    return digest(normal_code(code), "card")


def good_pin(pin: str) -> bool:
    """Neither a repeat, a run, a pattern nor a date: those are what people try first."""
    a, b, c, d = (int(x) for x in pin)
    steps = {b - a, c - b, d - c}
    repeats = len(set(pin)) <= 2 or pin[:2] == pin[2:]
    runs = steps in ({1}, {-1}, {2}, {-2}) or pin in "01234567890" or pin in "09876543210" or pin == "2580" or pin == "0852"
    return not (repeats or runs or pin[:2] in ("19", "20") or _day_and_month(pin) or _day_and_month(pin[2:] + pin[:2]))


def _day_and_month(pin: str) -> bool:
    return 1 <= int(pin[:2]) <= 31 and 1 <= int(pin[2:]) <= 12


def _forget_tries(db: Db, learner_id: str) -> None:
    row = db.one("SELECT code FROM cards WHERE learner = :id", id=learner_id)
    if row and row["code"]:
        db.run("DELETE FROM tries WHERE what = :what", what=tries.card_key(row["code"]))


def _set(db: Db, learner_id: str, **values: Any) -> None:
    """Write some columns of the person's card row, made when it is the first time."""
    if not db.one("SELECT id FROM learners WHERE id = :id AND guest = 0", id=learner_id):
        raise Gone
    db.run("INSERT INTO cards (learner) VALUES (:id) ON CONFLICT (learner) DO NOTHING", id=learner_id)
    if "code" in values:
        db.run("UPDATE cards SET code = :code, issued_at = :issued_at WHERE learner = :id", id=learner_id, **values)
    else:
        db.run("UPDATE cards SET pin = :pin, pin_at = :pin_at WHERE learner = :id", id=learner_id, **values)
