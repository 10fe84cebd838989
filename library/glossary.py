"""The hard words and what they mean, and where they stand in a sentence. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache


@dataclass(frozen=True)
class Term:
    """A hard word: its name, its definition (typeset), its other forms, its line in the author file."""

    name: str
    definition: str
    also: tuple[str, ...] = ()
    line: int = 1

    @property
    def forms(self) -> tuple[str, ...]:
        """How it is written in a sentence: « Copie cachée (Cci) » is « Copie cachée » and « Cci »."""
        outside, _, inside = self.name.partition("(")
        return tuple(form for form in (outside.strip(), inside.rstrip(") ").strip(), *self.also) if form)


@dataclass(frozen=True, eq=False)  # told apart by identity: it is a cache's key at each screen drawn
class Glossary:
    """All the terms. Whole words are found, whatever their capitals, accents and apostrophes; a plural in -s too."""

    terms: tuple[Term, ...] = ()

    def found(self, text: str) -> Iterator[tuple[int, int, Term]]:
        """Each term in `text`, with where it starts and ends; where two overlap, the longer one."""
        if self.terms:
            for hit in self._pattern.finditer(folded(text)):
                yield hit.start(), hit.end(), self._order[hit.lastindex - 1][1]

    def knows(self, word: str) -> bool:
        """Whether `word`, alone, is a term or one of its forms."""
        return bool(self.terms) and self._pattern.fullmatch(folded(word)) is not None

    @cached_property
    def _order(self) -> list[tuple[str, Term]]:
        return sorted(((folded(form), term) for term in self.terms for form in term.forms), key=lambda pair: -len(pair[0]))

    @cached_property
    def _pattern(self) -> re.Pattern:
        forms = "|".join(f"({_with_plural(form)})" for form, _term in self._order)
        # not a piece of an address, of a file name or of a compound word
        return re.compile(rf"(?<![\w@./-])(?:{forms})(?![\w@/-]|\.\w)")


def folded(text: str) -> str:
    """`text` without capitals and accents, letter for letter, so that places in it stay true."""
    return "".join(map(_fold, text))


@lru_cache(maxsize=1000)
def _fold(letter: str) -> str:
    if letter in "’ʼ":
        return "'"
    if letter.isspace():
        return " "
    plain = unicodedata.normalize("NFKD", letter.casefold())[:1]
    return plain or letter


def _with_plural(form: str) -> str:
    """The form as a pattern: each of its words, long enough and without one already, may take an -s."""
    return " ".join(re.escape(word) + ("s?" if len(word) > 2 and word[-1] not in "sxz" else "") for word in form.split())
