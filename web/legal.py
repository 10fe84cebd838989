"""What the law asks to say to everybody: the notice about data, the accessibility declaration; and the counsellor's own papers."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from progress_db import place
from progress_db.place import Place
from progress_db.sessions import Seat
from web.guard import HOUSE, SEAT
from web.house import ROOT, House
from web.pages import NO_STORE, page, say

PAPERS = "docs/rgpd"
TO_FILL = "[À COMPLÉTER]"


async def notice(house: House, request: Request) -> Response:
    """GET /vos-donnees: for anybody, before anything is created; made to be printed too."""
    return page("notice", place=await run_in_threadpool(_place, house), back=_back(request))


async def accessibility(house: House, request: Request) -> Response:
    """GET /accessibilite: the declaration."""
    here = request.scope.get(HOUSE, house)  # of several organisations, perhaps none is chosen yet
    return page("accessibility", place=await run_in_threadpool(_place, here), back=_back(request))


async def register(house: House, request: Request) -> Response:
    """GET /registre.txt: the entry for the register of processing, with what is known filled in. For counsellors."""
    return await run_in_threadpool(_paper, house, request, "registre.md")


async def impact(house: House, request: Request) -> Response:
    """GET /analyse-d-impact.txt: the short impact assessment, ready to complete. For counsellors."""
    return await run_in_threadpool(_paper, house, request, "analyse-d-impact.md")


def _paper(house: House, request: Request, name: str) -> Response:
    seat: Seat | None = request.scope[SEAT]
    if seat is None or seat.role != "counsellor":
        return say(403, "Page réservée", "Ces documents sont pour les conseillers.")
    file = ROOT / PAPERS / name
    if not file.is_file():
        return say(404, "Ce document n’est plus là", f"Le fichier {PAPERS}/{name} manque. Rien d’autre n’est perdu.")
    shown = {"Content-Disposition": f'attachment; filename="{name.removesuffix(".md")}.txt"'}
    return PlainTextResponse(filled(file.read_text("utf-8"), _place(house)), headers={**NO_STORE, **shown})


def filled(text: str, here: Place | None) -> str:
    """The paper with the place's own facts; what is not known stays to be completed. Pure."""
    known = {
        "LIEU": here.name if here else "",
        "COMMUNES": ", ".join(here.villages) if here else "",
        "RESPONSABLE": here.controller if here else "",
        "DPO": here.dpo_contact if here else "",
        "DURÉE": f"{here.keep_months} mois" if here else "",
    }
    for name, value in known.items():
        text = text.replace(f"[{name}]", value or TO_FILL)
    return text


def _place(house: House) -> Place | None:
    if house.organisations is not None:  # nobody knows yet which
        return None
    with house.connection() as db:
        return place.place(db)


def _back(request: Request) -> str:
    return "/" if request.scope[SEAT] else "/connexion"
