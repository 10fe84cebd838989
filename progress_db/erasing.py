"""Erasing a person for good, and keeping her erased after an old backup is put back.

The base knows whom it erased (table `acts`). A file beside it says the same, since a restored base is older than the erasure: it holds
dates and drawn identifiers, no name; and which two files were one person's. Source of the rule: CNIL's guide for developers, sheet 13."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

from progress_db import acts, people
from progress_db.engine import Db
from progress_db.errors import StorageFull
from progress_db.moments import from_text, to_text
from progress_db.rights import asks, require

FILE = "effacements.txt"
HEAD = "# Personnes effacées : date, identifiant tiré au hasard. Sert à les effacer de nouveau si une ancienne sauvegarde est remise.\n"


@asks("erase", own="learner")
def erase(db: Db, folder: Path, learner: str, who: str, now: datetime, what: str = acts.ERASE) -> None:
    """Erase a person and everything about her, and note it in the base and beside it.

    `who`: an administrator, the person herself, or "" for the purge. Raises NotAllowed, StorageProblem: then nothing was erased."""
    if who not in ("", learner):
        require(db, who, "erase")
    by, how = (who, "") if who != learner else ("", "par la personne")
    with db.transaction():
        for one in (learner, *_merged_into(db, folder, learner)):  # her other files: an old backup must not bring them back
            people.erase(db, one)
            acts.write(db, by, what, one, now, how)
    db.empty_wal()
    try:
        note(db, folder)
    except StorageFull:
        pass  # she is erased; the file follows at the next round, and before any backup is put back


@asks("server")
def empty_shell(db: Db, folder: Path, source: str, target: str, now: datetime) -> None:
    """Delete what is left of a person whose work went to another over a month ago. She is not among the erased, since an older backup
    may bring both back; that the two are one is written, for the day when the other is erased. Raises StorageProblem."""
    if (source, target) not in _merges(folder):
        _append(folder, [f"{to_text(now)} {source} {target}\n"])
    people.erase(db, source)


def note(db: Db, folder: Path) -> int:
    """Add to the file the erasures that only the base knows; how many. Raises StorageProblem."""
    known = set(noted(folder))
    kinds = {f"k{i}": what for i, what in enumerate(acts.GONE_FOR_GOOD)}
    rows = db.all(f"SELECT at, about FROM acts WHERE what IN ({', '.join(f':{key}' for key in kinds)}) ORDER BY at", **kinds)
    new = [f"{row['at']} {row['about']}\n" for row in rows if row["about"] not in known]
    if new:
        _append(folder, new)
    return len(new)


def noted(folder: Path) -> dict[str, str]:
    """The erased people of the file: identifier, and when. Lines that cannot be read (a power cut) are passed over."""
    return {one[1]: one[0] for one in _lines(folder) if len(one) == 2}


@asks("server")
def again(db: Db, folder: Path) -> int:
    """After a restore: erase again whoever the file names and the base still has; how many. Raises StorageProblem."""
    many = 0
    for learner, at in noted(folder).items():
        if db.one("SELECT id FROM learners WHERE id = :id", id=learner):
            with db.transaction():
                people.erase(db, learner)
                acts.write(db, "", acts.ERASE, learner, _moment(at), "après une remise en état")
            many += 1
    if many:
        db.empty_wal()
    return many


def forget_old(folder: Path, now: datetime) -> None:
    """Leave out of the file what is older than any backup can be. Raises StorageProblem."""
    kept = [one for one in _lines(folder) if len(one) in (2, 3)]
    limit = to_text(now - acts.PROOF_KEPT)
    young = [one for one in kept if one[0] >= limit]
    if len(young) < len(kept):
        draft = folder / f"{FILE}.en-cours"
        try:
            draft.write_text(HEAD + "".join(f"{' '.join(one)}\n" for one in young), encoding="utf-8")
            os.replace(draft, folder / FILE)
        except OSError as error:
            raise StorageFull from error


def _lines(folder: Path) -> list[list[str]]:
    """The file's lines in their parts: two for somebody erased, three for two files made one."""
    try:
        lines = (folder / FILE).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
    return [line.split(" ") for line in lines if not line.startswith("#")]


def _append(folder: Path, lines: list[str]) -> None:
    file = folder / FILE
    try:
        with file.open("a", encoding="utf-8") as out:
            out.write(("" if file.stat().st_size else HEAD) + "".join(lines))
            out.flush()
            os.fsync(out.fileno())
    except OSError as error:
        raise StorageFull from error


def _merges(folder: Path) -> set[tuple[str, str]]:
    return {(one[1], one[2]) for one in _lines(folder) if len(one) == 3}


def _merged_into(db: Db, folder: Path, learner: str) -> list[str]:
    """Whoever was merged into this person, and into those: from the base within the month, from the file after it."""
    pairs = _merges(folder) | {(row["source"], row["target"]) for row in db.all("SELECT source, target FROM merges")}
    found, looked = [], [learner]
    while looked:
        new = [source for source, target in pairs if target in looked and source not in (learner, *found)]
        found, looked = [*found, *new], new
    return found


def _moment(text: str) -> datetime:
    try:
        return from_text(text)
    except ValueError:
        return from_text("2026-01-01T00:00:00.000000+00:00")
