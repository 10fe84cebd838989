"""Coming in and going out: the card and its 4 digits, the guest, the counsellor's password, « J’ai fini »."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from progress_db import accounts, cards, counsellors, door, people, place, room, sessions, visits
from progress_db.errors import StorageProblem
from progress_db.sessions import Seat
from web.form import first, read_form
from web.guard import COOKIE, SEAT
from web.house import House
from web.pages import go, page, safe_next

CARD_COOKIE = "pas-a-pas-carte"
CARD_COOKIE_SECONDS = 300
ROOM_COOKIE = "pas-a-pas-salle"  # on a computer that the counsellor marked as one of the room's
CARD_LENGTH = 10
# Why a session ended, as the address of the sign-in page says it.
ENDINGS = {
    "fini": "À bientôt.",
    "absence": "Il n’y avait plus de geste : la page s’est fermée toute seule. Avec une carte, tout ce qui est fait est gardé.",
}
WRONG_CARD = "La carte ou le code ne va pas. Regardez la carte et essayez encore."
LOCKED_CARD = "Cette carte est en pause. Demandez à votre conseiller : rien n’est perdu."
WRONG_PASSWORD = "L’identifiant ou le mot de passe ne va pas. Essayez encore."
LOCKED_COUNSELLOR = "Ce compte est en pause. Essayez encore plus tard : rien n’est perdu."


@dataclass(frozen=True)
class Refusal:
    """Why nobody came in. `seconds`: how long to wait, when that is the reason."""

    status: int
    message: str
    seconds: int = 0


def refusal_of(answer: door.SignIn, wrong: str, locked: str) -> Refusal:
    """Why this try did not open, in French."""
    if answer.locked:
        return Refusal(423, locked)
    if answer.wait_seconds > 0:
        seconds = ceil(answer.wait_seconds)
        return Refusal(429, f"Attendez {_duration(seconds)}, puis essayez encore.", seconds)
    return Refusal(401, wrong)


def _duration(seconds: int) -> str:
    if seconds <= 90:
        return f"{seconds}\u00a0secondes" if seconds > 1 else "1\u00a0seconde"
    return f"{ceil(seconds / 60)}\u00a0minutes"


def computer(request: Request) -> str:
    """What names the computer, to count its wrong tries."""
    return request.client.host if request.client else "?"


def seated(house: House, request: Request, who: str, role: str, where: str) -> RedirectResponse:
    """Opens a new session, ends the one before (nobody inherits it), sets the cookie, goes there. Runs in a thread."""
    with house.memory.connection() as db:
        leave(db, request)
        here = room.computer(db, request.cookies.get(ROOM_COOKIE))
        token = sessions.open_session(db, who, role, house.clock(), here.id if here else None)
        if role == "learner":
            visits.note(db, who, house.clock(), here is not None)
        if here and role == "learner":
            room.came(db, who, house.clock())
    answer = go(where)
    # No max_age: the cookie dies with the browser. Lax, so that a link or a QR application finds the person signed in.
    answer.set_cookie(
        COOKIE,
        f"{house.name}.{token}" if house.name else token,
        httponly=True,
        samesite="lax",
        path="/",
        secure=request.url.scheme == "https",
    )
    answer.delete_cookie(CARD_COOKIE, path="/connexion")
    return answer


def leave(db, request: Request) -> None:
    """Close the session of this browser, if it has one."""
    if before := request.cookies.get(COOKIE):
        sessions.close_session(db, sessions.digest(before.rpartition(".")[2]))


def _name(db, seat: Seat | None) -> str:
    """The name of the person whose session is open on this browser; empty when there is nobody, or a guest."""
    if seat is None or seat.role == "guest":
        return ""
    if seat.role == "counsellor":
        there = counsellors.counsellor(db, seat.who)
        return there.name if there else ""
    there = people.learner(db, seat.who)
    return there.name if there else ""


def _sign_in_page(
    house: House, request: Request, wanted: str, code: str, refusal: Refusal | None = None, **missing: str
) -> Response:
    seat: Seat | None = request.scope[SEAT]
    with house.memory.connection() as db:
        here, there = place.place(db), _name(db, seat)
        named = _expected(db, request)
    return page(
        "sign_in",
        refusal.status if refusal else 200,
        {"Retry-After": str(refusal.seconds)} if refusal and refusal.seconds else None,
        place=here,
        several=bool(house.name),
        there=there,
        named=named,
        trying=bool(seat and seat.role == "guest"),
        wanted=wanted,
        code=code,
        problem=refusal.message if refusal else "",
        missing=missing,
        ending=ENDINGS.get(request.query_params.get("fin", ""), ""),
    )


def _expected(db, request: Request) -> list[tuple[str, str]]:
    """Who may click a name here: the people of the open workshop, on a computer of the room; nobody else, nowhere else."""
    workshop = room.open_now(db) if room.computer(db, request.cookies.get(ROOM_COOKIE)) else None
    return room.expected(db, workshop.id) if workshop else []


async def show_sign_in(house: House, request: Request) -> Response:
    """GET /connexion: « Bonjour ». The card's code is filled in when the person comes from the square of the card."""
    wanted = safe_next(request.query_params.get("suite", "/"))
    code = _readable(request.cookies.get(CARD_COOKIE, ""))
    return await run_in_threadpool(_sign_in_page, house, request, wanted, code)


