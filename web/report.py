"""The reports as files, for counsellors: the sheet for La Coop, the table (XLSX, CSV), the villages' table. No name in any."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from documents.coop_sheet import coop_pdf
from documents.pdf import PaperProblem
from documents.tables import csv_file, xlsx
from progress_db import acts, place, reports, workshops
from progress_db.engine import Db
from progress_db.sessions import Seat
from web.guard import SEAT
from web.house import House
from web.pages import NO_STORE, log, say
from web.paper import sheet
from workshops import coop_table, people_list, villages
from workshops.report import Told, fields
from workshops.workshop import Workshop

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
BACK = ("/bilans", "Revenir aux bilans")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _counsellor(answer: Callable[[House, Request], Response]):
    async def guarded(house: House, request: Request) -> Response:
        seat: Seat | None = request.scope[SEAT]
        if seat is None or seat.role != "counsellor":
            return say(403, "Page réservée", "Les bilans sont pour les conseillers.")
        await run_in_threadpool(_note, house, seat, request)
        return await run_in_threadpool(answer, house, request)

    return guarded


def _note(house: House, seat: Seat, request: Request) -> None:
    with house.connection() as db:
        acts.write(
            db, seat.who, acts.EXPORT, request.query_params.get("atelier", ""), house.clock(), request.url.path.lstrip("/")
        )


@_counsellor
def coop_sheet(house: House, request: Request) -> Response:
    """GET /bilan.pdf?atelier=: « À recopier dans La Coop »."""
    with house.connection() as db:
        one = workshops.one(db, request.query_params.get("atelier", ""))
        if one is None or one.closed_at is None:
            return say(404, "Ce bilan n’est pas prêt", "Un bilan se prépare quand l’atelier est fermé. Rien n’est perdu.", BACK)
        told, here = fields(one, reports.counted(db, one)), _place(db)
    try:
        return sheet(coop_pdf(one.title, told, here), "a-recopier-dans-la-coop")
    except PaperProblem as problem:
        log.error("report: %s", problem)
        return say(500, "Le document n’est pas prêt", problem.message, BACK)


@_counsellor
def coop_xlsx(house: House, request: Request) -> Response:
    """GET /bilan.xlsx?du=&au=: La Coop's own columns, one row a person."""
    return _file(xlsx(coop_table.SHEET, coop_table.COLUMNS, _rows(house, request)), XLSX, f"ateliers_{_named(request)}.xlsx")


@_counsellor
def coop_csv(house: House, request: Request) -> Response:
    """GET /bilan.csv?du=&au=: the same, as text."""
    made = csv_file(coop_table.COLUMNS, _rows(house, request))
    return _file(made, "text/csv; charset=utf-8", f"ateliers_{_named(request)}.csv")


@_counsellor
def villages_xlsx(house: House, request: Request) -> Response:
    """GET /communes.xlsx?du=&au=: people, hours, skills by village, small counts hidden."""
    with house.connection() as db:
        rows = villages_rows(db, *_period(request))
    return _file(xlsx("Communes", villages.COLUMNS, rows), XLSX, f"communes_{_named(request)}.xlsx")


async def people_model(house: House, request: Request) -> Response:
    """GET /modele-liste.xlsx: an empty list of people to fill in. Nothing of anybody: for whoever asks."""
    return _file(xlsx("Personnes", people_list.HEADINGS, []), XLSX, "liste-de-personnes.xlsx")


def villages_rows(db: Db, since: str, until: str) -> list[dict[str, str]]:
    """The table of the villages for a period (days included). Raises StorageProblem."""
    held = _closed(db, since, until)
    here = place.place(db)
    people: dict[str, set[str]] = {}
    for one in held:
        people.setdefault(one.village, set()).update(one.came)
    first, last = (datetime.fromisoformat(day).replace(tzinfo=UTC) for day in (since, until))
    gained = {name: reports.gained(db, who, first, last + timedelta(days=1)) for name, who in people.items()}
    return villages.table(here.villages if here else (), held, people, gained)


def _rows(house: House, request: Request) -> list[dict[str, str]]:
    with house.connection() as db:
        here = _place(db)
        held = _closed(db, *_period(request))
        return [row for one in held for row in coop_table.rows(one, _told(db, one), here)]


def _told(db: Db, one: Workshop) -> list[Told]:
    """Those who came; whoever was erased since is still counted, as « non communiqué »: the table says as many as the sheet."""
    told = reports.told(db, one)
    gone = reports.counted(db, one).get("total", 0) - one.others - len(told)
    return [*told, *[Told()] * max(gone, 0)]


def _closed(db: Db, since: str, until: str) -> list[Workshop]:
    return [one for one in workshops.all_of(db, since, until) if one.closed_at]


def _period(request: Request) -> tuple[str, str]:
    """The days asked for; everything when they are missing or odd."""
    since, until = (request.query_params.get(name, "") for name in ("du", "au"))
    try:
        datetime.fromisoformat(since), datetime.fromisoformat(until)
    except ValueError:
        return "2000-01-01", "2999-12-31"
    return (since, until) if DAY.fullmatch(since) and DAY.fullmatch(until) else ("2000-01-01", "2999-12-31")


def _named(request: Request) -> str:
    return "_".join(_period(request))


def _place(db: Db) -> str:
    here = place.place(db)
    return here.name if here else ""


def _file(made: bytes, kind: str, name: str) -> Response:
    shown = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(made, media_type=kind, headers={**NO_STORE, **shown})
