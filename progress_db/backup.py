"""Backups: made by the engine's own copy, opened, checked and counted before they get their name; thinned with age."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from progress_db import engine, erasing, log, schema
from progress_db.engine import Db
from progress_db.errors import Busy, Damaged, StorageFull, StorageProblem

FOLDER = "backups"
BASE = "progress.db"
SKEW = timedelta(days=1)  # a backup is dated in the future when it is so by more than this
_STAMP = "%Y%m%dT%H%M%S%fZ"

Told = Callable[[int, int], None]


def backup(folder: Path, now: datetime, told: Told | None = None) -> Path:
    """Copy the base of `folder` (its last commits included) into backups/, without guests or sign-in sessions.

    Raises StorageProblem: then no file with a backup's name was made."""

    def copy(draft: Path) -> None:
        source = engine.connect(folder / BASE)
        try:
            _copy_and_count(source, draft, told)
        finally:
            source.close()

    return _kept_whole(folder, now, copy)


def backup_of(source: Db, folder: Path, now: datetime) -> Path:
    """A backup of a PostgreSQL base: the same file as SQLite's, so that one machine may take over from it. Raises StorageProblem."""

    def copy(draft: Path) -> None:
        from progress_db import moving

        made = engine.create(draft)
        try:
            schema.migrate(made)
            moving.move(source, made)
            engine.single_file(made)
        finally:
            made.close()

    return _kept_whole(folder, now, copy)


def _kept_whole(folder: Path, now: datetime, copy: Callable[[Path], None]) -> Path:
    """Have the draft made, take the passers-by out, and only then give it a backup's name."""
    target = folder / FOLDER / f"progress-{now.astimezone(UTC).strftime(_STAMP)}.db"
    draft = target.with_suffix(".en-cours")
    try:
        target.parent.mkdir(exist_ok=True)
        draft.unlink(missing_ok=True)
        copy(draft)
        _without_passers_by(draft)
        sync(draft)
        os.replace(draft, target)
        sync(target.parent)
    except OSError as error:
        raise StorageFull from error
    finally:
        take_away(draft, Path(f"{draft}-journal"))
    return target


def kept(folder: Path, now: datetime | None = None) -> list[Path]:
    """The backups, the newest first. With `now`, those dated after it come last: a clock was wrong when they were made, and they must
    not hide what was made since."""
    found = sorted((f for f in (folder / FOLDER).glob("progress-*.db") if _stamp(f)), reverse=True)
    if now is None:
        return found
    return sorted(found, key=lambda file: taken_at(file) > now + SKEW)  # a stable sort: the newest first on both sides


def taken_at(file: Path) -> datetime:
    """When a backup was made (UTC). Raises ValueError for a file that is not one of ours."""
    moment = _stamp(file)
    if moment is None:
        raise ValueError(file.name)
    return moment


def last_good(folder: Path, now: datetime | None = None) -> Path | None:
    """The newest backup (see `kept`) that opens, is sound, and is one of our bases; None when there is none."""
    return next((file for file in kept(folder, now) if sound(file)), None)


def sound(file: Path) -> bool:
    """Whether this file is one of our bases, the engine finds nothing wrong in it, and every event is as it was written."""
    try:
        if not file.is_file() or file.stat().st_size == 0:
            return False
        db = engine.connect(file, read_only=True)
        try:
            return not db.faults() and bool(schema.applied(db)) and log.untouched(db)
        finally:
            db.close()
    except (StorageProblem, OSError):
        return False


def thin(folder: Path, now: datetime) -> list[Path]:
    """Delete backups that age has made useless; gives those deleted. Kept: all of 48 hours, then the last of each day for
    30 days, then the last of each month for 12 months; and always the newest."""
    seen: set[str] = set()
    gone = []
    for number, file in enumerate(kept(folder, now)):
        moment = taken_at(file)
        age = now - moment
        if age <= timedelta(hours=48):
            continue
        slot = moment.strftime("%Y-%m-%d") if age <= timedelta(days=30) else moment.strftime("%Y-%m")
        if number and (age > timedelta(days=366) or slot in seen):
            file.unlink(missing_ok=True)
            gone.append(file)
        seen.add(slot)
    for aside in folder.glob("progress-remplacee-*.db*"):  # a replaced base holds people's data too
        if now.timestamp() - aside.stat().st_mtime > 366 * 86_400:
            aside.unlink(missing_ok=True)
    for draft in (folder / FOLDER).glob("progress-*.en-cours*"):  # left by a power cut
        if now.timestamp() - draft.stat().st_mtime > 86_400:
            draft.unlink(missing_ok=True)
    return gone


