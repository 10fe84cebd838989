"""« Mes données » as a file: the learner's own, or a person's for the counsellor who answers her request."""

from __future__ import annotations

import json

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from progress_db import acts, own_data, people
from progress_db.sessions import Seat
from web.guard import SEAT
from web.house import House
from web.pages import NO_STORE, say


async def download(house: House, request: Request) -> Response:
    """GET /mes-donnees.json: one's own. A counsellor says whose with `personne`."""
    seat: Seat | None = request.scope[SEAT]
    asked = request.query_params.get("personne")
    if seat is None:
        return say(403, "Page réservée", "Entrez d’abord avec votre carte.", ("/connexion", "Aller à l’entrée"))
    if seat.role != "counsellor" and asked not in (None, seat.who):
        return say(403, "Page réservée", "Vous pouvez ouvrir vos propres données.", ("/mes-donnees", "Mes données"))
    return await run_in_threadpool(_file, house, seat, asked or seat.who)


def _file(house: House, seat: Seat, who: str) -> Response:
    with house.connection() as db:
        person = people.learner(db, who)
        if person is None or person.guest:
            return say(404, "Aucune donnée gardée", "Rien n’est gardé sous ce nom.", ("/", "Revenir à l’accueil"))
        if seat.role == "counsellor":
            acts.write(db, seat.who, acts.EXPORT, who, house.clock(), "ses données")
        made = json.dumps(own_data.everything(db, who, seat.who), ensure_ascii=False, indent=1)
    shown = {"Content-Disposition": 'attachment; filename="mes-donnees.json"'}
    return Response(made, media_type="application/json", headers={**NO_STORE, **shown})
