"""Many learners at once, each an open page: they speak Streamlit's own websocket as its browser code does, and time each answer.

Only for servers of this machine. A page keeps what the server drew (buttons, choices, the simulated window) by its place on the page; an act
sends the states of all widgets back and waits until the run that it caused has finished."""

from __future__ import annotations

import asyncio
import json
import os
import random
import statistics
import time
import urllib.error
import urllib.request
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

Given = TypeVar("Given")
TIMEOUT = 30.0  # seconds for one answer


class NoAnswer(Exception):
    """The server did not finish the run in time, closed the line, or what was to be pressed is not on the page."""


@dataclass(frozen=True)
class Drawn:
    """One widget on the page."""

    kind: str
    element: object
    run: str
    fragment: str


class Tab:
    """One page of one person. `origin`: http://127.0.0.1:8501; `cookies`: as the browser holds them; `query`: the address's words."""

    def __init__(self, origin: str, cookies: str = "", page: str = "", query: str = "") -> None:
        self.origin, self.cookies, self.page, self.query = origin, cookies, page, query
        self.drawn: dict[tuple[int, ...], Drawn] = {}
        self.states: dict[str, WidgetState] = {}
        self.seen = bytearray()  # all that the server sent since it was last emptied
        self._hash, self._run = "", ""
        self._cache: dict[str, bytes] = {}
        self._done: asyncio.Future | None = None
        self._line: ClientConnection | None = None
        self._reader: asyncio.Task | None = None

    async def open(self) -> float:
        """Connect and draw the page; gives milliseconds. Raises NoAnswer, OSError."""
        begun = time.perf_counter()
        self._line = await connect(
            self.origin.replace("http", "ws", 1) + "/_stcore/stream", origin=self.origin, proxy=None, max_size=None,
            subprotocols=["streamlit", "PLACEHOLDER_AUTH_TOKEN"], compression=None, ping_interval=None, open_timeout=TIMEOUT,
            additional_headers={"Cookie": self.cookies} if self.cookies else {},
        )  # fmt: skip
        self._reader = asyncio.create_task(self._read())
        await self.run_again()
        return 1000 * (time.perf_counter() - begun)

    async def close(self) -> None:
        """Leave the page."""
        if self._line:
            await self._line.close()
        if self._reader:
            self._reader.cancel()

    async def go(self, page: str, query: str = "") -> float:
        """Another page of the script, as when its address is opened within the same tab."""
        self.page, self.query, self._hash = page, query, ""
        return await self.run_again()

    async def press(self, label: str) -> float:
        """Press the button whose label begins so; milliseconds until the run has finished. Raises NoAnswer."""
        found = next((one for one in self.drawn.values() if one.kind == "button" and one.element.label.startswith(label)), None)
        if found is None:
            raise NoAnswer(f"no button « {label} »")
        return await self.run_again(WidgetState(id=found.element.id, trigger_value=True), found.fragment)

    def choose(self, option: int) -> None:
        """Pick an option of the first radio, inside its form: nothing is sent yet. Raises NoAnswer."""
        found = next((one.element for one in self.drawn.values() if one.kind == "radio"), None)
        if found is None:
            raise NoAnswer("no choice on this page")
        self.states[found.id] = WidgetState(id=found.id, string_value=found.options[option % len(found.options)])

    def buttons(self) -> list[str]:
        """What the buttons on the page say."""
        return [one.element.label for one in self.drawn.values() if one.kind == "button"]

    def has(self, label: str) -> bool:
        """Is there such a button?"""
        return any(one.kind == "button" and one.element.label.startswith(label) for one in self.drawn.values())

    def window(self) -> Drawn | None:
        """The simulated window, if the page has one."""
        return next((one for one in self.drawn.values() if one.kind == "bidi_component"), None)

    async def happen(self, event: dict) -> float:
        """Send an outbox of the simulated window. Raises NoAnswer."""
        found = self.window()
        if found is None:
            raise NoAnswer("no window on this page")
        self.states[found.element.id] = WidgetState(id=found.element.id, json_value=json.dumps({"outbox": event}))
        return await self.run_again(fragment=found.fragment)

    async def run_again(self, trigger: WidgetState | None = None, fragment: str = "") -> float:
        """Ask for a run with the states of all widgets; milliseconds until it has finished. Raises NoAnswer."""
        message = BackMsg()
        asked = message.rerun_script
        asked.query_string, asked.page_script_hash, asked.page_name = self.query, self._hash, self.page
        asked.fragment_id = fragment
        asked.widget_states.widgets.extend([*self.states.values(), *([trigger] if trigger else [])])
        asked.cached_message_hashes.extend(self._cache)
        asked.context_info.timezone, asked.context_info.locale = "Europe/Paris", "fr-FR"
        asked.context_info.url = f"{self.origin}/{self.page}"
        begun = time.perf_counter()
        self._done = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(TIMEOUT):
                await self._line.send(message.SerializeToString())
                await self._done
        except (TimeoutError, OSError) as problem:
            raise NoAnswer("no answer in time") from problem
        return 1000 * (time.perf_counter() - begun)

    async def _read(self) -> None:
        try:
            async for data in self._line:
                self.seen += data
                self._take(ForwardMsg.FromString(data))
        finally:
            if self._done and not self._done.done():
                self._done.set_exception(NoAnswer("the line was closed"))

    def _take(self, message: ForwardMsg) -> None:
        kind = message.WhichOneof("type")
        if kind == "ref_hash":
            kept = ForwardMsg.FromString(self._cache[message.ref_hash])
            kept.metadata.CopyFrom(message.metadata)
            message, kind = kept, kept.WhichOneof("type")
        elif message.metadata.cacheable:
            self._cache[message.hash] = message.SerializeToString()
        if kind == "new_session":
            self._run = message.metadata.run.script_run_id
            if not message.metadata.run.fragment_ids:
                self._hash = message.new_session.page_script_hash
        elif kind == "navigation":
            self._hash = message.navigation.page_script_hash
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "delta":
            self._draw(message)
        elif kind == "script_finished":
            self._finish(message)

    def _draw(self, message: ForwardMsg) -> None:
        if message.delta.WhichOneof("type") != "new_element":
            return
        element = message.delta.new_element
        kind = element.WhichOneof("type") or ""
        place = tuple(message.metadata.delta_path)
        self.drawn[place] = Drawn(kind, getattr(element, kind) if kind else None, self._run, message.delta.fragment_id)

    def _finish(self, message: ForwardMsg) -> None:
        if message.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN:
            return
        fragments = set(message.metadata.run.fragment_ids)
        for place, one in list(self.drawn.items()):
            if one.run != self._run and (not fragments or one.fragment in fragments):
                del self.drawn[place]  # not drawn again: the browser takes it off
        there = {getattr(one.element, "id", "") for one in self.drawn.values()}
        self.states = {key: state for key, state in self.states.items() if key in there}
        if self._done and not self._done.done():
            self._done.set_result(None)


