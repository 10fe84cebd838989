"""Texts made ready for paper: an author's Markdown cut into runs, and words too long for a line."""

from __future__ import annotations

from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

from learning.content import Lesson

WORD_BREAK = "\u200b"
_MARKDOWN = MarkdownIt("commonmark", {"html": False})


@dataclass(frozen=True)
class Drawing:
    """A drawing of a lesson. `file`: its place as the author wrote it, such as images/x.svg. `screen`: the title of its screen."""

    file: str
    alt: str
    screen: str


def breakable(text: str, longest: int) -> str:
    """`text`, where a word of more than `longest` letters may be cut anywhere, so that it never runs over the edge."""
    return " ".join(word if len(word) <= longest else WORD_BREAK.join(word) for word in text.split(" "))


def runs(markdown: str, longest: int = 30) -> list[dict]:
    """An author's line as [{text, bold, code}]. What is not bold nor code is plain text; a line end is a run "\\n"."""
    pieces: list[dict] = []
    bold = 0
    for token in _MARKDOWN.parseInline(markdown)[0].children or ():
        bold += {"strong_open": 1, "strong_close": -1}.get(token.type, 0)
        text = "\n" if token.type in ("softbreak", "hardbreak") else token.content
        if text:
            pieces.append({"text": breakable(text, longest), "bold": bold > 0, "code": token.type == "code_inline"})
    return pieces


def drawings(lesson: Lesson) -> list[Drawing]:
    """The drawings of a lesson in the order of its screens, each once."""
    found: dict[str, Drawing] = {}
    for screen in lesson.screens:
        for token in _images(_MARKDOWN.parse(screen.body)):
            file = str(token.attrs.get("src", ""))
            found.setdefault(file, Drawing(file, token.content, screen.title))
    return list(found.values())


def _images(tokens: list[Token]) -> list[Token]:
    return [piece for token in tokens for piece in token.children or () if piece.type == "image"]
