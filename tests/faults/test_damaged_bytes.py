"""Bytes changed at random in the base, in its -wal or in a backup: it is said, or found, or it changes nothing; never a wrong answer.

The short form tries a few hundred places; `make faults` tries thousands."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from learning.events import LessonFinished, QuestionAnswered
from progress_db import backup, check, engine, log, open_memory
from progress_db.errors import StorageProblem
from tests.progress_db.facts import LESSON, NOW, after, somebody

PEOPLE = 8
EVENTS = 20


@pytest.fixture(scope="module")
def whole(tmp_path_factory) -> tuple[Path, dict[str, list]]:
    """A base of some pages whose last commits are still in the -wal, a backup of before them, and everybody's history."""
    folder = tmp_path_factory.mktemp("whole") / "data"
    memory = open_memory(folder, NOW)
    with memory.connection() as db:
        ids = [somebody(db, f"Personne {'ABCDEFGH'[n]}") for n in range(PEOPLE)]
        for who in ids:
            work(db, who, 0)
    backup.backup(folder, NOW)
    memory.close()
    memory = open_memory(folder, NOW)
    with memory.connection() as db:
        for who in ids:
            work(db, who, EVENTS)
        told = {who: log.history(db, who) for who in ids}
        copy = folder.parent / "copy"
        shutil.copytree(folder, copy)  # while it is open: the -wal is there
    memory.close()
    assert (copy / "progress.db-wal").stat().st_size > 30_000
    return copy, told


def work(db, who: str, first: int) -> None:
    for n in range(first, first + EVENTS):
        happening = LessonFinished(LESSON) if n % 5 == 0 else QuestionAnswered(LESSON, f"q{n}", n % 3 > 0, [n], "Une phrase.")
        log.record(db, who, [(f"{who}-{n}", happening)], after(minutes=n))


def spoil(file: Path, chance: Random) -> None:
    content = bytearray(file.read_bytes())
    for _ in range(chance.choice((1, 1, 4, 64))):
        content[chance.randrange(len(content))] ^= chance.randrange(1, 256)
    file.write_bytes(bytes(content))


def outcome(folder: Path, told: dict[str, list]) -> str:
    """What the people of this folder are shown: "same", "said" (a problem), "found" (by the check), "earlier" (a true beginning)."""
    memory = open_memory(folder, after(days=1))
    try:
        if memory.problem:
            return "said"
        with memory.connection() as db:
            shown = {who: log.history(db, who) for who in told}
            if shown == told:
                return "same"
            if all(shown[who] == told[who][: len(shown[who])] for who in told) and not check.problems(db):
                return "earlier"
            return "found" if check.problems(db) else "WRONG"
    except StorageProblem:
        return "said"
    finally:
        memory.close()


def try_places(whole, tmp_path: Path, name: str, times: int) -> Counter:
    folder, told = whole
    seen: Counter = Counter()
    for n in range(times):
        here = tmp_path / f"{n}"
        shutil.copytree(folder, here)
        spoil(here / name, Random(f"{name} {n}"))
        seen[outcome(here, told)] += 1
        shutil.rmtree(here)
    print(name, dict(seen))
    return seen


def damaged_backups(whole, tmp_path: Path, times: int) -> Counter:
    """A backup called sound gives the whole history of its day, or is not called sound."""
    folder, told = whole
    [good] = backup.kept(folder)
    seen: Counter = Counter()
    for n in range(times):
        file = tmp_path / good.name
        shutil.copy(good, file)
        spoil(file, Random(f"backup {n}"))
        if not backup.sound(file):
            seen["said"] += 1
            continue
        db = engine.connect(file, read_only=True)
        right = all(log.history(db, who) == told[who][:EVENTS] for who in told)
        db.close()
        seen["same" if right else "WRONG"] += 1
    return seen


@pytest.mark.parametrize("name, times", [("progress.db", 150), ("progress.db-wal", 100)])
def test_changed_bytes_are_said_or_found_and_never_a_wrong_answer(whole, tmp_path, name, times):
    seen = try_places(whole, tmp_path, name, times)
    assert not seen["WRONG"] and seen["said"] + seen["found"] + seen["earlier"]
    assert name.endswith("-wal") or not seen["earlier"]  # only a commit whose frame is broken may be missing, and those after it


def test_a_backup_with_changed_bytes_is_not_called_sound_unless_it_tells_all(whole, tmp_path):
    seen = damaged_backups(whole, tmp_path, 150)
    assert not seen["WRONG"] and seen["said"]


@pytest.mark.course
@pytest.mark.parametrize("name", ["progress.db", "progress.db-wal"])
def test_three_thousand_places_each(whole, tmp_path, name):
    assert not try_places(whole, tmp_path, name, 3000)["WRONG"]


@pytest.mark.course
def test_three_thousand_places_of_a_backup(whole, tmp_path):
    assert not damaged_backups(whole, tmp_path, 3000)["WRONG"]
