"""PostgreSQL behind the same seam as SQLite: the same queries, the same one writer at a time, the same calm problems."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import psycopg
from psycopg import errors as pg
from psycopg.rows import dict_row
from psycopg_pool import ConnectionPool, PoolTimeout

from progress_db.engine import WAIT_SECONDS, Db
from progress_db.errors import Busy, Conflict, Damaged, ReadOnly, StorageFull, StorageProblem

MOST = 8  # connections of one process
ONE_WRITER = 7_206_1789  # any fixed number: the lock that each transaction takes, so that they follow one another as in SQLite
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
        self._run(f"SELECT pg_advisory_xact_lock({ONE_WRITER})", {})

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
    """Connections to the base at this address, opened when they are asked for and tried before they are given."""
    return ConnectionPool(
        url, min_size=1, max_size=MOST, timeout=WAIT_SECONDS, open=True, check=ConnectionPool.check_connection,
        kwargs={"autocommit": True, "row_factory": dict_row, "cursor_factory": psycopg.ClientCursor, "connect_timeout": 5,
                "options": "-c synchronous_commit=on -c timezone=UTC"},
    )  # fmt: skip


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
