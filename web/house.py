"""What every route of the door is given: the memory, the shelf, the folder of the project, the clock."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from library import Shelf
from progress_db import Memory
from progress_db.engine import Db
from progress_db.organisations import Organisations

ROOT = Path(__file__).resolve().parent.parent


def utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class House:
    """`shelf` is asked anew each time: an author's change must show without a restart. `who`: for whom a file is being made.

    With `organisations`, the memory is nobody's: the guard gives each request the house of its organisation."""

    memory: Memory
    shelf: Callable[[], Shelf]
    root: Path = ROOT
    clock: Callable[[], datetime] = utc_now
    who: str | None = None
    organisations: Organisations | None = None
    name: str = ""  # of the organisation, in addresses and in the cookies; empty when the instance has only one

    def of(self, name: str) -> House | None:
        """The same house for one organisation; None when there is none of this name."""
        memory = self.organisations.memory(name) if self.organisations else None
        return replace(self, memory=memory, name=name, organisations=None) if memory else None

    def each(self) -> list[House]:
        """One house an organisation; only this one when there are not several."""
        if self.organisations is None:
            return [self]
        return [replace(self, memory=memory, name=name, organisations=None) for name, memory in self.organisations.all()]

    def connection(self) -> AbstractContextManager[Db]:
        """A connection that reads and writes only what `who` may. Raises StorageProblem."""
        return self.memory.connection(self.who)
