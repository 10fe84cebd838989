"""The one seam with the database engine: how to open, run, and commit. All SQL elsewhere is shared by SQLite (here) and PostgreSQL
(`postgresql.py`)."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from progress_db.errors import Busy, Conflict, Damaged, ReadOnly, StorageFull, StorageProblem

# The same choice as sqlite-utils makes: two SQLite libraries on one file in one process lose each other's locks.
try:
    import pysqlite3.dbapi2 as sqlite
except ImportError:
    import sqlite3 as sqlite

WAIT_SECONDS = 10.0  # how long a writer waits for the others before it is told "busy"
SAFE_SQLITE = (3, 51, 3)  # older ones can corrupt a WAL file when two connections reset it at once

# synchronous=FULL: in WAL mode NORMAL loses acknowledged answers at a power cut (measured). secure_delete: a guest's rows are zeroed.
SETTINGS = ("PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON", "PRAGMA secure_delete=ON")

Failure = (sqlite.DatabaseError, UnicodeDecodeError)  # the second: a damaged schema, told in damaged words


class Db:
    """One connection, used by one thread for one run or request, then closed."""

    def __init__(self, raw: Any, read_only: bool = False, writing: threading.Lock | None = None) -> None:
        self.raw = raw
        self.read_only = read_only
        self._writing = writing or threading.Lock()
        self.by: str | None = None  # for whom it is held (progress_db.rights); None: the server itself

    def one(self, sql: str, /, **params: Any) -> dict[str, Any] | None:
        """The first row as a dict, or None. Raises StorageProblem."""
        rows = self.all(sql, **params)
        return rows[0] if rows else None

    def all(self, sql: str, /, **params: Any) -> list[dict[str, Any]]:
        """All rows, as dicts. Raises StorageProblem."""
        try:
            cursor = self._execute(sql, params)
            names = [column[0] for column in cursor.description or ()]
            return [dict(zip(names, row, strict=True)) for row in cursor]
        except Failure as error:
            raise calm(error) from error

    def run(self, sql: str, /, **params: Any) -> int:
        """Run a statement that writes; gives the number of rows changed. Raises StorageProblem, or Conflict."""
        if self.read_only:
            raise ReadOnly
        if self.in_transaction:
            return self._run(sql, params)
        with self.transaction():
            return self._run(sql, params)

    def run_if_possible(self, sql: str, /, **params: Any) -> int:
        """Like `run`, for what is not worth stopping a person: 0 when the disk is full, read-only or busy."""
        try:
            return self.run(sql, **params)
        except (StorageFull, ReadOnly, Busy):
            return 0

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything inside is committed at the end, or nothing is. A nested one joins the outer one. Raises StorageProblem."""
        if self.in_transaction:
            yield
            return
        if self.read_only:
            raise ReadOnly
        if not self._writing.acquire(timeout=WAIT_SECONDS):
            raise Busy
        try:
            self._begin()
            try:
                yield
                self._run("COMMIT", {})
            finally:
                if self.in_transaction:
                    self._undo()
        finally:
            self._writing.release()

    @property
    def in_transaction(self) -> bool:
        return self.raw.in_transaction

    def empty_wal(self) -> None:
        """Move the -wal into the base and empty it, so that erased rows are nowhere. Does nothing while others read."""
        try:
            self.raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        except Failure:
            pass  # the next sweep does it

    def tables(self) -> list[str]:
        """The names of our tables. Raises StorageProblem."""
        rows = self.all(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY name"
        )
        return [row["name"] for row in rows]

    def faults(self, *, quick: bool = False) -> list[str]:
        """What the engine's own check finds wrong in the base; empty when it is sound. Raises StorageProblem."""
        found = [str(value) for row in self.all(f"PRAGMA {'quick' if quick else 'integrity'}_check") for value in row.values()]
        return [] if found == ["ok"] else found

    def orphans(self) -> list[dict[str, Any]]:
        """Rows that point to a row that does not exist: table, rowid, parent. Raises StorageProblem."""
        return self.all("PRAGMA foreign_key_check")

    def close(self) -> None:
        self.raw.close()

    def _begin(self) -> None:
        self._run("BEGIN IMMEDIATE", {})  # a deferred BEGIN fails "locked" at once under concurrency (measured)

    def _undo(self) -> None:
        self.raw.rollback()

    def _run(self, sql: str, params: dict[str, Any]) -> int:
        try:
            return self._execute(sql, params).rowcount
        except Failure as error:
            raise calm(error) from error

    def _execute(self, sql: str, params: dict[str, Any]) -> Any:
        try:
            return self.raw.execute(sql, params)
        except UnicodeEncodeError:  # half a character, out of a broken form: no base can hold it
            return self.raw.execute(sql, {k: _whole(v) for k, v in params.items()})


