"""How the place is: does the base answer, can it be written, how much disk is left, how old is the last backup, are the contents sound."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace

from progress_db import backup
from progress_db.errors import StorageProblem
from web.house import House
from web.pages import log


@dataclass(frozen=True)
class Vitals:
    """`backup_age`: seconds, None when there is no backup; `disk`: bytes left, None when nobody knows; `mistakes`: files to correct."""

    reads: bool
    writes: bool
    disk: int | None
    backup_age: float | None
    mistakes: int


def vitals(house: House) -> Vitals:
    """Look now; of several organisations, the worst of each. Raises nothing: what cannot be known is None or False."""
    seen = [_seen(one) for one in house.each()] or [_seen(replace(house, organisations=None))]
    return Vitals(
        all(one.reads for one in seen),
        all(one.writes for one in seen),
        min((one.disk for one in seen if one.disk is not None), default=None),
        max((one.backup_age for one in seen if one.backup_age is not None), default=None),
        seen[0].mistakes,
    )


def _seen(house: House) -> Vitals:
    reads = _reads(house)
    try:
        disk = shutil.disk_usage(house.memory.folder).free
        newest = next(iter(backup.kept(house.memory.folder, house.clock())), None)
    except OSError:
        disk = newest = None
    age = (house.clock() - backup.taken_at(newest)).total_seconds() if newest else None
    mistakes = len({problem.file for problem in house.shelf().problems if not problem.advice})
    return Vitals(reads, reads and not house.memory.read_only, disk, age, mistakes)


def _reads(house: House) -> bool:
    try:
        with house.memory.connection() as db:
            return db.one("SELECT 1 AS one") is not None
    except StorageProblem as problem:
        log.error("health: %s", problem)
        return False
