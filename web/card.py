"""POST /carte.pdf: new cards, printed. Printing draws a new code and the card before stops working at once."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from documents.card import Card, card_pdf
from documents.pdf import PaperProblem
from progress_db import acts, cards, people, place
from progress_db.sessions import Seat
from web.form import read_form
from web.guard import SEAT
from web.house import House
from web.pages import log, say
from web.paper import sheet

MOST = 40  # five sheets


async def print_cards(house: House, request: Request) -> Response:
    """`personne`: one or several ids, in the address or in the form. For a signed-in counsellor only."""
    seat: Seat | None = request.scope[SEAT]
    if seat is None or seat.role != "counsellor":
        return say(403, "Page réservée", "Seul un conseiller peut préparer une carte.")
    asked = [*request.query_params.getlist("personne"), *(await read_form(request)).get("personne", [])]
    return await run_in_threadpool(_printed, house, seat.who, list(dict.fromkeys(asked)), str(request.base_url))


def _printed(house: House, who: str, asked: list[str], base: str) -> Response:
    back = ("/conseiller", "Revenir à l’espace conseiller")
    if not 0 < len(asked) <= MOST:
        return say(400, "Aucune carte préparée", f"Choisissez de 1 à {MOST} personnes.", back)
    with house.connection() as db:
        found = [people.learner(db, one) for one in asked]
        if any(person is None or person.guest for person in found):
            return say(
                404, "Aucune carte préparée", "Cette personne n’est pas dans la liste. Les autres cartes n’ont pas changé.", back
            )
        here = place.place(db)
        address = ((here.public_url if here else "") or base).rstrip("/") + (f"/chez/{house.name}" if house.name else "")
        try:
            # One transaction: if the sheet cannot be made, the card people have in their pocket still opens the door.
            with db.transaction():
                made = [Card(p.name, cards.issue_card(db, p.id, house.clock()), address) for p in found if p]
                for one in asked:
                    acts.write(db, who, acts.CARD, one, house.clock(), "carte imprimée")
                printed = card_pdf(made, here.name if here else "")
        except PaperProblem as problem:
            log.error("card: %s", problem)
            return say(500, "La carte n’est pas prête", problem.message, back)
    return sheet(printed, "carte")


async def why_not(house: House, request: Request) -> Response:
    """GET of a sheet that draws a secret: a reload must not kill the one that was just printed."""
    text = "Cette feuille se prépare avec son bouton, sur la page de la personne ou sur « Mon compte »."
    return say(405, "Cette page ne s’ouvre pas ainsi", text, ("/conseiller", "Revenir à l’espace conseiller"), Allow="POST")