def _whole(value: Any) -> Any:
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def connect(path: Path, *, read_only: bool = False, writing: threading.Lock | None = None, any_thread: bool = False) -> Db:
    """Open an existing base file; never creates one. Raises StorageProblem."""
    mode = "ro" if read_only else "rw"
    if read_only and not os.access(path.parent, os.W_OK) and not os.path.exists(f"{path}-wal"):
        mode = "ro&immutable=1"  # in a folder that cannot be written, WAL has no room for its index
    try:
        raw = sqlite.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=not any_thread,
        )  # fmt: skip
    except Failure as error:
        raise calm(error) from error
    try:
        for setting in SETTINGS:
            raw.execute(setting)
    except Failure as error:
        raw.close()
        raise calm(error) from error
    return Db(raw, read_only, writing)


def create(path: Path) -> Db:
    """Create an empty base file in WAL mode, and open it. Raises StorageProblem."""
    try:
        sqlite.connect(str(path)).close()
    except Failure as error:
        raise calm(error) from error
    db = connect(path)
    try:
        write_ahead(db)
    except StorageProblem:
        db.close()
        raise
    return db


def write_ahead(db: Db) -> None:
    """Put a base in WAL mode (a restored backup is not). Raises StorageProblem."""
    db.all("PRAGMA journal_mode=WAL")


def single_file(db: Db) -> None:
    """Fold the -wal file into the base. Raises Busy while another connection is open anywhere."""
    db.all("PRAGMA busy_timeout=0")
    if db.all("PRAGMA journal_mode=DELETE") != [{"journal_mode": "delete"}]:
        raise Busy


def copy(source: Db, target: Path, progress: Callable[[int, int], None] | None = None) -> None:
    """Copy a base, -wal included, into a new single file (the engine's backup API). Raises StorageProblem."""
    try:
        raw = sqlite.connect(str(target), isolation_level=None)
        try:
            told = (lambda _status, left, total: progress(total - left, total)) if progress else None
            source.raw.backup(raw, pages=512 if progress else -1, progress=told)
            raw.execute("PRAGMA journal_mode=DELETE").fetchall()
        finally:
            raw.close()
    except Failure as error:
        raise calm(error) from error


def calm(error: Exception) -> Exception:
    """The calm French problem of an engine error; a mistake of ours (bad SQL, conflict) stays itself."""
    if isinstance(error, UnicodeDecodeError):
        return Damaged()
    if isinstance(error, sqlite.IntegrityError):
        return Conflict(str(error))
    if isinstance(error, sqlite.ProgrammingError):
        return error
    said = str(error).lower()
    for words, problem in _PROBLEMS:
        if any(word in said for word in words):
            return problem()
    if isinstance(error, sqlite.OperationalError) and "syntax" in said:
        return error
    return StorageProblem()


_PROBLEMS: tuple[tuple[tuple[str, ...], type[StorageProblem]], ...] = (
    (("is full", "disk i/o error"), StorageFull),
    (("readonly", "read-only"), ReadOnly),
    (("locked", "busy"), Busy),
    (("malformed", "not a database", "unable to open", "corrupt", "unsupported file format", "no such", "decode"), Damaged),
)
