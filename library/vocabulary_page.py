"""`python -m library.vocabulary_page`: writes docs/vocabulaire.md, all that authors may name, as the simulated web tells it."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from types import ModuleType

from simulator import vocabulary
from simulator.goals import OPERATORS
from simulator.player import GESTURES
from simulator.sites import SITES

PAGE = Path(__file__).parent.parent / "docs/vocabulaire.md"
HEAD = """# Les mots du web simulé

> Cette page est écrite par la machine : `python -m library.vocabulary_page`. Ne la changez pas à la main.

Ces mots servent dans une mise en situation et dans une petite tâche. `<id>` est le nom court que vous avez donné, `<n>` un rang : 1, 2, 3…
« Les noms » vont dans `clic`, `ecrire` et `cible`. « Les faits » vont dans `fait`, et leurs valeurs dans `ou`.
Pour ne pas chercher : écrivez `- clic: x`, lancez `python -m library.check`, et il donne tous les noms de la page à ce moment.
"""


def of(site: str) -> ModuleType:
    """The vocabulary of a site: PLACE, STARTS, NAMES, FACTS. Raises KeyError when the site does not exist."""
    return import_module(type(SITES[site]).__module__.rpartition(".")[0] + ".vocabulary")


def page() -> str:
    """The whole page, in the order of the sites."""
    general = [
        _table("Comparer, dans `ou`", "Mot", {f"`{word}`": told for word, told in OPERATORS.items()}),
        _table("Les gestes d’une `solution`", "Geste", {f"`{word}`": told for word, told in GESTURES.items()}),
        _place("Le navigateur", vocabulary, "monde"),
    ]
    places = [_place(f"`{name}`", of(name), name) for name in SITES]
    return "\n".join([HEAD, *general, *places])


def _place(title: str, words: ModuleType, top: str) -> str:
    parts = [f"## {title}\n\n{words.PLACE}\n"]
    if words.STARTS:
        parts.append(_table("", f"Au départ, sous `{top}`", {_start(path): told for path, told in words.STARTS.items()}))
    if words.NAMES:
        parts.append(_table("", "Où, et les noms", words.NAMES))
    parts.append(_table("", "Les faits, et leurs valeurs", {f"`{fact}`": told for fact, told in words.FACTS.items()}))
    return "\n".join(parts)


def _start(path: str) -> str:
    """A start word, set back by its depth: what is inside what is seen at a glance."""
    above, _, word = path.rpartition(".")
    return "· " * (above.count(".") + 1 if above else 0) + f"`{word}`"


def _table(title: str, heading: str, rows: Mapping[str, str]) -> str:
    head = f"## {title}\n\n" if title else ""
    return (
        head
        + f"| {heading} | Sens |\n|---|---|\n"
        + "".join(f"| {word} | {told.replace('|', '·')} |\n" for word, told in rows.items())
    )


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
    sys.stdout.write("docs/vocabulaire.md est à jour.\n")
