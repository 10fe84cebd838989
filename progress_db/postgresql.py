"""PostgreSQL behind the same seam as SQLite: the same queries, the same one writer at a time, the same calm problems."""

from __future__ import annotations

import re
import threading
from functools import lru_cache
from pathlib import Path
from typing import Any

import psycopg
from psycopg import errors as pg
from psycopg.rows import dict_row
from psycopg_pool import ConnectionPool, PoolTimeout

from progress_db.engine import WAIT_SECONDS, Db
from progress_db.errors import Busy, Conflict, Damaged, ReadOnly, StorageFull, StorageProblem

MOST = 8  # connections of one process
TRY_SECONDS = 1.0
# Any fixed numbers, each with the schema: organisations do not wait for one another.
ONE_WRITER = 72_061_789  # the lock that each transaction takes, so that they follow one another as in SQLite
LEADER = 72_061_790  # the lock of the process that makes the backups
UNREACHABLE = (
    "La base de données ne répond pas. Rien de ce qui était enregistré n’est perdu. Attendez un instant, puis recommencez."
)

Failure = (psycopg.Error, PoolTimeout)


class PgDb(Db):
    """One connection of the pool, for one run or request."""

    def __init__(self, raw: psycopg.Connection, read_only: bool = False) -> None:
        super().__init__(raw, read_only)

    @property
    def in_transaction(self) -> bool:
        return self.raw.info.transaction_status != psycopg.pq.TransactionStatus.IDLE

    def all(self, sql: str, /, **params: Any) -> list[dict[str, Any]]:
        """All rows, as dicts. Raises StorageProblem."""
        try:
            cursor = self._execute(sql, params)
            return cursor.fetchall() if cursor.description else []
        except Failure as error:
            raise calm(error) from error

    def empty_wal(self) -> None:
        """Erased rows leave the disk when PostgreSQL cleans up by itself."""

    def tables(self) -> list[str]:
        rows = self.all("SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename")
        return [row["tablename"] for row in rows if row["tablename"] != MIGRATIONS]

    def faults(self, *, quick: bool = False) -> list[str]:
        """PostgreSQL checks what it reads (`initdb --data-checksums`): here, that every table can be read whole."""
        try:
            for table in self.tables():
                self.all(f'SELECT count(*) AS many FROM "{table}"')
        except StorageProblem as problem:
            return [problem.message]
        return []

    def orphans(self) -> list[dict[str, Any]]:
        """None: PostgreSQL refuses them, and its foreign keys cannot be switched off by us."""
        return []

    def _begin(self) -> None:
        self._run("BEGIN", {})
        self._run(f"SET LOCAL lock_timeout = '{int(WAIT_SECONDS * 1000)}ms'", {})
        self._run(f"SELECT pg_advisory_xact_lock({ONE_WRITER}, hashtext(current_schema()))", {})

    def _undo(self) -> None:
        try:
            self.raw.rollback()
        except Failure:
            pass  # the line is lost: PostgreSQL undoes it by itself, and the pool throws the connection away

    def _run(self, sql: str, params: dict[str, Any]) -> int:
        try:
            return self._execute(sql, params).rowcount
        except Failure as error:
            raise calm(error) from error

    def _execute(self, sql: str, params: dict[str, Any]) -> Any:
        try:
            return self.raw.execute(translated(sql), params)
        except (
            UnicodeEncodeError,
            psycopg.DataError,
        ):  # half a character, or the sign 0, out of a broken form: no base can hold it
            whole = {k: _whole(v) for k, v in params.items()}
            if whole == params:
                raise
            return self.raw.execute(translated(sql), whole)


def _whole(value: Any) -> Any:
    return value.encode("utf-8", "replace").decode().replace("\0", "") if isinstance(value, str) else value


@lru_cache(maxsize=512)
def translated(sql: str) -> str:
    """Our named parameters as psycopg writes them; what is between quotes stays itself, but for %, which it doubles."""
    said = re.sub(r"('(?:[^']|'')*')|:(\w+)", lambda m: m[1] or f"\0({m[2]})s", sql)
    return said.replace("%", "%%").replace("\0", "%")


def pool(url: str) -> ConnectionPool:
    """Connections to the base at this address, opened when they are asked for and tried before they are given.

    A server that is away is tried again each second or so. By itself the pool waits twice as long each time, up to minutes: it gives up
    after `TRY_SECONDS` instead, and `check` starts it afresh.
    """
    return ConnectionPool(
        url, min_size=1, max_size=MOST, timeout=WAIT_SECONDS, open=True, check=ConnectionPool.check_connection,
        reconnect_timeout=TRY_SECONDS, reconnect_failed=ConnectionPool.check,
        kwargs={"autocommit": True, "row_factory": dict_row, "cursor_factory": psycopg.ClientCursor, "connect_timeout": 5,
                "options": "-c synchronous_commit=on -c timezone=UTC"},
    )  # fmt: skip


