"""Putting a backup back from the counsellor's space: what there is, what would be lost, and the change itself while the site runs."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from progress_db import acts, backup, engine, erasing, moving, schema
from progress_db.engine import Db
from progress_db.errors import Busy, Damaged, Refusal, StorageProblem
from progress_db.memory import Memory
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
        with memory.set_aside():
            for left in range(PATIENCE, -1, -1):
                try:
                    backup.restore(memory.folder, file, now)
                    break
                except Busy:
                    if not left:
                        raise
                    time.sleep(0.1)
    with memory.connection() as db:
        acts.write(db, who, acts.RESTORE, "", now, f"sauvegarde du {backup.taken_at(file).date().isoformat()}")


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
