"""Many sessions of two organisations, at once and at random: whatever they open or press, nobody meets a word of another organisation, nor a
learner a word of another learner.

The short form opens eighty sessions; `make faults` opens a thousand."""

from __future__ import annotations

import asyncio
import random
import string
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bench.client import NoAnswer, Tab, apart, opened
from learning.events import LessonFinished
from progress_db import groups, log, open_memory, organisations, people, place, sessions
from tests.browser.conftest import Server
from tests.progress_db.facts import desk
from web.app_parts import FILES
from web.pages import PAGES

NAMES = ("rance", "tregor")
LESSON = "courriel/reconnaitre-un-piege"
WORDS = ("lecon", "id", "groupe", "module", "question", "ecran", "atelier", "faire")
LEAVES = ("J’ai fini", "Effacer")


@dataclass(frozen=True)
class Walker:
    """One session: its cookie, and the words of others that must never reach it."""

    cookie: str
    others: tuple[bytes, ...]


def mark(place_name: str, n: int) -> str:
    """A first name that no other person has and no page says: it ends with its place."""
    return "Zq" + string.ascii_lowercase[n // 26] + string.ascii_lowercase[n % 26] + place_name


def fill(folder: Path, name: str, learners: int, count: int) -> tuple[list[Walker], list[str]]:
    """One organisation: its people, and `count` sessions of theirs, one in ten a counsellor's. Gives them, and all ids of the place."""
    memory, now = open_memory(organisations.add(folder, name)), datetime.now(UTC)
    elsewhere = next(one for one in NAMES if one != name)
    with memory.connection() as db:
        place.found(db, place.Place(f"EPN Zq {name}", (f"Plou Zq {name}",), f"Mairie Zq {name}", f"dpo@zq{name}.example"), now)
        counsellor = desk(db)
        group = groups.add(db, f"Groupe Zq{name}", now)
        who = [people.add_learner(db, mark(name, n), now).id for n in range(learners)]
        groups.set_people(db, group.id, who)
        for n, one in enumerate(who):
            log.record(db, one, [(f"{name}{n}", LessonFinished(LESSON))], now)
        walkers = []
        for n in range(count):
            role, one = ("counsellor", counsellor) if n % 10 == 0 else ("learner", who[n % learners])
            never = [b"Zq" + elsewhere.encode(), f"EPN Zq {elsewhere}".encode(), f"zq{elsewhere}.example".encode()]
            never += [mark(elsewhere, k).encode() for k in range(learners)]
            never += [mark(name, k).encode() for k in range(learners) if role == "learner" and who[k] != one]
            walkers.append(Walker(f"pas-a-pas={name}.{sessions.open_session(db, one, role, now)}", tuple(never)))
    memory.close()
    return walkers, [*who, group.id, counsellor]


async def wander(origin: str, walker: Walker, ids: list[str], acts: int, chance: random.Random) -> tuple[int, list[bytes]]:
    """So many acts at random; gives how many were answered, and the words of others that were met."""
    done = 0
    for _ in range(acts):  # a page is left when it is signed out by an act of its own, or by the counsellor's
        async with opened(Tab(origin, walker.cookie)) as tab:
            try:
                while done < acts:
                    await act(origin, tab, walker, ids, chance)
                    done += 1
                    if met := [word for word in walker.others if word in tab.seen]:
                        return done, met
                    tab.seen.clear()
            except NoAnswer:
                continue
            break
    return done, []


async def act(origin: str, tab: Tab, walker: Walker, ids: list[str], chance: random.Random) -> None:
    kind = chance.random()
    query = "&".join(f"{word}={chance.choice([*ids, LESSON, 'courriel', '1'])}" for word in chance.sample(WORDS, 2))
    if kind < 0.5:
        await tab.go(chance.choice(PAGES), query)
    elif kind < 0.85:
        safe = [label for label in tab.buttons() if not label.startswith(LEAVES)]
        if safe:
            await tab.press(chance.choice(safe))
    else:
        path = chance.choice([*(file[0] for file in FILES), "/carte.pdf", "/mes-donnees.json"])
        tab.seen += await asyncio.to_thread(fetched, f"{origin}{path}?{query}&qui={chance.choice(ids)}", walker.cookie)


def fetched(address: str, cookie: str) -> bytes:
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers={"Cookie": cookie}), timeout=60) as answer:
            return answer.read()
    except urllib.error.HTTPError as refused:
        return refused.read()


def walk(folder: Path, count: int, acts: int) -> tuple[int, list[bytes]]:
    """All of them at once on one server."""
    made = {name: fill(folder, name, 30, count // 2) for name in NAMES}
    ids = [one for _walkers, mine in made.values() for one in mine]
    walkers = [one for pair in zip(*(mine for mine, _ids in made.values()), strict=True) for one in pair]
    server = Server(folder)
    server.start()

    async def all_of_them() -> list[tuple[int, list[bytes]]]:
        return await asyncio.gather(
            *(wander(server.url, one, ids, acts, random.Random(f"walk {n}")) for n, one in enumerate(walkers))
        )

    try:
        found = apart(all_of_them)
    finally:
        server.stop()
    assert "Traceback" not in (folder / "server.log").read_text()
    return sum(done for done, _met in found), [word for _done, met in found for word in met]


def test_eighty_sessions_of_two_organisations_meet_nothing_of_one_another(tmp_path):
    done, met = walk(tmp_path / "data", 80, 6)
    assert met == [] and done > 80 * 6 * 0.9


def test_the_words_that_must_not_be_met_are_met_by_their_owner(tmp_path):
    """The walk can see a leak: a session that looks for the words of its own place finds them at once."""
    folder = tmp_path / "data"
    walkers, ids = fill(folder, "rance", 3, 2)
    fill(folder, "tregor", 3, 2)
    server = Server(folder)
    server.start()
    try:
        own = Walker(walkers[1].cookie, (mark("rance", 1).encode(),))
        _done, met = apart(lambda: wander(server.url, own, ids, 20, random.Random(1)))
    finally:
        server.stop()
    assert met == [mark("rance", 1).encode()]


@pytest.mark.course
def test_a_thousand_sessions_of_two_organisations_meet_nothing_of_one_another(tmp_path):
    begun = time.perf_counter()
    done, met = walk(tmp_path / "data", 1000, 12)
    print(f"{done} acts in {time.perf_counter() - begun:.0f} s")
    assert met == [] and done > 1000 * 12 * 0.9
