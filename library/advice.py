"""Advice to authors, once nothing is wrong: coverage of the path, size of screens, balance of quizzes and lots, wording."""

from __future__ import annotations

from learning.content import Choice, Lesson, Practice, Quiz
from library.errors import Findings, Problem
from library.language import check_language, words_shown
from library.reading import Reading
from library.shelf import Shelf

SCREENS, SCREEN_WORDS = (3, 6), 60
QUESTIONS, KINDS = 6, 3
ENOUGH = 3  # questions before a habit shows


def advice(shelf: Shelf) -> tuple[Problem, ...]:
    """Every piece of advice on the shelf, those found at reading included."""
    found = [p for p in shelf.problems if p.advice]
    for kept in shelf.kept.values():
        notes = Findings(kept.place.file)
        match kept.reading.value:
            case Lesson() as lesson:
                _cover(lesson, shelf, notes)
                _check_screens(lesson, kept.reading, notes)
            case Quiz() as quiz:
                _balance(quiz, kept.reading, notes)
            case Practice() as practice:
                _balance_lots(practice, kept.reading, notes)
        check_language(kept.reading.prose, notes)
        found += notes.problems
    return tuple(sorted(set(found)))


def _cover(lesson: Lesson, shelf: Shelf, found: Findings) -> None:
    quiz, practice = shelf.quiz(lesson.ref), shelf.practice(lesson.ref)
    if quiz is None:
        found.say(
            1, "Cette leçon n’a pas de quiz.", f"Écrivez quizzes/{lesson.ref}.md (voir docs/ecrire-un-quiz.md).", advice=True
        )
    else:
        kinds = {q.kind for q in quiz.questions}
        if len(quiz.questions) < QUESTIONS:
            found.say(1, f"Son quiz a {len(quiz.questions)} question(s).", f"Allez jusqu’à {QUESTIONS} ou plus.", advice=True)
        if len(kinds) < KINDS:
            found.say(
                1,
                f"Son quiz a {len(kinds)} sorte(s) de questions.",
                f"Variez : {KINDS} sortes ou plus (choix, ordre, tableau, réponse à taper).",
                advice=True,
            )
    if practice is None:
        found.say(
            1,
            "Cette leçon n’a pas de mise en situation.",
            f"Écrivez scenarios/{lesson.ref}.yaml (voir docs/ecrire-une-mise-en-situation.md).",
            advice=True,
        )


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


def _balance(quiz: Quiz, reading: Reading, found: Findings) -> None:
    """Nobody should find the right option without reading: neither by its length nor by its place."""
    choices = [q for q in quiz.questions if isinstance(q, Choice)]
    for question in choices:
        if all(option.right for option in question.options):
            found.say(
                reading.lines.get(f"question:{question.id}", 1),
                "Tous les choix de cette question sont bons.",
                "Ajoutez un choix faux, celui d’une erreur fréquente.",
                advice=True,
            )
    single = [q for q in choices if not q.several]
    if len(single) < ENOUGH:
        return
    places = {next(i for i, o in enumerate(q.options) if o.right) for q in single}
    if len(places) == 1:
        found.say(
            1,
            f"Le bon choix est toujours à la place {places.pop() + 1}.",
            "Changez l’ordre des choix dans une question ou deux.",
            advice=True,
        )
    if all(
        len(o.text) > max(len(other.text) for other in q.options if other is not o) for q in single for o in q.options if o.right
    ):
        found.say(1, "Le bon choix est toujours le plus long.", "Raccourcissez-le, ou allongez un choix faux.", advice=True)


def _balance_lots(practice: Practice, reading: Reading, found: Findings) -> None:
    for scenario in practice.variants:
        lot = scenario.sorting
        if lot and len(lot.traps) != len(lot.genuine):
            what = f"Variante « {scenario.variant} » : {len(lot.traps)} pièges pour {len(lot.genuine)} vrais messages."
            found.say(
                reading.lines.get(f"variante:{scenario.variant}", 1),
                what,
                "Mettez-en autant : on apprend à distinguer, pas à tout refuser.",
                advice=True,
            )
