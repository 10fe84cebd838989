"""From the command to the first page drawn: the application on its real author files, in turn with an empty page of Streamlit.

    python -m bench.start [--rounds 5]

Each start is a new process. Prints median seconds until the server answers and until a first page has been drawn for a visitor, and the
ratio to the floor."""

from __future__ import annotations

import argparse
import asyncio
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from bench.client import Tab, cookies_of
from bench.servers import application, empty_page

PORT = 8796
Start = Callable[[Path], AbstractContextManager]


def started(start: Start, visit: str) -> tuple[float, float]:
    """Seconds until the server answers, and until the first page is drawn. `visit`: the door that gives a session, or nothing."""
    with tempfile.TemporaryDirectory() as name:
        begun = time.perf_counter()
        with start(Path(name)) as (_process, origin):
            answers = time.perf_counter() - begun

            async def first() -> None:
                tab = Tab(origin, cookies_of(origin, visit) if visit else "")
                await tab.open()
                await tab.close()

            asyncio.run(first())
            return answers, time.perf_counter() - begun


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    both: dict[str, tuple[Start, str]] = {
        "empty page": (lambda folder: empty_page(folder, PORT), ""),
        "application": (lambda folder: application(folder, PORT, real=True), "/essai"),
    }
    seen: dict[str, list[tuple[float, float]]] = {name: [] for name in both}
    for _ in range(rounds):
        for name, (start, visit) in both.items():
            seen[name].append(started(start, visit))
    floor = statistics.median(drawn for _answers, drawn in seen["empty page"])
    print("| | answers, s | first page, s | of the empty page |\n|---|---|---|---|")
    for name, times in seen.items():
        answers, drawn = (statistics.median(column) for column in zip(*times, strict=True))
        print(f"| {name} | {answers:.2f} | {drawn:.2f} | {drawn / floor:.2f} |")


if __name__ == "__main__":
    main()
