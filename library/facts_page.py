"""`python -m library.facts_page`: writes docs/faits.md, each number, price, address and right of the texts with what supports it."""

from __future__ import annotations

import sys
from itertools import groupby
from pathlib import Path

from learning.content import Sources, Statement
from learning.words import MODULES
from library.shelf import Shelf, open_shelf
from library.support import Supported, supported

ROOT = Path(__file__).parent.parent
HEAD = """# D’où vient ce que disent les leçons

> Cette page est écrite par la machine, d’après le dossier `facts/` : `python -m library.facts_page`. Ne la changez pas à la main.

Pour chaque leçon : ses numéros, ses adresses, ses prix et ses droits, avec le fait qui les soutient ; puis tous ses faits.
« Inventé par sa forme » : une adresse en `.example`, un numéro réservé aux histoires. Le reste est dans `ecrire-les-faits.md`.
"""
_KINDS = {"numero": "Numéro", "adresse": "Adresse", "prix": "Prix", "droit": "Droit"}


def page(shelf: Shelf) -> str:
    """The whole page, in the order of the path."""
    by_ref = {ref: list(found) for ref, found in groupby(supported(shelf), key=lambda one: one.ref)}
    order = [lesson.ref for lesson in shelf.lessons]
    refs = sorted(
        {*(ref for ref in by_ref if not ref.endswith(".md")), *(ref for ref in order if shelf.sources(ref))},
        key=lambda ref: (_rank(ref, order), ref),
    )
    parts = [HEAD]
    for module, its in groupby(refs, key=lambda ref: ref.partition("/")[0]):
        parts.append(f"# {MODULES[module]}\n")
        parts += [_lesson(ref, shelf, by_ref.get(ref, [])) for ref in its]
    parts.append("# Le glossaire et les plans d’atelier\n")
    parts += [f"## {ref}\n\n{_claims(by_ref[ref])}" for ref in by_ref if ref.endswith(".md")]
    return "\n".join(parts)


def _rank(ref: str, order: list[str]) -> tuple[int, int]:
    return list(MODULES).index(ref.partition("/")[0]), order.index(ref) if ref in order else len(order)


def _lesson(ref: str, shelf: Shelf, claims: list[Supported]) -> str:
    lesson, sources = shelf.lesson(ref), shelf.sources(ref)
    return f"## {lesson.title if lesson else ref}\n\n{_claims(claims)}\n{_all(sources)}"


def _claims(claims: list[Supported]) -> str:
    parts = []
    invented = sorted({one.claim.words for one in claims if one.claim.invented})
    rows = dict.fromkeys((_KINDS[one.claim.kind], one.claim.words, one.by) for one in claims if not one.claim.invented)
    if rows:
        parts.append("| Ce qui est dit | | Le fait qui le soutient |\n|---|---|---|")
        parts += [f"| {kind} | {words} | {_support(by)} |" for kind, words, by in sorted(rows, key=lambda row: row[:2])]
        parts.append("")
    if invented:
        parts.append(f"Inventés par leur forme : {len(invented)} adresses et numéros.\n")
    return "\n".join(parts)


def _support(by: Statement | None) -> str:
    return f"{by.text} ({_how(by)})" if by else "**aucun**"


def _all(sources: Sources | None) -> str:
    if sources is None:
        return "Aucun fait n’est écrit.\n"
    rows = [f"| {one.text} | {one.source} | {_how(one)} |" for one in sources.statements]
    return "\n".join(["| Fait | Source | Statut |", "|---|---|---|", *rows, ""])


def _how(one: Statement) -> str:
    return f"{one.status}, {one.checked:%d/%m/%Y}" if one.checked else one.status


if __name__ == "__main__":
    (ROOT / "docs/faits.md").write_text(page(open_shelf(ROOT)), "utf-8")
    sys.stdout.write("docs/faits.md est à jour.\n")
