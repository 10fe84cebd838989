"""People taken out of the lists: nobody sees them any more, they come in no more, and for a month they can be put back untouched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from progress_db import acts, erasing, room
from progress_db.engine import Db
from progress_db.errors import Gone
from progress_db.moments import from_text, to_text
from progress_db.rights import asks, require

KEPT = timedelta(days=30)


@dataclass(frozen=True)
class Removed:
    """`into`: the id of the person this one was merged into, or empty."""

    id: str
    name: str
    removed_at: datetime
    into: str = ""


@asks("people")
def take_out(db: Db, learner: str, who: str, now: datetime) -> None:
    """Take a person out, and end her sessions. `who`: the counsellor. Raises NotAllowed, Gone, StorageProblem."""
    require(db, who, "people")
    with db.transaction():
        if not hide(db, learner, now):
            raise Gone
        acts.write(db, who, acts.BIN, learner, now)


def hide(db: Db, learner: str, now: datetime) -> bool:
    """Out of every list, and signed out, without a word in the journal. False when there was nobody to hide. Raises StorageProblem."""
    with db.transaction():
        changed = db.run(
            "UPDATE learners SET removed_at = :at, guest = 0 WHERE id = :id AND removed_at IS NULL", id=learner, at=to_text(now)
        )
        db.run("DELETE FROM sessions WHERE who = :id", id=learner)
        room.leave(db, learner)
    return bool(changed)


@asks("people")
def put_back(db: Db, learner: str, who: str, now: datetime) -> None:
    """Put a person back as she was. One who was merged is separated instead (`merging.undo`). Raises NotAllowed, Gone, StorageProblem."""
    require(db, who, "people")
    with db.transaction():
        merged = db.one("SELECT id FROM merges WHERE source = :id", id=learner)
        if merged or not db.run("UPDATE learners SET removed_at = NULL WHERE id = :id AND removed_at IS NOT NULL", id=learner):
            raise Gone
        acts.write(db, who, acts.BACK, learner, now)


@asks("people")
def removed(db: Db) -> list[Removed]:
    """Who can still be put back, the latest first. Raises StorageProblem."""
    rows = db.all(
        "SELECT l.id, l.name, l.removed_at, m.target FROM learners l LEFT JOIN merges m ON m.source = l.id"
        " WHERE l.removed_at IS NOT NULL ORDER BY l.removed_at DESC, l.id"
    )
    return [Removed(row["id"], row["name"], from_text(row["removed_at"]), row["target"] or "") for row in rows]


@asks("server")
def empty(db: Db, folder: Path, now: datetime) -> int:
    """Erase for good whoever was taken out over a month ago; how many. Raises StorageProblem."""
    over = [one for one in removed(db) if now - one.removed_at >= KEPT]
    for one in over:
        if one.into:
            erasing.empty_shell(db, folder, one.id, one.into, now)
        else:
            erasing.erase(db, folder, one.id, "", now)
    return len(over)
