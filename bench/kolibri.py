"""Our quiz answer beside Kolibri's attempt log, in turn, on this machine: CPU of the server for one answer kept, its commit included.

    python -m venv /tmp/k && /tmp/k/bin/pip install kolibri==0.19.5
    python -m bench.kolibri --kolibri /tmp/k/bin/kolibri [--learners 25] [--think 1] [--seconds 12] [--rounds 3]

Kolibri is set up in a temporary folder, with learners and no content: an attempt (`PUT /api/logger/trackprogress/<session>/`) needs none. It
answers with 200 bytes; our answer comes with what is said to it and the next question, drawn."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import statistics
import subprocess
import tempfile
import time
import urllib.request
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookiejar import CookieJar
from pathlib import Path

from bench.client import Figures, NoAnswer, load
from bench.interactions import KINDS, measure
from bench.servers import application, wait

PORT = 8797
PASSWORD = "une-phrase"
LEARNERS = """
from kolibri.core.auth.models import Facility, FacilityUser
f = Facility.objects.get()
for n in range({many}):
    u = FacilityUser(username=f"odette{{n}}", full_name="Odette", facility=f)
    u.set_password("{password}")
    u.save()
print(f.id)
"""


class Learner:
    """One signed-in learner of Kolibri, in one exercise."""

    def __init__(self, facility: str, n: int) -> None:
        self.jar = CookieJar()
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))
        self.ask("POST", "/api/auth/session/", {"username": f"odette{n}", "password": PASSWORD, "facility": facility})
        ids = {name: uuid.uuid4().hex for name in ("node_id", "content_id", "channel_id")}
        model = {"type": "m_of_n", "m": 600, "n": 600}
        self.session = self.ask("POST", "/api/logger/trackprogress/", {**ids, "kind": "exercise", "mastery_model": model})[
            "session_id"
        ]

    def ask(self, method: str, path: str, body: dict) -> dict:
        """Raises NoAnswer."""
        token = next((one.value for one in self.jar if one.name == "kolibri_csrftoken"), "")
        request = urllib.request.Request(
            f"http://127.0.0.1:{PORT}{path}",
            json.dumps(body).encode(),
            {"Content-Type": "application/json", "X-CSRFToken": token},
            method=method,
        )
        try:
            with self._opener.open(request, timeout=30) as answer:
                return json.loads(answer.read() or b"{}")
        except OSError as problem:
            raise NoAnswer(str(problem)) from problem

    def attempt(self, right: bool) -> None:
        """One question answered."""
        one = {
            "item": uuid.uuid4().hex, "correct": float(right), "complete": True, "time_spent": 5.0,
            "answer": {"choice": 2}, "simple_answer": "2",
        }  # fmt: skip
        self.ask("PUT", f"/api/logger/trackprogress/{self.session}/", {"time_spent_delta": 5.0, "interactions": [one]})


async def attempt(learner: Learner, chance: random.Random) -> float:
    begun = time.perf_counter()
    await asyncio.to_thread(learner.attempt, chance.random() < 0.7)
    return 1000 * (time.perf_counter() - begun)


@contextmanager
def kolibri(program: str, folder: Path, many: int) -> Iterator[tuple[int, list[Learner]]]:
    """Kolibri with so many learners in an exercise: (process number, the learners)."""
    told = {
        **os.environ, "KOLIBRI_HOME": str(folder), "KOLIBRI_DISABLE_PING": "1", "KOLIBRI_ZEROCONF_ENABLED": "0",
        "KOLIBRI_LISTEN_ADDRESS": "127.0.0.1", "KOLIBRI_HTTP_PORT": str(PORT),
    }  # fmt: skip
    quiet = {"env": told, "stderr": subprocess.DEVNULL, "text": True}
    first = [
        "--facility",
        "Perf",
        "--preset",
        "formal",
        "--superusername",
        "admin",
        "--superuserpassword",
        PASSWORD,
        "--language_id",
        "en",
    ]
    subprocess.run([program, "manage", "provisiondevice", *first, "--noinput"], stdout=subprocess.DEVNULL, check=True, **quiet)
    script = LEARNERS.format(many=many, password=PASSWORD)
    made = subprocess.run([program, "shell"], input=f"exec({script!r})\n", stdout=subprocess.PIPE, check=True, **quiet)
    facility = next(line for line in reversed(made.stdout.split()) if len(line) == 32)
    process = subprocess.Popen([program, "start", "--foreground", "--skip-update"], stdout=subprocess.DEVNULL, **quiet)
    try:
        wait(f"http://127.0.0.1:{PORT}/api/public/info/")
        yield process.pid, [Learner(facility, n) for n in range(many)]
    finally:
        process.terminate()
        process.wait(60)


async def theirs(learners: list[Learner], pid: int, options: argparse.Namespace) -> Figures:
    await load(learners, attempt, pid, 3, options.think)
    return await load(learners, attempt, pid, options.seconds, options.think)


def main() -> None:
    """Print the two costs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kolibri", required=True, help="the program")
    parser.add_argument("--learners", type=int, default=25)
    parser.add_argument("--think", type=float, default=1.0)
    parser.add_argument("--seconds", type=float, default=12.0)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    costs: dict[str, list[float]] = {"Kolibri": [], "Pas à pas": []}
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        with (
            application(folder / "ours", 8792) as (ours, url),
            kolibri(options.kolibri, folder / "kolibri", options.learners) as (pid, there),
        ):
            for _ in range(options.rounds):
                for who, figures in (
                    ("Kolibri", asyncio.run(theirs(there, pid, options))),
                    ("Pas à pas", asyncio.run(measure(url, ours.pid, *KINDS["quiz answer"], options))),
                ):
                    costs[who].append(figures.cpu)
                    print(f"{who:10} {figures} {figures.errors[:1] or ''}", flush=True)
    a, b = (statistics.median(found) for found in costs.values())
    print(f"median: Kolibri {a:.1f} CPU-ms an answer, Pas à pas {b:.1f}: ratio {b / a:.2f}")


if __name__ == "__main__":
    main()
