"""The hard words of a text, made openable where they stand: at most three, the longest terms first. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from markdown_it.token import Token

from library.glossary import Glossary, Term

AT_MOST = 3  # on one screen: a text where everything is underlined is not read
_AROUND = {"strong_open": 1, "strong_close": -1, "link_open": 1, "link_close": -1}

Place = tuple[Token, int, int]  # a text token, and where the word starts and ends in it


def open_words(tokens: list[Token], glossary: Glossary) -> None:
    """Change the first place of each chosen term into a button, in these markdown-it tokens.

    Left alone: headings, links, code, bold and « quoted » words (those of a button or of a message), and a term that
    stands in bold anywhere in the text: there, the text itself says what it means."""
    first: dict[Term, Place] = {}
    taught: set[Term] = set()
    for inline in _inlines(tokens):
        _look(inline, glossary, first, taught)
    chosen = sorted((t for t in first if t not in taught), key=lambda term: -len(term.name))[:AT_MOST]
    _put([(*first[term], term) for term in chosen], tokens)


def _inlines(tokens: list[Token]) -> Iterable[Token]:
    before = ""
    for token in tokens:
        if token.type == "inline" and before != "heading_open":
            yield token
        before = token.type


def _look(inline: Token, glossary: Glossary, first: dict[Term, Place], taught: set[Term]) -> None:
    around = quotes = 0
    strong = False
    for piece in inline.children or ():
        around += _AROUND.get(piece.type, 0)
        if piece.type.startswith("strong"):
            strong = piece.type == "strong_open"
        if piece.type != "text":
            continue
        if strong:
            taught |= {term for start, end, term in glossary.found(piece.content) if end - start == len(piece.content.strip())}
        for start, end, term in glossary.found(piece.content):
            before = piece.content[:start]
            if not around and quotes + before.count("«") - before.count("»") <= 0:
                first.setdefault(term, (piece, start, end))
        quotes += piece.content.count("«") - piece.content.count("»")


def _put(places: list[tuple[Token, int, int, Term]], tokens: list[Token]) -> None:
    for inline in (token for token in tokens if token.type == "inline"):
        split: list[Token] = []
        for piece in inline.children or ():
            at = 0
            for start, end, term in sorted((p[1:] for p in places if p[0] is piece), key=lambda place: place[0]):
                split += [_text(piece.content[at:start]), _button(piece.content[start:end], term)]
                at = end
            split.append(_text(piece.content[at:]) if at else piece)
        inline.children = split


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)


def _button(word: str, term: Term) -> Token:
    html = f'<button type="button" class="mot" aria-expanded="false" data-definition="{escape(term.definition)}">{escape(word)}</button>'
    return Token("html_inline", "", 0, content=html)
