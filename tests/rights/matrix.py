"""Who may do what, read off the code's own registers: pages, acts, files. `python -m tests.rights.matrix` writes docs/droits.md."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import sys
from pathlib import Path

import progress_db
from progress_db.rights import ASKED, Asked
from ui.screens import ADMINISTRATOR, COUNSELLOR, LEARNER
from web.app_parts import CHANGED, FILES, PRINTED
from workshops.rights import DESK, FRENCH, HEAD, LEARNERS, RANKS, RIGHTS, SIGNED_IN

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/droits.md"
WRAPPERS = {"acting": 0, "counsellor_act": 2, "_button": 2}  # where the act stands in the call
INDIRECT = {  # acts given to a wrapper under another name; a test finds any other
    "parts.py": {"ask_for_help": "learner", "no_more_help": "learner"},
    "mission.py": {"finish": "", "ask_hint": ""},
    "screens/accounts.py": {},  # its wrapper is named above
}
BY_ROLE = {"learner": frozenset(("learner",)), "counsellor": DESK, "administrator": HEAD, "": SIGNED_IN}
HEAD_LINE = """# Qui peut faire quoi

Cette page est écrite par `python -m tests.rights.matrix`, d’après le programme lui-même ; un test la compare, et essaie chaque refus.
« sur soi » : la personne n’agit que sur ses propres données. Sans un seul « oui » : la porte d’entrée, le nettoyage et le terminal seulement.
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
    found = {f"{file}: {act}": BY_ROLE[only] for file, named in INDIRECT.items() for act, only in named.items()}
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


def indirect() -> set[str]:
    """The files where `acting` is given an act under another name, which `acts` cannot read."""
    return {
        path.relative_to(ROOT / "ui").as_posix()
        for path in (ROOT / "ui").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("acting")
        if not isinstance(node.args[0], ast.Name) or node.args[0].id == "act"
    }


def asked() -> dict[str, Asked]:
    """« module.function » -> the right that the data ask for, whoever calls."""
    for one in pkgutil.iter_modules(progress_db.__path__):
        if one.name != "__main__":
            importlib.import_module(f"progress_db.{one.name}")
    return ASKED


def functions() -> dict[str, frozenset[str]]:
    """« module.function » -> the ranks it is done for, whoever's data they are."""
    return {name: RIGHTS[one.right] for name, one in asked().items()}


def own() -> frozenset[str]:
    """The functions done for anybody signed in on her own data."""
    return frozenset(name for name, one in asked().items() if one.own)


def _only(wrapper: str, call: ast.Call) -> str:
    if wrapper != "acting":
        return {"counsellor_act": "counsellor", "_button": "administrator"}[wrapper]
    said = [word.value.value for word in call.keywords if word.arg == "only" and isinstance(word.value, ast.Constant)]
    return said[0] if said else ""


def table(title: str, first: str, rows: dict[str, frozenset[str]], on_oneself: frozenset[str] = frozenset()) -> str:
    head = f"| {first} | " + " | ".join(FRENCH[rank] for rank in RANKS) + " |\n|---|" + "---|" * len(RANKS) + "\n"
    body = "".join(
        f"| `{name}` | " + " | ".join(_cell(rank, ranks, name in on_oneself) for rank in RANKS) + " |\n"
        for name, ranks in sorted(rows.items())
    )
    return f"\n## {title}\n\n{head}{body}"


def _cell(rank: str, ranks: frozenset[str], on_oneself: bool) -> str:
    return "oui" if rank in ranks else "sur soi" if on_oneself and rank in SIGNED_IN else ""


def written() -> str:
    """The page as it should be."""
    return (
        HEAD_LINE
        + table("Les pages", "page", {f"/{path}": ranks for path, ranks in pages().items()})
        + table("Les fichiers et les feuilles", "adresse", files())
        + table("Les gestes (sans mention : sur soi)", "fichier : geste", acts())
        + table("Les droits", "droit", RIGHTS)
        + table("Ce que les données elles-mêmes redemandent", "fonction", functions(), own())
    )


if __name__ == "__main__":
    PAGE.write_text(written(), "utf-8")
    sys.stdout.write("docs/droits.md est à jour.\n")
