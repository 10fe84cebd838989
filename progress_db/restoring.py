"""Putting a backup back from the counsellor's space: what there is, what would be lost, and the change itself while the site runs."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from progress_db import accounts, acts, backup, counsellors, engine, erasing, moving, schema
from progress_db.engine import Db
from progress_db.errors import Busy, Damaged, Refusal, StorageProblem
from progress_db.hashing import STRONG, verify
from progress_db.memory import DAMAGED, Memory
from progress_db.rights import require

SHOWN = 12
PATIENCE = 50  # tries, a tenth of a second apart, while the last requests end


@dataclass(frozen=True)
class Offer:
    """A backup that can be put back."""

    name: str
    taken_at: datetime


@dataclass(frozen=True)
class Lost:
    """What was added since a backup, and would not be there any more."""

    people: int
    events: int
    workshops: int


def offers(memory: Memory) -> list[Offer]:
    """The newest backups, the latest first."""
    return [Offer(file.name, backup.taken_at(file)) for file in backup.kept(memory.folder)[:SHOWN]]


def lost(memory: Memory, db: Db, name: str) -> Lost:
    """What would be lost by putting this one back. Raises Refusal (no such backup), Damaged (not sound), StorageProblem."""
    file = _file(memory, name)
    copy = engine.connect(file, read_only=True)
    try:
        return Lost(_more(db, copy, "learners", "id"), _more(db, copy, "events", "id"), _more(db, copy, "workshops", "id"))
    finally:
        copy.close()


def restore(memory: Memory, name: str, who: str, now: datetime) -> None:
    """Put this backup back while the site runs: a fresh backup first, a moment when everybody is told to wait, then all is as it was.
    Everybody is signed out. If anything fails, the base of before is there again.

    Raises NotAllowed, Refusal, Damaged, Busy, StorageProblem."""
    file = _file(memory, name)
    with memory.connection() as db:
        require(db, who, "restore")
    if memory.url:
        _into_postgresql(memory, file, now)
    else:
        backup.backup(memory.folder, now)
        _in_its_place(memory, file, now)
    with memory.connection() as db:
        acts.write(db, who, acts.RESTORE, "", now, f"sauvegarde du {backup.taken_at(file).date().isoformat()}")


def damaged(memory: Memory, now: datetime) -> datetime | None:
    """When the base is damaged and a sound backup is shown in its place: when that one was made. Else None."""
    if memory.url or not memory.read_only or not (memory.problem or "").startswith(DAMAGED[:20]):
        return None
    good = backup.last_good(memory.folder, now)
    return backup.taken_at(good) if good else None


def repair(memory: Memory, login: str, password: str, code: str, now: datetime) -> bool:
    """Put the last sound backup in the place of a damaged base. Nobody can be signed in then: an administrator's password is checked in
    the backup itself. The damaged file is kept aside. False when the account is not right. Raises Refusal, StorageProblem."""
    if damaged(memory, now) is None:
        raise Refusal("Les données ne sont pas abîmées : il n’y a rien à réparer.")
    with memory.connection() as db:
        row = db.one(
            "SELECT id, password FROM counsellors WHERE login = :login AND role = 'administrator' AND closed_at IS NULL",
            login=counsellors.normal_login(login),
        )
        right = verify(row["password"] if row else STRONG.nobody(), password[:1000])
        if not right or row is None or not accounts.code_fits(db, row["id"], code, now):
            return False
    good = backup.last_good(memory.folder, now)
    if good is None:
        raise Refusal("Aucune sauvegarde n’est lisible. Appelez la personne qui a installé le site.")
    _in_its_place(memory, good, now)
    with memory.connection() as db:
        acts.write(db, row["id"], acts.RESTORE, "", now, "données abîmées")
    return True


def _in_its_place(memory: Memory, file: Path, now: datetime) -> None:
    """Wait for the last requests to end, then change the file."""
    with memory.set_aside():
        for left in range(PATIENCE, -1, -1):
            try:
                backup.restore(memory.folder, file, now)
                return
            except Busy:
                if not left:
                    raise
                time.sleep(0.1)


def _into_postgresql(memory: Memory, file: Path, now: datetime) -> None:
    copy = engine.connect(file, read_only=True)
    try:
        if schema.pending(copy):
            raise Refusal(
                "Cette sauvegarde vient d’une version plus ancienne. Remettez-la d’abord sur un site à un seul ordinateur."
            )
        with memory.connection() as db:
            backup.backup_of(db, memory.folder, now)
            moving.move(copy, db, replace=True)
            erasing.again(db, memory.folder)
    finally:
        copy.close()


def _file(memory: Memory, name: str) -> Path:
    file = next((one for one in backup.kept(memory.folder) if one.name == name), None)
    if file is None:
        raise Refusal("Cette sauvegarde n’est plus là. Choisissez-en une autre.")
    if not backup.sound(file):
        raise Damaged("Cette sauvegarde n’est pas lisible. Rien n’a été changé. Choisissez-en une autre.")
    return file


def _more(db: Db, copy: Db, table: str, key: str) -> int:
    """How many rows of today the copy does not have."""
    try:
        there = {row[key] for row in copy.all(f"SELECT {key} FROM {table}")}
    except StorageProblem:
        return 0
    guests = " WHERE guest = 0" if table == "learners" else ""
    return sum(row[key] not in there for row in db.all(f"SELECT {key} FROM {table}{guests}"))
