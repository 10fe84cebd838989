"""CPU of one interaction, its durable commit included, against the tuned empty page: an answer of a quiz, a step of a lesson, an event of a
practice. All in one run, in turn, with the same number of learners and the same think time.

    python -m bench.interactions [--learners 25] [--think 1] [--seconds 12] [--rounds 3]

Prints CPU-ms an interaction of each (median of the rounds) and the ratio to the empty page: 1.5 is asked (issue 7)."""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import re
import statistics
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

from bench.client import Figures, NoAnswer, Tab, cookies_of, load
from bench.servers import PRACTICE, QUIZ, ROOT, application, empty_page

ASKED = 1.5
LESSONS = sorted(
    f"{one.parent.name}/{one.stem}"
    for one in (ROOT / "lessons").glob("*/*.md")
    if (ROOT / "quizzes" / one.parent.name / one.name).exists()
)
BACK = re.compile(r'<[^>]*id="retour"[^>]*>')
ARGUMENT = re.compile(r'data-arg-([a-z]+)="([^"]*)"')
EVENT = re.compile(r'data-event="([^"]+)"')


async def submit(tab: Tab, chance: random.Random) -> float:
    """The empty page: choose, « Valider »."""
    tab.choose(chance.randrange(4))
    return await tab.press("Valider")


async def answer(tab: Tab, chance: random.Random) -> float:
    """A question of the quiz: choose, « Valider »; what is said to it and the next question come in the same run."""
    tab.choose(chance.randrange(4))
    return await tab.press("Valider")


async def step(tab: Tab, chance: random.Random) -> float:
    """A screen of a lesson; after the last one, the first screen of another lesson."""
    if tab.has("Suivant"):
        return await tab.press("Suivant")
    return await tab.go("lecon", f"lecon={chance.choice(LESSONS)}&ecran=1")


async def event(tab: Tab, chance: random.Random) -> float:
    """A click in the practice: open a message of the list, or go back to the list. Waits until the window has acknowledged it."""
    drawn = tab.window()
    if drawn is None:
        raise NoAnswer("no window")
    shown = json.loads(drawn.element.json)
    there = BACK.search(shown["html"])
    tags = [there[0]] if there else [m[0] for m in re.finditer(r"<(?:a|button|li|tr|div)[^>]*\bligne\b[^>]*>", shown["html"])]
    tag = tags[chance.randrange(len(tags))]
    sequence = shown["acks"].get("bench", 0) + 1
    happened = {
        "seq": sequence,
        "type": EVENT.search(tag)[1],
        "args": dict(ARGUMENT.findall(tag)),
        "fields": None,
        "drafts": {},
        "t": sequence * 1000,
    }
    took = await tab.happen({"epoch": shown["epoch"], "client": "bench", "events": [happened]})
    if json.loads(tab.window().element.json)["acks"].get("bench") != sequence:
        raise NoAnswer("the event was not taken")
    return took


KINDS: dict[str, tuple[str, str, Callable[[Tab, random.Random], Awaitable[float]]]] = {
    "quiz answer": ("quiz", f"lecon={QUIZ}", answer),
    "lesson step": ("lecon", f"lecon={QUIZ}&ecran=1", step),
    "practice event": ("entrainement", f"lecon={PRACTICE}", event),
}


async def measure(origin: str, pid: int, page: str, query: str, act, options: argparse.Namespace) -> Figures:
    """Open the tabs, warm up, then the figures of one round."""
    guests = page != ""
    tabs = [Tab(origin, cookies_of(origin, "/essai") if guests else "", page, query) for _ in range(options.learners)]
    for tab in tabs:
        await tab.open()
    await load(tabs, act, pid, 3, options.think)
    figures = await load(tabs, act, pid, options.seconds, options.think)
    for tab in tabs:
        await tab.close()
    return figures


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--learners", type=int, default=25)
    parser.add_argument("--think", type=float, default=1.0)
    parser.add_argument("--seconds", type=float, default=12.0)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    costs: dict[str, list[float]] = {"empty page": [], **{kind: [] for kind in KINDS}}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with empty_page(folder, 8791) as (floor, floor_url), application(folder, 8792) as (ours, url):
            for _ in range(options.rounds):
                runs = {"empty page": (floor_url, floor.pid, "", "", submit)}
                runs |= {kind: (url, ours.pid, *how) for kind, how in KINDS.items()}
                for kind, run in runs.items():
                    figures = asyncio.run(measure(*run, options))
                    costs[kind].append(figures.cpu)
                    print(f"{kind:15} {figures} {figures.errors[:2] or ''}", flush=True)
    floor_cost = statistics.median(costs["empty page"])
    print("\n| interaction | CPU-ms | ratio to the empty page |\n|---|---|---|")
    for kind, found in costs.items():
        print(f"| {kind} | {statistics.median(found):.1f} | {statistics.median(found) / floor_cost:.2f} (asked: {ASKED}) |")


if __name__ == "__main__":
    main()
