"""What the page's own script asks (/etat), and what a machine that watches the server asks (/healthz)."""

from __future__ import annotations

import logging

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from progress_db import sessions
from progress_db.errors import StorageProblem
from progress_db.sessions import Seat
from web.guard import SEAT
from web.house import House
from web.pages import NO_STORE

MARK = 12  # characters of the session's digest that the page carries

log = logging.getLogger("pas_a_pas.web")


async def state(house: House, request: Request) -> Response:
    """GET /etat: whose session this is and the seconds before it ends by itself. POST: the same, and the person is active."""
    seat: Seat | None = request.scope[SEAT]
    if seat and request.method == "POST":
        seat = await run_in_threadpool(_touched, house, seat)
    said = {"s": seat.session[:MARK], "reste": max(0, int(seat.idle_left))} if seat else {"s": None, "reste": 0}
    return JSONResponse(said, headers=NO_STORE)


def _touched(house: House, seat: Seat) -> Seat | None:
    with house.memory.connection() as db:
        return sessions.seat(db, seat.session, house.clock(), touch=True)


async def health(house: House, request: Request) -> Response:
    """GET /healthz: {"ok": …, "ecriture": …}. Nothing about anybody. 503 when answers cannot be kept."""
    reads = await run_in_threadpool(_reads, house)
    writes = reads and not house.memory.read_only
    return JSONResponse({"ok": writes, "lecture": reads, "ecriture": writes}, 200 if writes else 503, headers=NO_STORE)


def _reads(house: House) -> bool:
    try:
        with house.memory.connection() as db:
            return db.one("SELECT 1 AS one") is not None
    except StorageProblem as problem:
        log.error("health: %s", problem)
        return False
