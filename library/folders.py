"""What stands in the author folders: the files to read, and those that are not at their place."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from learning.words import MODULES
from library.errors import Findings
from library.vocabulary import SLUG

KINDS = {"lessons": ".md", "quizzes": ".md", "scenarios": ".yaml", "diagnosis": ".yaml", "facts": ".md"}
MAY_BE_ABSENT = ("diagnosis", "facts")
OF_ALL = ("lessons/sommaire.md", "lessons/glossaire.md")  # the files that belong to no module
_IGNORED = re.compile(r"\..*|.*~|#.*#|Thumbs\.db|desktop\.ini|README(\.md)?", re.IGNORECASE)


@dataclass(frozen=True)
class Place:
    """An author file: its folder of `KINDS`, its ref (module/name), its name in messages."""

    kind: str
    ref: str
    file: str


def author_files(root: Path, findings: dict[str, Findings]) -> Iterator[Place]:
    """The author files under `root`, sorted; what is not at its place is told in `findings` (by file)."""
    for kind, ending in KINDS.items():
        names = _names(root / kind)
        if names is None and kind in MAY_BE_ABSENT and not (root / kind).exists():
            continue
        if names is None:
            _tell(findings, kind, f"Le dossier « {kind} » ne peut pas être lu.", f"Créez le dossier {kind} à côté de app.py.")
            continue
        for name in names:
            where = f"{kind}/{name}"
            if not (root / where).is_dir():
                if where not in OF_ALL:
                    _tell(
                        findings,
                        where,
                        "Ce fichier n’est pas dans le dossier d’un module.",
                        f"Rangez-le : {kind}/courriel/… par exemple.",
                    )
            elif (root / where).is_symlink():
                _tell(findings, where, "Ce dossier est un raccourci (lien).", "Mettez un vrai dossier à cette place.")
            elif name not in MODULES:
                _tell(findings, where, f"Le module « {name} » n’existe pas.", f"Les modules sont : {', '.join(MODULES)}.")
            else:
                yield from _of_module(root, kind, name, ending, findings)


def _of_module(root: Path, kind: str, module: str, ending: str, findings: dict[str, Findings]) -> Iterator[Place]:
    for name in _names(root / kind / module) or ():
        file = f"{kind}/{module}/{name}"
        stem = name.removesuffix(ending)
        if stem == name:
            if not (kind == "lessons" and name == "images"):
                _tell(findings, file, f"Ce fichier ne finit pas par {ending}.", _elsewhere(name, module, ending))
        elif not SLUG.fullmatch(stem):
            _tell(
                findings,
                file,
                "Le nom du fichier n’est pas écrit comme il faut.",
                "Seulement des lettres minuscules sans accent, des chiffres et des tirets.",
            )
        else:
            yield Place(kind, f"{module}/{stem}", file)


def _elsewhere(name: str, module: str, ending: str) -> str:
    """What to do with a file of another kind: its name tells whether it was misnamed, misplaced, or is no text at all."""
    stem, _, kind = name.partition(".")
    if kind == "yaml":
        return f"Une mise en situation se range dans scenarios/{module}/, une petite tâche dans diagnosis/{module}/."
    if kind == "md":
        return f"Une leçon se range dans lessons/{module}/, un quiz dans quizzes/{module}/."
    if kind in ("docx", "doc", "odt", "rtf", "pdf"):
        return f"Copiez son texte dans {stem}{ending} avec le Bloc-notes, et rangez ce document hors du programme."
    return f"Changez son nom en {stem}{ending}, ou rangez-le ailleurs."


def _names(folder: Path) -> list[str] | None:
    try:
        return sorted(name for name in os.listdir(folder) if not _IGNORED.fullmatch(name))
    except (OSError, ValueError):
        return None


def _tell(findings: dict[str, Findings], file: str, what: str, cure: str) -> None:
    findings.setdefault(file, Findings(file)).say(1, what, cure)
