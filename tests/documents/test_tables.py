"""Tables for a spreadsheet, opened again."""

import csv
import io

import pytest
from openpyxl import load_workbook

from documents.coop_sheet import coop_pdf
from documents.tables import csv_file, xlsx
from tests.documents.reader import text_of

COLUMNS = ("Nom de l’atelier", "Notes")
FORMULAS = ["=1+1", "+33", "-2", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x.example")']


@pytest.mark.parametrize("cell", FORMULAS)
def test_a_cell_that_looks_like_a_formula_is_text(cell):
    rows = [{"Nom de l’atelier": cell, "Notes": ""}]
    sheet = load_workbook(io.BytesIO(xlsx("Activités", COLUMNS, rows)))["Activités"]
    assert sheet.cell(2, 1).data_type in ("s", "inlineStr") and sheet.cell(2, 1).value.strip() == cell.strip()
    back = list(csv.reader(io.StringIO(csv_file(COLUMNS, rows).decode("utf-8-sig")), delimiter=";"))
    assert back[1][0] == f"'{cell}"


def test_accents_line_breaks_and_semicolons_come_back_as_they_were():
    rows = [{"Nom de l’atelier": "Été ; « l’œuf »", "Notes": "E-mail\nSanté"}]
    assert csv_file(COLUMNS, rows).startswith(b"\xef\xbb\xbf")
    back = list(csv.DictReader(io.StringIO(csv_file(COLUMNS, rows).decode("utf-8-sig"), newline=""), delimiter=";"))
    sheet = load_workbook(io.BytesIO(xlsx("A", COLUMNS, rows)))["A"]
    assert back == rows and [cell.value for cell in sheet[2]] == list(rows[0].values())


def test_the_sheet_to_copy_says_each_line():
    said = text_of(coop_pdf("Les courriels", [("Durée", "90 minutes"), ("Genre : Féminin", "2")], "EPN des trois villages"))
    assert "À recopier dans La Coop" in said and "90 minutes" in said and "Genre : Féminin" in " ".join(said.split())
