"""The header of a Markdown author file: lines « mot: texte » between two lines of three dashes. Everything is text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from learning.typography import typeset
from library.errors import Findings, one_of

FENCE = "---"
_LINE = re.compile(r"([^\s:][^:]*?)[ \u00a0]*:(.*)")


@dataclass(frozen=True)
class Header:
    """The words of the header with their lines, and the line (0 = first) where the body begins."""

    words: Mapping[str, str]
    lines: Mapping[str, int]
    body: int

    def text(self, word: str) -> str:
        """The text of a word, typeset; "" when absent."""
        return typeset(self.words.get(word, ""))

    def listed(self, word: str) -> tuple[str, ...]:
        """The values of a word, separated by commas."""
        return tuple(piece.strip() for piece in self.words.get(word, "").split(",") if piece.strip())

    def line(self, word: str) -> int:
        return self.lines.get(word, 1)


def read_header(lines: list[str], needed: tuple[str, ...], optional: tuple[str, ...], found: Findings) -> Header:
    """The header at the top of `lines`; what is missing, unknown, empty or said twice goes to `found`."""
    known = (*needed, *optional)
    if not lines or lines[0].strip() != FENCE:
        found.say(
            1,
            "L’en-tête manque.",
            f"Commencez par une ligne ---, puis {', '.join(f'{w}: …' for w in needed)}, puis une ligne ---.",
        )
        return Header({}, {}, 0)
    words: dict[str, str] = {}
    where: dict[str, int] = {}
    for at, line in enumerate(lines[1:], 2):
        if line.strip() == FENCE:
            break
        if line.startswith("## "):  # the header was not closed: do not swallow the file
            found.say(at, "L’en-tête n’est pas fermé.", "Ajoutez une ligne --- avant cette ligne.")
            return Header(words, where, at - 1)
        if line.strip():
            _take(line, at, known, words, where, found)
    else:
        found.say(len(lines), "L’en-tête n’est pas fermé.", "Ajoutez une ligne --- après le dernier mot de l’en-tête.")
        at = len(lines)
    for word in needed:
        if word not in where:
            found.say(1, f"Il manque « {word} » dans l’en-tête.", f"Ajoutez une ligne {word}: …")
    return Header(words, where, at)


def _take(line: str, at: int, known: tuple[str, ...], words: dict[str, str], where: dict[str, int], found: Findings) -> None:
    match = _LINE.fullmatch(line.strip())
    if not match:
        found.say(at, "Cette ligne de l’en-tête n’a pas de deux-points.", "Écrivez mot: texte.")
        return
    word, text = match[1].strip(), match[2].strip()
    if word not in known:
        found.say(at, f"Le mot « {word} » est inconnu dans l’en-tête.", one_of(word, known))
    elif word in where:
        found.say(at, f"« {word} » est écrit deux fois (déjà ligne {where[word]}).", "Gardez une seule des deux lignes.")
    elif not text:
        where[word] = at
        found.say(at, f"« {word} » est vide.", f"Écrivez le texte après {word}:")
    else:
        words[word], where[word] = text, at
