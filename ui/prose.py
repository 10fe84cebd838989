"""Authors' Markdown as HTML. Ours, because Streamlit's Markdown turns each address in a sentence into a live link."""

from __future__ import annotations

from functools import lru_cache
from html import escape

from markdown_it import MarkdownIt

_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")


@lru_cache(maxsize=2000)
def prose(markdown: str, module: str = "") -> str:
    """Markdown as HTML: raw HTML escaped, no automatic link; drawings (`images/…`) are those of `module`."""
    return _MARKDOWN.render(markdown.replace("](images/", f"](/images/{module}/"))


def paragraphs(text: str) -> str:
    """An author's plain text, one paragraph a line, as HTML; **bold** is kept."""
    bold = escape(text).split("**")
    marked = "".join(f"<strong>{piece}</strong>" if i % 2 else piece for i, piece in enumerate(bold))
    return "".join(f"<p>{block}</p>" for block in marked.split("\n") if block.strip())
