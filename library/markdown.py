"""Author Markdown, cut into blocks that know their lines. of this room only this file knows markdown-it-py."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

from library.errors import Findings

_MD = MarkdownIt("commonmark").enable("table")
_IMAGE = re.compile(r"images/[A-Za-z0-9][A-Za-z0-9_.-]*\.(svg|png|jpe?g|webp)")


@dataclass(frozen=True)
class Block:
    """One block: its kind (markdown-it's name without _open), its lines (0 = first, end excluded), its tokens."""

    kind: str
    start: int
    end: int
    tokens: tuple[Token, ...]

    @property
    def inline(self) -> str:
        """The text of the first inline piece."""
        return next((t.content for t in self.tokens if t.type == "inline"), "")

    @property
    def tag(self) -> str:
        return self.tokens[0].tag

    def inside(self) -> Iterator[Block]:
        """The blocks directly inside this one."""
        return _blocks(list(self.tokens[1:-1]))

    def rows(self) -> list[Row]:
        """The rows of a table, its titles first."""
        read = []
        for row in (row for part in self.inside() for row in part.inside()):
            cells = [token for token in row.tokens if token.type == "inline"]
            plain = all(piece.type in ("text", "text_special") for cell in cells for piece in cell.children or ())
            read.append(Row(row.start, tuple(cell.content.strip() for cell in cells), plain))
        return read


@dataclass(frozen=True)
class Row:
    """A row of a table: its line (0 = first), the text of its cells, whether they hold nothing but text."""

    at: int
    cells: tuple[str, ...]
    plain: bool


def blocks(text: str) -> list[Block]:
    """The blocks of `text`, in order."""
    return list(_blocks(_MD.parse(text)))


def _blocks(tokens: list[Token]) -> Iterator[Block]:
    at = 0
    while at < len(tokens):
        first, last = tokens[at], at
        if first.nesting == 1:
            while not (tokens[last].nesting == -1 and tokens[last].level == first.level):
                last += 1
        start, end = first.map or (0, 0)
        yield Block(first.type.removesuffix("_open"), start, end, tuple(tokens[at : last + 1]))
        at = last + 1


def check_inline(text_blocks: list[Block], lines: list[str], found: Findings) -> tuple[tuple[int, str], ...]:
    """HTML, links and images of the blocks: mistakes go to `found`; gives (line, path) of each image of ours."""
    images: list[tuple[int, str]] = []
    for block in text_blocks:
        for token in block.tokens:
            line = (token.map or (block.start, 0))[0]
            if token.type == "inline":
                _check_glued(token, line, found)
            if token.type == "html_block":
                found.say(line + 1, "Le code HTML n’est pas accepté.", "Écrivez en Markdown, sans signe < au début de la ligne.")
            for piece in token.children or ():
                _check_piece(piece, line, lines, images, found)
    return tuple(images)


def _check_glued(token: Token, line: int, found: Findings) -> None:
    for number, text in enumerate(token.content.split("\n"), line + 1):
        if glued := re.match(r"(##+)([^#\s].*)", text):
            found.say(number, "Il manque une espace après les signes #.", f"Écrivez {glued[1]} {glued[2]}")


def _check_piece(piece: Token, line: int, lines: list[str], images: list[tuple[int, str]], found: Findings) -> None:
    if piece.type == "html_inline":
        found.say(
            _find(piece.content, line, lines),
            f"Le code HTML n’est pas accepté : {piece.content}",
            "Enlevez-le, ou écrivez-le entre deux signes `.",
        )
    elif piece.type == "link_open":
        target = str(piece.attrs.get("href", ""))
        host = re.match(r"(?:https?://)?([^/?#:]+)", target)
        if not (host and host[1].endswith(".example")):
            found.say(
                _find(target, line, lines),
                f"Le lien mène à « {target} ».",
                "Un lien mène à une adresse inventée qui finit par .example. Une vraie adresse s’écrit sans lien, entre deux **.",
            )
    elif piece.type == "image":
        source = str(piece.attrs.get("src", ""))
        at = _find(source, line, lines)
        if not piece.content.strip():
            found.say(
                at,
                f"L’image « {source} » n’a pas de description.",
                f"Écrivez ce qu’on y voit : ![Le bouton Envoyer, en bas]({source})",
            )
        if _IMAGE.fullmatch(source):
            images.append((at, source))
        else:
            found.say(
                at,
                f"L’image « {source} » n’est pas dans le dossier images de la leçon.",
                "Écrivez images/nom-de-l-image.svg (sans espace ni accent).",
            )


def _find(needle: str, start: int, lines: list[str]) -> int:
    """The line, from 1, where `needle` stands at or after `start`; `start` itself when it is not found as is."""
    return next((i + 1 for i in range(start, min(len(lines), start + 200)) if needle and needle in lines[i]), start + 1)


def sections(
    parts: list[Block], last: int, found: Findings, early: tuple[str, str], none: tuple[str, str]
) -> list[tuple[Block, list[Block], int]]:
    """Each `##` with the blocks under it and the line where it ends (`last`: lines in the file).

    `early` and `none` (what is wrong, what to type) are told for text before the first `##`, and when there is none."""
    starts = [i for i, b in enumerate(parts) if b.kind == "heading" and b.tag == "h2"]
    for block in parts[: starts[0] if starts else 0]:
        found.say(block.start + 1, *early)
    if not starts:
        found.say(last, *none)
    ends = [*starts[1:], len(parts)]
    return [(parts[a], parts[a + 1 : b], parts[b].start if b < len(parts) else last) for a, b in zip(starts, ends, strict=False)]
