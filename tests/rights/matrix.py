"""Who may do what, read off the code's own registers: pages, acts, files. `python -m tests.rights.matrix` writes docs/droits.md."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

from ui.screens import ADMINISTRATOR, COUNSELLOR, LEARNER
from web.app_parts import CHANGED, FILES, PRINTED
from workshops.rights import DESK, FRENCH, HEAD, LEARNERS, RANKS, RIGHTS, SIGNED_IN

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/droits.md"
WRAPPERS = {"acting": 0, "counsellor_act": 2, "_button": 2}  # where the act stands in the call
BY_ROLE = {"learner": frozenset(("learner",)), "counsellor": DESK, "administrator": HEAD, "": SIGNED_IN}
HEAD_LINE = """# Qui peut faire quoi

Cette page est écrite par `python -m tests.rights.matrix`, d’après le programme lui-même ; un test la compare, et essaie chaque refus.
« sur soi » : la personne n’agit que sur son propre travail.
"""


def pages() -> dict[str, frozenset[str]]:
    """Address of a page -> the ranks it exists for."""
    found: dict[str, frozenset[str]] = {}
    for doors, ranks in ((LEARNER, LEARNERS), (COUNSELLOR, DESK), (ADMINISTRATOR, HEAD)):
        for door in doors:
            found[door.path] = found.get(door.path, frozenset()) | ranks
    return found


def files() -> dict[str, frozenset[str]]:
    """Address of a file -> the ranks it is made for."""
    return {path: ranks for path, _made, ranks in (*FILES, *PRINTED, *CHANGED)}


def acts() -> dict[str, frozenset[str]]:
    """« file: act » -> the ranks whose click does something, as the code wraps it."""
    found = {}
    for path in sorted((ROOT / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = (
                node.func.attr
                if isinstance(node.func, ast.Attribute)
                else node.func.id
                if isinstance(node.func, ast.Name)
                else ""
            )
            place = WRAPPERS.get(name)
            if (
                place is None
                or len(node.args) <= place
                or not isinstance(node.args[place], ast.Name)
                or node.args[place].id == "act"
            ):
                continue
            found[f"{path.relative_to(ROOT / 'ui').as_posix()}: {node.args[place].id.lstrip('_')}"] = BY_ROLE[_only(name, node)]
    return found


def _only(wrapper: str, call: ast.Call) -> str:
    if wrapper != "acting":
        return {"counsellor_act": "counsellor", "_button": "administrator"}[wrapper]
    said = [word.value.value for word in call.keywords if word.arg == "only" and isinstance(word.value, ast.Constant)]
    return said[0] if said else ""


def table(title: str, first: str, rows: dict[str, frozenset[str]]) -> str:
    head = f"| {first} | " + " | ".join(FRENCH[rank] for rank in RANKS) + " |\n|---|" + "---|" * len(RANKS) + "\n"
    body = "".join(
        f"| `{name}` | " + " | ".join("oui" if rank in ranks else "" for rank in RANKS) + " |\n"
        for name, ranks in sorted(rows.items())
    )
    return f"\n## {title}\n\n{head}{body}"


def written() -> str:
    """The page as it should be."""
    return (
        HEAD_LINE
        + table("Les pages", "page", {f"/{path}": ranks for path, ranks in pages().items()})
        + table("Les fichiers et les feuilles", "adresse", files())
        + table("Les gestes (sans mention : sur soi)", "fichier : geste", acts())
        + table("Ce que les données elles-mêmes redemandent", "droit", RIGHTS)
    )


if __name__ == "__main__":
    PAGE.write_text(written(), "utf-8")
    sys.stdout.write("docs/droits.md est à jour.\n")
