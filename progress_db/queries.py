"""What a counsellor asks: one function, one SQL question over the summaries, never over the log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from learning.autonomy import Level
from progress_db.engine import Db
from progress_db.moments import from_text
from progress_db.rights import asks


@dataclass(frozen=True)
class Standing:
    """Where one person stands on one skill."""

    level: Level
    due: datetime | None
    last_seen: datetime | None


@asks("follow")
def standings(db: Db, who: Sequence[str] | None = None) -> dict[str, dict[str, Standing]]:
    """The skills of these people, or of all: learner id -> lesson -> Standing. Raises StorageProblem."""
    found: dict[str, dict[str, Standing]] = {}
    only = "" if who is None else f" WHERE learner IN ({', '.join(f':p{n}' for n in range(len(who)))})"
    for row in db.all(
        f"SELECT learner, lesson, level, due, last_seen FROM skills{only}", **{f"p{n}": one for n, one in enumerate(who or ())}
    ):
        due, seen = (from_text(row[name]) if row[name] else None for name in ("due", "last_seen"))
        found.setdefault(row["learner"], {})[row["lesson"]] = Standing(Level(row["level"]), due, seen)
    return found
