"""Two processes, a proxy and PostgreSQL, for real: one process is killed while people work, and nobody loses a confirmed answer."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
import urllib.request
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from progress_db import cards, check, log, open_memory, people, place
from tests.browser.conftest import ROOT, Server
from tests.browser.conftest import new_context as new_context
from tests.browser.steps import C7, DESK, settle, sign_in
from tests.postgres import Postgres, available

pytestmark = pytest.mark.skipif(not (shutil.which("caddy") and available()), reason="Caddy or PostgreSQL is not there")


class Process(Server):
    """One process of the application on the shared base."""

    def __init__(self, data: Path, url: str) -> None:
        super().__init__(data)
        self.database = url

    def start(self) -> None:
        os.environ["DATABASE_URL"] = self.database
        try:
            super().start()
        finally:
            del os.environ["DATABASE_URL"]


class Caddy:
    """The proxy with the file that deploy/ ships."""

    def __init__(self, folder: Path, processes: list[Process]) -> None:
        with socket.socket() as s:
            s.bind(("127.0.0.1", 0))
            self.url = f"http://127.0.0.1:{s.getsockname()[1]}"
        told = {
            "SITE": self.url, "PROCESSES": " ".join(f"127.0.0.1:{one.port}" for one in processes), "STICKY": "essai",
            "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "HOME": str(folder),
        }  # fmt: skip
        self.log = (folder / "caddy.log").open("w")
        words = ["caddy", "run", "--config", str(ROOT / "deploy/Caddyfile"), "--adapter", "caddyfile"]
        self.process = subprocess.Popen(words, env={**os.environ, **told}, stdout=self.log, stderr=self.log)
        for _ in range(100):
            try:
                urllib.request.urlopen(f"{self.url}/healthz", timeout=1)
                return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError(Path(self.log.name).read_text()[-2000:])

    def stop(self) -> None:
        self.process.kill()
        self.process.wait(10)
        self.log.close()


@pytest.fixture
def parts(tmp_path):
    """(the proxy, the two processes, a memory on the same base)."""
    server = Postgres()
    url = server.new_base()
    memory = open_memory(tmp_path / "essai", url=url)
    with memory.connection() as db:
        now = datetime.now(UTC)
        epn = place.Place(DESK["place"], ("La Vicomté-sur-Rance",), "Mairie", "dpo@mairie.example")
        place.set_up(db, epn, DESK["name"], DESK["login"], DESK["password"], place.setup_code(memory, now), now)
    with ExitStack() as over:
        over.callback(server.close)
        over.callback(memory.close)
        processes = [Process(tmp_path / f"p{n}", url) for n in (1, 2)]
        for one in processes:
            one.start()
            over.callback(one.stop)
        caddy = Caddy(tmp_path, processes)
        over.callback(caddy.stop)
        yield caddy, processes, memory


def seated(parts, page: Page, name: str) -> str:
    """Somebody new, signed in through the proxy, at the first question of a quiz; her id."""
    caddy, _processes, memory = parts
    now = datetime.now(UTC)
    with memory.connection() as db:
        who = people.add_learner(db, name, now).id
        code, pin = cards.issue_card(db, who, now), cards.draw_pin(db, who, now)
    sign_in(page, caddy.url, code, pin)
    page.goto(f"{caddy.url}/quiz?lecon={C7}")
    settle(page)
    return who


def answer(page: Page) -> None:
    """« Je ne sais pas », until the screen says that it was taken."""
    before = page.get_by_role("heading", level=1).inner_text()
    page.get_by_role("button", name="Je ne sais pas").click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text(before)


def test_a_process_killed_while_people_answer_loses_nothing_and_they_go_on_with_the_other(parts, new_context):
    _caddy, processes, memory = parts
    pages: dict[str, Page] = {}
    where: dict[str, str] = {}
    for name in ("Odette", "Yann", "Gwen", "Rachid", "Solène", "Karim", "Denise", "Léa", "Jean", "Ana"):
        if len(set(where.values())) == 2:
            break  # the proxy draws the process: both have somebody
        context = new_context()
        page = context.new_page()
        who = seated(parts, page, name)
        pages[who] = page
        where[who] = next(one["value"] for one in context.cookies() if one["name"] == "pas-a-pas-ou")
        answer(page)
    processes[0].kill()
    for page in pages.values():
        expect(page.locator('[data-testid="stApp"][data-test-connection-state="CONNECTED"]')).to_be_visible(timeout=40_000)
        page.wait_for_timeout(1500)  # a page of the dead process draws itself again with the other
        answer(page)
    with memory.connection() as db:
        assert {who: log.progress(db, who).seq for who in pages} == dict.fromkeys(pages, 2) and check.problems(db) == []
    assert len(set(where.values())) == 2
    processes[0].start()
    answer(next(iter(pages.values())))
