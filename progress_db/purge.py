"""The purge: people without activity for the place's term, told to the counsellor thirty days before, then erased and noted."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from progress_db import acts, erasing
from progress_db.engine import Db
from progress_db.moments import from_text, to_text
from progress_db.rights import asks, require
from workshops.keeping import LONGEST, SHORTEST, USUAL, Quiet, stage

# What a counsellor proposes or decides is no sign of life; coming to a workshop, and « garder », are. Asked once a day.
_QUIET = (
    "SELECT l.id, l.name, l.created_at, l.noticed_at,"
    " (SELECT max(e.at) FROM events e WHERE e.learner = l.id AND e.kind NOT IN ('lesson_proposed', 'level_overruled')) AS worked,"
    " (SELECT max(w.came_at) FROM workshop_people w WHERE w.learner = l.id) AS came,"
    " (SELECT max(a.at) FROM acts a WHERE a.about = l.id AND a.what IN (:keep, :back)) AS kept"
    " FROM learners l WHERE l.guest = 0 AND l.removed_at IS NULL"
)


@dataclass
class Round:
    """What one purge does, or would do: those told for the first time, those erased, those active again."""

    told: list[Quiet] = field(default_factory=list)
    erased: list[Quiet] = field(default_factory=list)
    active: list[Quiet] = field(default_factory=list)


def months(db: Db) -> int:
    """The place's term, in months. Raises StorageProblem."""
    row = db.one("SELECT keep_months FROM place WHERE id = 1")
    return min(max(row["keep_months"], SHORTEST), LONGEST) if row else USUAL


@asks("people")
def quiet(db: Db, now: datetime) -> list[Quiet]:
    """The people who are in their thirty days of notice, or past them, the longest unseen first. Raises StorageProblem."""
    term = months(db)
    return sorted((one for one in _everyone(db) if stage(one, now, term) != "keep"), key=lambda one: (one.last, one.learner))


@asks("people")
def told(db: Db) -> int:
    """How many people the counsellor is told about. Raises StorageProblem."""
    row = db.one("SELECT count(*) AS many FROM learners WHERE noticed_at IS NOT NULL AND removed_at IS NULL")
    return row["many"] if row else 0


@asks("server")
def look(db: Db, now: datetime) -> Round:
    """The dry run: what `purge` would do now. Writes nothing. Raises StorageProblem."""
    term, found = months(db), Round()
    for one in _everyone(db):
        step = stage(one, now, term)
        if step == "erase":
            found.erased.append(one)
        elif step == "notice" and (one.noticed_at is None or not one.last < one.noticed_at <= now):
            found.told.append(one)
        elif step == "keep" and one.noticed_at:
            found.active.append(one)
    return found


@asks("server")
def purge(db: Db, folder: Path, now: datetime) -> Round:
    """Tell, erase, or take back a notice; each erasure is one transaction, noted in the journal. Raises StorageProblem."""
    found = look(db, now)
    for one in found.erased:
        erasing.erase(db, folder, one.learner, "", now, acts.PURGE)
    with db.transaction():
        for one in found.active:
            _notice(db, one.learner, None)
        for one in found.told:
            _notice(db, one.learner, now)
            acts.write(db, "", acts.NOTICE, one.learner, now)
    return found


@asks("people")
def keep(db: Db, learner: str, who: str, now: datetime) -> None:
    """The counsellor keeps this person: the term begins again today. Raises NotAllowed, StorageProblem."""
    require(db, who, "people")
    with db.transaction():
        acts.write(db, who, acts.KEEP, learner, now)
        _notice(db, learner, None)


def _notice(db: Db, learner: str, at: datetime | None) -> None:
    db.run("UPDATE learners SET noticed_at = :at WHERE id = :id", id=learner, at=to_text(at) if at else None)


def _everyone(db: Db) -> list[Quiet]:
    found = []
    for row in db.all(_QUIET, keep=acts.KEEP, back=acts.BACK):
        last = max(row[name] for name in ("created_at", "worked", "came", "kept") if row[name])
        noticed = from_text(row["noticed_at"]) if row["noticed_at"] else None
        found.append(Quiet(row["id"], row["name"], from_text(last), noticed))
    return found
