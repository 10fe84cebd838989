"""The recovery sheet: printed from « Mon compte », used on the day the password is lost."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from documents.pdf import PaperProblem
from documents.recovery import recovery_pdf
from progress_db import accounts, counsellors, door, place
from progress_db.counsellors import SHORTEST
from progress_db.errors import BadPassword
from web.form import first, read_form
from web.guard import SEAT
from web.house import House
from web.pages import log, page, say
from web.paper import sheet
from web.sign_in import LOCKED_COUNSELLOR, Refusal, computer, refusal_of, seated

WRONG = "L’identifiant ou le code de la feuille ne va pas. Regardez la feuille et essayez encore."
NOT_HERS = "Ce n’est pas votre mot de passe. Écrivez-le sur « Mon compte », puis imprimez. L’ancienne feuille sert toujours."
DIFFERENT = "Les deux mots de passe sont différents. Écrivez deux fois le même."


async def sheet_of_one(house: House, request: Request) -> Response:
    """POST /feuille-de-secours.pdf: motdepasse, asked again (an open page on a desk is not enough); a new code, on paper; the sheet
    before opens nothing any more."""
    fields = await read_form(request)
    return await run_in_threadpool(_printed, house, request.scope[SEAT].who, fields.get("motdepasse", [""])[0][:1000])


def _printed(house: House, who: str, password: str) -> Response:
    with house.connection() as db:
        mine, here = accounts.account(db, who), place.place(db)
        if mine is None:
            return say(404, "Aucune feuille préparée", "Ce compte n’est plus dans la liste.")
        if not counsellors.check_password(db, who, password):
            return say(422, "Aucune feuille préparée", NOT_HERS, ("/mon-compte", "Revenir à mon compte"))
        try:
            with db.transaction():  # if the sheet cannot be made, the one in the drawer still works
                code = accounts.draw_recovery(db, who, house.clock())
                made = recovery_pdf(mine.name, mine.login, code, here.name if here else "", here.public_url if here else "")
        except PaperProblem as problem:
            log.error("recovery: %s", problem)
            return say(500, "La feuille n’est pas prête", problem.message, ("/mon-compte", "Revenir à mon compte"))
    return sheet(made, "feuille-de-secours")


async def show(house: House, request: Request) -> Response:
    """GET /connexion/secours."""
    return page("recovery", login="", problem="", shortest=SHORTEST)


async def recover(house: House, request: Request) -> Response:
    """POST /connexion/secours: identifiant, code, motdepasse twice; then the person is in."""
    fields = await read_form(request)
    return await run_in_threadpool(_recover, house, request, fields)


def _recover(house: House, request: Request, fields: dict[str, list[str]]) -> Response:
    login, code = first(fields, "identifiant")[:80], first(fields, "code")[:80]
    password = fields.get("motdepasse", [""])[0][:1000]
    if password != fields.get("motdepasse2", [""])[0][:1000]:
        return _again(login, Refusal(422, DIFFERENT))
    try:
        with house.memory.connection() as db:
            answer = door.recover(db, login, code, password, computer(request), house.clock())
    except BadPassword as bad:
        return _again(login, Refusal(422, bad.message))
    if answer.counsellor is None:
        return _again(login, refusal_of(answer, WRONG, LOCKED_COUNSELLOR))
    return seated(house, request, answer.counsellor, "counsellor", "/mon-compte")


def _again(login: str, refusal: Refusal) -> Response:
    headers = {"Retry-After": str(refusal.seconds)} if refusal.seconds else None
    return page("recovery", refusal.status, headers, login=login, problem=refusal.message, shortest=SHORTEST)
