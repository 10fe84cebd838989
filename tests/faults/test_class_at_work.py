"""Learners who answer and counsellors who watch, all at once on the real server: what the screens took is kept, once each, and nothing is locked.

The short form has twelve learners for some seconds; `make faults` has fifty and three counsellors for ten minutes."""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bench.client import Tab, apart, opened
from bench.servers import QUIZ, author_files
from learning.events import QuestionAnswered
from progress_db import Memory, check, log, open_memory, people, place, sessions
from tests.browser.conftest import Server
from tests.progress_db.facts import desk

FIRST = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def people_of(memory: Memory, learners: int, counsellors: int) -> tuple[dict[str, str], list[str]]:
    """(learner -> cookie, the counsellors' cookies), all signed in."""
    now = datetime.now(UTC)
    with memory.connection() as db:
        place.found(db, place.Place("EPN", ("Plou",), "Mairie", "dpo@mairie.example"), now)
        seated = {}
        for n in range(learners):
            who = people.add_learner(db, f"Odette {FIRST[n // 26]}{FIRST[n % 26]}", now).id
            seated[who] = f"pas-a-pas={sessions.open_session(db, who, 'learner', now)}"
        desks = [desk(db, "abc"[n]) for n in range(counsellors)]
        return seated, [f"pas-a-pas={sessions.open_session(db, one, 'counsellor', now)}" for one in desks]


async def answers(origin: str, cookie: str, over: float, chance: random.Random) -> int:
    """One learner, until then; how many answers the screen took: the next question was shown."""
    async with opened(Tab(origin, cookie, "quiz", f"lecon={QUIZ}")) as tab:
        taken = 0
        while time.monotonic() < over:
            tab.choose(chance.randrange(4))
            await tab.press("Valider")
            taken += 1
            await asyncio.sleep(chance.expovariate(1 / 2))
        return taken


async def watches(origin: str, cookie: str, over: float, chance: random.Random) -> int:
    """One counsellor, who goes from page to page; how many were shown."""
    async with opened(Tab(origin, cookie, "conseiller")) as tab:
        shown = 0
        while time.monotonic() < over:
            await tab.go(chance.choice(["conseiller", "salle", "ateliers", "bilans", "evolution", "difficultes"]))
            shown += 1
            await asyncio.sleep(chance.uniform(0.5, 2))
        return shown


def at_work(folder: Path, learners: int, counsellors: int, seconds: float) -> int:
    """All of them for so long; gives the answers taken, after comparing them one by one with what is kept."""
    memory = open_memory(folder / "data")
    seated, desks = people_of(memory, learners, counsellors)
    memory.close()
    server = Server(folder / "data", author_files(folder / "root"))
    server.start()
    over = time.monotonic() + seconds

    async def everybody() -> list[int]:
        acts = [answers(server.url, cookie, over, random.Random(who)) for who, cookie in seated.items()]
        acts += [watches(server.url, cookie, over, random.Random(n)) for n, cookie in enumerate(desks)]
        return await asyncio.gather(*acts)

    try:
        taken = dict(zip(seated, apart(everybody), strict=False))
    finally:
        server.stop()
    said = (folder / "data" / "server.log").read_text()
    assert "locked" not in said and "Traceback" not in said
    memory = open_memory(folder / "data")
    with memory.connection() as db:
        for who, count in taken.items():
            kept = [one.happening for one in log.history(db, who) if isinstance(one.happening, QuestionAnswered)]
            assert len(kept) == count, (who, count, len(kept))
            assert (
                max(Counter(one.question for one in kept).values(), default=1) <= 2
            )  # a question comes back once, when it was not right
        assert check.problems(db) == []
    memory.close()
    return sum(taken.values())


def test_a_class_answers_and_every_answer_that_the_screen_took_is_kept_once(tmp_path):
    assert at_work(tmp_path, 12, 1, 8) > 12


@pytest.mark.course
def test_fifty_learners_and_three_counsellors_for_ten_minutes(tmp_path):
    print(at_work(tmp_path, 50, 3, 600), "answers")
