"""A visitor's browser without a browser: cookies, redirects and the Origin header, on the real door and a real memory."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import anyio.from_thread
import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from library import open_shelf
from progress_db import cards, open_memory, people, place
from progress_db.place import Place
from web import door
from web.house import ROOT

HOST = "http://pas.example"
PASSWORD = "quatre mots sans rapport"


class Clock:
    """The time of the tests, which moves when they say so."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **spent: float) -> None:
        self.now += timedelta(**spent)


class Visitor:
    """One browser. Follows nothing by itself; every POST says which site it comes from, as browsers do."""

    def __init__(self, portal, app, address: str = "10.0.0.5") -> None:
        self.portal = portal
        transport = httpx.ASGITransport(app, raise_app_exceptions=True, client=(address, 5000))
        self.client = httpx.AsyncClient(transport=transport, base_url=HOST)

    def get(self, path: str, **options) -> httpx.Response:
        return self.portal.call(lambda: self.client.get(path, **options))

    def post(self, path: str, data: dict | None = None, origin: str | None = HOST, **options) -> httpx.Response:
        headers = {**({"Origin": origin} if origin else {}), **options.pop("headers", {})}
        return self.portal.call(lambda: self.client.post(path, data=data or {}, headers=headers, **options))

    def request(self, method: str, path: str) -> httpx.Response:
        return self.portal.call(lambda: self.client.request(method, path))

    @property
    def token(self) -> str | None:
        return self.client.cookies.get("pas-a-pas")

    def sign_in(self, card: str, pin: str, **more: str) -> httpx.Response:
        return self.post("/connexion", {"carte": card, "code": pin, **more})


async def echo(request: Request) -> JSONResponse:
    """Stands where Streamlit is: says which identity headers reached it."""
    return JSONResponse({k: v for k, v in request.headers.items() if k.startswith(("x-pas", "x_pas"))})


@pytest.fixture(scope="session")
def installed(tmp_path_factory) -> SimpleNamespace:
    """A place with one counsellor and two people, made once: hashing passwords takes its time on purpose."""
    folder, clock = tmp_path_factory.mktemp("lieu"), Clock()
    made = SimpleNamespace(folder=folder, people={})
    memory = open_memory(folder)
    code = place.setup_code(memory, clock())
    with memory.connection() as db:
        here = Place("EPN de la Rance", ("La Vicomté-sur-Rance",), "Mairie", "dpo@mairie.example", "https://pas.example")
        made.counsellor = place.set_up(db, here, "Katell", "katell", PASSWORD, code, clock())
        for name in ("Maryvonne", "D’Artagnan"):
            one = people.add_learner(db, name, clock())
            card, pin = cards.issue_card(db, one.id, clock()), cards.draw_pin(db, one.id, clock())
            made.people[name] = SimpleNamespace(id=one.id, name=name, card=card, pin=pin)
    memory.close()
    return made


@pytest.fixture(scope="session")
def shelf():
    return open_shelf(ROOT)


@pytest.fixture
def house(tmp_path, installed, shelf) -> Iterator[SimpleNamespace]:
    """A place with one counsellor and two people, each with a card and a PIN; `visitor()` opens a new browser."""
    shutil.copytree(installed.folder, tmp_path, dirs_exist_ok=True)
    yield from _house(tmp_path, shelf, people=installed.people)


@pytest.fixture
def empty_house(tmp_path_factory, shelf) -> Iterator[SimpleNamespace]:
    """A first start: nothing is set up."""
    yield from _house(tmp_path_factory.mktemp("vide"), shelf, people={})


def _house(folder, shelf, people) -> Iterator[SimpleNamespace]:
    memory, clock = open_memory(folder), Clock()
    made = SimpleNamespace(memory=memory, clock=clock, root=folder, people=people)
    if not people:
        made.setup_code = place.setup_code(memory, clock())
    routes, middleware = door(memory, lambda: shelf, clock, folder)
    echoes = [Route("/_stcore/echo", echo), Route("/media/{name}", echo), Route("/static/{name:path}", echo)]
    app = Starlette(routes=[*routes, *echoes], middleware=middleware)
    with anyio.from_thread.start_blocking_portal() as portal:
        made.portal = portal
        opened: list[Visitor] = []

        def visitor(address: str = "10.0.0.5") -> Visitor:
            opened.append(Visitor(portal, app, address))
            return opened[-1]

        made.visitor = visitor
        yield made
        for one in opened:
            portal.call(one.client.aclose)
    memory.close()


@pytest.fixture
def counsellor(house):
    """A browser where the counsellor is signed in."""
    visitor = house.visitor()
    assert visitor.post("/connexion/conseiller", {"identifiant": "katell", "motdepasse": PASSWORD}).status_code == 303
    return visitor