def restore(folder: Path, file: Path, now: datetime, told: Told | None = None) -> Path | None:
    """Put a backup in the base's place, the site being stopped. Gives where the replaced base is kept aside (None when
    there was none). Raises Damaged when the backup is not sound, Busy when the site still runs, StorageProblem."""
    if not sound(file):
        raise Damaged("Cette sauvegarde n’est pas lisible. Rien n’a été changé.")
    path = folder / BASE
    _alone(path)
    _note_erasures(path, folder)
    draft = path.with_name(f"{BASE}.en-cours")
    draft.unlink(missing_ok=True)
    source = engine.connect(file, read_only=True)
    try:
        engine.copy(source, draft, told)
    finally:
        source.close()
    _without_passers_by(draft)
    sync(draft)
    aside = _put_aside(path, now)
    os.replace(draft, path)
    sync(folder)
    return aside


def counts(db: Db) -> dict[str, int]:
    """How many rows each table has. Raises StorageProblem."""
    found = {}
    for table in db.tables():
        row = db.one(f'SELECT count(*) AS many FROM "{table}"')  # table names come from the base itself
        found[table] = row["many"] if row else 0
    return found


def sync(path: Path) -> None:
    """Make sure that a file, or a folder's list of names, is on the disk."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def take_away(*leftovers: Path) -> None:
    """Drafts that are of no use any more. One that the disk will not let go stays: what was done is not undone by it."""
    for leftover in leftovers:
        with suppress(OSError):
            leftover.unlink(missing_ok=True)


def _copy_and_count(source: Db, draft: Path, told: Told | None) -> None:
    """Copy what one instant of the base shows, then open the copy, check it, and compare the counts."""
    source.all("BEGIN")
    try:
        wanted = counts(source)
        engine.copy(source, draft, told)
    finally:
        source.all("ROLLBACK")
    copy = engine.connect(draft, read_only=True)
    try:
        if copy.faults() or counts(copy) != wanted:
            raise Damaged("La sauvegarde n’est pas identique à la base. Elle n’a pas été gardée.")
    finally:
        copy.close()


def _without_passers_by(draft: Path) -> None:
    """Guests are promised that nothing is kept; and nobody comes in through a session out of an old backup."""
    db = engine.connect(draft)
    try:
        if "sessions" in db.tables():
            with db.transaction():
                db.run("DELETE FROM sessions")
                db.run("DELETE FROM learners WHERE guest = 1")
    finally:
        db.close()


def _alone(path: Path) -> None:
    """Raise Busy while the site has this base open: what it writes would go to the file put aside."""
    if not path.is_file():
        return
    try:
        db = engine.connect(path)
        try:
            engine.single_file(db)
        finally:
            db.close()
    except Busy:
        raise Busy("Le site est en marche. Arrêtez-le, puis recommencez. Rien n’a été changé.") from None
    except StorageProblem:
        pass  # damaged: put aside as it is


def _note_erasures(path: Path, folder: Path) -> None:
    """Whom the replaced base had erased stays erased in the restored one."""
    try:
        db = engine.connect(path, read_only=True)
        try:
            erasing.note(db, folder)
        finally:
            db.close()
    except StorageProblem:
        pass  # missing, damaged or older than the journal: the file already says what was noted at the time


def _put_aside(path: Path, now: datetime) -> Path | None:
    if not os.path.lexists(path):
        return None
    aside = path.with_name(f"progress-remplacee-{now.astimezone(UTC).strftime(_STAMP)}.db")
    for tail in ("-wal", "-shm", ""):
        part = Path(f"{path}{tail}")
        if os.path.lexists(part):
            os.replace(part, f"{aside}{tail}")
    return aside


def _stamp(file: Path) -> datetime | None:
    try:
        return datetime.strptime(file.stem.removeprefix("progress-"), _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
