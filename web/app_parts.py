"""The table of our routes and middleware, for app.py."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute

from library import Shelf
from progress_db import Memory
from progress_db.organisations import Organisations
from progress_db.rights import NotAllowed
from web import card, legal, own_data, paper, places, recovery, report, restoring, room, setup, sign_in, state
from web.guard import HOUSE, SEAT, Guard
from web.house import ROOT, House, utc_now
from web.index import PAGES, STREAMLIT_STATIC, french_index, index
from web.metrics import Metrics
from web.pages import not_found, route, say
from web.static_files import Squeezed, address, image_file, image_response, resource
from workshops.rights import DESK, HEAD, HERS_OR_DESK, NOBODY, SIGNED_IN

HouseAnswer = Callable[[House, Request], Awaitable[Response]]
# Sheets and tables made when they are asked for, and for whom: asked again here, before the file is made.
FILES: tuple[tuple[str, HouseAnswer, frozenset[str]], ...] = (
    ("/fiche.pdf", paper.memo, SIGNED_IN),
    ("/plan.pdf", paper.plan, DESK),
    ("/bilan.pdf", report.coop_sheet, DESK),
    ("/bilan.xlsx", report.coop_xlsx, DESK),
    ("/bilan.csv", report.coop_csv, DESK),
    ("/communes.xlsx", report.villages_xlsx, DESK),
    ("/modele-liste.xlsx", report.people_model, DESK),
    ("/registre.txt", legal.register, DESK),
    ("/analyse-d-impact.txt", legal.impact, DESK),
    ("/mes-donnees.json", own_data.download, HERS_OR_DESK),
    ("/carnet.pdf", paper.notebook, SIGNED_IN),
    ("/attestation.pdf", paper.attestation, SIGNED_IN),
)
# The same for what is asked with a form.
PRINTED: tuple[tuple[str, HouseAnswer, frozenset[str]], ...] = (
    ("/carte.pdf", card.print_cards, DESK),
    ("/feuille-de-secours.pdf", recovery.sheet_of_one, DESK),
)
# What a form changes, for some only.
CHANGED: tuple[tuple[str, HouseAnswer, frozenset[str]], ...] = (
    ("/ordinateur", room.mark, DESK),
    ("/remise", restoring.put_back, HEAD),
)
# What is answered whichever organisation it is.
ANYWHERE = ("/lieux", "/chez/{name}", "/chez/{name}/c/{code}", "/accessibilite", "/healthz", "/metrics")


def door(
    memory: Memory,
    shelf: Callable[[], Shelf],
    clock: Callable[[], datetime] = utc_now,
    root: Path = ROOT,
    organisations: Organisations | None = None,
) -> tuple[list[BaseRoute], list[Middleware]]:
    """Takes the memory (with `organisations`: of none of them), how to ask for the shelf, the clock and the folder that holds lessons/; gives the routes and the middleware of `st.App`, in their order.

    Raises web.index.ChangedIndex, at once, when Streamlit's index is not the one we know.
    """
    french_index()
    house = House(memory, shelf, root, clock, organisations=organisations)
    routes = _routes(house)
    return routes, [Middleware(Guard, house=house, routes=routes), Middleware(Squeezed, folder=STREAMLIT_STATIC / "static")]


def only(ranks: frozenset[str], answer: HouseAnswer) -> HouseAnswer:
    """The same answer, for these ranks only; others are told so, and nothing is made."""

    async def asked(house: House, request: Request) -> Response:
        seat = request.scope[SEAT]
        held = seat.rank if seat else NOBODY
        if held in ranks:
            try:
                return await answer(replace(house, who=seat.who), request)
            except NotAllowed:  # the account was closed meanwhile
                pass
        if held == NOBODY:
            text = "Entrez d’abord avec votre carte. Votre travail est gardé."
            return say(403, "Page réservée", text, ("/connexion", "Aller à l’entrée"))
        return say(403, "Page réservée", "Ce document n’est pas pour ce compte. Rien n’est perdu.")

    return asked


def _maker(house: House, figures: Metrics) -> Callable[..., BaseRoute]:
    """Makes a route of ours from its answers to GET and POST; each answer is timed."""

    def told(path: str, status: int, seconds: float) -> None:
        figures.seconds.labels(path, f"{status // 100}xx").observe(seconds)

    def both(path: str, get: HouseAnswer | None = None, post: HouseAnswer | None = None) -> BaseRoute:
        async def answer(request: Request) -> Response:
            chosen = post if request.method == "POST" else get
            here = house if path in ANYWHERE else request.scope.get(HOUSE)
            if here is None:  # several organisations, and this browser has not said which
                return RedirectResponse("/lieux", 303)
            return await chosen(here, request)  # route() lets through only the methods named below

        methods = tuple(name for name, chosen in (("GET", get), ("POST", post)) if chosen)
        return route(path, answer, methods, told)

    return both


def _routes(house: House) -> list[BaseRoute]:
    figures = Metrics(house)
    both = _maker(house, figures)

    async def image(request: Request) -> Response:
        file = await run_in_threadpool(image_file, house.root, request.path_params["module"], request.path_params["name"])
        return image_response(file) if file else not_found()

    async def icon(request: Request) -> Response:
        return RedirectResponse(address("favicon.svg"), 301)

    return [
        both("/connexion", sign_in.show_sign_in, sign_in.sign_in),
        both("/connexion/conseiller", sign_in.show_counsellor, sign_in.counsellor_sign_in),
        both("/connexion/secours", recovery.show, recovery.recover),
        both("/connexion/nom", post=room.sign_in_by_name),
        both("/essai", post=sign_in.try_without_account),
        both("/deconnexion", post=sign_in.sign_out),
        both("/c/{code}", sign_in.card_square),
        both("/lieux", places.show),
        both("/chez/{name}", places.come),
        both("/chez/{name}/c/{code}", places.come_with_card),
        both("/installation", setup.show_setup, setup.set_up),
        both("/vos-donnees", legal.notice),
        both("/accessibilite", legal.accessibility),
        both("/reparation", restoring.show_repair, restoring.repair),
        both("/etat", state.state, state.state),
        both("/healthz", state.health),
        both("/metrics", figures.answer),
        *(both(path, card.why_not, only(who, made)) for path, made, who in PRINTED),
        *(both(path, only(who, made)) for path, made, who in FILES),
        *(both(path, post=only(who, made)) for path, made, who in CHANGED),
        route("/ressources/{path:path}", resource, ("GET",)),
        route("/images/{module}/{name}", image, ("GET",)),
        route("/favicon.ico", icon, ("GET",)),
        route("/favicon.png", icon, ("GET",)),
        *(route(f"/{name}", index, ("GET",)) for name in PAGES),
    ]
