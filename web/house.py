"""What every route of the door is given: the memory, the shelf, the folder of the project, the clock."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from library import Shelf
from progress_db import Memory
from progress_db.engine import Db

ROOT = Path(__file__).resolve().parent.parent


def utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class House:
    """`shelf` is asked anew each time: an author's change must show without a restart. `who`: for whom a file is being made."""

    memory: Memory
    shelf: Callable[[], Shelf]
    root: Path = ROOT
    clock: Callable[[], datetime] = utc_now
    who: str | None = None

    def connection(self) -> AbstractContextManager[Db]:
        """A connection that reads and writes only what `who` may. Raises StorageProblem."""
        return self.memory.connection(self.who)
