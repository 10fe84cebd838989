"""Is everything that is kept sound? The engine's check, the rows that point nowhere, our checksums, and rebuilt = saved."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from learning.progress import add_up
from progress_db import log
from progress_db.engine import Db
from progress_db.errors import StorageProblem

Told = Callable[[int, int], None]


def problems(db: Db, told: Told | None = None) -> list[str]:
    """Everything wrong in the base, one French sentence each; empty when all is sound. Raises StorageProblem."""
    found = [f"Le fichier est abîmé\u00a0: {fault}" for fault in db.faults()]
    found += [
        f"Table {o['table']}, ligne {o['rowid']}\u00a0: elle renvoie à une ligne absente de {o['parent']}." for o in db.orphans()
    ]
    people = db.all("SELECT id, name, seq FROM learners ORDER BY id")
    for done, person in enumerate(people, start=1):
        found += _of(db, person["id"], f"{person['name']} ({person['id']})", person["seq"])
        if told:
            told(done, len(people))
    return found


def _of(db: Db, learner: str, who: str, seq: int) -> Iterator[str]:
    rows = db.all("SELECT * FROM events WHERE learner = :learner ORDER BY seq", learner=learner)
    for row in rows:
        if row["sum"] != log.checksum(row):
            yield f"{who}\u00a0: l’événement n°\u00a0{row['seq']} ({row['id']}) a été changé depuis son enregistrement."
    if [row["seq"] for row in rows] != list(range(1, seq + 1)):
        yield f"{who}\u00a0: il manque des événements, ou il y en a trop ({len(rows)} au lieu de {seq})."
    try:
        rebuilt = add_up(log.history(db, learner))
    except (StorageProblem, ValueError, TypeError, KeyError, AttributeError):
        yield f"{who}\u00a0: l’historique n’est pas lisible."
        return
    saved = {
        r["lesson"]: r
        for r in db.all("SELECT lesson, level, due, last_seen, format, data FROM skills WHERE learner = :l", l=learner)
    }
    wanted = {lesson: log.summary_row(lesson, skill) for lesson, skill in rebuilt.skills.items()}
    for lesson in sorted(saved.keys() | wanted.keys()):
        if not _same(saved.get(lesson), wanted.get(lesson)):
            yield f"{who}\u00a0: le résumé de «\u00a0{lesson}\u00a0» n’est pas celui de l’historique. Tapez\u00a0: python -m progress_db rebuild"


def _same(saved: dict | None, wanted: dict | None) -> bool:
    """A summary of another version is not wrong: it will be computed again when it is read."""
    if saved is None or wanted is None:
        return False
    return saved == wanted or saved["format"] != wanted["format"]