def _readable(raw: str) -> str:
    """A card's code as it is printed, or nothing when it is not one."""
    code = cards.normal_code(raw) if len(raw) <= 40 else ""
    return f"{code[:5]} {code[5:]}" if len(code) == CARD_LENGTH else ""


async def sign_in(house: House, request: Request) -> Response:
    """POST /connexion: carte, code, suite."""
    fields = await read_form(request)
    card, pin, wanted = first(fields, "carte"), first(fields, "code"), safe_next(first(fields, "suite"))
    missing = {}
    if not card:
        missing["card"] = "Écrivez le code de la carte."
    if not pin:
        missing["pin"] = "Écrivez votre code à 4 chiffres."
    if missing:
        return await run_in_threadpool(lambda: _sign_in_page(house, request, wanted, card[:40], Refusal(422, ""), **missing))
    return await run_in_threadpool(_try_card, house, request, card, pin, wanted)


def _try_card(house: House, request: Request, card: str, pin: str, wanted: str) -> Response:
    with house.memory.connection() as db:
        answer = door.sign_in(db, card[:40], pin[:40], computer(request), house.clock())
    if answer.learner is None:
        return _sign_in_page(house, request, wanted, card[:40], refusal_of(answer, WRONG_CARD, LOCKED_CARD))
    return seated(house, request, answer.learner, "learner", wanted)


async def show_counsellor(house: House, request: Request) -> Response:
    """GET /connexion/conseiller."""
    digits = await run_in_threadpool(_digits, house)
    return page(
        "counsellor",
        login="",
        wanted=safe_next(request.query_params.get("suite", "/")),
        problem="",
        digits=digits,
        damaged=house.memory.read_only,
    )


def _digits(house: House) -> bool:
    with house.memory.connection() as db:
        return accounts.digits_asked(db)


async def counsellor_sign_in(house: House, request: Request) -> Response:
    """POST /connexion/conseiller: identifiant, motdepasse, suite."""
    fields = await read_form(request)
    wanted = safe_next(first(fields, "suite"))
    return await run_in_threadpool(_try_password, house, request, first(fields, "identifiant")[:80], fields, wanted)


def _try_password(house: House, request: Request, login: str, fields: dict[str, list[str]], wanted: str) -> Response:
    password = fields.get("motdepasse", [""])[0][:1000]  # as typed: a space may belong to it
    with house.memory.connection() as db:
        answer = door.counsellor_sign_in(db, login, password, computer(request), house.clock(), code=first(fields, "sixchiffres"))
    if answer.counsellor is None:
        refusal = refusal_of(answer, WRONG_PASSWORD, LOCKED_COUNSELLOR)
        headers = {"Retry-After": str(refusal.seconds)} if refusal.seconds else None
        return page(
            "counsellor",
            refusal.status,
            headers,
            login=login,
            wanted=wanted,
            problem=refusal.message,
            digits=_digits(house),
            damaged=house.memory.read_only,
        )
    return seated(house, request, answer.counsellor, "counsellor", "/conseiller" if wanted == "/" else wanted)


async def try_without_account(house: House, request: Request) -> Response:
    """POST /essai: a guest, straight to a first practice."""
    return await run_in_threadpool(_guest, house, request)


def _guest(house: House, request: Request) -> Response:
    with house.memory.connection() as db:
        guest = people.add_guest(db, house.clock())
    shelf = house.shelf()
    begun = next((lesson.ref for lesson in shelf.lessons if shelf.practice(lesson.ref)), "")
    where = f"/entrainement?lecon={quote(begun, safe='/')}" if begun else "/"
    return seated(house, request, guest.id, "guest", where)


async def sign_out(house: House, request: Request) -> Response:
    """POST /deconnexion: the session is closed on the server; what a guest did is deleted.

    No Clear-Site-Data: it would throw away the product's own files (a megabyte to fetch again on a slow line), and no page of a
    person is ever stored (no-store everywhere).
    """

    def gone() -> None:
        with house.memory.connection() as db:
            leave(db, request)

    try:
        await run_in_threadpool(gone)
    except StorageProblem:
        pass  # a full disk must not keep the person signed in: without its cookie nobody has the session, idleness ends it
    answer = go("/connexion?fin=fini")
    answer.delete_cookie(COOKIE, path="/")
    answer.delete_cookie(CARD_COOKIE, path="/connexion")
    return answer


async def card_square(house: House, request: Request) -> Response:
    """GET /c/<code>: what the square of a card opens. The code goes into a short-lived cookie, so that it stays in no history."""
    answer = go("/connexion")
    code = _readable(request.path_params["code"]).replace(" ", "")
    if code:
        secure = request.url.scheme == "https"
        answer.set_cookie(CARD_COOKIE, code, CARD_COOKIE_SECONDS, path="/connexion", httponly=True, samesite="lax", secure=secure)
    return answer
