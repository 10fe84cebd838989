"""A pasted list of people, one a line; columns as they come out of a spreadsheet or a CSV file."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from workshops.la_coop import GENDERS, STATUSES

MOST = 200  # lines at once
COLUMNS = ("prenom", "annee", "commune", "genre", "statut")
HEADINGS = ("Prénom", "Année de naissance", "Commune", "Genre", "Statut")
_HEADS = {
    "prenom": "prenom", "surnom": "prenom", "annee de naissance": "annee", "annee": "annee", "commune": "commune",
    "genre": "genre", "statut": "statut",
}  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One person as pasted. `number`: the line, from 1. `wrong`: what to put right, in French; empty when it is good."""

    number: int
    name: str
    birth_year: int | None = None
    commune: str = ""
    gender: str = ""
    status: str = ""
    wrong: str = ""


def read_list(text: str) -> list[Line]:
    """The lines of a pasted list; empty ones are left out. Columns: first name, year of birth, commune, gender, status, in this
    order, or in the order of a first line that names them. Other columns are never read."""
    order, found = list(COLUMNS), []
    for number, raw in enumerate(text.splitlines(), start=1):
        cells = [cell.strip().strip('"').strip() for cell in re.split(r"[\t;]", raw.lstrip("\ufeff"))]
        if not any(cells):
            continue
        heads = [_HEADS.get(_plain(cell), "") for cell in cells]
        if not found and "prenom" in heads:
            order = heads
            continue
        found.append(_line(number, dict(zip(order, cells, strict=False))))
        if len(found) == MOST:
            break
    return found


def _line(number: int, cells: dict[str, str]) -> Line:
    name = re.sub(r"^\s*(?:[-*•–]|\d{1,3}[.)])\s*", "", cells.get("prenom", "")).strip(" ,")
    year, gender, status = cells.get("annee", ""), cells.get("genre", ""), cells.get("statut", "")
    wrong = []
    if not name:
        wrong.append("Il manque le prénom.")
    if year and not re.fullmatch(r"(19|20)\d\d", year):
        wrong.append(f"« {year[:20]} » n’est pas une année : écrivez 4 chiffres, ou laissez vide.")
    return Line(
        number, name, int(year) if year and not any("année" in one for one in wrong) else None, cells.get("commune", ""),
        _key(gender, GENDERS, wrong, "genre"), _key(status, STATUSES, wrong, "statut"), " ".join(wrong),
    )  # fmt: skip


def _key(said: str, words: dict[str, str], wrong: list[str], what: str) -> str:
    """La Coop's key for a word or its first letter; empty when nothing was told."""
    plain = _plain(said)
    if not plain or plain.startswith(("non", "ne souhaite")):
        return ""
    fits = [key for key, label in words.items() if _plain(label).startswith(plain) or _plain(key) == plain]
    if len(fits) == 1:
        return fits[0]
    wrong.append(f"« {said[:20]} » n’est pas un {what} de la liste : {', '.join(words.values())}, ou laissez vide.")
    return ""


def _plain(said: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFKD", said.casefold()) if not unicodedata.combining(c))
    return " ".join(bare.replace("’", "'").strip(" *").split())
