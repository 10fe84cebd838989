"""The room's computers: the counsellor marks one; while a workshop is open, people click their names on it."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from progress_db import door, room
from progress_db.sessions import Seat
from web.form import first, read_form
from web.guard import SEAT
from web.house import House
from web.pages import go, page, safe_next, say
from web.sign_in import LOCKED_CARD, ROOM_COOKIE, computer, refusal_of, seated

KEPT = 400 * 24 * 3600  # seconds: browsers keep no cookie longer
WRONG_PIN = "Ce code ne va pas. Regardez-le et essayez encore."
# The same words for a closed workshop, a stranger and a computer that is not of the room.
NO_NAME = "Entrez avec votre carte. Si l’atelier vient de finir, c’est normal."


async def mark(house: House, request: Request) -> Response:
    """POST /ordinateur: nom. The counsellor, on the very computer: from now on it is one of the room's. `retirer`: not any more."""
    seat: Seat | None = request.scope[SEAT]
    if seat is None or seat.role != "counsellor":
        return say(403, "Page réservée", "Seul un conseiller peut marquer un ordinateur de la salle.")
    fields = await read_form(request)
    return await run_in_threadpool(_marked, house, request, first(fields, "nom"), bool(first(fields, "retirer")))


def _marked(house: House, request: Request, label: str, removed: bool) -> Response:
    answer = go("/salle")
    with house.connection() as db:
        before = room.computer(db, request.cookies.get(ROOM_COOKIE))
        if before:
            room.unmark(db, before.id)
        if removed:
            answer.delete_cookie(ROOM_COOKIE, path="/")
            return answer
        token = room.mark_computer(db, label, house.clock())
    answer.set_cookie(ROOM_COOKIE, token, KEPT, path="/", httponly=True, samesite="lax", secure=request.url.scheme == "https")
    return answer


async def sign_in_by_name(house: House, request: Request) -> Response:
    """POST /connexion/nom: personne, code, suite."""
    fields = await read_form(request)
    who, pin, wanted = first(fields, "personne")[:60], first(fields, "code")[:40], safe_next(first(fields, "suite"))
    return await run_in_threadpool(_try_name, house, request, who, pin, wanted)


def _try_name(house: House, request: Request, who: str, pin: str, wanted: str) -> Response:
    with house.memory.connection() as db:
        here = room.computer(db, request.cookies.get(ROOM_COOKIE))
        workshop = room.open_now(db) if here else None
        names = dict(room.expected(db, workshop.id)) if workshop else {}
        if workshop is None or who not in names:
            return say(403, "Entrez avec votre carte", NO_NAME, ("/connexion", "Revenir à l’entrée"))
        if workshop.pin_waived:
            answer = door.SignIn(learner=who)
        elif not pin:
            return page("name", who=who, name=names[who], wanted=wanted, problem="")
        else:
            answer = door.sign_in_named(db, who, pin, computer(request), house.clock())
    if answer.learner is None:
        refused = refusal_of(answer, WRONG_PIN, LOCKED_CARD)
        headers = {"Retry-After": str(refused.seconds)} if refused.seconds else None
        return page("name", refused.status, headers, who=who, name=names[who], wanted=wanted, problem=refused.message)
    return seated(house, request, answer.learner, "learner", wanted)
