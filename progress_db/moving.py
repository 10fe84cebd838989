"""From one engine to the other, and back: every row, in one transaction, compared person by person before it is kept."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from typing import Any

from progress_db.engine import Db
from progress_db.errors import Damaged, Refusal

# In the order of their foreign keys.
TABLES = (
    "learners", "events", "skills", "practices", "journal", "cards", "counsellors", "sessions", "tries", "misses", "place", "setup",
    "learner_groups", "members", "merges", "workshops", "workshop_people", "workshop_lessons", "computers", "calls", "whereabouts", "acts",
    "visits",
)  # fmt: skip
OF_A_PERSON = {
    "learners": "SELECT * FROM learners WHERE id = :who",
    "events": "SELECT * FROM events WHERE learner = :who ORDER BY seq",
    "skills": "SELECT * FROM skills WHERE learner = :who ORDER BY lesson",
    "practices": "SELECT * FROM practices WHERE learner = :who ORDER BY lesson, number",
    "journal": "SELECT j.* FROM journal j JOIN practices p ON p.id = j.practice WHERE p.learner = :who ORDER BY j.practice, j.number",
}
NOT_EMPTY = "La base d’arrivée contient déjà des personnes. Rien n’a été changé. Donnez une base vide."

Told = Callable[[int, int], None]


def move(source: Db, target: Db, told: Told | None = None, replace: bool = False) -> dict[str, int]:
    """Copy everything from `source` into the empty, migrated `target`; gives how many rows each table has. All or nothing: cut in the
    middle, the target is as before and the move is made again. `replace`: what the target holds is taken out first.

    Raises Refusal (the target is not empty), Damaged (a person is not the same at both ends), StorageProblem."""
    quiet = nullcontext() if source.read_only else source.transaction()  # nobody writes meanwhile
    with quiet, target.transaction():
        for table in reversed(TABLES if replace else ()):
            target.run(f"DELETE FROM {table}")
        if target.one("SELECT id FROM learners") or target.one("SELECT id FROM counsellors"):
            raise Refusal(NOT_EMPTY)
        people = [row["id"] for row in source.all("SELECT id FROM learners ORDER BY id")]
        for done, who in enumerate(people, start=1):
            for table in OF_A_PERSON:
                _put(target, table, source.all(OF_A_PERSON[table], who=who))
            if fingerprint(source, who) != fingerprint(target, who):
                raise Damaged("Une personne n’est pas arrivée entière. Rien n’a été gardé : recommencez.")
            if told:
                told(done, len(people))
        for table in TABLES:
            if table not in OF_A_PERSON:
                _put(target, table, source.all(f"SELECT * FROM {table}"))
        counted = counts(source)
        if counted != counts(target) or _others(source) != _others(target):
            raise Damaged("Les deux bases ne sont pas égales. Rien n’a été gardé : recommencez.")
    return counted


def fingerprint(db: Db, who: str) -> str:
    """A hash of everything about one person, the same on both engines. Raises StorageProblem."""
    made = hashlib.blake2b(digest_size=16)
    for table, sql in OF_A_PERSON.items():
        for row in db.all(sql, who=who):
            made.update(repr((table, sorted(row.items()))).encode())
    return made.hexdigest()


def counts(db: Db) -> dict[str, int]:
    """How many rows each of our tables has. Raises StorageProblem."""
    return {table: (db.one(f"SELECT count(*) AS many FROM {table}") or {"many": 0})["many"] for table in TABLES}


def _others(db: Db) -> list[str]:
    return sorted(
        repr((table, sorted(row.items())))
        for table in TABLES
        if table not in OF_A_PERSON
        for row in db.all(f"SELECT * FROM {table}")
    )


def _put(target: Db, table: str, rows: list[dict[str, Any]]) -> None:
    for row in _named(rows):
        names = ", ".join(row)
        target.run(f"INSERT INTO {table} ({names}) VALUES ({', '.join(f':{name}' for name in row)})", **row)


def _named(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Rows whose columns are our own words (they become SQL)."""
    for row in rows:
        if not all(name.isidentifier() for name in row):
            raise Damaged
        yield row
