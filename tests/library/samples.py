"""The complete examples of docs/: what authors copy is what these tests break."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def example(doc: str, language: str) -> str:
    """The code block of `language` in docs/<doc>."""
    text = (ROOT / "docs" / doc).read_text(encoding="utf-8")
    return re.search(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)[1]


LESSON = example("ecrire-une-lecon.md", "markdown")
QUIZ = example("ecrire-un-quiz.md", "markdown")
SCENARIO = example("ecrire-une-mise-en-situation.md", "yaml")
REF = "courriel/joindre-un-fichier"


def said(problems) -> list[str]:
    """Messages with ordinary spaces, as a test types them."""
    return [str(p).replace("\u00a0", " ") for p in problems]


def shelf_folder(root: Path) -> Path:
    """A small complete shelf: one lesson, its image, its quiz, its practice, the summary."""
    for kind in ("lessons", "quizzes", "scenarios"):
        (root / kind / "courriel").mkdir(parents=True)
    (root / "lessons/courriel/images").mkdir()
    (root / "lessons/courriel/images/bouton-joindre.svg").write_text("<svg/>", encoding="utf-8")
    (root / "lessons/sommaire.md").write_text(
        f"## courriel\n\n- courriel/ecrire-un-message\n- [Joindre]({REF}.md)\n", encoding="utf-8"
    )
    for kind, ending, text in (("lessons", ".md", LESSON), ("quizzes", ".md", QUIZ), ("scenarios", ".yaml", SCENARIO)):
        (root / kind / (REF + ending)).write_text(text, encoding="utf-8")
    return root
