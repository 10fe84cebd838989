"""Advice on what is still to be written: a skill has a lesson, a quiz long enough, a practice and a small diagnosis task."""

from __future__ import annotations

from learning.content import Lesson
from learning.words import MODULES
from library.errors import Findings
from library.shelf import Shelf
from library.vocabulary import SKILLS

QUESTIONS, KINDS = 6, 3
DIAGNOSIS = "diagnosis"


def cover_lesson(lesson: Lesson, shelf: Shelf, found: Findings) -> None:
    """Say what goes with this lesson and is missing, or short. A practice has its 3 variants, or is a mistake."""
    missing = []
    quiz = shelf.quiz(lesson.ref)
    if quiz is None and not _there(shelf, f"quizzes/{lesson.ref}.md"):
        missing.append(("pas de quiz", f"quizzes/{lesson.ref}.md (voir docs/ecrire-un-quiz.md)"))
    elif quiz:
        _cover_quiz(len(quiz.questions), len({q.kind for q in quiz.questions}), found)
    if not _there(shelf, f"scenarios/{lesson.ref}.yaml"):
        missing.append(("pas de mise en situation", f"scenarios/{lesson.ref}.yaml (voir docs/ecrire-une-mise-en-situation.md)"))
    if (shelf.root / DIAGNOSIS).is_dir() and not _there(shelf, f"{DIAGNOSIS}/{lesson.ref}.yaml"):
        file = f"{DIAGNOSIS}/{lesson.ref}.yaml (voir docs/ecrire-une-petite-tache.md)"
        missing.append(("pas de petite tâche pour situer la personne", file))
    for what, file in missing:
        found.say(1, f"Cette leçon n’a {what}.", f"Écrivez {file}.", advice=True)


def _there(shelf: Shelf, file: str) -> bool:
    """A file with mistakes has its own messages: it is not to be written again."""
    return (shelf.root / file).is_file()


def _cover_quiz(questions: int, kinds: int, found: Findings) -> None:
    if questions < QUESTIONS:
        found.say(1, f"Son quiz a {questions} question(s).", f"Allez jusqu’à {QUESTIONS} ou plus.", advice=True)
    if kinds < KINDS:
        found.say(
            1,
            f"Son quiz a {kinds} sorte(s) de questions.",
            f"Variez : {KINDS} sortes ou plus (choix, ordre, tableau, réponse à taper).",
            advice=True,
        )


def cover_modules(shelf: Shelf, found: Findings) -> None:
    """Say which skills have no lesson, in the modules that have begun."""
    taught = {lesson.skill for lesson in shelf.lessons}
    for module in dict.fromkeys(lesson.module for lesson in shelf.lessons):
        missing = [skill for skill, its in SKILLS.items() if its == module and skill not in taught]
        if missing:
            found.say(
                1,
                f"Module « {MODULES[module]} » : pas encore de leçon pour {', '.join(missing)}.",
                f"Écrivez une leçon, avec competence: {missing[0]} dans son en-tête.",
                advice=True,
            )
