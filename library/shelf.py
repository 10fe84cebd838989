"""The shelf: all author files of a folder, read once. The only place that reads them."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

from learning.content import Lesson, Practice, Quiz, Sources
from learning.words import MODULES
from library.errors import Findings, Problem
from library.folders import Place, author_files
from library.glossary import Glossary
from library.glossary_file import GLOSSARY, read_glossary
from library.lesson_file import read_lesson
from library.quiz_file import read_quiz
from library.reading import Reading
from library.scenario_file import read_scenario, read_task
from library.source import read_bytes, signature
from library.sources_file import read_sources
from library.starts import check_starts
from library.summary_file import Summary, read_summary
from library.together import check_together

SUMMARY = "lessons/sommaire.md"
_READERS = {
    "lessons": read_lesson,
    "quizzes": read_quiz,
    "scenarios": lambda *a: check_starts(read_scenario(*a), a[2]),
    "diagnosis": lambda *a: check_starts(read_task(*a), a[2]),
    "facts": read_sources,
}


@dataclass(frozen=True)
class Module:
    """A module of the path: its lessons in order, and the refs still to be written."""

    name: str
    title: str
    lessons: tuple[Lesson, ...]
    drafts: tuple[str, ...]


@dataclass(frozen=True)
class Kept:
    """A file as last read. After a mistake, `reading.value` is the last good one."""

    place: Place
    signature: tuple | None
    reading: Reading


@dataclass(frozen=True, eq=False)
class Shelf:
    """What there is to learn. Frozen: `refreshed()` gives another one, or itself when no file changed."""

    root: Path
    kept: Mapping[str, Kept] = field(repr=False)
    summary: Summary = field(repr=False)
    glossary: Glossary = field(default=Glossary(), repr=False)
    problems: tuple[Problem, ...] = ()
    stamp: tuple = field(default=(), repr=False)

    @cached_property
    def lessons(self) -> tuple[Lesson, ...]:
        """In path order; a lesson that the summary forgets comes last."""
        order = {e.ref: i for i, e in enumerate(self.summary.entries)}
        found = [k.reading.value for k in self.kept.values() if isinstance(k.reading.value, Lesson)]
        return tuple(sorted(found, key=lambda lesson: (order.get(lesson.ref, len(order)), lesson.ref)))

    @cached_property
    def modules(self) -> tuple[Module, ...]:
        """Those that have lessons or drafts, in the order of the summary."""
        names = dict.fromkeys((*self.summary.modules, *(lesson.module for lesson in self.lessons)))
        drafts = [e.ref for e in self.summary.entries if self.lesson(e.ref) is None]
        return tuple(
            Module(
                n, MODULES[n], tuple(x for x in self.lessons if x.module == n), tuple(d for d in drafts if d.startswith(n + "/"))
            )
            for n in names
        )

    @cached_property
    def minutes(self) -> Mapping[str, float]:
        """How long the practice of a lesson takes, where its author says so."""
        found = {lesson.ref: practice.minutes for lesson in self.lessons if (practice := self.practice(lesson.ref))}
        return {ref: minutes for ref, minutes in found.items() if minutes}

    def lesson(self, ref: str) -> Lesson | None:
        return self._value("lessons", ref)

    def quiz(self, ref: str) -> Quiz | None:
        return self._value("quizzes", ref)

    def practice(self, ref: str) -> Practice | None:
        return self._value("scenarios", ref)

    def task(self, ref: str) -> Practice | None:
        """The small task of a diagnosis, in its variants."""
        return self._value("diagnosis", ref)

    def sources(self, ref: str) -> Sources | None:
        """Where what the texts of a lesson state comes from."""
        return self._value("facts", ref)

    def reading(self, kind: str, ref: str) -> Reading | None:
        """The reading behind a value (lines, prose), for checks and advice. `kind` is the folder."""
        kept = self.kept.get(f"{kind}/{ref}")
        return kept.reading if kept else None

    def refreshed(self) -> Shelf:
        """The shelf as the files are now. A file that became bad, or disappeared, keeps its last good value and says so."""
        return self if self.stamp == _stamp(self.root) else _read(self.root, self)

    def _value(self, kind: str, ref: str):
        kept = self.kept.get(f"{kind}/{ref}")
        return kept.reading.value if kept else None


def open_shelf(root: Path | str) -> Shelf:
    """Read the author folders under `root`. Never raises for what is in them: mistakes are in `.problems`."""
    return _read(Path(root), None)


@lru_cache(maxsize=500)
def _parsed(kind: str, ref: str, file: str, data: bytes) -> Reading:
    return _READERS[kind](data, ref, file)


def _read(root: Path, before: Shelf | None) -> Shelf:
    stamp = _stamp(root)  # taken first: a file written meanwhile is seen at the next refresh
    findings: dict[str, Findings] = {}
    kept: dict[str, Kept] = {}
    for place in author_files(root, findings):
        old = before.kept.get(f"{place.kind}/{place.ref}") if before else None
        kept[f"{place.kind}/{place.ref}"] = _read_one(root, place, old)
    gone = {key: old for key, old in before.kept.items() if key not in kept and old.reading.value is not None} if before else {}
    kept |= {key: _missing(old) for key, old in gone.items()}
    summary = _summary(root, before, findings)
    glossary = _glossary(root, before, findings)
    problems = [p for k in kept.values() for p in k.reading.problems]
    problems += check_together(root, kept, summary)
    problems += [p for found in findings.values() for p in found.problems]
    return Shelf(root, kept, summary, glossary, tuple(sorted(set(problems))), stamp)


def _read_one(root: Path, place: Place, old: Kept | None) -> Kept:
    now = signature(root / place.file)
    if old and now is not None and old.signature == now:
        return old
    found = Findings(place.file)
    data = read_bytes(root / place.file, found)
    reading = _parsed(place.kind, place.ref, place.file, data) if data is not None else Reading(None, found.problems)
    if reading.value is None and old and old.reading.value is not None:
        note = Findings(place.file)
        note.say(
            1,
            "Le fichier a une erreur : la dernière bonne version reste affichée.",
            "Corrigez les erreurs dites ici pour ce fichier.",
        )
        reading = dataclasses.replace(old.reading, problems=(*note.problems, *(p for p in reading.problems)))
    return Kept(place, now, reading)


def _missing(old: Kept) -> Kept:
    note = Findings(old.place.file)
    note.say(
        1,
        "Le fichier a disparu : sa dernière version reste affichée jusqu’au prochain démarrage.",
        "Remettez-le, ou redémarrez si c’est voulu.",
    )
    return Kept(old.place, None, dataclasses.replace(old.reading, problems=note.problems))


def _summary(root: Path, before: Shelf | None, findings: dict[str, Findings]) -> Summary:
    found = findings.setdefault(SUMMARY, Findings(SUMMARY))
    if signature(root / SUMMARY) is None:
        found.say(
            1,
            "Le sommaire manque : l’ordre des leçons n’est pas connu.",
            "Créez lessons/sommaire.md avec ## courriel puis - [Titre](courriel/lecon.md)",
        )
        return before.summary if before else Summary()
    data = read_bytes(root / SUMMARY, found)
    summary = read_summary(data, found) if data is not None else Summary()
    return before.summary if before and not summary.entries else summary


def _glossary(root: Path, before: Shelf | None, findings: dict[str, Findings]) -> Glossary:
    """The hard words; none where nobody wrote any. A glossary that becomes bad, or disappears, keeps its last good terms."""
    found = findings.setdefault(GLOSSARY, Findings(GLOSSARY))
    last = before.glossary if before else Glossary()
    if signature(root / GLOSSARY) is None:
        if last.terms:
            found.say(
                1, "Le glossaire a disparu : ses mots restent expliqués jusqu’au prochain démarrage.", f"Remettez {GLOSSARY}."
            )
        return last
    data = read_bytes(root / GLOSSARY, found)
    if data is None:
        return last
    glossary, problems = read_glossary(data)
    found.add(problems)
    return last if found.mistakes and last.terms else glossary


def _stamp(root: Path) -> tuple:
    """What changes when any author file changes, comes or goes; images count, for a missing one is told."""
    quiet: dict[str, Findings] = {}
    places = [(p.file, signature(root / p.file)) for p in author_files(root, quiet)]
    images = [(str(f), signature(f)) for f in (root / "lessons" / m / "images" for m in MODULES)]
    return (*places, *images, signature(root / SUMMARY), signature(root / GLOSSARY), tuple(sorted(quiet)))
