"""`python -m library.facts_page`: writes the list of facts into docs/ecrire-noms-et-faits.md, as the sites tell it."""

from __future__ import annotations

import re
from pathlib import Path

from library.vocabulary import facts

PAGE = Path(__file__).parent.parent / "docs/ecrire-noms-et-faits.md"
HEAD = "| Fait | Quand, et ses valeurs |\n|---|---|\n"


def table() -> str:
    """The list of facts, in the order of the sites."""
    return HEAD + "".join(f"| `{fact}` | {told} |\n" for fact, told in facts().items())


def written(page: str) -> str:
    """The page with its list of facts as it is today. Raises ValueError when the page has no such list."""
    found, count = re.subn(re.escape(HEAD) + r"(?:\|.*\n)*", lambda _: table(), page, count=1)
    if not count:
        raise ValueError("no list of facts in the page")
    return found


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text("utf-8")), "utf-8")
    print("docs/ecrire-noms-et-faits.md : la liste des faits est à jour.")
