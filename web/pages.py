"""Our own HTML pages: templates, the calm answer to every error, and where a person may be sent next."""

from __future__ import annotations

import functools
import logging
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from progress_db.errors import StorageProblem
from web.form import BadForm, same_site
from web.static_files import address

LEARNER_PAGES = ("", "module", "lecon", "entrainement", "quiz", "echauffement", "point", "parcours", "carnet", "mes-donnees")
COUNSELLOR_PAGES = (
    "conseiller",
    "personne",
    "parcours-personne",
    "ateliers",
    "contenus",
    "salle",
    "projection",
    "seances",
    "atelier",
    "groupes",
    "ajouter",
    "fiche-personne",
    "bilans",
    "donnees-du-lieu",
    "mon-compte",
    "conservation",
    "journal",
    "carte",
    "difficultes",
    "evolution",
    "niveau",
    "retirees",
    "reunir",
)
ADMINISTRATOR_PAGES = ("lieu", "comptes", "sauvegardes")
PAGES = LEARNER_PAGES + COUNSELLOR_PAGES + ADMINISTRATOR_PAGES

NO_STORE = {"Cache-Control": "no-store"}
# Our own pages need less than Streamlit's: only the scripts that read aloud, no inline style.
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'"
)
METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]

log = logging.getLogger("pas_a_pas.web")

_templates = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
    undefined=StrictUndefined,
    auto_reload=False,
)
_templates.globals["address"] = address

Answer = Callable[[Request], Awaitable[Response]]


def page(template: str, status: int = 200, headers: dict[str, str] | None = None, **values: object) -> HTMLResponse:
    """One of our pages. Every value is escaped by the template."""
    html = _templates.get_template(f"{template}.html").render(**values)
    return HTMLResponse(html, status, {**NO_STORE, "Content-Security-Policy": CSP, **(headers or {})})


def say(
    status: int, title: str, text: str, way_on: tuple[str, str] = ("/", "Revenir à l’accueil"), **headers: str
) -> HTMLResponse:
    """A page that says one thing and gives the way on: (address, words of the link)."""
    return page("message", status, headers, title=title, text=text, way_on=way_on)


def not_found() -> HTMLResponse:
    return say(404, "Cette page n’existe pas", "L’adresse n’est pas la bonne, ou la page a changé de place. Rien n’est perdu.")


def broken() -> HTMLResponse:
    text = "Ce n’est pas votre faute. Ce que vous avez fait est gardé. Essayez encore, ou appelez votre conseiller."
    return say(500, "Quelque chose n’a pas marché", text)


def no_memory(problem: StorageProblem) -> HTMLResponse:
    return say(503, "Un instant", problem.message, ("/connexion", "Essayer encore"), **{"Retry-After": "10"})


def foreign() -> HTMLResponse:
    text = "Par prudence, cette demande est refusée : elle ne vient pas de ce site. Revenez à l’accueil et essayez encore."
    return say(403, "Demande refusée", text)


def go(where: str) -> RedirectResponse:
    return RedirectResponse(where, 303, NO_STORE)


def safe_next(raw: str) -> str:
    """Where to go after signing in: one of our pages, with its query. Anything else is the home page."""
    if len(raw) > 300 or not raw.startswith("/") or raw.startswith("//") or any(c <= " " or c in "\\\x7f" for c in raw):
        return "/"
    parts = urlsplit(raw)
    if parts.scheme or parts.netloc or parts.path[1:] not in PAGES:
        return "/"
    return raw.split("#")[0]


Told = Callable[[str, int, float], None]


def route(path: str, answer: Answer, methods: tuple[str, ...], told: Told | None = None) -> Route:
    """A route of ours: says in French what it refuses, never shows a traceback, refuses a POST from elsewhere.

    `told` is given the path, the status and the seconds of each answer."""

    @functools.wraps(answer)
    async def calm(request: Request) -> Response:
        if request.method not in methods and not (request.method == "HEAD" and "GET" in methods):
            return say(
                405, "Cette page ne s’ouvre pas ainsi", "Revenez à l’accueil, puis suivez les boutons.", Allow=", ".join(methods)
            )
        if request.method == "POST" and not same_site(request):
            return foreign()
        try:
            return await answer(request)
        except BadForm as bad:
            return say(bad.status, "Formulaire refusé", bad.message)
        except StorageProblem as problem:
            log.error("%s: %s", path, problem)
            return no_memory(problem)
        except Exception:
            log.exception("%s failed", path)
            return broken()

    async def timed(request: Request) -> Response:
        begun = time.perf_counter()
        made = await calm(request)
        if told:
            told(path, made.status_code, time.perf_counter() - begun)
        return made

    return Route(path, timed, methods=METHODS)
