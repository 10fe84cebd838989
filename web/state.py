"""What the page's own script asks (/etat), and what a machine that watches the server asks (/healthz)."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from progress_db import sessions
from progress_db.sessions import Seat
from web.guard import SEAT
from web.house import House
from web.pages import NO_STORE
from web.vitals import vitals

MARK = 12  # characters of the session's digest that the page carries


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
    """GET /healthz: does the base answer and take answers, disk left (MB), age of the last backup (minutes), author files to correct.

    Nothing about anybody. 503 when answers cannot be kept."""
    seen = await run_in_threadpool(vitals, house)
    said = {
        "ok": seen.writes, "lecture": seen.reads, "ecriture": seen.writes,
        "disque_libre_mo": None if seen.disk is None else seen.disk // 1_000_000,
        "sauvegarde_age_min": None if seen.backup_age is None else int(seen.backup_age // 60),
        "contenus_a_corriger": seen.mistakes,
    }  # fmt: skip
    return JSONResponse(said, 200 if seen.writes else 503, headers=NO_STORE)
