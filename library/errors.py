"""What is wrong in an author file, where, and what to type: said in French, all at once."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from learning.typography import no_break


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake, or one piece of advice (`advice`). `line` counts from 1."""

    file: str
    line: int
    what: str
    cure: str
    advice: bool = False

    def __str__(self) -> str:
        name = "".join(c if c.isprintable() else "?" for c in self.file)
        return f"{name}:{self.line} : {self.what} → {self.cure}"


class Findings:
    """Collects the problems of one file; the same one told twice (by two variants) is kept once."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._problems: dict[Problem, None] = {}

    def say(self, line: int, what: str, cure: str, *, advice: bool = False) -> None:
        """Note a problem. `what` and `cure` are French sentences, typed with ordinary spaces."""
        problem = Problem(self.file, max(1, line), no_break(_shown(what)), no_break(_shown(cure)), advice)
        self._problems.setdefault(problem)

    def add(self, problems: Iterable[Problem]) -> None:
        """Note problems that were found apart."""
        self._problems.update(dict.fromkeys(problems))

    @property
    def problems(self) -> tuple[Problem, ...]:
        return tuple(sorted(self._problems))

    @property
    def mistakes(self) -> bool:
        return any(not p.advice for p in self._problems)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` was probably meant to be; None when nothing is near."""
    by_plain = {_plain(k): k for k in known}
    close = difflib.get_close_matches(_plain(word), by_plain, n=1, cutoff=0.6)
    return by_plain[close[0]] if close else None


def one_of(word: str, known: Iterable[str]) -> str:
    """The advice for an unknown word: the nearest one, else the whole list."""
    known = list(known)
    near = nearest(word, known)
    return f"Vouliez-vous écrire « {near} » ?" if near else f"Mots acceptés : {', '.join(known)}."


def _plain(word: str) -> str:
    folded = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in folded if not unicodedata.combining(c))


def _shown(text: str, limit: int = 400) -> str:
    """What an author typed may hold anything: keep messages on one line, printable and short."""
    clean = "".join(c if c.isprintable() else " " for c in text)
    return clean if len(clean) <= limit else clean[: limit - 1] + "…"
