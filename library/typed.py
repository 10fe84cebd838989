"""Takes what is expected out of YAML nodes, and says in French what is not as expected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from learning.typography import no_break, typeset
from library.errors import Findings, one_of
from library.nodes import Listing, Node, Table, Text
from library.variants import is_hole

# The words whose texts a person reads as sentences: they get their no-break spaces.
_PROSE = frozenset({"titre", "texte", "corps", "objet", "explication", "libelle", "bouton", "consigne", "bravo"})


class Fields:
    """One table (`what` names it in messages): its known words taken one by one."""

    def __init__(
        self, node: Node | None, what: str, needed: Iterable[str], optional: Iterable[str], found: Findings, line: int = 1
    ) -> None:
        self.what, self.found = what, found
        self.line = node.line if node else line
        self.node = node if isinstance(node, Table) else Table((), self.line)
        if node is not None and not isinstance(node, Table) and not is_hole(node):
            found.say(self.line, f"{what} : il faut des lignes mot: valeur.", f"Écrivez {', '.join(f'{w}: …' for w in needed)}")
            return
        if is_hole(node):
            return
        needed, known = list(needed), [*needed, *optional]
        for key, _value in self.node.pairs:
            if key.value not in known:
                found.say(key.line, f"{what} : le mot « {key.value} » est inconnu.", one_of(key.value, known))
        for word in needed:
            if word not in self.node:
                found.say(self.line, f"{what} : il manque « {word} ».", f"Ajoutez {word}: …")

    def line_of(self, word: str) -> int:
        return next((k.line for k, _ in self.node.pairs if k.value == word), self.line)

    def text(self, word: str) -> str:
        """The text of a word; "" when absent; empty or not a text: a problem."""
        node = self.node.get(word)
        if node is None or is_hole(node):
            return ""
        if not isinstance(node, Text):
            self.found.say(
                node.line,
                f"{self.what} : « {word} » est un texte, pas une liste.",
                f"Écrivez {word}: puis le texte, ou une barre | et le texte à la ligne.",
            )
            return ""
        if not node.value.strip():
            self.found.say(
                self.line_of(word), f"{self.what} : « {word} » est vide.", f"Écrivez un texte après {word}:, ou enlevez la ligne."
            )
        return node.value.strip()

    def prose(self, word: str) -> str:
        return typeset(self.text(word))

    def yes(self, word: str) -> bool:
        value = self.text(word)
        if value not in ("", "oui", "non"):
            self.found.say(
                self.line_of(word),
                f"{self.what} : « {word} » vaut oui ou non, pas « {value} ».",
                f"Écrivez {word}: oui ou enlevez la ligne.",
            )
        return value == "oui"

    def items(self, word: str) -> tuple[Node, ...]:
        """The items of a list; () when absent; anything else: a problem."""
        node = self.node.get(word)
        if isinstance(node, Listing):
            return node.items
        if node is not None and not is_hole(node):
            self.found.say(
                self.line_of(word),
                f"{self.what} : « {word} » est une liste.",
                f"Écrivez {word}: puis, à la ligne, un tiret devant chaque élément.",
            )
        return ()

    def table(self, word: str) -> Table:
        """A table of free words; an empty one when absent; anything else: a problem."""
        node = self.node.get(word)
        if isinstance(node, Table):
            return node
        if node is not None and not is_hole(node):
            self.found.say(
                self.line_of(word),
                f"{self.what} : sous « {word} », il faut des lignes mot: valeur.",
                f"Écrivez {word}: puis, à la ligne et en retrait, mot: valeur",
            )
        return Table((), self.line_of(word))


def data(node: Node, *, prose: bool = False) -> Any:
    """Plain data (str, list, dict) of a node. With `prose`, the sentences get their no-break spaces, wherever they stand."""
    return _data(node, prose, False)


def _data(node: Node, prose: bool, sentence: bool) -> Any:
    if isinstance(node, Text):
        return no_break(node.value) if sentence else node.value
    if isinstance(node, Listing):
        return [_data(item, prose, sentence) for item in node.items]
    return {k.value: _data(v, prose, prose and k.value in _PROSE) for k, v in node.pairs}


def words(node: Node, under: str = "") -> Iterator[tuple[str, Text]]:
    """Each text with the word it stands under (lists are seen through); keys come under "clé <word>"."""
    if isinstance(node, Text):
        yield under, node
    elif isinstance(node, Listing):
        for item in node.items:
            yield from words(item, under)
    else:
        for key, value in node.pairs:
            yield f"clé {under}", key
            yield from words(value, key.value)
