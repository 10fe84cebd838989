"""What may be told of a person for the report to La Coop, and for nothing else: each may stay untold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from progress_db.engine import Db
from progress_db.errors import Gone, Refusal
from progress_db.rights import asks
from workshops.la_coop import GENDERS, STATUSES

OLDEST = 1900


class BadProfile(Refusal):
    """A year, a gender or a status that the report could not hold."""


@dataclass(frozen=True)
class Profile:
    """`birth_year` None, and the others empty: « ne souhaite pas répondre ». `gender`, `status`: La Coop's keys."""

    birth_year: int | None = None
    commune: str = ""
    gender: str = ""
    status: str = ""


@asks("people", own="learner")
def profile(db: Db, learner: str) -> Profile:
    """What was told of this person. Raises StorageProblem."""
    row = db.one("SELECT birth_year, commune, gender, status FROM learners WHERE id = :id", id=learner)
    return Profile(**row) if row else Profile()


@asks("people")
def profiles(db: Db, workshop: str) -> dict[str, Profile]:
    """What was told of each person of a workshop. Raises StorageProblem."""
    rows = db.all(
        "SELECT l.id, l.birth_year, l.commune, l.gender, l.status FROM learners l JOIN workshop_people w ON w.learner = l.id"
        " WHERE w.workshop = :workshop",
        workshop=workshop,
    )
    return {row.pop("id"): Profile(**row) for row in rows}


@asks("people", own="learner")
def set_profile(db: Db, learner: str, told: Profile, now: datetime) -> None:
    """Write what was told. Raises BadProfile, Gone, StorageProblem."""
    if told.birth_year is not None and not OLDEST <= told.birth_year <= now.year:
        raise BadProfile(f"Écrivez l’année de naissance en 4 chiffres, de {OLDEST} à {now.year}, ou laissez vide.")
    if told.gender not in ("", *GENDERS) or told.status not in ("", *STATUSES):
        raise BadProfile("Choisissez dans la liste, ou « Ne souhaite pas répondre ».")
    commune = " ".join("".join(c if c.isprintable() else " " for c in told.commune).split())[:80]
    changed = db.run(
        "UPDATE learners SET birth_year = :year, commune = :commune, gender = :gender, status = :status WHERE id = :id",
        year=told.birth_year, commune=commune, gender=told.gender, status=told.status, id=learner,
    )  # fmt: skip
    if not changed:
        raise Gone
