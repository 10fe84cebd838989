"""kill -9 while answers are recorded: the loop of bench/crash.py, short. `make crash CYCLES=1000` runs it long."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

CRASH = Path(__file__).parents[2] / "bench" / "crash.py"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the loop forks")
def test_fifty_kills_lose_nothing_confirmed():
    done = subprocess.run([sys.executable, str(CRASH), "50"], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "50 cycles" in done.stdout and " 0 lost" in done.stdout
