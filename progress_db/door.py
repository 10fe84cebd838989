"""Signing in: a card and its PIN, or a counsellor's login and password. Wrong tries are counted before they are checked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from progress_db import accounts, tries
from progress_db.cards import code_digest, normal_pin
from progress_db.counsellors import good_password, normal_login
from progress_db.engine import Db
from progress_db.hashing import STRONG, Cost, verify
from progress_db.rights import asks

_HERE = "learner IN (SELECT id FROM learners WHERE removed_at IS NULL)"  # whoever was taken out comes in no more


@dataclass(frozen=True)
class SignIn:
    """Who came in (or None), how many seconds to wait before the next try, whether only the counsellor can open again."""

    learner: str | None = None
    counsellor: str | None = None
    wait_seconds: int = 0
    locked: bool = False


@asks("server")
def sign_in(db: Db, code: str, pin: str, computer: str, now: datetime, cost: Cost = STRONG) -> SignIn:
    """Try a card and a PIN. An unknown card, a revoked card and a wrong PIN get the same answer, counts and work.

    Raises StorageProblem."""
    card = code_digest(code)
    what = tries.card_key(card)
    refused, miss = _counted(db, what, computer, now, lock=True)
    if refused:
        return refused
    row = db.one(f"SELECT learner, pin FROM cards WHERE code = :code AND {_HERE}", code=card)
    if verify((row and row["pin"]) or cost.nobody(), normal_pin(pin)) and row:  # outside any transaction: it takes 50 ms
        still = db.one("SELECT learner FROM cards WHERE code = :code AND pin = :pin", code=card, pin=row["pin"])
        if still:
            tries.clear(db, what, miss)
            return SignIn(learner=row["learner"])
    return SignIn(
        wait_seconds=max(tries.wait(db, what, now), tries.computer_wait(db, computer, now)),
        locked=tries.failures(db, what) >= tries.CARD_LOCK,
    )


@asks("server")
def sign_in_named(db: Db, learner: str, pin: str, computer: str, now: datetime, cost: Cost = STRONG) -> SignIn:
    """In the room: the person clicked her name, and types her PIN. The same waits and the same lock as with her card.

    Raises StorageProblem."""
    kept = db.one(f"SELECT code, pin FROM cards WHERE learner = :learner AND {_HERE}", learner=learner)
    what = tries.card_key((kept and kept["code"]) or f"of {learner}")
    refused, miss = _counted(db, what, computer, now, lock=True)
    if refused:
        return refused
    if verify((kept and kept["pin"]) or cost.nobody(), normal_pin(pin)) and kept:
        tries.clear(db, what, miss)
        return SignIn(learner=learner)
    return SignIn(
        wait_seconds=max(tries.wait(db, what, now), tries.computer_wait(db, computer, now)),
        locked=tries.failures(db, what) >= tries.CARD_LOCK,
    )


@asks("server")
def counsellor_sign_in(
    db: Db, login: str, password: str, computer: str, now: datetime, cost: Cost = STRONG, code: str = ""
) -> SignIn:
    """Try a login, a password, and the six digits when the account asks for them: the same waits, never a lock (nobody would be there
    to open it). A closed account looks like one that does not exist. Raises StorageProblem."""
    name = normal_login(login)
    what = tries.login_key(name)
    refused, miss = _counted(db, what, computer, now, lock=False)
    if refused:
        return refused
    row = db.one("SELECT id, password FROM counsellors WHERE login = :login AND closed_at IS NULL", login=name)
    right = verify(row["password"] if row else cost.nobody(), str(password)[:1000])
    if right and row and accounts.code_right(db, row["id"], code, now):
        tries.clear(db, what, miss)
        return SignIn(counsellor=row["id"])
    return SignIn(wait_seconds=max(tries.wait(db, what, now), tries.computer_wait(db, computer, now)))


@asks("server")
def recover(db: Db, login: str, code: str, password: str, computer: str, now: datetime, cost: Cost = STRONG) -> SignIn:
    """Try a login and the code of the recovery sheet, to choose a new password: counted like a sign-in. Raises BadPassword, StorageProblem."""
    good_password(password, normal_login(login))  # first: a weak new password is no wrong try
    what = tries.login_key(normal_login(login))
    refused, miss = _counted(db, what, computer, now, lock=False)
    if refused:
        return refused
    who = accounts.recover(db, login, code, password, now, cost)
    if who:
        tries.clear(db, what, miss)
        return SignIn(counsellor=who)
    return SignIn(wait_seconds=max(tries.wait(db, what, now), tries.computer_wait(db, computer, now)))


@asks("people")
def unlock(db: Db, learner_id: str) -> None:
    """Open a locked card again, its PIN unchanged, no progress touched. Raises StorageProblem."""
    row = db.one("SELECT code FROM cards WHERE learner = :id", id=learner_id)
    if row and row["code"]:
        tries.clear(db, tries.card_key(row["code"]))


@asks("server")
def unlock_counsellor(db: Db, login: str) -> None:
    """End a counsellor's waits. Raises StorageProblem."""
    tries.clear(db, tries.login_key(normal_login(login)))


def _counted(db: Db, what: str, computer: str, now: datetime, lock: bool) -> tuple[SignIn | None, str]:
    """Refuse this try (locked, or a wait is running), or count it as wrong until it is proved right."""
    with db.transaction():
        if lock and tries.failures(db, what) >= tries.CARD_LOCK:
            return SignIn(locked=True), ""
        waiting = max(tries.wait(db, what, now), tries.computer_wait(db, computer, now))
        if waiting:
            return SignIn(wait_seconds=waiting), ""
        return None, tries.charge(db, what, computer, now)
