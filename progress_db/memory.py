"""The memory of the whole process: opened once, checked, migrated; then one connection per run or request."""

from __future__ import annotations

import errno
import os
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from progress_db import backup, engine, erasing, schema
from progress_db.engine import Db
from progress_db.errors import Damaged, StorageFull, StorageProblem
from progress_db.moments import in_paris

FILE = "progress.db"
KEPT_OPEN = 8  # idle connections
DAMAGED = (
    "La base de données est abîmée ou absente. Le site montre la dernière sauvegarde, du {when}, et n’enregistre plus rien. "
    "Pour réparer, le conseiller arrête le site, puis tape\u00a0: python -m progress_db restore"
)
LOST = "La base de données est abîmée ou absente, et aucune sauvegarde n’est lisible. Le fichier {path} n’a pas été touché."
NEWER = "La base de données vient d’une version plus récente du site. Le site la montre et n’enregistre rien. Installez cette version."
LOCKED_DISK = (
    "Le dossier des données est protégé contre l’écriture. Le site montre ce qui est enregistré, et n’enregistre plus rien."
)
WAIT = "Une sauvegarde est remise en place. Attendez un instant, puis recommencez."
MIGRATION = "La base de données n’a pas pu être mise à jour. {why}"


class Memory:
    """Where the base is, and whether it may be written. `problem` is a French sentence for the counsellor, or None."""

    def __init__(
        self, folder: Path, path: Path | None, *, read_only: bool = False, problem: str | None = None, passing: bool = False
    ) -> None:
        self.folder = folder
        self.url = ""  # of PostgreSQL, else empty
        self.path = path
        self.read_only = read_only or path is None
        self.problem = problem
        self._passing = passing  # the disk was full, or another program held the base: opened again when it is asked for
        self._writing = threading.Lock()
        self._idle: list[Db] = []  # opening one costs a quarter of a millisecond, twice a click
        # One idle connection stays open: else each run's close would fold the -wal into the base (two syncs a click).
        self._keeper = engine.connect(path, any_thread=True) if path and not read_only else None
        if self._keeper:
            self._keeper.tables()

    @contextmanager
    def connection(self, by: str | None = None) -> Iterator[Db]:
        """A connection for one run or request, held by nobody else meanwhile. `by`: for whom (progress_db.rights); None: the server
        itself. Raises StorageProblem."""
        if self.path is None and self._passing:
            self._open_again()
        if self.path is None:
            raise (StorageProblem if self._passing or self.problem == WAIT else Damaged)(self.problem)
        try:
            db = self._idle.pop()
        except IndexError:
            db = self._connect()
        sound = False
        db.by = by
        try:
            yield db
            sound = True
        finally:
            # Given back only when nothing went wrong; never shared: it is out of the list while somebody holds it.
            if sound and self._keeper and len(self._idle) < KEPT_OPEN and not db.in_transaction:
                self._idle.append(db)
            else:
                db.close()

    def _connect(self) -> Db:
        return engine.connect(self.path, read_only=self.read_only, writing=self._writing, any_thread=True)

    def _open_again(self) -> None:
        with self._writing:
            if self.path is None:
                other = open_memory(self.folder)
                self.path, self.read_only, self.problem = other.path, other.read_only, other.problem
                self._keeper, self._passing = other._keeper, other._passing

    @contextmanager
    def set_aside(self) -> Iterator[None]:
        """Let go of the base's file, so that another may take its place; meanwhile everybody is asked to wait. Opened again at the end."""
        with self._writing:
            self.close()
            self.path, self.problem, self._passing = None, WAIT, False
        try:
            yield
        finally:
            with self._writing:
                other = open_memory(self.folder)
                self.path, self.read_only, self.problem = other.path, other.read_only, other.problem
                self._keeper, self._passing = other._keeper, other._passing

    def leads(self) -> bool:
        """Whether this process makes the backups: on SQLite there is one process."""
        return True

    def close(self) -> None:
        """At the end of the process: the -wal file is folded into the base."""
        if self._keeper:
            self._keeper.close()
            self._keeper = None
        while self._idle:
            self._idle.pop().close()


