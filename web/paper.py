"""GET /fiche.pdf, /carnet.pdf, /attestation.pdf, /plan.pdf: what people take home. Each sees their own; the counsellor, anybody's."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from documents.attestation import Done, attestation_pdf
from documents.memo import memo_pdf
from documents.notebook import Chapter, Skill, notebook_pdf
from documents.pdf import PaperProblem
from documents.plan import plan_pdf
from documents.runs import drawings
from learning.content import Lesson
from learning.dates import day
from learning.evidence import alone_since, main_reason
from library.plan_file import plans
from progress_db import acts, counsellors, log, people, place
from progress_db.engine import Db
from progress_db.people import Learner
from progress_db.sessions import Seat
from web import pages
from web.guard import SEAT
from web.house import House
from web.pages import say
from web.static_files import image_file

HEADERS = {
    "Cache-Control": "private, no-store",
    # The reader built into browsers draws the sheet with its own styles.
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'",
}
TWICE = "Continuez les exercices. Une attestation demande un geste fait 2 fois sans aide, à un jour d’écart au moins."
TWICE_FOR_HER = (
    "Cette personne continue ses exercices. Une attestation demande un geste fait 2 fois sans aide, à un jour d’écart."
)


def sheet(made: bytes, name: str) -> Response:
    """The answer that shows a PDF in the browser and keeps it nowhere. `name`: the file's, such as « carnet »."""
    shown = {"Content-Disposition": f'inline; filename="{name}-pas-a-pas.pdf"'}
    return Response(made, media_type="application/pdf", headers={**HEADERS, **shown})


async def memo(house: House, request: Request) -> Response:
    """`lecon`: the lesson. For anybody signed in."""
    if request.scope[SEAT] is None:
        return _signed_out()
    return await run_in_threadpool(_memo, house, request.query_params.get("lecon", ""))


async def notebook(house: House, request: Request) -> Response:
    """The learner's own; a counsellor says whose with `personne`."""
    return await run_in_threadpool(_of_somebody, house, request.scope[SEAT], request.query_params.get("personne"), _notebook)


async def attestation(house: House, request: Request) -> Response:
    """Like the notebook; a calm page when nothing was done alone yet."""
    return await run_in_threadpool(_of_somebody, house, request.scope[SEAT], request.query_params.get("personne"), _attestation)


async def plan(house: House, request: Request) -> Response:
    """`atelier`: the plan of a workshop. For counsellors."""
    seat = request.scope[SEAT]
    if seat is None or seat.role != "counsellor":
        return (
            _signed_out() if seat is None else say(403, "Page réservée", "Ce document est pour les conseillers.", _back(seat, ""))
        )
    return await run_in_threadpool(_plan, house, request.query_params.get("atelier", ""))


def _plan(house: House, name: str) -> Response:
    shelf = house.shelf()
    found = next((one for one in plans(shelf)[0] if one.name == name), None)
    if found is None:
        return say(
            404,
            "Ce plan n’existe pas",
            "Aucun plan d’atelier ne porte ce nom. Rien n’est perdu.",
            ("/ateliers", "Voir les plans"),
        )
    titles = tuple(lesson.title for ref in found.lessons if (lesson := shelf.lesson(ref)))
    with house.connection() as db:
        here = _place_name(db)
    try:
        return sheet(plan_pdf(found, titles, here), "atelier")
    except PaperProblem as problem:
        return _not_ready(problem, "/ateliers")


def _memo(house: House, ref: str) -> Response:
    lesson = house.shelf().lesson(ref)
    if lesson is None:
        return say(404, "Cette fiche n’existe pas", "Aucune leçon ne porte ce nom. Rien n’est perdu.")
    with house.connection() as db:
        here = _place_name(db)
    try:
        return sheet(memo_pdf(lesson, _images(house, lesson), here), "fiche")
    except PaperProblem as problem:
        return _not_ready(problem, "/")


def _images(house: House, lesson: Lesson) -> dict[str, bytes]:
    """The drawings of the lesson that are really there, by name as the author wrote it."""
    found = {one.file: image_file(house.root, lesson.module, one.file.removeprefix("images/")) for one in drawings(lesson)}
    return {name: file.read_bytes() for name, file in found.items() if file}


def _of_somebody(house: House, seat: Seat | None, asked: str | None, make) -> Response:
    """`make` the sheet of the person asked for, if this seat may see her. A refusal says nothing about anybody."""
    if seat is None:
        return _signed_out()
    if seat.role != "counsellor" and asked not in (None, seat.who):
        return say(403, "Page réservée", "Vous pouvez ouvrir vos propres documents. Ils sont dans votre carnet.", _back(seat, ""))
    if seat.role == "counsellor" and not asked:
        return say(
            400, "Aucun document préparé", "Choisissez une personne, puis ouvrez le document sur sa page.", _back(seat, "")
        )
    with house.connection() as db:
        person = people.learner(db, asked or seat.who)
        if person is None or (person.guest and seat.role == "counsellor"):
            return say(404, "Aucun document préparé", "Cette personne n’est pas dans la liste.", _back(seat, ""))
        if seat.role == "counsellor":
            acts.write(db, seat.who, acts.PRINT, person.id, house.clock(), make.__name__.lstrip("_"))
        try:
            return make(house, db, seat, person)
        except PaperProblem as problem:
            return _not_ready(problem, _back(seat, person.id)[0])


def _notebook(house: House, db: Db, seat: Seat, person: Learner) -> Response:
    progress = log.progress(db, person.id)
    chapters = []
    for module in house.shelf().modules:
        skills = [(lesson.objective, progress.skill(lesson.ref)) for lesson in module.lessons]
        chapters.append(Chapter(module.title, tuple(Skill(said, skill.level, main_reason(skill)) for said, skill in skills)))
    return sheet(notebook_pdf(_first_name(person), chapters, _place_name(db), day(house.clock())), "carnet")


def _attestation(house: House, db: Db, seat: Seat, person: Learner) -> Response:
    progress = log.progress(db, person.id)
    since = [(lesson.objective, alone_since(progress.skill(lesson.ref))) for lesson in house.shelf().lessons]
    done = [Done(said, day(at)) for said, at in since if at]
    if not done:
        text = TWICE_FOR_HER if seat.role == "counsellor" else TWICE
        return say(404, "Pas encore d’attestation", text, _back(seat, person.id))
    signs = counsellors.counsellor(db, seat.who) if seat.role == "counsellor" else None
    return sheet(attestation_pdf(_first_name(person), done, _place_name(db), signs.name if signs else ""), "attestation")


def _first_name(person: Learner) -> str:
    return "" if person.guest else person.name


def _place_name(db: Db) -> str:
    here = place.place(db)
    return here.name if here else ""


def _back(seat: Seat, person: str) -> tuple[str, str]:
    if seat.role != "counsellor":
        return "/carnet", "Revenir à mon carnet"
    return (
        (f"/personne?id={person}", "Revenir à la page de la personne")
        if person
        else ("/conseiller", "Revenir à l’espace conseiller")
    )


def _signed_out() -> Response:
    return say(
        403, "Page réservée", "Entrez d’abord avec votre carte. Votre travail est gardé.", ("/connexion", "Aller à l’entrée")
    )


def _not_ready(problem: PaperProblem, back: str) -> Response:
    pages.log.error("paper: %s", problem)
    return say(500, "Le document n’est pas prêt", problem.message, (back, "Revenir"))
