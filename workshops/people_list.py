"""A pasted list of people, one a line; columns as they come out of a spreadsheet or a CSV file."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from workshops.la_coop import GENDERS, STATUSES

MOST = 200  # people at once
LONGEST_GROUP = 60
COLUMNS = ("prenom", "annee", "commune", "genre", "statut", "groupe")
HEADINGS = ("Prénom", "Année de naissance", "Commune", "Genre", "Statut", "Groupe")
_HEADS = {
    "prenom": "prenom", "prenoms": "prenom", "surnom": "prenom", "prenom ou surnom": "prenom",
    "annee de naissance": "annee", "annee": "annee", "date de naissance": "annee",
    "commune": "commune", "ville": "commune", "genre": "genre", "sexe": "genre", "statut": "statut", "groupe": "groupe",
}  # fmt: skip
_CALCULATION = re.compile(r"=.*|#(REF|NAME|NOM|VALUE|VALEUR|DIV/0|NULL|NUL|NUM|NOMBRE|N/A)[!?]?", re.IGNORECASE)
NO_NAMES = "Aucune colonne ne s’appelle « Prénom ». Écrivez ce titre au-dessus des prénoms."
A_CALCULATION = "Une case contient un calcul. Écrivez à sa place le mot ou le nombre."


@dataclass(frozen=True)
class Line:
    """One person as pasted. `number`: the line, from 1. `wrong`: what to put right, in French; empty when it is good."""

    number: int
    name: str
    birth_year: int | None = None
    commune: str = ""
    gender: str = ""
    status: str = ""
    group: str = ""
    wrong: str = ""


def read_list(text: str) -> list[Line]:
    """The first `MOST` lines of a pasted list; empty ones are left out. Columns: first name, year of birth, commune, gender, status,
    group, in this order, or in the order of a first line that names them. Other columns are never read."""
    order, found = list(COLUMNS), []
    for number, raw in enumerate(text.splitlines(), start=1):
        cells = _cells(raw)
        if not any(cells):
            continue
        if not found and (heads := _headings(cells)):
            order = heads
            if "prenom" not in heads:
                found.append(Line(number, "", wrong=NO_NAMES))
            continue
        found.append(_line(number, dict(zip(order, cells, strict=False))))
        if len(found) == MOST:
            break
    return found


def without(text: str, numbers: set[int]) -> str:
    """What stays of a list when these lines are taken: the others as they were written, under their headings."""
    kept = [raw for number, raw in enumerate(text.splitlines(), start=1) if number not in numbers and any(_cells(raw))]
    return "" if len(kept) == 1 and _headings(_cells(kept[0])) else "\n".join(kept)


def _cells(raw: str) -> list[str]:
    return [cell.strip().strip('"').strip() for cell in re.split(r"[\t;]", raw.lstrip("\ufeff"))]


def _headings(cells: list[str]) -> list[str]:
    """What each column holds, when this line names them; else nothing. « Nom » says that it does, and is never read."""
    plain = [_plain(cell) for cell in cells]
    heads = [_HEADS.get(one, "") for one in plain]
    return heads if "prenom" in heads or "nom" in plain or sum(map(bool, heads)) > 1 else []


def _line(number: int, cells: dict[str, str]) -> Line:
    name = re.sub(r"^\s*(?:[-*•–]|\d{1,3}[.)])\s*", "", cells.get("prenom", "")).strip(" ,")
    gender, status = cells.get("genre", ""), cells.get("statut", "")
    year = re.sub(r"^\d{1,2}[/.-]\d{1,2}[/.-](?=\d{4}$)", "", cells.get("annee", ""))  # of a whole date, only the year
    wrong = []
    if any(_CALCULATION.fullmatch(cell) for cell in cells.values()):
        return Line(number, "" if _CALCULATION.fullmatch(name) else name, wrong=A_CALCULATION)
    if not name:
        wrong.append("Il manque le prénom.")
    if year and not re.fullmatch(r"(19|20)\d\d", year):
        wrong.append(f"« {year[:20]} » n’est pas une année : écrivez 4 chiffres, ou laissez vide.")
    return Line(
        number, name, int(year) if year and not any("année" in one for one in wrong) else None, cells.get("commune", ""),
        _key(gender, GENDERS, wrong, "genre"), _key(status, STATUSES, wrong, "statut"), _group(cells, wrong), " ".join(wrong),
    )  # fmt: skip


def _group(cells: dict[str, str], wrong: list[str]) -> str:
    said = " ".join(cells.get("groupe", "").split())
    if len(said) > LONGEST_GROUP:
        wrong.append(f"Le nom du groupe est trop long : {LONGEST_GROUP} lettres au plus.")
    return said


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
