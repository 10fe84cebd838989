"""Advice to authors, once nothing is wrong: coverage of the path, size of screens, balance of quizzes and lots, wording."""

from __future__ import annotations

from functools import lru_cache

from learning.content import Lesson, Practice, Quiz
from library.balance import balance_lots, balance_quiz
from library.coverage import cover_lesson, cover_modules
from library.errors import Findings, Problem
from library.glossary import Glossary
from library.glossary_file import GLOSSARY
from library.jargon import check_jargon
from library.language import ORDER, check_language, words_shown
from library.reading import Reading
from library.shelf import SUMMARY, Shelf

SCREENS, SCREEN_WORDS = (3, 6), 60

Prose = tuple[tuple[int, str], ...]


@lru_cache(maxsize=2)  # a shelf is another object as soon as one file changed
def advice(shelf: Shelf) -> tuple[Problem, ...]:
    """Every piece of advice on the shelf, those found at reading included."""
    found = [p for p in shelf.problems if p.advice]
    for kept in shelf.kept.values():
        notes, reading = Findings(kept.place.file), kept.reading
        match reading.value:
            case Lesson() as lesson:
                cover_lesson(lesson, shelf, notes)
                _check_screens(lesson, reading, notes)
            case Quiz() as quiz:
                balance_quiz(quiz, reading, notes)
            case Practice() as practice:
                balance_lots(practice, reading, notes)
        taught = kept.place.kind in ("lessons", "quizzes")
        orders = 0 if taught else reading.lines.get("mot:consigne", 0)
        found += [*notes.problems, *_wording(kept.place.file, reading.prose, orders, shelf.glossary if taught else None)]
    found += _wording(GLOSSARY, tuple((term.line, term.definition) for term in shelf.glossary.terms), 0, None)
    path = Findings(SUMMARY)
    cover_modules(shelf, path)
    return tuple(sorted({*found, *path.problems}))


@lru_cache(maxsize=1000)  # the slow part: done again for the files that changed, not for the whole shelf
def _wording(file: str, prose: Prose, orders: int, glossary: Glossary | None) -> tuple[Problem, ...]:
    """Advice on the wording of one file. `orders` is the line of its instructions (0: none): their sentences are shorter."""
    found = Findings(file)
    told = [(line, text) for line, text in prose if line != orders]
    check_language(told, found)
    # written under a bar: the text begins on the next line
    check_language(((line + ("\n" in text), text) for line, text in prose if line == orders), found, ORDER)
    if glossary is not None:
        check_jargon(told, glossary, found)
    return found.problems


def _check_screens(lesson: Lesson, reading: Reading, found: Findings) -> None:
    fewest, most = SCREENS
    if not fewest <= len(lesson.screens) <= most:
        found.say(1, f"La leçon a {len(lesson.screens)} écran(s).", f"Restez entre {fewest} et {most} écrans.", advice=True)
    for number, screen in enumerate(lesson.screens, 1):
        count = words_shown(screen.body)
        if count > SCREEN_WORDS:
            line = reading.lines.get(f"ecran:{number}", 1)
            found.say(
                line,
                f"L’écran « {screen.title} » a {count} mots.",
                f"Restez à {SCREEN_WORDS} mots : coupez, ou faites deux écrans.",
                advice=True,
            )
    if not any(screen.remember for screen in lesson.screens):
        found.say(
            1,
            "La leçon n’a pas de phrase à retenir.",
            "Ajoutez une ligne > À retenir : … ; c’est elle que la fiche imprime.",
            advice=True,
        )
