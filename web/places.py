"""Where several organisations share one instance: which one this browser came for."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from progress_db import place
from progress_db.errors import StorageProblem
from progress_db.people import plain
from web.guard import COOKIE, HOUSE, PLACE_COOKIE
from web.house import House
from web.pages import go, log, not_found, page
from web.sign_in import leave

KEPT = 400 * 24 * 3600  # seconds: browsers keep no cookie longer
FEW = 12  # up to so many, one looks at the list; beyond, one searches


@dataclass(frozen=True)
class Entry:
    name: str  # in the address
    title: str
    villages: str


async def show(house: House, request: Request) -> Response:
    """GET /lieux?commune=: the organisations to choose from; with many, those whose name or villages hold what was typed."""
    if house.organisations is None:
        return not_found()
    wanted = request.query_params.get("commune", "")[:80]
    return await run_in_threadpool(_shown, house, wanted)


def _shown(house: House, wanted: str) -> Response:
    everybody = entries(house)
    found = [one for one in everybody if _folded(wanted) in _folded(f"{one.title} {one.villages}")]
    many = len(everybody) > FEW
    return page("places", found=found if wanted.strip() or not many else [], many=many, wanted=wanted, asked=bool(wanted.strip()))


def _folded(words: str) -> str:
    return plain(words).replace("-", " ").strip()


def entries(house: House) -> list[Entry]:
    """The organisations that are installed, by name. One whose base cannot be read is left out, and the log says so."""
    found = []
    for one in house.each():
        try:
            with one.memory.connection() as db:
                here = place.place(db)
        except StorageProblem as problem:
            log.error("%s: %s", one.name, problem)
            continue
        if here:
            found.append(Entry(one.name, here.name, ", ".join(here.villages)))
    return sorted(found, key=lambda one: (plain(one.title), one.name))


async def come(house: House, request: Request) -> Response:
    """GET /chez/<name>: from now on this browser is at that organisation's door."""
    return await _come(house, request, "/connexion")


async def come_with_card(house: House, request: Request) -> Response:
    """GET /chez/<name>/c/<code>: what the square of a card opens."""
    return await _come(house, request, "/c/" + quote(request.path_params["code"][:40], safe=""))


async def _come(house: House, request: Request, where: str) -> Response:
    name = request.path_params["name"]
    before: House | None = request.scope.get(HOUSE)
    if before is not None and before.name == name and name:
        return go(where)
    if house.organisations is None or await run_in_threadpool(house.of, name) is None:
        return not_found()
    answer = go(where)
    if before is not None and request.cookies.get(COOKIE):  # nobody inherits the session opened at another one
        await run_in_threadpool(_left, before, request)
        answer.delete_cookie(COOKIE, path="/")
    answer.set_cookie(PLACE_COOKIE, name, KEPT, path="/", httponly=True, samesite="lax", secure=request.url.scheme == "https")
    return answer


def _left(house: House, request: Request) -> None:
    with house.memory.connection() as db:
        leave(db, request)
