"""The screens by AppTest, on a real memory and a small real shelf."""

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from library import open_shelf
from progress_db import Memory, log, open_memory, people, sessions
from tests.progress_db.facts import desk
from ui import session

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "tests/sample"
C7 = "courriel/reconnaitre-un-piege"


@dataclass
class House:
    memory: Memory
    now: datetime

    def person(self, name: str = "Odette", role: str = "learner") -> str:
        with self.memory.connection() as db:
            return people.add_learner(db, name, self.now).id

    def desk(self, role: str = "administrator") -> str:
        """A counsellor with an account: without one nobody sees anybody."""
        with self.memory.connection() as db:
            return desk(db, role=role)

    def progress(self, learner: str):
        with self.memory.connection() as db:
            return log.progress(db, learner)

    def record(self, learner: str, *happenings):
        with self.memory.connection() as db:
            log.record(db, learner, [(f"{learner}-{i}-{h}", h) for i, h in enumerate(happenings)], self.now)

    def page(self, who: str, path: str, role: str = "learner", **where: str) -> AppTest:
        """A screen as `who` sees it. AppTest knows no function pages: the page is chosen by its hash."""
        with self.memory.connection() as db:
            digest = sessions.digest(sessions.open_session(db, who, role, self.now))
        at = AppTest.from_file(str(ROOT / "ui/script.py"), default_timeout=15)
        at.user = {"session": digest, "who": who, "role": role}
        at._page_hash = calc_hash(path)
        for key, value in where.items():
            at.query_params[key] = value
        return at.run()

    def later(self, **gap) -> None:
        self.now += timedelta(**gap)


@pytest.fixture
def house(tmp_path):
    memory = open_memory(tmp_path)
    rooms = House(memory, datetime(2026, 11, 23, 14, 0, tzinfo=UTC))
    _furnish(rooms, open_shelf(SAMPLE))
    yield rooms
    memory.close()


@pytest.fixture
def with_files(house, tmp_path):
    """Gives the house other author files: a copy of the sample, changed by `write(root)`."""

    def use(write):
        root = tmp_path / "files"
        shutil.copytree(SAMPLE, root)
        write(root)
        _furnish(house, open_shelf(root))

    return use


def _furnish(rooms: House, shelf) -> None:
    session.furnish(session.House(rooms.memory, lambda: shelf, lambda: rooms.now))


def press(at: AppTest, label: str) -> AppTest:
    return next(b for b in at.button if b.label == label).click().run()


def text(at: AppTest) -> str:
    """All that the screen says."""
    shown = [*(h.proto.body for h in at.get("html")), *(m.value for m in at.markdown), *(w.value for w in at.warning)]
    return " ".join([*shown, *(link.proto.label for link in at.get("page_link")), *(s.value for s in at.success)])
