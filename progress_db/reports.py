"""What the reports of workshops read: who came, what each let be told, what was worked on meanwhile."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

from learning.autonomy import Level
from learning.evidence import alone_since
from progress_db import log, profiles, workshops
from progress_db.engine import Db
from progress_db.moments import to_text
from progress_db.rights import asks
from workshops.la_coop import AUTONOMY
from workshops.report import Told, counts
from workshops.workshop import Workshop

_WORDS = list(AUTONOMY)  # in the order of our levels 1 to 3


@asks("reports")
def told(db: Db, workshop: Workshop) -> list[Told]:
    """What each person who came let be told; nothing in it names her. Raises StorageProblem."""
    before = workshops.came_before(db, workshop)
    facts = profiles.profiles(db, workshop.id)
    found = []
    for who in workshop.came:
        one = facts[who]
        found.append(Told(one.birth_year, one.gender, one.status, who in before, one.commune, autonomy(db, workshop, who)))
    return found


@asks("reports")
def autonomy(db: Db, workshop: Workshop, who: str) -> str:
    """La Coop's word for a person in open-access hours: the level most often met among the skills worked on meanwhile, the more
    careful word when two are met as often. Empty for a workshop, and when no skill was worked on."""
    if workshop.kind != "open" or workshop.opened_at is None:
        return ""
    until = workshop.closed_at or workshop.opened_at + timedelta(hours=12)
    rows = db.all(
        "SELECT DISTINCT s.lesson, s.level FROM events e JOIN skills s ON s.learner = e.learner AND s.lesson = e.about"
        " WHERE e.learner = :who AND e.at >= :since AND e.at <= :until AND s.level > 0",
        who=who, since=to_text(workshop.opened_at), until=to_text(until),
    )  # fmt: skip
    met = Counter(row["level"] for row in rows)
    return _WORDS[min(met, key=lambda level: (-met[level], level)) - 1] if met else ""


@asks("reports")
def close(db: Db, workshop_id: str, now: datetime) -> None:
    """Close a workshop, and keep its anonymous counts: they outlive the people. Raises Gone, StorageProblem."""
    with db.transaction():
        one = workshops.one(db, workshop_id)
        workshops.close(db, workshop_id, now, counts(one, told(db, one)) if one else None)


@asks("reports")
def counted(db: Db, workshop: Workshop) -> dict[str, int]:
    """The anonymous counts: those kept at closing, or those of now while it is open. Raises StorageProblem."""
    return workshop.counts or counts(workshop, told(db, workshop))


@asks("reports")
def gained(db: Db, people: set[str], since: datetime, until: datetime) -> int:
    """How many times one of these people came to do a skill alone, twice, between two moments. Raises StorageProblem."""
    total = 0
    for who in people:
        for skill in log.progress(db, who).skills.values():
            at = alone_since(skill) if skill.level == Level.AUTONOMOUS else None
            total += at is not None and since <= at <= until
    return total
