"""POST /remise: an administrator puts a backup back, from the page that said what would be lost."""

from __future__ import annotations

import threading
import time

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from progress_db import counsellors, restoring
from progress_db.errors import Refusal, StorageProblem
from progress_db.moments import in_paris
from web.form import first, read_form
from web.guard import COOKIE, SEAT
from web.house import House
from web.pages import log, page, say

SLOW = threading.Lock()  # the tries at a repair come one after the other, a second each: nothing can be counted in a damaged base
BACK = ("/sauvegardes", "Revenir aux sauvegardes")


async def show_repair(house: House, request: Request) -> Response:
    """GET /reparation: what is damaged, what would be there, and who may do it."""
    return await run_in_threadpool(_repair_page, house, "")


async def repair(house: House, request: Request) -> Response:
    """POST /reparation: identifiant, motdepasse, sixchiffres of an administrator."""
    fields = await read_form(request)
    return await run_in_threadpool(_repair, house, fields)


def _repair_page(house: House, problem: str, status: int = 200) -> Response:
    when = restoring.damaged(house.memory, house.clock())
    if when is None:
        return say(200, "Rien à réparer", "Les données se lisent bien.", ("/connexion", "Aller à la page d’entrée"))
    return page("repair", status, when=in_paris(when), problem=problem)


def _repair(house: House, fields: dict[str, list[str]]) -> Response:
    password = fields.get("motdepasse", [""])[0]
    try:
        with SLOW:
            right = restoring.repair(
                house.memory, first(fields, "identifiant"), password, first(fields, "sixchiffres"), house.clock()
            )
            time.sleep(0 if right else 1)
    except (Refusal, StorageProblem) as refused:
        log.error("repair: %s", refused)
        return say(409, "Rien n’a été changé", refused.message, ("/reparation", "Revenir"))
    if not right:
        return _repair_page(
            house, "L’identifiant, le mot de passe ou les 6 chiffres ne vont pas, ou ce compte n’est pas administrateur.", 401
        )
    text = "La dernière bonne sauvegarde est en place. Le fichier abîmé est gardé à côté. Chacun entre de nouveau."
    return say(200, "C’est réparé", text, ("/connexion/conseiller", "Entrer"))


async def put_back(house: House, request: Request) -> Response:
    """`sauvegarde`: its name; `motdepasse`: asked again, an open page on a desk must not be enough."""
    fields = await read_form(request)
    password = fields.get("motdepasse", [""])[0][:1000]
    return await run_in_threadpool(_put_back, house, request.scope[SEAT].who, first(fields, "sauvegarde"), password)


def _put_back(house: House, who: str, name: str, password: str) -> Response:
    with house.connection() as db:
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
