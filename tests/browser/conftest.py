"""Real journeys: the real server on a free port, a real Chromium, a fresh context for each test."""

import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from progress_db import cards, open_memory, people, place, practices
from tests.browser.steps import DESK, Place

ROOT = Path(__file__).parents[2]


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/browser" in str(item.path):
            item.add_marker(pytest.mark.browser)


class Server:
    """The application as a process of its own, that a test may kill and start again."""

    def __init__(self, data: Path, root: Path = ROOT) -> None:
        self.data, self.root, self.shift = data, root, data / "clock"
        data.mkdir(parents=True, exist_ok=True)
        self.shift.write_text("0")
        with socket.socket() as s:
            s.bind(("127.0.0.1", 0))
            self.port = s.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen | None = None

    def start(self) -> None:
        args = [
            sys.executable,
            str(ROOT / "tests/browser/serve.py"),
            str(self.data),
            str(self.port),
            str(self.shift),
            str(self.root),
        ]
        with (self.data / "server.log").open("a") as out:
            self.process = subprocess.Popen(args, stdout=out, stderr=out)
        for _ in range(300):
            try:
                urllib.request.urlopen(f"{self.url}/healthz", timeout=1)
                return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError((self.data / "server.log").read_text()[-3000:])

    def kill(self) -> None:
        self.process.kill()
        self.process.wait(10)

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.kill()

    def later(self, hours: float) -> None:
        """Move the clock of the server."""
        self.shift.write_text(str(float(self.shift.read_text()) + hours))


def furnish(data: Path) -> None:
    memory = open_memory(data)
    now = datetime.now(UTC)
    with memory.connection() as db:
        code = place.setup_code(memory, now)
        epn = place.Place(DESK["place"], ("La Vicomté-sur-Rance",), "Mairie", "dpo@mairie.example", "")
        place.set_up(db, epn, DESK["name"], DESK["login"], DESK["password"], code, now)


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    data = tmp_path_factory.mktemp("epn")
    furnish(data)
    server = Server(data)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def epn(server) -> Place:
    """The running place: `epn.person("Odette")` adds a learner with a card and a code."""

    def person(name: str) -> tuple[str, str, str]:
        memory = open_memory(server.data)
        now = datetime.now(UTC)
        with memory.connection() as db:
            learner = people.add_learner(db, name, now)
            return learner.id, cards.issue_card(db, learner.id, now), cards.draw_pin(db, learner.id, now)

    def variant(who: str, lesson: str) -> str:
        with open_memory(server.data).connection() as db:
            return practices.latest(db, who, lesson).variant

    @contextmanager
    def memory():
        with open_memory(server.data).connection() as db:
            yield db

    return Place(server.url, person, memory, variant)


@pytest.fixture
def new_context(browser: Browser):
    opened: list[BrowserContext] = []
    expect.set_options(timeout=10_000)

    def new(width: int = 1280, height: int = 800, **options) -> BrowserContext:
        context = browser.new_context(locale="fr-FR", viewport={"width": width, "height": height}, **options)
        context.set_default_timeout(15_000)
        opened.append(context)
        return context

    yield new
    for context in opened:
        context.close()


@pytest.fixture
def page(new_context) -> Page:
    return new_context().new_page()
