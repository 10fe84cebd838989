"""Who is here, and where: the only file that touches Streamlit's session_state, query_params and user."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

import streamlit as st

from learning.content import Lesson
from learning.events import Happening
from learning.progress import Progress
from library import Shelf
from progress_db import Memory, counsellors, log, people, room, sessions
from progress_db.errors import Refusal, StorageProblem
from progress_db.organisations import Organisations

NAMESPACE = uuid.UUID("6f1c2f0e-5d3a-4c0e-9a57-4f2f6b0d7a11")  # any fixed value: names our event ids


@dataclass(frozen=True)
class House:
    """What the whole process shares: the memory, the shelf (asked anew each time), the clock."""

    memory: Memory
    shelf: Callable[[], Shelf]
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    organisations: Organisations | None = None  # when there are several: `memory` is then nobody's


_house: House | None = None


def furnish(house: House) -> None:
    """Called once by app.py (and by tests): the rooms every screen will use."""
    global _house
    _house = house


def house() -> House:
    assert _house, "app.py calls furnish() first"
    return _house


def event_id(*parts: object) -> str:
    """The id of the event that these words name: the same act sent twice has the same id, so it is one row."""
    return str(uuid.uuid5(NAMESPACE, "|".join(map(str, parts))))


class SessionOver(Exception):
    """Nobody is signed in any more."""


@dataclass
class Session:
    """One person in front of one screen, for the time of one run."""

    who: str
    role: str  # learner | guest | counsellor
    rank: str  # the same, or administrator
    digest: str
    db: Any
    memory: Memory
    shelf: Shelf
    now: datetime

    @cached_property
    def learner(self) -> people.Learner | None:
        return None if self.role == "counsellor" else people.learner(self.db, self.who)

    @cached_property
    def counsellor(self) -> counsellors.Counsellor | None:
        return counsellors.counsellor(self.db, self.who) if self.role == "counsellor" else None

    @cached_property
    def workshop(self) -> room.OpenNow | None:
        """The workshop that is open in the room, if any."""
        return room.open_now(self.db)

    @property
    def name(self) -> str:
        person = self.counsellor or self.learner
        return person.name if person else ""

    @cached_property
    def progress(self) -> Progress:
        return log.progress(self.db, self.who)

    # ------------------------------------------------------------------------------------ where we are
    @property
    def lesson(self) -> Lesson | None:
        """The lesson named in the address, or None when the address names none that exists."""
        return self.shelf.lesson(here("lecon", ""))

    def number(self, name: str, default: int, top: int) -> int:
        """A whole number of the address, kept between 1 and `top`; `default` when it is absent or odd."""
        raw = here(name, "")
        return min(max(int(raw), 1), max(top, 1)) if raw.isdecimal() and len(raw) < 6 else default

    # ------------------------------------------------------------------------------------------ acting
    def record(self, happening: Happening, *parts: object, content: str = "") -> Progress:
        """Record one event. `parts` name this very act, so that the same act sent twice is one event."""
        return self.record_all([(happening, parts)], content)

    def record_all(self, happenings: Sequence[tuple[Happening, tuple]], content: str = "") -> Progress:
        """Record several events, each with the words that name it, all or none. Raises StorageProblem."""
        named = [(event_id(self.who, type(what).__name__, *parts), what) for what, parts in happenings]
        self.progress = log.record(self.db, self.who, named, self.now, content)
        return self.progress

    def key(self, *parts: object) -> str:
        """A widget key that belongs to this sign-in: a late click of one person never acts for the next."""
        return "-".join((*map(str, parts), self.digest[:8]))


@contextmanager
def opened(touch: bool = True) -> Iterator[Session]:
    """The session of this run; `touch`: the person acts (a page that looks again by itself does not).

    Raises SessionOver when nobody is signed in, StorageProblem when the memory fails."""
    rooms = house()
    now = rooms.clock()
    user = st.user.to_dict()  # once: each look at st.user reads all of it
    memory = rooms.organisations.memory(user.get("place") or "") if rooms.organisations else rooms.memory
    if memory is None:
        raise SessionOver
    with memory.connection() as db:
        seat = sessions.seat(db, user.get("session"), now, touch=touch)
        if seat is None:
            raise SessionOver
        db.by = seat.who  # from here on, what the account may not do is refused by the data themselves
        yield Session(seat.who, seat.role, seat.rank, seat.session, db, memory, rooms.shelf(), now)


def acting(act: Callable[..., str | None], only: str = "") -> Callable[..., None]:
    """Wrap an act for a button's on_click: it gets an open Session first. What it returns is said on the next screen.

    `only` names the role that may do it ("counsellor": administrators too): asked again here, because the person may have changed since
    the page was drawn. What the memory refuses is said in its own words.

    Acts run before the page is drawn: the answer, what we say to it and what comes next take one run."""

    def click(*args: Any) -> None:
        try:
            with opened() as me:
                if only in ("", me.role, me.rank) and (told := act(me, *args)):
                    say(told)
        except Refusal as refused:
            say(refused.message, "problem")
        except SessionOver:
            pass  # the page itself says so
        except StorageProblem as problem:
            say(problem.message, "problem")

    return click


# ------------------------------------------------------------------------------------ the address and the small state
def here(name: str, default: str) -> str:
    """A word of the address."""
    return st.query_params.get(name, default)


def move(**where: object) -> None:
    """Change the address within the page; the browser's Back comes back here."""
    st.query_params.from_dict({**st.query_params.to_dict(), **{k: str(v) for k, v in where.items()}})


def say(text: str, kind: str = "done") -> None:
    """Keep one sentence for the top of the next screen."""
    st.session_state["said"] = (kind, text)


def said() -> tuple[str, str] | None:
    """The sentence to say now (kind, text), once."""
    return st.session_state.pop("said", None)


def value(key: str) -> Any:
    """What a widget holds."""
    return st.session_state.get(key)


def keep(key: str, thing: Any) -> None:
    """Keep something for this tab only; it may vanish at any time (F5): never the truth."""
    st.session_state[key] = thing


def drop(key: str) -> None:
    st.session_state.pop(key, None)
