"""The memory on PostgreSQL: several processes, one base. The folder still holds the backups and the list of the erased."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from psycopg import Connection

from progress_db import erasing, postgresql, schema
from progress_db.errors import StorageProblem
from progress_db.memory import MIGRATION, NEWER, Memory
from progress_db.moments import to_text
from progress_db.postgresql import Failure, PgDb, calm


class PgMemory(Memory):
    """Like Memory. While PostgreSQL does not answer, each connection says so calmly, and is tried again at the next."""

    def __init__(self, folder: Path, url: str) -> None:
        super().__init__(folder, None, passing=True)
        self.read_only = False
        self.url = url
        self._pool = postgresql.shared_pool(url)
        self._schema = postgresql.schema_of(folder)  # of an organisation, or empty: the base's usual one
        self._ready = False
        self._lock = threading.Lock()
        self._leader = postgresql.Leader(url, self._schema or "public")

    @contextmanager
    def connection(self, by: str | None = None) -> Iterator[PgDb]:
        """A connection for one run or request. `by`: for whom (progress_db.rights); None: the server itself. Raises StorageProblem."""
        self._prepare()
        raw = self._take()
        db = PgDb(raw, self.read_only)
        db.by = by
        try:
            yield db
        finally:
            self._pool.putconn(raw)  # a broken one is thrown away, an open transaction is undone

    def leads(self) -> bool:
        """Whether this process makes the backups and the daily sweep: one of them does, and another when it dies."""
        return self._leader.leads()

    def close(self) -> None:
        """At the end of the process."""
        self._leader.close()
        postgresql.let_go(self._pool)

    def _prepare(self) -> None:
        """The first time that PostgreSQL answers: bring the base up to date."""
        if self._ready:
            return
        with self._lock:
            if self._ready:
                return
            raw = self._take()
            try:
                self._up_to_date(PgDb(raw))
            finally:
                self._pool.putconn(raw)
            self._ready = True

    def _take(self) -> Connection:
        """A connection of the pool, turned to our schema: the one who held it before may have been of another organisation."""
        try:
            raw = self._pool.getconn()
        except Failure as error:
            raise calm(error) from error
        try:
            postgresql.turn(raw, self._schema)
        except Failure as error:
            self._pool.putconn(raw)
            raise calm(error) from error
        return raw

    def _up_to_date(self, db: PgDb) -> None:
        if postgresql.applied(db) - {name for name, _change in schema.STEPS}:
            self.read_only, self.problem = True, NEWER
            return
        try:
            if self._schema:
                with db.transaction():
                    db.run(f'CREATE SCHEMA IF NOT EXISTS "{self._schema}"')
            postgresql.migrate(db, schema.STEPS, to_text(datetime.now(UTC)))
            erasing.again(db, self.folder)
        except StorageProblem as error:
            raise StorageProblem(MIGRATION.format(why=error.message)) from error
