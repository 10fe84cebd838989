"""Many learners on one core: how long each waits for an answer, and what each one holds in memory.

    python -m bench.crowd [--learners 100 300 500] [--think 5] [--seconds 40] [--hold MINUTES] [--together 30]

The server is held to one core, the clients to the others. The learners do what people do in a session: two in five answer a quiz, two in five
read a lesson, one in five practises. Prints, for each number, the 95th percentile, CPU an act, KB of memory a learner. `--hold`: the last number
goes on so long, and the memory is read each minute. `--together`: a class opens its first page at the same moment."""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from bench.client import NoAnswer, Tab, cookies_of, load, resident_kb
from bench.interactions import KINDS
from bench.servers import application

MIX = ("quiz answer", "lesson step", "quiz answer", "lesson step", "practice event")
AT_ONCE = 20  # pages that open together while the room fills: people do not arrive all in one second


@dataclass
class Crowd:
    """The learners who are there; each tab keeps what it does."""

    origin: str
    pid: int
    tabs: list[Tab]
    kinds: dict[int, str]

    async def fill(self, many: int) -> None:
        """Open pages until there are so many."""
        while len(self.tabs) < many:
            wave = [self._next(len(self.tabs) + n) for n in range(min(AT_ONCE, many - len(self.tabs)))]
            await asyncio.gather(*(tab.open() for tab in wave))
            self.tabs += wave

    def _next(self, n: int) -> Tab:
        kind = MIX[n % len(MIX)]
        page, query, _act = KINDS[kind]
        tab = Tab(self.origin, cookies_of(self.origin, "/essai"), page, query)
        self.kinds[id(tab)] = kind
        return tab

    async def act(self, tab: Tab, chance: random.Random) -> float:
        tab.seen.clear()
        return await KINDS[self.kinds[id(tab)]][2](tab, chance)


async def together(origin: str, many: int) -> list[float]:
    """So many first pages at the same moment; milliseconds of each, sorted."""
    tabs = [Tab(origin, cookies_of(origin, "/essai")) for _ in range(many)]
    times = sorted(await asyncio.gather(*(tab.open() for tab in tabs)))
    for tab in tabs:
        await tab.close()
    return times


async def measured(origin: str, pid: int, options: argparse.Namespace) -> None:
    times = await together(origin, options.together)
    print(
        f"a class of {options.together} opens together: half after {times[len(times) // 2]:.0f} ms, the last after {times[-1]:.0f} ms",
        flush=True,
    )
    crowd = Crowd(origin, pid, [], {})
    await crowd.fill(5)
    empty = resident_kb(pid)
    print("\n| learners | p50 ms | p95 ms | CPU-ms an act | acts/s | errors | KB a learner |\n|---|---|---|---|---|---|---|")
    for many in options.learners:
        await crowd.fill(many)
        await load(crowd.tabs, crowd.act, pid, options.think * 2, options.think)
        seen = await load(crowd.tabs, crowd.act, pid, options.seconds, options.think)
        held = (resident_kb(pid) - empty) / (many - 5)
        print(
            f"| {many} | {seen.part(0.5):.0f} | {seen.part(0.95):.0f} | {seen.cpu:.2f} | {len(seen.times) / options.seconds:.0f} | {len(seen.errors)} | {held:.0f} |",
            flush=True,
        )
    begun = time.monotonic()
    while time.monotonic() - begun < options.hold * 60:
        seen = await load(crowd.tabs, crowd.act, pid, 60, options.think)
        minutes = (time.monotonic() - begun) / 60
        print(
            f"after {minutes:.0f} min: {resident_kb(pid) / 1024:.0f} MB, p95 {seen.part(0.95):.0f} ms, {len(seen.errors)} errors",
            flush=True,
        )
    for tab in crowd.tabs:
        await tab.close()


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--learners", type=int, nargs="+", default=[100, 300, 500])
    parser.add_argument("--think", type=float, default=5.0)
    parser.add_argument("--seconds", type=float, default=40.0)
    parser.add_argument("--hold", type=float, default=0.0, help="minutes")
    parser.add_argument("--together", type=int, default=30)
    options = parser.parse_args()
    cores = sorted(os.sched_getaffinity(0))
    with tempfile.TemporaryDirectory() as name, application(Path(name), 8795) as (process, url):
        for task in Path(f"/proc/{process.pid}/task").iterdir():
            os.sched_setaffinity(int(task.name), {cores[0]})
        os.sched_setaffinity(0, set(cores[1:]) or set(cores))
        try:
            asyncio.run(measured(url, process.pid, options))
        except NoAnswer as problem:
            print(f"stopped: {problem}")


if __name__ == "__main__":
    main()
