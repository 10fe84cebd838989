"""lessons/glossaire.md: a table of hard words, their definition and, if need be, their other forms."""

from __future__ import annotations

import re
from functools import lru_cache

from learning.marking import plain
from learning.typography import typeset
from library.errors import Findings, Problem
from library.glossary import Glossary, Term, folded
from library.language import sentences, words_shown
from library.markdown import Block, Row, blocks
from library.source import decode

GLOSSARY = "lessons/glossaire.md"
COLUMNS = ("Terme", "Définition", "Aussi")
SENTENCES, WORDS = 2, 15
_MODEL = "Écrivez | Terme | Définition | puis une ligne |---|---|"


@lru_cache(maxsize=4)
def read_glossary(data: bytes) -> tuple[Glossary, tuple[Problem, ...]]:
    """The terms written in `data`, those of wrong lines left out, and what is wrong. The same data give the same Glossary."""
    found = Findings(GLOSSARY)
    text = decode(data, found)
    return (_read(text, found) if text is not None else Glossary()), found.problems


def _read(text: str, found: Findings) -> Glossary:
    lines = text.split("\n")
    tables = [block for block in blocks(text) if block.kind == "table"]
    if not tables:
        found.say(1, "Le glossaire n’a pas de tableau.", _MODEL)
    terms: dict[str, Term] = {}
    for table in tables:
        if _titles_are_right(table, found):
            for row in table.rows()[1:]:
                _take(row, lines[row.at], terms, found)
    return Glossary(tuple(dict.fromkeys(terms.values())))


def _titles_are_right(table: Block, found: Findings) -> bool:
    titles = [plain(title) for title in table.rows()[0].cells]
    wanted = [plain(title) for title in COLUMNS]
    for column in COLUMNS[:2]:
        if plain(column) not in titles:
            found.say(table.start + 1, f"La colonne « {column} » manque.", _MODEL)
            return False
    if titles not in (wanted, wanted[:2]):
        found.say(
            table.start + 1,
            "Les colonnes du glossaire ne sont pas dans l’ordre, ou l’une est de trop.",
            "Écrivez | Terme | Définition | Aussi | (la troisième colonne est facultative).",
        )
        return False
    return True


def _take(row: Row, source: str, terms: dict[str, Term], found: Findings) -> None:
    """Put the term of one line in `terms`, under each of its forms."""
    line, (name, definition, also) = row.at + 1, (*row.cells, "")[:3]
    if not row.plain or len(re.split(r"(?<!\\)\|", source.strip().strip("|"))) > len(row.cells):
        found.say(
            line,
            "Cette ligne a une case de trop, ou autre chose que du texte.",
            "Écrivez | terme | définition | autres formes | sans gras ni lien.",
        )
    elif not name:
        found.say(line, "Le terme est vide.", "Écrivez le mot dans la première case, ou effacez la ligne.")
    elif not definition:
        found.say(line, f"Le terme « {name} » n’a pas de définition.", "Écrivez-la dans la deuxième case.")
    else:
        others = tuple(" ".join(form.split()) for form in also.split(",") if form.strip())
        term = Term(typeset(name), typeset(definition), others, line)
        _check_length(term, found)
        for form in term.forms:
            double = terms.setdefault(folded(typeset(form)), term)
            if double is not term:
                found.say(
                    line, f"« {form} » est déjà dans le glossaire, ligne {double.line}.", "Gardez une seule des deux lignes."
                )


def _check_length(term: Term, found: Findings) -> None:
    told = [sentence for _shift, sentence in sentences(term.definition)]
    longest = max((words_shown(sentence) for sentence in told), default=0)
    if len(told) > SENTENCES or longest > WORDS:
        found.say(
            term.line,
            f"La définition de « {term.name} » est longue.",
            f"{SENTENCES} phrases au plus, de {WORDS} mots au plus.",
            advice=True,
        )
