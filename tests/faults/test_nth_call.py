"""Death, a full disk or a failing disk at the n-th write or sync of the memory: what was confirmed is there, nothing is half done.

The short form tries a few numbers; `make faults` tries every one until the work ends by itself."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from progress_db import backup, check, log, open_memory
from tests.faults.worker import NOW, WHO

WORKER = Path(__file__).with_name("worker.py")
STRACE = shutil.which("strace")
SHORT, LONG = (1, 3, 8, 21), range(1, 400)
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


def harmed(tmp_path: Path, call: str, harm: str, numbers) -> int:
    """Try each number until the worker is not harmed any more; how many were tried."""
    for tried, when in enumerate(numbers, start=1):
        folder = tmp_path / f"{call}-{when}"
        folder.mkdir()
        confirmed, said, code = run(folder, call, harm, when)
        if "error=" in harm:
            assert "Traceback" not in said, (when, said)
            assert code in (0, 3), (when, said)
        look(folder, confirmed)
        if code == 0:
            assert confirmed[-1] == "backup"
            return tried
    return len(list(numbers))


@pytest.mark.parametrize("call", ["fdatasync", "pwrite64"])
@pytest.mark.parametrize("harm", ["signal=SIGKILL", "error=ENOSPC", "error=EIO"])
def test_a_few_calls_that_kill_or_fail_lose_nothing_confirmed(tmp_path, call, harm):
    harmed(tmp_path, call, harm, SHORT)


@pytest.mark.course
@pytest.mark.parametrize("call", ["fdatasync", "pwrite64", "rename", "unlink", "openat"])
@pytest.mark.parametrize("harm", ["signal=SIGKILL", "error=ENOSPC", "error=EIO"])
def test_every_call_that_kills_or_fails_loses_nothing_confirmed(tmp_path, call, harm):
    if call == "openat" and "error" in harm:
        pytest.skip("Python itself reads its own files with it")
    assert harmed(tmp_path, call, harm, LONG) > 1