@asynccontextmanager
async def opened(tab: Tab) -> AsyncIterator[Tab]:
    """The tab, open; closed whatever happens."""
    try:
        await tab.open()
        yield tab
    finally:
        await tab.close()


# -------------------------------------------------------------------------------------------------------------- many
def apart(work: Callable[[], Coroutine[None, None, Given]]) -> Given:
    """Run it in an event loop of its own, in a thread of its own: a caller may be inside another loop (Playwright's)."""
    with ThreadPoolExecutor(1) as one:
        return one.submit(lambda: asyncio.run(work())).result()


def cookies_of(origin: str, path: str, fields: str = "", cookies: str = "") -> str:
    """The cookies that a form of the door gives, as a Cookie header (after those already held)."""

    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_args: object) -> None:
            return None

    request = urllib.request.Request(
        origin + path, data=fields.encode(), method="POST", headers={"Origin": origin, "Cookie": cookies}
    )
    try:
        answer = urllib.request.build_opener(Stay).open(request, timeout=TIMEOUT)
    except urllib.error.HTTPError as redirect:
        answer = redirect
    given = [one.split(";", 1)[0] for one in answer.headers.get_all("Set-Cookie") or [] if "Max-Age=0" not in one]
    return "; ".join([*filter(None, [cookies]), *given])


def cpu_ms(pid: int) -> float:
    """Milliseconds of processor used by a process so far (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def resident_kb(pid: int) -> int:
    """KB of memory that a process holds (Linux)."""
    line = next(line for line in Path(f"/proc/{pid}/status").read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1])


@dataclass
class Figures:
    """What a load gave. `times`: milliseconds of each act; `cpu`: CPU-ms an act; `lag`: how late the client's own loop was, at worst."""

    times: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    cpu: float = 0.0
    per_second: float = 0.0
    lag: float = 0.0

    def part(self, share: float) -> float:
        """Milliseconds under which this share of the acts were answered."""
        ordered = sorted(self.times) or [0.0]
        return ordered[min(int(share * len(ordered)), len(ordered) - 1)]

    def __str__(self) -> str:
        middle = statistics.median(self.times or [0])
        return (
            f"{self.cpu:.2f} CPU-ms, p50 {middle:.0f} ms, p95 {self.part(0.95):.0f} ms, {self.per_second:.1f}/s,"
            f" {len(self.times)} acts, {len(self.errors)} errors, client lag {self.lag:.0f} ms"
        )


async def load(
    tabs: list[Tab],
    act: Callable[[Tab, random.Random], Awaitable[float]],
    pid: int,
    seconds: float,
    think: float,
    seed: int = 2026,
) -> Figures:
    """Each open tab does `act` again and again, for `seconds`, with exponential think times of `think` seconds on average: before the first
    act too, so that the acts come evenly from the first second (all within one think time, they came twice as fast as asked)."""
    figures, over = Figures(), time.perf_counter() + seconds

    async def live(tab: Tab, chance: random.Random) -> None:
        while await thought(chance):
            try:
                figures.times.append(await act(tab, chance))
            except NoAnswer as problem:
                figures.errors.append(str(problem))
                return

    async def thought(chance: random.Random) -> bool:
        await asyncio.sleep(max(0.0, min(chance.expovariate(1 / think), over - time.perf_counter())))
        return time.perf_counter() < over

    async def lagging() -> None:
        while True:
            begun = time.perf_counter()
            await asyncio.sleep(0.05)
            figures.lag = max(figures.lag, 1000 * (time.perf_counter() - begun - 0.05))

    watch = asyncio.create_task(lagging())
    before, begun = cpu_ms(pid), time.perf_counter()
    await asyncio.gather(*(live(tab, random.Random(seed + n)) for n, tab in enumerate(tabs)))
    watch.cancel()
    done = max(len(figures.times), 1)
    figures.cpu = (cpu_ms(pid) - before) / done
    figures.per_second = len(figures.times) / (time.perf_counter() - begun)
    return figures
