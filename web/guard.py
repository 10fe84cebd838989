"""The guard at the door, a pure ASGI middleware: who is here, what is closed, and the security headers of every answer.

The cookie holds a random token; the memory turns it into a seat; the seat becomes headers that Streamlit reads
into `st.user`. A browser cannot send these headers itself: they are taken off first.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable

import anyio
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Match
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from progress_db import sessions
from progress_db.errors import StorageProblem
from progress_db.sessions import Seat
from web import pages
from web.house import House
from web.tuning import pages_open

COOKIE = "pas-a-pas"
PLACE_COOKIE = "pas-a-pas-lieu"  # which organisation this browser came for, where there are several
SEAT = "pas_a_pas.seat"  # where a route finds the seat in its scope
HOUSE = "pas_a_pas.house"  # and the house of its organisation; not there as long as nobody knows which
OUR_HEADERS = (b"x-pas-", b"x_pas_")
STREAM = "/_stcore/stream"
CLOSED = ("/_stcore/metrics", "/_stcore/agent/", "/_stcore/agent")
# No seat is read for these: public files, or Streamlit's own answers that hold nothing of anybody.
PUBLIC = ("/static/", "/ressources/", "/images/", "/component/", "/_stcore/bidi-components/", "/_stcore/health", "/healthz")
# What Streamlit itself answers; any other address that is not ours gets our French 404, not its English page.
STREAMLIT = ("/static/", "/_stcore/", "/media/", "/component/")
# Streamlit's own seven keys (its create_host_config_routes); a test compares them with the installed version.
HOST_CONFIG = {
    "allowedOrigins": [],
    "useExternalAuthToken": False,
    "enableCustomParentMessages": False,
    "enforceDownloadInNewTab": False,
    "metricsUrl": "",
    "blockErrorDialogs": True,  # our French banner speaks instead of the English dialog
    "resourceCrossOriginMode": None,
}
HOST = re.compile(r"[A-Za-z0-9.\-]+(:\d+)?|\[[0-9a-fA-F:.]+\](:\d+)?")

log = logging.getLogger("pas_a_pas.web")


def csp(host: str) -> str:
    """The policy of the script's pages. The two addresses of the websocket are named: older Safari does not see them in 'self'."""
    sockets = f" ws://{host} wss://{host}" if HOST.fullmatch(host) else ""
    return (
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        f"media-src 'self' blob:; font-src 'self' data:; connect-src 'self'{sockets}; "
        "frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'"
    )


class Guard:
    def __init__(self, app: ASGIApp, house: House, routes: list[BaseRoute]) -> None:
        self.app, self.house, self.routes = app, house, routes
        self.pages = 0  # of the script, open now

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await self._http(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._websocket(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = False

        async def guarded(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                _secure(message, scope)
            await send(message)

        try:
            scope = await self._with_seat(scope)
            answer = self._closed(scope) or self.app
            await answer(scope, receive, guarded)
        except StorageProblem as problem:
            log.error("%s: %s", scope["path"], problem)
            await pages.no_memory(problem)(scope, receive, guarded)
        except Exception:
            log.exception("%s failed", scope["path"])
            if started:
                raise
            await pages.broken()(scope, receive, guarded)

    async def _websocket(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            scope = await self._with_seat(scope)
        except StorageProblem as problem:  # the script says it, in its own page
            log.error("websocket: %s", problem)
            scope = _marked(scope, None)
        seat: Seat | None = scope[SEAT]
        if seat is None or scope["path"] != STREAM:
            await self.app(scope, receive, send)
            return
        house: House = scope[HOUSE]
        await run_in_threadpool(_tab, house, sessions.tab_opened, seat)
        self.pages += 1
        pages_open(self.pages)
        try:
            await self.app(scope, receive, send)
        finally:
            self.pages -= 1
            pages_open(self.pages)
            with anyio.CancelScope(shield=True):  # the tab is closed even when the server is stopping
                await run_in_threadpool(_tab, house, sessions.tab_closed, seat)

    async def _with_seat(self, scope: Scope) -> Scope:
        if scope["path"].startswith(PUBLIC):
            return _marked(scope, None)
        cookies = HTTPConnection(scope).cookies
        house, token = await run_in_threadpool(_chosen, self.house, cookies)
        if house is None:
            return _marked(scope, None)
        return {**_marked(scope, await run_in_threadpool(_seat, house, token) if token else None, house.name), HOUSE: house}

    def _closed(self, scope: Scope) -> ASGIApp | None:
        """The answer of the guard itself, or None: the request may go on."""
        path = scope["path"]
        if path == "/_stcore/host-config":
            return JSONResponse(HOST_CONFIG, headers={"Cache-Control": "no-cache"})
        if path.startswith(CLOSED) or (path.startswith("/media/") and scope[SEAT] is None):
            return Response(status_code=404)
        if not path.startswith(STREAMLIT) and all(route.matches(scope)[0] is Match.NONE for route in self.routes):
            return pages.not_found()
        return None


def _chosen(house: House, cookies: dict[str, str]) -> tuple[House | None, str]:
    """The house of this browser's organisation, and the token of its session. The token begins with the organisation's name: of another
    one, or of none, it opens nothing."""
    token = cookies.get(COOKIE, "")
    if house.organisations is None:
        return house, token
    name, _dot, drawn = token.rpartition(".")
    if name and (here := house.of(name)):
        return here, drawn
    return house.of(cookies.get(PLACE_COOKIE, "")), ""


def _seat(house: House, token: str) -> Seat | None:
    with house.memory.connection() as db:
        return sessions.seat(db, sessions.digest(token), house.clock())


def _tab(house: House, happened: Callable[..., None], seat: Seat) -> None:
    try:
        with house.memory.connection() as db:
            happened(db, seat.session, house.clock())
    except StorageProblem as problem:
        log.warning("tab not counted: %s", problem)


def _marked(scope: Scope, seat: Seat | None, name: str = "") -> Scope:
    """The scope with the seat in it, our headers set from the seat, and those of the client gone."""
    headers = [(name, value) for name, value in scope["headers"] if not name.lower().startswith(OUR_HEADERS)]
    if seat:
        headers += [
            (b"x-pas-who", seat.who.encode("ascii")),
            (b"x-pas-session", seat.session.encode("ascii")),
            (b"x-pas-role", seat.role.encode("ascii")),
        ]
        if name:
            headers.append((b"x-pas-place", name.encode("ascii")))
    return {**scope, "headers": headers, SEAT: seat}


def _secure(message: Message, scope: Scope) -> None:
    headers = MutableHeaders(scope=message)
    if "content-security-policy" not in headers:
        host = next((value.decode("latin-1") for name, value in scope["headers"] if name == b"host"), "")
        headers["Content-Security-Policy"] = csp(host)
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Referrer-Policy"] = "same-origin"
    headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), browsing-topics=()"
    if scope["path"].startswith("/media/"):
        headers["Cache-Control"] = "private, no-store"  # a file made for one person
    elif headers.get("content-type", "").startswith("text/html") and "cache-control" not in headers:
        headers["Cache-Control"] = "no-store"
