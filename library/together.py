"""What can only be checked with all the files side by side."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from learning.content import Lesson
from library.errors import Findings, Problem, nearest, one_of
from library.summary_file import Summary

if TYPE_CHECKING:
    from library.shelf import Kept


def check_together(root: Path, kept: Mapping[str, Kept], summary: Summary) -> list[Problem]:
    """Orphans, missing lessons and images, circles of `apres`, skills taught twice, lessons out of the summary."""
    findings: dict[str, Findings] = {}

    def found(file: str) -> Findings:
        return findings.setdefault(file, Findings(file))

    refs = {k.place.ref for k in kept.values() if k.place.kind == "lessons"}
    planned = refs | {e.ref for e in summary.entries}
    for one in kept.values():
        if one.place.kind != "lessons" and one.place.ref not in planned:
            _tell_orphan(one, refs, found(one.place.file))
        _check_images(root, one, found(one.place.file))
    lessons = {k.place.ref: k for k in kept.values() if isinstance(k.reading.value, Lesson)}
    _check_after(lessons, planned, found)
    _check_skills(lessons, found)
    _check_summary(refs, lessons, summary, found)
    return [p for f in findings.values() for p in f.problems]


def _tell_orphan(one: Kept, refs: set[str], found: Findings) -> None:
    """A quiz or a practice whose lesson is neither written nor to come (the summary says the latter once, as advice)."""
    what = {"quizzes": "quiz", "scenarios": "mise en situation", "diagnosis": "petite tâche", "facts": "liste de faits"}[
        one.place.kind
    ]
    close = nearest(one.place.ref, refs)
    near = f"Vouliez-vous écrire « {close} » ?" if close else ""
    found.say(
        1,
        "Ce quiz n’a pas de leçon." if what == "quiz" else f"Cette {what} n’a pas de leçon.",
        f"Créez lessons/{one.place.ref}.md, ou changez le nom du fichier. {near}".strip(),
    )


def _check_images(root: Path, one: Kept, found: Findings) -> None:
    for line, source in one.reading.images:
        module = one.place.ref.partition("/")[0]
        try:
            image = root / "lessons" / module / source
            regular = stat.S_ISREG(os.lstat(image).st_mode) and not image.parent.is_symlink()
        except OSError:
            regular = False
        if not regular:
            found.say(
                line,
                f"L’image « {source} » n’existe pas.",
                f"Mettez le fichier dans lessons/{module}/images/, ou corrigez son nom.",
            )


def _check_after(lessons: Mapping[str, Kept], planned: set[str], found) -> None:
    for ref, one in lessons.items():
        line = one.reading.lines.get("mot:apres", 1)
        for other in one.reading.value.after:
            if other not in planned:
                found(one.place.file).say(line, f"apres : la leçon « {other} » n’existe pas.", one_of(other, sorted(planned)))
        if _comes_back(ref, lessons):
            found(one.place.file).say(
                line, "apres : cette leçon s’attend elle-même, directement ou par une autre.", "Enlevez un des apres du cercle."
            )


def _comes_back(ref: str, lessons: Mapping[str, Kept]) -> bool:
    seen: set[str] = set()
    to_see = list(lessons[ref].reading.value.after)
    while to_see:
        at = to_see.pop()
        if at == ref:
            return True
        if at in lessons and at not in seen:
            seen.add(at)
            to_see += lessons[at].reading.value.after
    return False


def _check_skills(lessons: Mapping[str, Kept], found) -> None:
    first: dict[str, str] = {}
    for ref, one in lessons.items():
        skill = one.reading.value.skill
        if first.setdefault(skill, ref) != ref:
            found(one.place.file).say(
                one.reading.lines.get("mot:competence", 1),
                f"La compétence {skill} a déjà une leçon : {first[skill]}.",
                "Une leçon, une compétence : changez le code de l’une des deux.",
            )


def _check_summary(refs: set[str], lessons: Mapping[str, Kept], summary: Summary, found) -> None:
    file = "lessons/sommaire.md"
    place = {e.ref: e.line for e in summary.entries}
    for entry in summary.entries:
        if entry.ref not in refs and not entry.draft:
            close = nearest(entry.ref, sorted(refs - set(place)))
            near = f"Vouliez-vous écrire « {close} » ?" if close else ""
            found(file).say(
                entry.line,
                f"Le fichier lessons/{entry.ref}.md n’existe pas.",
                f"Corrigez le nom, ou écrivez - {entry.ref} pour une leçon à venir. {near}".strip(),
            )
        elif entry.ref not in refs:
            found(file).say(
                entry.line, f"Leçon à venir : {entry.ref}.", f"Écrivez lessons/{entry.ref}.md quand vous serez prêt.", advice=True
            )
    for ref in sorted(refs - set(place)):
        if summary.entries:
            found(file).say(
                1,
                f"La leçon « {ref} » n’est pas dans le sommaire.",
                f"Ajoutez - [Titre]({ref}.md) à sa place, sous ## {ref.partition('/')[0]}",
            )
    for ref, one in lessons.items():
        for other in one.reading.value.after:
            if place.get(other, 0) > place.get(ref, 10**6):
                found(one.place.file).say(
                    one.reading.lines.get("mot:apres", 1),
                    f"Le sommaire met « {other} » après cette leçon, qui l’attend.",
                    "Changez l’ordre du sommaire, ou apres.",
                    advice=True,
                )
