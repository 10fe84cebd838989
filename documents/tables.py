"""Tables for a spreadsheet: XLSX and CSV. A cell that would be a formula is text."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

import xlsxwriter

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def xlsx(sheet: str, columns: Sequence[str], rows: Sequence[Mapping[str, str]]) -> bytes:
    """Takes the sheet's name, the columns and the rows (column -> text); gives an XLSX file, every cell of it text."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    page, head = book.add_worksheet(sheet), book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for place, column in enumerate(columns):
        page.set_column(place, place, max(12, min(len(column), 28)))
        page.write_string(0, place, column, head)
        for line, row in enumerate(rows, start=1):
            page.write_string(line, place, row[column], wrapped)
    page.freeze_panes(1, 0)
    book.close()
    return made.getvalue()


def csv_file(columns: Sequence[str], rows: Sequence[Mapping[str, str]]) -> bytes:
    """The same as CSV: « ; », UTF-8 with its mark, as French spreadsheets open it."""
    made = io.StringIO(newline="")
    writer = csv.writer(made, delimiter=";")
    writer.writerow(columns)
    writer.writerows([_text(row[column]) for column in columns] for row in rows)
    return made.getvalue().encode("utf-8-sig")


def _text(cell: str) -> str:
    """A spreadsheet runs what begins like a formula: an apostrophe keeps it text."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
