"""POST /remise: an administrator puts a backup back, from the page that said what would be lost."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from progress_db import counsellors, restoring
from progress_db.errors import Refusal, StorageProblem
from web.form import first, read_form
from web.guard import COOKIE, SEAT
from web.house import House
from web.pages import log, say

BACK = ("/sauvegardes", "Revenir aux sauvegardes")


async def put_back(house: House, request: Request) -> Response:
    """`sauvegarde`: its name; `motdepasse`: asked again, an open page on a desk must not be enough."""
    fields = await read_form(request)
    password = fields.get("motdepasse", [""])[0][:1000]
    return await run_in_threadpool(_put_back, house, request.scope[SEAT].who, first(fields, "sauvegarde"), password)


def _put_back(house: House, who: str, name: str, password: str) -> Response:
    with house.memory.connection() as db:
        if not counsellors.check_password(db, who, password):
            return say(401, "Rien n’a été changé", "Ce n’est pas votre mot de passe. Rien n’a été changé.", BACK)
    try:
        restoring.restore(house.memory, name, who, house.clock())
    except (Refusal, StorageProblem) as problem:
        log.error("restore: %s", problem)
        return say(409, "Rien n’a été changé", problem.message, BACK)
    text = "Tout est comme au moment de cette sauvegarde. Chacun entre de nouveau, avec sa carte ou son mot de passe."
    answer = say(200, "La sauvegarde est en place", text, ("/connexion/conseiller", "Entrer de nouveau"))
    answer.delete_cookie(COOKIE, path="/")
    return answer
