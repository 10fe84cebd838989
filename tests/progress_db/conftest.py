"""A real memory for each test, on SQLite and on PostgreSQL; cheap argon2, given as an argument."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from progress_db import Memory, open_memory
from progress_db.engine import Db
from tests.postgres import Postgres, available
from tests.progress_db.facts import NOW

# What is about files that only SQLite has: the base's own file, its -wal, its settings.
SQLITE_ONLY = (
    "test_backups",
    "test_commands",
    "test_crash",
    "test_damage",
    "test_engine",
    "test_full_disk",
    "test_held_connections",
)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "memory" in metafunc.fixturenames:
        one = metafunc.module.__name__.rpartition(".")[2] in SQLITE_ONLY or metafunc.definition.get_closest_marker("sqlite")
        metafunc.parametrize("memory", ["sqlite"] if one else ["sqlite", "postgresql"], indirect=True)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    if not available():
        pytest.skip("PostgreSQL is not there")
    server = Postgres()
    yield server
    server.close()


@pytest.fixture
def memory(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Memory]:
    url = request.getfixturevalue("postgres").new_base() if request.param == "postgresql" else ""
    opened = open_memory(tmp_path / "data", NOW, url)
    with opened.connection():
        assert opened.problem is None
    yield opened
    opened.close()


@pytest.fixture
def db(memory: Memory) -> Iterator[Db]:
    with memory.connection() as connection:
        yield connection
        assert not connection.in_transaction
