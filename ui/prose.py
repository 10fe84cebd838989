"""Authors' Markdown as HTML. Ours, because Streamlit's Markdown turns each address in a sentence into a live link."""

from __future__ import annotations

from functools import lru_cache
from html import escape

from markdown_it import MarkdownIt

from library.glossary import Glossary
from ui.hard_words import open_words

_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")


@lru_cache(maxsize=2000)
def prose(markdown: str, module: str = "", glossary: Glossary | None = None) -> str:
    """Markdown as HTML: raw HTML escaped, no automatic link; drawings (`images/…`) are those of `module`.

    With a `glossary`, its first words become buttons that show their definition (static/mots.js)."""
    tokens = _MARKDOWN.parse(markdown.replace("](images/", f"](/images/{module}/"))
    if glossary:
        open_words(tokens, glossary)
    return _MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {})


def paragraphs(text: str) -> str:
    """An author's plain text, one paragraph a line, as HTML; **bold** is kept."""
    bold = escape(text).split("**")
    marked = "".join(f"<strong>{piece}</strong>" if i % 2 else piece for i, piece in enumerate(bold))
    return "".join(f"<p>{block}</p>" for block in marked.split("\n") if block.strip())


def inline(text: str) -> str:
    """One line of an author's Markdown as HTML: bold kept, raw HTML escaped, no link."""
    return _MARKDOWN.renderInline(text)
