"""The reports as files: for counsellors only, what was done, and no name."""

import csv
import io
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from progress_db import profiles, reports, workshops
from tests.documents.reader import text_of
from workshops.workshop import Workshop

FILES = ("/bilan.pdf?atelier=w", "/bilan.xlsx", "/bilan.csv", "/communes.xlsx")


@pytest.fixture
def closed(house):
    """A closed workshop where Maryvonne came, and one person without an account."""
    who = house.people["Maryvonne"].id
    with house.memory.connection() as db:
        profiles.set_profile(db, who, profiles.Profile(1951, "Plou", "Feminin", "Retraite"), house.clock())
        made = Workshop("w", "workshop", "=Courriels", "2026-11-24", "10:00", 90, "Plou", themes=("Email",), people=(who,))
        workshops.add(db, replace(made, others=1), house.clock())
        workshops.open_one(db, "w", house.clock())
        workshops.set_came(db, "w", who, True, house.clock())
        house.clock.forward(minutes=90)
        reports.close(db, "w", house.clock())
    return house


def test_nobody_but_a_counsellor_opens_a_report(closed):
    learner = closed.visitor()
    learner.sign_in(closed.people["Maryvonne"].card, closed.people["Maryvonne"].pin)
    for browser in (learner, closed.visitor()):
        assert [browser.get(file).status_code for file in FILES] == [403] * 4


def test_the_table_says_what_was_done_and_no_name(closed, counsellor):
    sheet = load_workbook(io.BytesIO(counsellor.get("/bilan.xlsx?du=2026-11-01&au=2026-11-30").content))["Activités"]
    head, first, second = ([cell.value or "" for cell in row] for row in sheet.iter_rows())
    told = dict(zip(head, first, strict=True))
    assert (told["Participants"], told["Genre du bénéficiaire"], told["Tranche d’âge du bénéficiaire"]) == (
        "1/2",
        "Féminin",
        "70 ans et plus",
    )
    assert "Maryvonne" not in str(first) + str(second)
    text = counsellor.get("/bilan.csv?du=2026-11-01&au=2026-11-30").content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    assert rows[1][head.index("Nom de l’atelier")] == "'=Courriels" and len(rows) == 3


def test_another_period_is_empty_and_an_odd_one_is_everything(closed, counsellor):
    assert counsellor.get("/bilan.csv?du=2025-01-01&au=2025-01-31").text.count("\n") == 1
    assert counsellor.get("/bilan.csv?du=hier&au=demain").text.count("Atelier collectif") == 2


def test_the_sheet_to_copy_is_a_pdf_without_a_name(closed, counsellor):
    answer = counsellor.get("/bilan.pdf?atelier=w")
    said = " ".join(text_of(answer.content).split())
    assert answer.headers["content-type"] == "application/pdf" and "70 ans et plus" in said and "Maryvonne" not in said
    assert counsellor.get("/bilan.pdf?atelier=none").status_code == 404


def test_the_counts_outlive_the_people(closed, counsellor):
    from progress_db import people

    with closed.memory.connection() as db:
        people.erase(db, closed.people["Maryvonne"].id)
    assert "70 ans et plus" in " ".join(text_of(counsellor.get("/bilan.pdf?atelier=w").content).split())
    assert counsellor.get("/bilan.csv").text.count("Atelier collectif") == 2  # as many rows as people who came


def test_small_numbers_of_a_village_are_hidden(closed, counsellor):
    sheet = load_workbook(io.BytesIO(counsellor.get("/communes.xlsx").content))["Communes"]
    said = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert "non montré" in said[2] and said[-1][2] == "1,5"
