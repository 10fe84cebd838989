"""The memory on PostgreSQL: several processes, one base. The folder still holds the backups and the list of the erased."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from progress_db import erasing, postgresql, schema
from progress_db.errors import StorageProblem
from progress_db.memory import MIGRATION, NEWER, Memory
from progress_db.moments import to_text
from progress_db.postgresql import Failure, PgDb, calm

LEADER = 7_206_1790  # the lock of the process that makes the backups


class PgMemory(Memory):
    """Like Memory. While PostgreSQL does not answer, each connection says so calmly, and is tried again at the next."""

    def __init__(self, folder: Path, url: str) -> None:
        super().__init__(folder, None, passing=True)
        self.read_only = False
        self.url = url
        self._pool = postgresql.pool(url)
        self._ready = False
        self._lock = threading.Lock()
        self._leading: PgDb | None = None

    @contextmanager
    def connection(self, by: str | None = None) -> Iterator[PgDb]:
        """A connection for one run or request. `by`: for whom (progress_db.rights); None: the server itself. Raises StorageProblem."""
        self._prepare()
        try:
            raw = self._pool.getconn()
        except Failure as error:
            raise calm(error) from error
        db = PgDb(raw, self.read_only)
        db.by = by
        try:
            yield db
        finally:
            self._pool.putconn(raw)  # a broken one is thrown away, an open transaction is undone

    def leads(self) -> bool:
        """Whether this process makes the backups and the daily sweep: one of them does, and another when it dies."""
        if self._leading is None:
            try:
                raw = self._pool.getconn()
            except Failure:
                return False
            db = PgDb(raw)
            try:
                if (db.one(f"SELECT pg_try_advisory_lock({LEADER}) AS mine") or {})["mine"]:
                    self._leading = db
                    return True
            except StorageProblem:
                pass
            self._pool.putconn(raw)
            return False
        try:
            self._leading.one("SELECT 1 AS one")
            return True
        except StorageProblem:
            self._pool.putconn(self._leading.raw)
            self._leading = None
            return False

    def close(self) -> None:
        """At the end of the process."""
        if self._leading:
            self._leading.raw.close()
            self._pool.putconn(self._leading.raw)
            self._leading = None
        self._pool.close()

    def _prepare(self) -> None:
        """The first time that PostgreSQL answers: bring the base up to date."""
        if self._ready:
            return
        with self._lock:
            if self._ready:
                return
            try:
                raw = self._pool.getconn()
            except Failure as error:
                raise calm(error) from error
            try:
                self._up_to_date(PgDb(raw))
            finally:
                self._pool.putconn(raw)
            self._ready = True

    def _up_to_date(self, db: PgDb) -> None:
        if postgresql.applied(db) - {name for name, _change in schema.STEPS}:
            self.read_only, self.problem = True, NEWER
            return
        try:
            postgresql.migrate(db, schema.STEPS, to_text(datetime.now(UTC)))
            erasing.again(db, self.folder)
        except StorageProblem as error:
            raise StorageProblem(MIGRATION.format(why=error.message)) from error
