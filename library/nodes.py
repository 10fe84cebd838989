"""YAML as text: nodes that know their line. No value changes silently, nothing is executed, nothing is nested without end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from library.errors import Findings

DEPTH = 40
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # the C parser is ten times faster; both give the same events

_SENTENCE = "Mettez la phrase à la ligne, après une barre |"
_TWO_COLONS = re.compile(r"^\s*(?:- +)*[\w-]+:\s+(?![|>\[{\"'#&*])[^\n]*?\s?:(\s|$)")
_SPACE_COLON = re.compile(r"^\s*(?:- +)*(?!- |[\[{\"'#|>])[^:\n]*\S[ \u00a0]+:(\s|$)")


@dataclass(frozen=True)
class Text:
    value: str
    line: int


@dataclass(frozen=True)
class Listing:
    items: tuple[Node, ...]
    line: int


@dataclass(frozen=True)
class Table:
    pairs: tuple[tuple[Text, Node], ...]
    line: int

    def get(self, key: str) -> Node | None:
        return next((v for k, v in self.pairs if k.value == key), None)

    def __contains__(self, key: str) -> bool:
        return any(k.value == key for k, _ in self.pairs)


Node = Text | Listing | Table


def parse(text: str, found: Findings) -> Node | None:
    """The one document written in `text`; None when it is not YAML, or when a part of YAML refused here is used."""
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if re.match(r" *\t", line):
            found.say(number, "La ligne commence par une tabulation.", "Remplacez-la par des espaces.")
    builder = _Builder(lines, found)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            if not builder.take(event):
                return None
    except (yaml.YAMLError, ValueError, RecursionError) as trouble:
        _tell(trouble, lines, found)
        return None
    if builder.root is None:
        found.say(1, "Le fichier ne contient rien à lire.", "Copiez le modèle du dossier docs et changez-le.")
    return builder.root


@dataclass
class _Open:
    """A listing or a table not closed yet; `key` waits for its value."""

    mapping: bool
    flow: bool
    line: int
    held: list
    key: Text | None = None


class _Builder:
    """Builds the nodes event after event, without recursion: depth cannot exhaust anything."""

    def __init__(self, lines: list[str], found: Findings) -> None:
        self.lines, self.found = lines, found
        self.root: Node | None = None
        self._stack: list[_Open] = []

    def take(self, event: yaml.Event) -> bool:
        """False when reading must stop."""
        line = min(event.start_mark.line + 1, len(self.lines))  # an empty value at the end stands one line below
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            self.found.say(
                line,
                "Les signes & et * (renvois) ne sont pas acceptés ici.",
                f"Recopiez la valeur. Pour une phrase : {_SENTENCE}.",
            )
            return False
        if getattr(event, "tag", None):
            self.found.say(line, "Le signe ! au début d’une valeur n’est pas accepté.", _SENTENCE + ".")
            return False
        if isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            self.found.say(
                line, "Il y a deux documents dans le fichier (ligne ---).", "Enlevez la ligne --- ou faites deux fichiers."
            )
            return False
        if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            if len(self._stack) >= DEPTH:
                self.found.say(
                    line, f"Il y a plus de {DEPTH} niveaux les uns dans les autres.", "Vérifiez les crochets et les retraits."
                )
                return False
            self._stack.append(_Open(isinstance(event, yaml.MappingStartEvent), bool(event.flow_style), line, []))
        elif isinstance(event, yaml.MappingEndEvent):
            done = self._stack.pop()
            self._put(Table(tuple(done.held), done.line))
        elif isinstance(event, yaml.SequenceEndEvent):
            done = self._stack.pop()
            self._put(Listing(tuple(done.held), done.line))
        elif isinstance(event, yaml.ScalarEvent):
            self._scalar(event, line)
        return True

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        plain = not event.style
        here = self._stack[-1] if self._stack else None
        if (
            plain
            and here
            and here.mapping
            and here.flow
            and here.key
            and not event.value
            and ":" not in self._between(here.key, event)
        ):
            self.found.say(
                line,
                f"Entre accolades, la virgule coupe : « {here.key.value} » est lu comme un mot de plus.",
                'Mettez la valeur entre guillemets, par exemple taille: "2,4 Mo"',
            )
        if (
            plain
            and event.value
            and " " in event.value
            and re.match(r"\s+#", self.lines[event.end_mark.line][event.end_mark.column :])
        ):
            self.found.say(
                event.end_mark.line + 1,
                "Ce qui suit le signe # n’est pas lu.",
                f"Si c’est la suite de la phrase : {_SENTENCE}.",
                advice=True,
            )
        if (
            plain
            and here
            and here.mapping
            and here.key is None
            and not here.flow
            and re.match(r"[ \u00a0]+:", self.lines[event.end_mark.line][event.end_mark.column :])
        ):
            self.found.say(line, f"Les deux-points coupent cette phrase après « {event.value} ».", _SENTENCE + ".")
        self._put(Text(event.value.rstrip("\n"), line))

    def _between(self, key: Text, event: yaml.ScalarEvent) -> str:
        if key.line != event.start_mark.line + 1:
            return ":"
        before = self.lines[key.line - 1][: event.start_mark.column]
        return before[before.rfind(key.value) + len(key.value) :]

    def _put(self, node: Node) -> None:
        if not self._stack:
            self.root = node
            return
        here = self._stack[-1]
        if not here.mapping:
            here.held.append(node)
        elif here.key is None:
            here.key = self._key(node, here)
        else:
            here.held.append((here.key, node))
            here.key = None

    def _key(self, node: Node, here: _Open) -> Text:
        if not isinstance(node, Text):
            self.found.say(
                node.line,
                "Il y a une liste ou une accolade à la place d’un mot.",
                "Écrivez un mot, deux-points, puis la valeur. Un texte qui commence par { ou [ va entre guillemets.",
            )
            return Text("", node.line)
        double = next((k for k, _ in here.held if k.value == node.value), None)
        if double:
            self.found.say(
                node.line, f"« {node.value} » est écrit deux fois (déjà ligne {double.line}).", "Gardez un seul des deux."
            )
        return node


def texts(node: Node) -> Iterator[Text]:
    """Every text of a node, keys too, without recursion limits to fear: depth is bounded at reading."""
    if isinstance(node, Text):
        yield node
    elif isinstance(node, Listing):
        for item in node.items:
            yield from texts(item)
    else:
        for key, value in node.pairs:
            yield key
            yield from texts(value)


def _tell(trouble: Exception, lines: list[str], found: Findings) -> None:
    """The parser stops at its first error; the usual one (a colon in a sentence) is looked for on every line."""
    mark = getattr(trouble, "problem_mark", None)
    at = min(mark.line, len(lines) - 1) if mark else 0
    message = str(getattr(trouble, "problem", "") or "")
    context = str(getattr(trouble, "context", "") or "")
    opened = getattr(trouble, "context_mark", None)
    start = min(opened.line, len(lines) - 1) + 1 if opened else at + 1
    odd = [n for n, line in _outside_blocks(lines) if line.count('"') % 2]
    if _tell_pasted(lines, found):
        return
    if "mapping values are not allowed" in message:
        told = [n for n, line in _outside_blocks(lines) if _TWO_COLONS.match(line) or _SPACE_COLON.match(line)]
        for number in {*told, at + 1}:
            found.say(number, "Il y a des deux-points dans la phrase : la lecture s’arrête là.", _SENTENCE + ".")
    elif "\t" in lines[at][: (mark.column + 1 if mark else 0)]:
        found.say(at + 1, "Il y a une tabulation.", "Remplacez-la par des espaces.")
    elif odd or "quoted scalar" in context:
        for number in odd or [start]:
            found.say(
                number, "Les guillemets de cette ligne ne sont pas bien fermés.", f"Fermez-les. Pour une phrase : {_SENTENCE}."
            )
    elif "flow" in context:
        what = "Un crochet ou une accolade ouvert ici n’est pas fermé, ou il manque une virgule."
        found.say(
            start, what, "Vérifiez les guillemets, [ ], { } et les virgules ; un texte avec une virgule va entre guillemets."
        )
    elif "cannot start any token" in message:
        sign = lines[at][mark.column : mark.column + 1] if mark else ""
        found.say(
            at + 1,
            f"La valeur commence par un signe réservé : {sign}",
            "Mettez la valeur entre guillemets, ou la phrase à la ligne après une barre |",
        )
    else:
        found.say(
            at + 1,
            "Le retrait de cette ligne ne va pas avec celui des lignes du dessus.",
            "Alignez la ligne avec ses voisines, avec des espaces seulement.",
        )


def _tell_pasted(lines: list[str], found: Findings) -> bool:
    """What a word processor leaves at the beginning of a line, and what follows a closed quotation; False when there is none."""
    told = len(found.problems)
    for number, line in _outside_blocks(lines):
        if re.match(r"\s*[\u00a0\u202f\u2007]", line):
            found.say(number, "Le retrait de cette ligne a une espace insécable.", "Effacez le retrait et tapez des espaces.")
        elif re.match(r" *[–—−•]\s", line):
            found.say(number, "Cette ligne commence par un tiret long.", "Tapez le tiret court du clavier : - (touche 6).")
        elif re.match(r'^\s*(?:- +)*[\w-]+:\s+"[^"]*"\s*[^\s#,"]', line):
            found.say(number, "Il y a du texte après les guillemets fermés.", f"{_SENTENCE}, avec « » autour des paroles.")
    return len(found.problems) > told


def _outside_blocks(lines: list[str]) -> Iterator[tuple[int, str]]:
    """The numbered lines that are not the text of a block after a bar: there, colons are free."""
    inside: int | None = None
    for number, line in enumerate(lines, 1):
        indent = len(line) - len(line.lstrip(" "))
        if inside is not None and (not line.strip() or indent > inside):
            continue
        inside = indent if re.search(r"(^|[:\-] +)[|>][+-]?\s*$", line) else None
        yield number, line
