"""A real memory in a fresh folder for each test; cheap argon2, given as an argument."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from progress_db import Memory, open_memory
from progress_db.engine import Db
from tests.progress_db.facts import NOW


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    opened = open_memory(tmp_path / "data", NOW)
    assert opened.problem is None
    yield opened
    opened.close()


@pytest.fixture
def db(memory: Memory) -> Iterator[Db]:
    with memory.connection() as connection:
        yield connection
        assert not connection.raw.in_transaction