def open_memory(folder: Path, now: datetime | None = None, url: str = "") -> Memory:
    """Open the memory kept in `folder`, and create it when there is nothing there at all: no base, no backup. With the `url` of a
    PostgreSQL base (postgresql://…), the memory is there (an organisation's in its own schema); the folder holds its backups.

    A damaged or missing base is never replaced: the memory is then read-only on the last good backup, and says so.
    Raises nothing for a bad file; raises OSError when the folder cannot be made."""
    now = now or datetime.now(UTC)
    folder.mkdir(parents=True, exist_ok=True)
    if url:
        from progress_db.pg_memory import PgMemory  # psycopg is loaded by those who use it

        return PgMemory(folder, url)
    path = folder / FILE
    if not os.path.lexists(path):
        if backup.kept(folder) or os.path.lexists(f"{path}-wal"):
            return _rescued(folder, now)
        try:
            _create(path)
        except StorageProblem as problem:
            return Memory(folder, None, problem=problem.message, passing=True)
    try:
        _sound(path)
    except Damaged:
        return _rescued(folder, now)
    except StorageProblem as problem:
        return Memory(folder, None, problem=problem.message, passing=True)
    if not _writable(path):
        return Memory(folder, path, read_only=True, problem=LOCKED_DISK)
    return _up_to_date(folder, path, now)


def _create(path: Path) -> None:
    """Build the base beside its place, then put it there whole: a base without its tables is never ours."""
    new = path.with_name(f"{FILE}.new-{os.getpid()}-{threading.get_ident()}")
    try:
        new.unlink(missing_ok=True)
        db = engine.create(new)
        try:
            schema.migrate(db)
            engine.single_file(db)  # all of it in the file that gets the name: a close that could not fold the -wal says nothing
        finally:
            db.close()
        backup.sync(new)
        _put(new, path)
        backup.sync(path.parent)
    except FileExistsError:
        pass
    except OSError as error:
        raise (StorageFull if error.errno == errno.ENOSPC else StorageProblem) from error
    finally:
        backup.take_away(*(Path(f"{new}{tail}") for tail in ("", "-wal", "-shm", "-journal")))


def _put(new: Path, path: Path) -> None:
    """Give the new base its name, never over another one: another process may be first. Raises FileExistsError, OSError."""
    try:
        os.rename(new, path) if os.name == "nt" else os.link(new, path)  # both refuse to replace
    except FileExistsError:
        raise
    except OSError:  # a USB stick's file system has no hard links
        if path.exists():
            raise FileExistsError(path) from None
        os.rename(new, path)


def _sound(path: Path) -> None:
    """Raise Damaged unless the file is one of our bases and the engine finds it sound."""
    if not path.is_file() or path.stat().st_size == 0:
        raise Damaged
    db = engine.connect(path, read_only=not _writable(path))
    try:
        if db.faults(quick=True) or not schema.applied(db):
            raise Damaged
    finally:
        db.close()


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _up_to_date(folder: Path, path: Path, now: datetime) -> Memory:
    db = engine.connect(path)
    try:
        if schema.applied(db) - {name for name, _change in schema.STEPS}:
            return Memory(folder, path, read_only=True, problem=NEWER)
        engine.write_ahead(db)
        if schema.pending(db):
            backup.backup(folder, now)
            schema.migrate(db)
        erasing.again(db, folder)  # the base may be an old backup that was put back
    except (StorageProblem, OSError) as error:
        return Memory(folder, None, problem=MIGRATION.format(why=getattr(error, "message", str(error))))
    finally:
        db.close()
    return Memory(folder, path)


def _rescued(folder: Path, now: datetime) -> Memory:
    """Read-only on the last good backup; without one, a memory whose every connection raises Damaged."""
    good = backup.last_good(folder, now)
    if good is None:
        return Memory(folder, None, problem=LOST.format(path=folder / FILE))
    try:
        shown = _readable(good)
    except (StorageProblem, OSError):
        return Memory(folder, None, problem=LOST.format(path=folder / FILE))
    return Memory(folder, shown, read_only=True, problem=DAMAGED.format(when=in_paris(backup.taken_at(good))))


def _readable(good: Path) -> Path:
    """The backup itself; or, when it was made before a migration, a migrated copy out of the way."""
    db = engine.connect(good, read_only=True)
    try:
        if not schema.pending(db):
            return good
        copy = Path(tempfile.mkdtemp(prefix="pas-a-pas-")) / FILE
        engine.copy(db, copy)
    finally:
        db.close()
    copied = engine.connect(copy)
    try:
        schema.migrate(copied)
    finally:
        copied.close()
    return copy
