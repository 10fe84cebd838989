"""`python -m library.check [--fix] [DOSSIER]`: every mistake of every author file, then advice. Exit 1 on mistakes."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from learning.typography import no_break
from library.advice import advice
from library.errors import Problem
from library.fix import fix
from library.plan_file import plans
from library.rehearsal import rehearse
from library.shelf import Shelf, open_shelf
from library.support import unsupported

HELP = """Vérifie les leçons, les quiz et les mises en situation.

    python -m library.check            tout vérifier
    python -m library.check --fix      ajouter aussi les noms de questions qui manquent
    python -m library.check DOSSIER    vérifier un autre dossier que celui du programme
"""


def check(root: Path) -> tuple[list[Problem], list[Problem], Shelf]:
    """The mistakes, the advice, and the shelf they are about."""
    shelf = open_shelf(root)
    mistakes = sorted(
        {p for p in shelf.problems if not p.advice} | set(rehearse(shelf)) | set(plans(shelf)[1]) | set(unsupported(shelf))
    )
    return mistakes, list(advice(shelf)), shelf


def main(arguments: Sequence[str]) -> int:
    """Run the command; gives the exit code: 0 fine, 1 mistakes, 2 not understood."""
    unknown = [a for a in arguments if a.startswith("-") and a != "--fix"]
    folders = [a for a in arguments if not a.startswith("-")]
    root = Path(folders[0]) if folders else Path(__file__).parent.parent
    if unknown or len(folders) > 1 or not root.is_dir():
        print(HELP)
        return 0 if set(unknown) & {"-h", "--help"} else 2
    for line in fix(root) if "--fix" in arguments else ():
        print(no_break(line))
    mistakes, tips, shelf = check(root)
    _print("À CORRIGER", mistakes)
    _print("CONSEILS", tips)
    if not mistakes:
        print(no_break(f"Rien à corriger : {_counted(shelf)}."))
    return 1 if mistakes else 0


def _print(title: str, problems: list[Problem]) -> None:
    if problems:
        print(f"{title} ({len(problems)})\n")
        print("\n".join(str(p) for p in problems) + "\n")


def _counted(shelf: Shelf) -> str:
    good = [kept.place.kind for kept in shelf.kept.values() if kept.reading.value is not None]
    said = (
        ("lessons", "leçon(s)"),
        ("quizzes", "quiz"),
        ("scenarios", "mise(s) en situation"),
        ("diagnosis", "petite(s) tâche(s)"),
        ("facts", "liste(s) de faits"),
    )
    return ", ".join(f"{good.count(kind)} {name}" for kind, name in said)


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # the Windows console would stop at the first arrow
    sys.exit(main(sys.argv[1:]))
