"""A real PostgreSQL for the tests, started once a session from Debian's packages; each test gets a base of its own, copied from a template."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import uuid
from pathlib import Path

import psycopg

from progress_db import postgresql, schema
from progress_db.postgresql import PgDb

TEMPLATE = "modele"


def _program(name: str) -> str | None:
    return shutil.which(name) or next((str(one) for one in sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))), None)


def available() -> bool:
    """Whether this machine has PostgreSQL, and a user to run it."""
    return _program("initdb") is not None and (os.geteuid() != 0 or shutil.which("runuser") is not None)


class Postgres:
    """A server on a free port, in a folder of its own, without the syncs that protect from a power cut (tests only)."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="pas-a-pas-pg-"))
        with socket.socket() as s:
            s.bind(("127.0.0.1", 0))
            self.port = s.getsockname()[1]
        self._as: list[str] = []
        if os.geteuid() == 0:  # PostgreSQL refuses to run as root
            shutil.chown(self.folder, "postgres")
            self._as = ["runuser", "-u", "postgres", "--"]
        self._call(
            "initdb", "-D", str(self.folder / "base"), "-U", "pas", "--auth=trust", "--locale=C", "-E", "UTF8", "--no-sync"
        )
        self.start()
        self._template()

    def start(self) -> None:
        options = f"-p {self.port} -h 127.0.0.1 -k {self.folder} -c fsync=off -c max_connections=200 -c shared_buffers=32MB"
        self._call("pg_ctl", "-D", str(self.folder / "base"), "-w", "-l", str(self.folder / "log"), "-o", options, "start")

    def stop(self, how: str = "fast") -> None:
        self._call("pg_ctl", "-D", str(self.folder / "base"), "-m", how, "-w", "stop")

    def close(self) -> None:
        self.stop("immediate")
        shutil.rmtree(self.folder, ignore_errors=True)

    def url(self, base: str) -> str:
        return f"postgresql://pas@127.0.0.1:{self.port}/{base}"

    def new_base(self, template: str = TEMPLATE) -> str:
        """The address of a new base, with our tables and nothing in them (or empty, on `template0`)."""
        name = f"t{uuid.uuid4().hex[:12]}"
        with psycopg.connect(self.url("postgres"), autocommit=True) as admin:
            admin.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return self.url(name)

    def _template(self) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as admin:
            admin.execute(f'CREATE DATABASE "{TEMPLATE}"')
        with postgresql.pool(self.url(TEMPLATE)) as pool, pool.connection() as raw:
            postgresql.migrate(PgDb(raw), schema.STEPS, "2026-11-22T00:00:00.000000+00:00")

    def _call(self, program: str, *words: str) -> None:
        found = _program(program) or program
        done = subprocess.run(
            [*self._as, found, *words], cwd=self.folder, capture_output=True, text=True, timeout=120, check=False
        )
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stdout}{done.stderr}")
