"""facts/<module>/<lesson>.md: a table of what the texts of a lesson state, with the source and the day of the last check."""

from __future__ import annotations

import re
from datetime import date, datetime

from learning.content import Sources, Statement
from learning.marking import plain
from learning.typography import typeset
from library.errors import Findings, one_of
from library.markdown import Row, blocks
from library.reading import Reading
from library.source import decode

COLUMNS = ("Fait", "Source", "Statut", "Vérifié le")
SEEN = ("vu", "vu indirect")  # read in a source: the body itself, or another that reports it. Both have a date
STATUSES = (*SEEN, "simulateur", "usage", "choix du cours", "inventé")
_MODEL = "Écrivez | Fait | Source | Statut | Vérifié le | puis une ligne |---|---|---|---|"


def read_sources(data: bytes, ref: str, file: str) -> Reading:
    """What the texts of lesson `ref` state, written in `data`; `file` is its name in messages."""
    found = Findings(file)
    text = decode(data, found)
    if text is None:
        return Reading(None, found.problems)
    tables = [block for block in blocks(text) if block.kind == "table"]
    if not tables:
        found.say(1, "Cette liste de faits n’a pas de tableau.", _MODEL)
    read: list[Statement] = []
    for table in tables:
        rows = table.rows()
        if [plain(title) for title in rows[0].cells] != [plain(title) for title in COLUMNS]:
            found.say(table.start + 1, "Les colonnes ne sont pas celles d’une liste de faits.", _MODEL)
            continue
        read += [statement for row in rows[1:] if (statement := _statement(row, found))]
    return Reading(None if found.mistakes else Sources(ref=ref, statements=tuple(read)), found.problems)


def _statement(row: Row, found: Findings) -> Statement | None:
    """The statement of one line; None, and what is wrong, when a cell cannot be read."""
    line, (text, source, status, checked) = row.at + 1, (*row.cells, "", "", "", "")[:4]
    status = status.casefold()
    if not text:
        found.say(line, "Le fait est vide.", "Écrivez ce que disent les textes dans la première case, ou effacez la ligne.")
        return None
    if status not in STATUSES:
        found.say(line, f"Le statut « {status} » n’existe pas.", one_of(status, STATUSES))
        return None
    day = _day(checked)
    if checked and day is None:
        found.say(line, f"« {checked} » n’est pas une date.", "Écrivez jour/mois/année : 23/11/2026")
    if status in SEEN and not checked:
        found.say(line, "Ce fait n’a pas de date de vérification.", "Écrivez dans la quatrième case : 23/11/2026")
    if status in SEEN and not re.search(r"\w{2}", source):
        found.say(
            line, "Ce fait n’a pas de source.", "Écrivez l’adresse de la page ou le numéro de la fiche dans la deuxième case."
        )
    return Statement(text=typeset(text), source=source, status=status, checked=day, line=line)


def _day(text: str) -> date | None:
    try:
        return datetime.strptime(text, "%d/%m/%Y").date()
    except ValueError:
        return None
