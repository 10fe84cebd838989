"""plans/<name>.md: a workshop ready to be given, read for the counsellor. Five fixed parts; the minutes of the course add up."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from learning.content import Moment, Plan
from learning.marking import plain
from learning.typography import typeset
from learning.words import MODULES
from library.errors import Findings, Problem, one_of
from library.front_matter import Header, read_header
from library.markdown import Block, blocks, sections
from library.shelf import Shelf
from library.source import decode, read_bytes

FOLDER = "plans"
NEEDED = ("titre", "module", "niveau", "minutes", "lecons")
LEVELS = ("Débutant", "Intermédiaire", "Avancé")  # La Coop's, ../shared/notes/counsellor.md §1.3
PARTS = ("But", "Avant", "Déroulé", "À imprimer", "Après")
COLUMNS = ("Minutes", "Le groupe", "Vous")
_MODEL = "Les parties sont : " + ", ".join(f"## {part}" for part in PARTS) + ". Un modèle est dans docs/ecrire-un-atelier.md."


def plans(shelf: Shelf) -> tuple[tuple[Plan, ...], tuple[Problem, ...]]:
    """The plans of the folder, in the order of the modules, and what is wrong with the others. Read anew each time: they are few."""
    found, problems = [], []
    for file in sorted((shelf.root / FOLDER).glob("*.md")):
        plan, told = _plan_file(file, [lesson.ref for lesson in shelf.lessons])
        found += [plan] if plan else []
        problems += told
    order = list(MODULES)
    return tuple(sorted(found, key=lambda plan: (order.index(plan.module), plan.name))), tuple(problems)


def _plan_file(file: Path, lessons: Collection[str]) -> tuple[Plan | None, tuple[Problem, ...]]:
    told = Findings(f"{FOLDER}/{file.name}")
    data = read_bytes(file, told)
    plan = read_plan(data, file.stem, told, lessons) if data is not None else None
    return plan, told.problems


def read_plan(data: bytes, name: str, found: Findings, lessons: Collection[str]) -> Plan | None:
    """The plan written in `data`; None, and what is wrong in `found`, when it cannot be given as it is."""
    text = decode(data, found)
    if text is None:
        return None
    lines = text.split("\n")
    header = read_header(lines, NEEDED, (), found)
    body = [""] * header.body + lines[header.body :]
    parts = _parts(blocks("\n".join(body)), len(lines), found)
    _check_header(header, lessons, found)
    course = _course(parts.get("Déroulé", []), header, found)
    if found.mistakes:
        return None
    aim = " ".join(typeset(block.inline) for block in parts["But"])
    return Plan(
        name=name, title=header.text("titre"), module=header.words["module"], level=header.words["niveau"],
        minutes=int(header.words["minutes"]), lessons=header.listed("lecons"), aim=aim, course=course,
        before=_listed(parts["Avant"]), prints=_listed(parts["À imprimer"]), afterwards=_listed(parts["Après"]),
    )  # fmt: skip


def _parts(parts: list[Block], last: int, found: Findings) -> dict[str, list[Block]]:
    """The blocks under each of the five titles."""
    early, none = ("Ce texte est avant le premier titre ##.", _MODEL), ("Il n’y a aucun titre ##.", _MODEL)
    read = {heading.inline: inside for heading, inside, _end in sections(parts, last, found, early, none)}
    for part in PARTS:
        if part not in read:
            found.say(last, f"La partie « {part} » manque.", f"Ajoutez une ligne ## {part}")
        elif not read[part]:
            found.say(last, f"La partie « {part} » est vide.", "Écrivez-la, ou dites « Rien. »")
    return read


def _check_header(header: Header, lessons: Collection[str], found: Findings) -> None:
    for word, known in (("module", MODULES), ("niveau", LEVELS)):
        said = header.words.get(word)
        if said and said not in known:
            found.say(header.line(word), f"« {said} » n’est pas un {word}.", one_of(said, known))
    for ref in header.listed("lecons"):
        if ref not in lessons:
            found.say(header.line("lecons"), f"La leçon « {ref} » n’existe pas.", one_of(ref, lessons))
    minutes = header.words.get("minutes", "90")
    if not (minutes.isascii() and minutes.isdigit() and 10 <= int(minutes[:4]) <= 480):
        found.say(
            header.line("minutes"),
            f"« minutes » n’est pas un nombre entre 10 et 480 : {minutes}",
            "Écrivez par exemple minutes: 90",
        )


def _course(parts: list[Block], header: Header, found: Findings) -> tuple[Moment, ...]:
    """The table of the course. Its minutes must fill the workshop exactly."""
    rows = next((block.rows() for block in parts if block.kind == "table"), [])
    if not rows or [plain(title) for title in rows[0].cells] != [plain(title) for title in COLUMNS]:
        found.say(
            parts[0].start + 1 if parts else 1, "Le déroulé n’est pas un tableau.", "Écrivez | Minutes | Le groupe | Vous |"
        )
        return ()
    moments = []
    for row in rows[1:]:
        minutes, group, counsellor = (*row.cells, "", "", "")[:3]
        if not (minutes.isascii() and minutes.isdigit()):
            found.say(row.at + 1, f"« {minutes} » n’est pas un nombre de minutes.", "Écrivez par exemple 15")
            continue
        moments.append(Moment(minutes=int(minutes), group=typeset(group), counsellor=typeset(counsellor)))
    total = sum(moment.minutes for moment in moments)
    if str(total) != header.words.get("minutes") and not found.mistakes:
        found.say(
            rows[0].at + 1,
            f"Le déroulé dure {total} minutes, et l’en-tête dit {header.words.get('minutes')}.",
            "Changez l’un ou l’autre.",
        )
    return tuple(moments)


def _listed(parts: list[Block]) -> tuple[str, ...]:
    """The lines of a list, or the paragraphs."""
    found = []
    for block in parts:
        inside = [item.inside() for item in block.inside()] if block.kind.endswith("list") else [[block]]
        found += [typeset(one.inline) for item in inside for one in item if one.inline]
    return tuple(found)
