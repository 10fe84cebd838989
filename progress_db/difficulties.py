"""What a group answered over a period: the one counsellor's question that reads the log, bounded by dates and by an index on them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime

from learning.events import Happening, PracticeFinished, QuestionAnswered, from_data, kind_of
from progress_db.engine import Db
from progress_db.moments import to_text
from progress_db.rights import asks

KINDS = (kind_of(QuestionAnswered("", "", True, None, "")), kind_of(PracticeFinished("", "", True, "none")))


@asks("follow")
def answered(db: Db, who: Sequence[str], since: datetime) -> list[tuple[str, Happening]]:
    """The answers and the ended practices of these people since a moment: (learner id, what). Raises StorageProblem."""
    among = set(who)
    rows = db.all(
        "SELECT learner, kind, data FROM events WHERE at >= :since AND kind IN (:answer, :practice)",
        since=to_text(since), answer=KINDS[0], practice=KINDS[1],
    )  # fmt: skip
    return [(row["learner"], from_data(row["kind"], json.loads(row["data"]))) for row in rows if row["learner"] in among]