_shared: dict[str, tuple[ConnectionPool, int]] = {}
_sharing = threading.Lock()


def shared_pool(url: str) -> ConnectionPool:
    """One pool a base and process, however many organisations are in it; each user gives it back with `let_go`."""
    with _sharing:
        one, users = _shared.get(url) or (pool(url), 0)
        _shared[url] = (one, users + 1)
        return one


def let_go(one: ConnectionPool) -> None:
    """Close the pool when nobody uses it any more."""
    with _sharing:
        url, users = next(((url, users) for url, (kept, users) in _shared.items() if kept is one), ("", 0))
        if users > 1:
            _shared[url] = (one, users - 1)
            return
        _shared.pop(url, None)
    one.close()


def schema_of(folder: Path) -> str:
    """The schema of the organisation whose folder this is; empty for the only one of an instance."""
    return f"lieu_{folder.name}" if folder.parent.name == "organisations" else ""


def turn(raw: psycopg.Connection, schema: str) -> None:
    """From now on this connection sees that schema only; empty: the usual one. Raises psycopg.Error."""
    if getattr(raw, "turned_to", "") != schema:
        raw.execute(f'SET search_path TO "{schema or "public"}"')
        raw.turned_to = schema  # type: ignore[attr-defined]


class Leader:
    """One process of those on a base does what is done once for all: whoever holds the lock; when it dies, another."""

    def __init__(self, url: str, what: str) -> None:
        self._url, self._what = url, what
        self._raw: psycopg.Connection | None = None

    def leads(self) -> bool:
        """Whether it is this process. Raises nothing."""
        try:
            if self._raw is not None:
                self._raw.execute("SELECT 1")
                return True
            raw = psycopg.connect(self._url, autocommit=True, connect_timeout=5)
            if (raw.execute(f"SELECT pg_try_advisory_lock({LEADER}, hashtext(%s))", (self._what,)).fetchone() or (False,))[0]:
                self._raw = raw
                return True
            raw.close()
        except psycopg.Error:
            self.close()
        return False

    def close(self) -> None:
        """Let another lead."""
        if self._raw is not None:
            self._raw.close()
            self._raw = None


def calm(error: Exception) -> Exception:
    """The calm French problem of an error of PostgreSQL; a mistake of ours stays itself."""
    match error:
        case pg.IntegrityError():
            return Conflict(str(error))
        case pg.DiskFull() | pg.OutOfMemory():
            return StorageFull()
        case pg.ReadOnlySqlTransaction():
            return ReadOnly()
        case pg.LockNotAvailable() | pg.DeadlockDetected() | pg.SerializationFailure() | pg.TooManyConnections():
            return Busy()
        case pg.DataCorrupted() | pg.IndexCorrupted() | pg.UndefinedTable():
            return Damaged()
        case pg.SyntaxErrorOrAccessRuleViolation() | pg.DataError() | psycopg.ProgrammingError():
            return error
        case psycopg.OperationalError() | psycopg.InterfaceError() | PoolTimeout():
            return StorageProblem(UNREACHABLE)
    return StorageProblem()


# ------------------------------------------------------------------------------------------------------ migrations
MIGRATIONS = "migrations"


class _Changes:
    """What a migration is given: only `execute`, as sqlite-utils has it."""

    def __init__(self, db: PgDb) -> None:
        self._db = db

    def execute(self, sql: str) -> None:
        self._db.run(sql)


def applied(db: PgDb) -> set[str]:
    """The names of the migrations already made; empty for a base that is not ours. Raises StorageProblem."""
    if not db.all("SELECT 1 AS one FROM pg_tables WHERE schemaname = current_schema() AND tablename = :name", name=MIGRATIONS):
        return set()
    return {row["name"] for row in db.all(f"SELECT name FROM {MIGRATIONS}")}


def migrate(db: PgDb, steps: tuple[tuple[str, Any], ...], now: str) -> None:
    """Make the pending migrations, each in one transaction, whoever else starts at the same moment. Raises StorageProblem."""
    with db.transaction():
        db.run(f"CREATE TABLE IF NOT EXISTS {MIGRATIONS} (name TEXT PRIMARY KEY, at TEXT NOT NULL)")
    for name, change in steps:
        with db.transaction():
            if name not in applied(db):
                change(_Changes(db))
                db.run(f"INSERT INTO {MIGRATIONS} (name, at) VALUES (:name, :at)", name=name, at=now)
