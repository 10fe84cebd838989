"""The journal of what counsellors did with people's data: who, when, which kind of act, about whom. Never what was read or written.

Source: CNIL's guide for developers, sheets 7, 8 and 14 (../shared/notes/counsellor.md §4.3 and §4.5): six months for consultations;
erasures three years, as the proof that they were made."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from progress_db.engine import Db
from progress_db.moments import from_text, to_text
from progress_db.rights import asks, require

VIEW, CHANGE, EXPORT, PRINT, ADD, IMPORT = "view", "change", "export", "print", "add", "import"
UNLOCK, CODE, CARD, BIN, BACK, MERGE = "unlock", "code", "card", "bin", "back", "merge"
KEEP, NOTICE, ERASE, PURGE, PLACE, ACCOUNT, RESTORE = "keep", "notice", "erase", "purge", "place", "account", "restore"
KINDS = (
    VIEW, CHANGE, EXPORT, PRINT, ADD, IMPORT, UNLOCK, CODE, CARD, BIN, BACK, MERGE, KEEP, NOTICE, ERASE, PURGE, PLACE, ACCOUNT, RESTORE,
)  # fmt: skip
GONE_FOR_GOOD = (ERASE, PURGE)
KEPT = timedelta(days=183)
PROOF_KEPT = timedelta(days=3 * 365)
_ACTS = uuid.UUID("b1f5a6de-3a0e-4a3c-9d53-0a7a5b1c22f4")  # any fixed value: names the ids of our acts


@dataclass(frozen=True)
class Act:
    """`who`: a counsellor's or a learner's id, empty for the site itself; `about`: an id, a table's or a workshop's, or empty."""

    at: datetime
    who: str
    what: str
    about: str
    detail: str = ""


def write(db: Db, who: str, what: str, about: str, now: datetime, detail: str = "") -> None:
    """Note an act. `detail` never names anybody. A consultation is one an hour, and stops nobody when the disk is full.

    A base shown from a backup (read-only) notes nothing. Raises ValueError for a kind that is not in KINDS, StorageProblem."""
    if what not in KINDS:
        raise ValueError(f"not a kind of act: {what!r}")
    at = to_text(now)
    once = at[:13] if what == VIEW else at
    name = str(uuid.uuid5(_ACTS, "|".join((who, what, about, detail, once))))
    if db.read_only or (what == VIEW and db.one("SELECT id FROM acts WHERE id = :id", id=name)):
        return
    run = db.run_if_possible if what == VIEW else db.run
    run(
        "INSERT INTO acts (id, at, who, what, about, detail) VALUES (:id, :at, :who, :what, :about, :detail) ON CONFLICT (id) DO NOTHING",
        id=name, at=at, who=who, what=what, about=about, detail=detail[:200],
    )  # fmt: skip


@asks("journal")
def recent(db: Db, by: str, limit: int, skipped: int = 0) -> list[Act]:
    """The acts, the newest first. Raises NotAllowed, StorageProblem."""
    require(db, by, "journal")
    rows = db.all(
        "SELECT at, who, what, about, detail FROM acts ORDER BY at DESC, id LIMIT :limit OFFSET :skipped",
        limit=limit,
        skipped=skipped,
    )
    return [Act(from_text(row["at"]), row["who"], row["what"], row["about"], row["detail"]) for row in rows]


@asks("server")
def forget_old(db: Db, now: datetime) -> int:
    """Delete the acts that are no longer needed; how many. Raises StorageProblem."""
    gone = {f"k{i}": what for i, what in enumerate(GONE_FOR_GOOD)}
    names = ", ".join(f":{key}" for key in gone)
    return db.run(
        f"DELETE FROM acts WHERE at < :proof OR (at < :plain AND what NOT IN ({names}))",
        proof=to_text(now - PROOF_KEPT), plain=to_text(now - KEPT), **gone,
    )  # fmt: skip
