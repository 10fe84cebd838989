"""`python -m library.skills_page`: writes docs/competences.md, what there is for each skill, as the author files say it."""

from __future__ import annotations

import sys
from pathlib import Path

from learning.content import Lesson
from learning.words import MODULES
from library.shelf import Shelf, open_shelf
from workshops.themes import LABELS, theme

ROOT = Path(__file__).parent.parent
HEAD = """# Les compétences du cours

> Cette page est écrite par la machine, d’après les fichiers : `python -m library.skills_page`. Ne la changez pas à la main.

Une ligne par compétence : sa leçon, son quiz, sa mise en situation et ses variantes, sa petite tâche ; les codes des cadres ; le thème de La Coop.
La correspondance avec DigComp 2.2 et le CRCN est celle que propose le cours : ce n’est pas un tableau officiel.
"""
_TITLES = "| | Je sais… | Leçon | Quiz | Variantes | Petite tâche | Minutes | DigComp | CRCN | Thème de La Coop | Après |"


def page(shelf: Shelf) -> str:
    """The whole page, in the order of the path."""
    parts = [HEAD]
    for module in shelf.modules:
        if module.lessons:
            parts.append(f"## {MODULES[module.name]}\n\n{_TITLES}\n|{'---|' * 11}")
            parts += [_row(shelf, lesson) for lesson in module.lessons]
            parts.append("")
    return "\n".join([*parts, _sums(shelf)])


def _row(shelf: Shelf, lesson: Lesson) -> str:
    quiz, practice, task = shelf.quiz(lesson.ref), shelf.practice(lesson.ref), shelf.task(lesson.ref)
    after = [other.skill if (other := shelf.lesson(ref)) else ref for ref in lesson.after]
    minutes = lesson.minutes + (practice.minutes or 0 if practice else 0)
    cells = (
        lesson.skill, lesson.objective.removeprefix("Je sais ").rstrip("."), f"`{lesson.ref}`, {len(lesson.screens)} écrans",
        f"{len(quiz.questions)} questions" if quiz else "—", len(practice.variants) if practice else "—", len(task.variants) if task else "—",
        minutes, ", ".join(lesson.digcomp), ", ".join(lesson.crcn), LABELS[theme(lesson.module, lesson.skill)], ", ".join(after) or "—",
    )  # fmt: skip
    return f"| {' | '.join(map(str, cells))} |"


def _sums(shelf: Shelf) -> str:
    refs = [lesson.ref for lesson in shelf.lessons]
    questions = sum(len(quiz.questions) for ref in refs if (quiz := shelf.quiz(ref)))
    variants = sum(len(practice.variants) for ref in refs if (practice := shelf.practice(ref)))
    tasks = sum(shelf.task(ref) is not None for ref in refs)
    return f"En tout : {len(refs)} compétences, {questions} questions, {variants} variantes, {tasks} petites tâches.\n"


if __name__ == "__main__":
    (ROOT / "docs/competences.md").write_text(page(open_shelf(ROOT)), "utf-8")
    sys.stdout.write("docs/competences.md est à jour.\n")
