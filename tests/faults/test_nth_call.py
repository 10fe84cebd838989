"""Death, a full disk or a failing disk at the n-th write or sync of the memory: what was confirmed is there, nothing is half done.

The short form tries a few numbers; `make faults` tries every one."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from progress_db import backup, check, log, open_memory
from tests.faults.worker import NOW, WHO

WORKER = Path(__file__).with_name("worker.py")
STRACE = shutil.which("strace")
HARMS = ("signal=SIGKILL", "error=ENOSPC", "error=EIO")
pytestmark = pytest.mark.skipif(STRACE is None, reason="strace is not there")


def run(folder: Path, call: str, harm: str, when: int) -> tuple[list[str], str, int]:
    """(what was confirmed, what was said of the problem, exit code) of a worker harmed at its n-th call of that kind."""
    words = [STRACE, "-f", "-qq", "-e", f"trace={call}", "-e", f"inject={call}:{harm}:when={when}", "-o", "/dev/null"]
    done = subprocess.run(
        [*words, sys.executable, str(WORKER), str(folder)], capture_output=True, text=True, timeout=60, check=False
    )
    return done.stdout.split(), done.stderr, done.returncode


def look(folder: Path, confirmed: list[str]) -> None:
    """Open what is left: sound, complete up to what was confirmed, and ready to go on."""
    memory = open_memory(folder, NOW)
    try:
        with memory.connection() as db:
            kept = [event.id for event in log.history(db, WHO)] if "person" in confirmed else []
            answers = [one for one in confirmed if one.startswith("e")]
            assert kept[: len(answers)] == answers and len(kept) <= len(answers) + 1 and check.problems(db) == []
        assert not memory.read_only and all(backup.sound(file) for file in backup.kept(folder))
    finally:
        memory.close()


def calls(tmp_path: Path, call: str) -> int:
    """How many such calls the work makes when nothing harms it."""
    folder, told = tmp_path / f"{call}-count", tmp_path / f"{call}.txt"
    folder.mkdir()
    words = [STRACE, "-f", "-qq", "-e", f"trace={call}", "-o", str(told), sys.executable, str(WORKER), str(folder)]
    subprocess.run(words, capture_output=True, timeout=60, check=True)
    return len(told.read_text().splitlines())


def harmed(tmp_path: Path, call: str, harm: str, numbers: Iterable[int]) -> int:
    """Harm each of these calls in turn; how many times the work did not reach its end."""
    stopped = 0
    for when in numbers:
        folder = tmp_path / f"{call}-{when}"
        folder.mkdir()
        confirmed, said, code = run(folder, call, harm, when)
        if "error=" in harm:
            assert "Traceback" not in said and code in (0, 3), (when, said)
        assert code or "backup" in confirmed, (when, said)
        look(folder, confirmed)
        shutil.rmtree(folder)
        stopped += code != 0
    return stopped


@pytest.mark.parametrize("call", ["fsync", "pwrite64"])
@pytest.mark.parametrize("harm", HARMS[:2])
def test_a_few_calls_that_kill_or_fail_lose_nothing_confirmed(tmp_path, call, harm):
    total = calls(tmp_path, call)
    assert harmed(tmp_path, call, harm, [total // 2, total - 12]) >= 1


@pytest.mark.parametrize(
    "call, when", [("unlink", 1), ("fsync", 25)]
)  # the draft of before; the folder where the new base has its name
def test_a_disk_that_fails_while_the_base_is_made_is_said_in_a_sentence(tmp_path, call, when):
    harmed(tmp_path, call, "error=EIO", [when])


@pytest.mark.course
@pytest.mark.parametrize("call", ["fsync", "pwrite64", "ftruncate", "rename", "link", "unlink"])
@pytest.mark.parametrize("harm", HARMS)
def test_every_call_that_kills_or_fails_loses_nothing_confirmed(tmp_path, call, harm):
    total = calls(tmp_path, call)
    stopped = harmed(tmp_path, call, harm, range(1, total + 1))
    sys.stdout.write(f"{call} {harm}: {total} calls, the work stopped {stopped} times\n")
    assert stopped == total or "error=" in harm
