"""What every route of the door is given: the memory, the shelf, the folder of the project, the clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from library import Shelf
from progress_db import Memory

ROOT = Path(__file__).resolve().parent.parent


def utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class House:
    """`shelf` is asked anew each time: an author's change must show without a restart."""

    memory: Memory
    shelf: Callable[[], Shelf]
    root: Path = ROOT
    clock: Callable[[], datetime] = utc_now
