"""A list of people out of a spreadsheet file (XLSX, CSV), as the lines that `people_list` reads."""

from __future__ import annotations

import csv
import io
import zipfile
from itertools import zip_longest

BIGGEST = 5 * 2**20  # bytes, as .streamlit/config.toml says
UNPACKED = 60 * 2**20  # an XLSX is a zip: a small file may hold gigabytes
WIDEST, LONGEST = 20, 5000  # columns, lines
EMPTY = "Ce fichier est vide. Écrivez un prénom par ligne, puis choisissez-le de nouveau."
UNREADABLE = (
    "Ce fichier ne s’ouvre pas. Dans votre tableur, choisissez « Enregistrer sous », le format XLSX ou CSV, puis recommencez."
)
TOO_BIG = "Ce fichier est trop gros. Gardez seulement la liste des prénoms, 5 mégaoctets au plus."
TOO_LONG = "Ce fichier a plus de 5 000 lignes. Gardez seulement les personnes de votre lieu, puis recommencez."
OLD = "Ce format n’est pas lu ici. Dans votre tableur, choisissez « Enregistrer sous », le format XLSX ou CSV, puis recommencez."


class BadFile(Exception):
    """A file that is no list; `message` says in French what to do."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


def as_lines(name: str, data: bytes) -> str:
    """The first sheet as lines with tabs between the cells, each with the number that the spreadsheet gives it. A calculation whose
    result is not in the file stays as it is written: `people_list` tells it. Raises BadFile."""
    if not data:
        raise BadFile(EMPTY)
    if len(data) > BIGGEST:
        raise BadFile(TOO_BIG)
    ending = name.casefold().rpartition(".")[2]
    if ending not in ("xlsx", "csv", "txt"):
        raise BadFile(OLD)
    rows = _xlsx(data) if ending == "xlsx" else _csv(data)
    lines = ["\t".join(" ".join(cell.replace(";", ",").split()) for cell in row) for row in rows]
    while lines and not lines[-1].strip():
        lines.pop()
    if not lines:
        raise BadFile(EMPTY)
    if len(lines) > LONGEST + 1:  # and the headings
        raise BadFile(TOO_LONG)
    return "\n".join(lines)


def _csv(data: bytes) -> list[list[str]]:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise BadFile(UNREADABLE)
    if "\0" in text:
        raise BadFile(UNREADABLE)
    first = next((line for line in text.splitlines() if line.strip()), "")
    between = max(";\t,", key=first.count)
    try:
        return [row[:WIDEST] for row in csv.reader(io.StringIO(text), delimiter=between)]
    except csv.Error as error:
        raise BadFile(UNREADABLE) from error


def _xlsx(data: bytes) -> list[list[str]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(part.file_size for part in packed.infolist()) > UNPACKED:
                raise BadFile(TOO_BIG)
        shown, written = (_rows(data, results) for results in (True, False))
        return [
            [_said(what if seen is None else seen) for seen, what in zip_longest(*pair)]
            for pair in zip_longest(shown, written, fillvalue=())
        ]
    except BadFile:
        raise
    except Exception as error:  # openpyxl raises whatever the damaged byte breaks
        raise BadFile(UNREADABLE) from error


def _rows(data: bytes, results: bool) -> list[tuple]:
    """The cells of the first sheet; of a calculation, its last result or the calculation itself."""
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=results, keep_links=False)
    sheet = book.worksheets[0]
    sheet.reset_dimensions()  # what the file says of its own size may be wrong
    return list(sheet.iter_rows(max_row=LONGEST + 2, max_col=WIDEST, values_only=True))


def _said(cell: object) -> str:
    """A cell as a person would type it: a year read as 1950.0 is « 1950 »; a date gives its year, all that we want of it."""
    if cell is None:
        return ""
    if hasattr(cell, "ref"):  # a calculation over several cells
        return "="
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if hasattr(cell, "year"):
        return str(cell.year)
    return str(cell)
