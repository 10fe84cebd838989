"""One scenario, several variants: the values of a variant put in the place of `<words>`."""

from __future__ import annotations

import re

from library.errors import Findings, nearest
from library.nodes import Listing, Node, Table, Text, texts

_HOLE = re.compile(r"<([a-z][a-z0-9_-]*)>")


def holes(node: Node) -> dict[str, int]:
    """The `<words>` of a node, each with the line of its first use."""
    found: dict[str, int] = {}
    for text in texts(node):
        for name in _HOLE.findall(text.value):
            found.setdefault(name, text.line)
    return found


def is_hole(node: Node | None) -> bool:
    """Whether the whole text is one `<word>`, whose value may be anything."""
    return isinstance(node, Text) and _HOLE.fullmatch(node.value) is not None


def check_values(template: Node, variants: Table, found: Findings) -> None:
    """Every `<word>` has its value in each variant, and every value is used."""
    wanted = holes(template)
    everywhere: dict[str, int] = {}
    for _name, values in variants.pairs:
        if isinstance(values, Table):
            for key, value in values.pairs:
                everywhere.setdefault(key.value, key.line)
                wanted |= {h: line for h, line in holes(value).items() if h not in wanted}
    for hole, line in wanted.items():
        if hole not in everywhere:
            near = nearest(hole, everywhere)
            cure = f"Vouliez-vous écrire <{near}> ?" if near else f"Ajoutez une ligne {hole}: … dans chaque variante."
            found.say(line, f"<{hole}> n’a de valeur dans aucune variante.", cure)
    for name, values in variants.pairs:
        missing = [h for h in wanted if h in everywhere and isinstance(values, Table) and h not in values]
        for hole in missing:
            found.say(
                name.line, f"La variante « {name.value} » n’a pas de valeur pour <{hole}>.", f"Ajoutez-y une ligne {hole}: …"
            )
    for key, line in everywhere.items():
        if key not in wanted:
            found.say(
                line, f"La valeur « {key} » ne sert nulle part.", f"Écrivez <{key}> là où elle doit paraître, ou enlevez-la."
            )


def put_in(template: Node, values: Table, found: Findings) -> Node:
    """`template` with the values put in; a `<word>` alone may become a list or a table. Line numbers follow the values."""
    return _Filler(values, found).fill(template, ())


class _Filler:
    def __init__(self, values: Table, found: Findings) -> None:
        self.values = {key.value: node for key, node in values.pairs}
        self.found = found

    def fill(self, node: Node, using: tuple[str, ...]) -> Node:
        if isinstance(node, Listing):
            return Listing(tuple(self.fill(item, using) for item in node.items), node.line)
        if isinstance(node, Table):
            return Table(tuple((self._text(k, using), self.fill(v, using)) for k, v in node.pairs), node.line)
        alone = _HOLE.fullmatch(node.value)
        if alone and self._usable(alone[1], node, using):
            return self.fill(self.values[alone[1]], (*using, alone[1]))
        return self._text(node, using)

    def _text(self, node: Text, using: tuple[str, ...]) -> Text:
        def value(match: re.Match) -> str:
            name = match[1]
            if not self._usable(name, node, using):
                return match[0]
            filled = self.fill(self.values[name], (*using, name))
            if isinstance(filled, Text):
                return filled.value
            self.found.say(
                node.line,
                f"<{name}> est une liste ou une accolade, au milieu d’un texte.",
                f"Mettez <{name}> seul à sa place, ou donnez-lui un texte pour valeur.",
            )
            return match[0]

        return Text(_HOLE.sub(value, node.value), node.line)

    def _usable(self, name: str, node: Text, using: tuple[str, ...]) -> bool:
        if name in using:
            self.found.say(node.line, f"<{name}> se contient lui-même.", "Écrivez la valeur en toutes lettres.")
            return False
        return name in self.values
