"""Which statement of facts/ supports each number, price, address and right of the author files, and which have none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from learning.content import Sources, Statement
from library.claims import Claim, digits, everywhere, in_prose, numbers, rights
from library.errors import Findings, Problem
from library.folders import OF_ALL
from library.plan_file import FOLDER
from library.shelf import Shelf
from library.source import decode, read_bytes
from library.sources_file import SEEN

Prose = Sequence[tuple[int, str]]
YEAR = timedelta(days=365)
_WORDS = {"numero": "Le numéro", "adresse": "L’adresse", "prix": "Le prix", "droit": "Ce qui est dit avec le mot"}
_SUPPORTS = {"numero": SEEN, "adresse": SEEN, "prix": (*SEEN, "inventé")}


@dataclass(frozen=True)
class Supported:
    """A claim and what supports it: a statement, or its own form (an address that ends with .example). None: nothing does."""

    ref: str
    claim: Claim
    by: Statement | None

    @property
    def held(self) -> bool:
        return self.by is not None or self.claim.invented


@lru_cache(maxsize=2)  # a shelf is another object as soon as one file changed
def supported(shelf: Shelf) -> tuple[Supported, ...]:
    """Every claim of every author file, in the order of the files. Nothing where nobody keeps facts."""
    if not (shelf.root / "facts").is_dir():
        return ()
    found = []
    for kept in sorted(shelf.kept.values(), key=lambda kept: (kept.place.ref, kept.place.kind)):
        if kept.place.kind != "facts":
            sources = shelf.sources(kept.place.ref)
            told = sources.statements if sources else ()
            claims = _claims(shelf, kept.place.file, kept.reading.prose)
            found += [Supported(kept.place.ref, claim, _by(claim, told)) for claim in claims]
    everything = tuple(
        one for kept in shelf.kept.values() if isinstance(kept.reading.value, Sources) for one in kept.reading.value.statements
    )
    for file in _of_all(shelf.root):
        found += [Supported(file, claim, _by(claim, everything)) for claim in _claims(shelf, file)]
    return tuple(found)


def _of_all(root: Path) -> list[str]:
    """The author files that belong to no lesson: what they say is supported by any."""
    plans = sorted(f"{FOLDER}/{file.name}" for file in (root / FOLDER).glob("*.md"))
    return [*plans, *(file for file in OF_ALL if (root / file).is_file())]


def unsupported(shelf: Shelf) -> tuple[Problem, ...]:
    """A mistake for each claim that nothing supports, with what to type; once for the same words of one file."""
    told: dict[str, Findings] = {}
    seen: set[tuple[str, str]] = set()
    for one in supported(shelf):
        claim = one.claim
        if one.held or (claim.file, claim.words.casefold()) in seen:
            continue
        seen.add((claim.file, claim.words.casefold()))
        told.setdefault(claim.file, Findings(claim.file)).say(
            claim.line,
            f"{_WORDS[claim.kind]} « {claim.words} » n’a pas de fait qui le soutient.",
            f"Écrivez ce fait, sa source et sa date dans {_where(one.ref)} (voir docs/ecrire-les-faits.md).",
        )
    return tuple(problem for found in told.values() for problem in found.problems)


def _where(ref: str) -> str:
    return "facts/, avec ceux de la leçon qui en parle" if ref.endswith(".md") else f"facts/{ref}.md"


def to_check_again(shelf: Shelf, today: date) -> list[tuple[str, Statement]]:
    """(lesson, statement) of what was last checked more than a year before `today`, the oldest first."""
    old = [(ref, one) for ref, one in dated(shelf) if one.checked < today - YEAR]
    return sorted(old, key=lambda found: (found[1].checked, found[0], found[1].line))


def dated(shelf: Shelf) -> Iterator[tuple[str, Statement]]:
    """(lesson, statement) of all that has a date."""
    for kept in shelf.kept.values():
        if isinstance(sources := kept.reading.value, Sources):
            yield from ((sources.ref, one) for one in sources.statements if one.checked)


def _claims(shelf: Shelf, file: str, prose: Prose | None = None) -> Iterator[Claim]:
    """What one file claims. `prose` is what it tells the reader; None: all of it."""
    quiet = Findings(file)
    data = read_bytes(shelf.root / file, quiet)
    text = (decode(data, quiet) if data is not None else None) or ""
    yield from everywhere(file, [(1, text)])
    yield from in_prose(file, [(1, text)] if prose is None else prose)


def _by(claim: Claim, statements: Sequence[Statement]) -> Statement | None:
    """The statement that says the same words; for a right, the one that shares the most words with the sentence."""
    if claim.invented:
        return None
    allowed = _SUPPORTS.get(claim.kind)
    able = [one for one in statements if (one.status in allowed if allowed else one.status != "usage")]
    saying = [one for one in able if _says(one.text, claim)]
    return max(saying, key=lambda one: len(_words(one.text) & _words(claim.said)), default=None)


def _says(text: str, claim: Claim) -> bool:
    if claim.kind == "numero":
        return digits(claim.words) in numbers(text)
    if claim.kind == "droit":
        return rights(claim.words) <= rights(text)
    return _close(claim.words) in _close(text)


def _close(text: str) -> str:
    return "".join(text.casefold().split())


def _words(text: str) -> set[str]:
    return {word.strip(".,;:!?()«»*’'") for word in text.casefold().replace("’", " ").split()}
