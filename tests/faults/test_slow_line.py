"""A slow line, one that stalls, one that is cut, at any moment: an answer that the screen took is kept once, and the person goes on by herself."""

from __future__ import annotations

from random import Random

import pytest
from playwright.sync_api import Page, expect

from bench.servers import QUIZ, author_files
from learning.events import QuestionAnswered
from progress_db import log, open_memory
from tests.browser.conftest import Server, furnish
from tests.browser.conftest import new_context as new_context
from tests.browser.steps import sign_in
from tests.faults.line import Line, Weather
from tests.progress_db.facts import with_card

SLOW = Weather(latency=0.3, rate=40_000)  # a phone at the edge of a village: 600 ms there and back, 40 KB a second
FAIR = Weather(latency=0.02)


@pytest.fixture
def far(tmp_path):
    """(the line, the server behind it, one person's id, card and code)."""
    server = Server(tmp_path / "data", author_files(tmp_path / "root"))
    furnish(server.data)
    memory = open_memory(server.data)
    with memory.connection() as db:
        person = with_card(db, "Odette")
    memory.close()
    server.start()
    line = Line(server.port)
    yield line, server, person
    line.close()
    server.stop()


def answers(server: Server, who: str) -> list[str]:
    memory = open_memory(server.data)
    with memory.connection() as db:
        found = [one.happening.question for one in log.history(db, who) if isinstance(one.happening, QuestionAnswered)]
    memory.close()
    return found


def answer(page: Page) -> None:
    """« Je ne sais pas »; taken when the next question is there."""
    shown = page.get_by_role("heading", level=1)
    before = shown.inner_text()
    page.get_by_role("button", name="Je ne sais pas").click(timeout=60_000)
    expect(shown).not_to_have_text(before, timeout=60_000)


def at_the_quiz(page: Page, line: Line, code: str, pin: str) -> None:
    sign_in(page, line.url, code, pin)
    page.goto(f"{line.url}/quiz?lecon={QUIZ}")
    expect(page.get_by_role("button", name="Je ne sais pas")).to_be_visible(timeout=60_000)


def test_on_a_slow_line_each_answer_is_kept_once(far, new_context):
    line, server, (who, code, pin) = far
    page = new_context(390, 844).new_page()
    at_the_quiz(page, line, code, pin)
    line.set(SLOW)
    for _ in range(4):
        answer(page)
    assert answers(server, who) == ["q0", "q1", "q2", "q3"]


@pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.course), pytest.param(3, marks=pytest.mark.course)])
def test_a_line_that_stalls_and_is_cut_while_one_answers_loses_and_doubles_nothing(far, new_context, seed):
    line, server, (who, code, pin) = far
    chance = Random(seed)
    page = new_context(390, 844).new_page()
    at_the_quiz(page, line, code, pin)
    taken = 0
    for _ in range(4):
        trouble = chance.choice([Weather(stalled=True), Weather(cut=True), SLOW])
        shown = page.get_by_role("heading", level=1)
        before = shown.inner_text()
        if chance.random() < 0.5 and not trouble.cut:  # without a line the buttons cannot be pressed
            line.set(trouble)
        page.get_by_role("button", name="Je ne sais pas").click(timeout=60_000)
        line.set(trouble)
        page.wait_for_timeout(chance.randrange(200, 3000))
        line.set(FAIR)
        page.wait_for_timeout(1500)
        if trouble.cut and shown.inner_text() == before:  # the click was on its way when the line went: she presses again
            page.get_by_role("button", name="Je ne sais pas").click(timeout=60_000)
        expect(shown).not_to_have_text(before, timeout=60_000)
        taken = int(shown.inner_text().split()[-1])
        kept = answers(server, who)
        assert kept == [f"q{n}" for n in range(taken)], "what the screen shows is what is kept, once each"
    assert taken >= 4
