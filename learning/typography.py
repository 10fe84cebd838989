"""French spacing, put in once when a text is read, so that authors type ordinary spaces. Pure."""

from __future__ import annotations

import re

NO_BREAK = "\u00a0"

# Never touched: fenced and inline code, the place a link leads to, addresses, question names.
_KEPT = r"(?P<kept>```.*?```|~~~.*?~~~|`+[^`\n]*`+|\]\([^)\n]*\)|<[^>\s]+>|\{#[^}\n]*\}|\w+://[^\s»]+)"
_SPACE = r"(?P<space>(?<=[\w»”\"’')\]*_`…%€.!?/]) +(?=[:;!?](?![\w/.-])|[€%](?!\w))|(?<=\d) (?=\d)|(?<=«) *(?=[^\s«»])|(?<=[^\s«»]) *(?=»))"
_APOSTROPHE = r"(?P<apostrophe>(?<=[^\W\d_])'(?=\w))"
_SPACES = re.compile(f"{_KEPT}|{_SPACE}", re.DOTALL)
_ALL = re.compile(f"{_KEPT}|{_SPACE}|{_APOSTROPHE}", re.DOTALL)


def no_break(text: str) -> str:
    """`text` with no-break spaces before : ; ! ? % €, inside « » and inside numbers. Code, addresses and links stay as typed."""
    return _SPACES.sub(_set, text)


_SHOWN = re.compile(r"(?:(?<=>)|\A)[^<>]*?(?: [:;!?%€]|[«»]|\d \d)[^<]*")  # most pieces of a page have none of it
_TEXT = re.compile(r"(?P<apart><textarea\b.*?</textarea>|<[^>]*>)|(?P<words>[^<]+)", re.DOTALL)


def no_break_html(html: str) -> str:
    """`no_break` on what a page of HTML shows; tags, attributes and what is typed in a text area stay as they are."""
    if "<textarea" not in html:
        return _SHOWN.sub(lambda m: no_break(m[0]), html)
    return _TEXT.sub(lambda m: no_break(m["words"]) if m["words"] else m[0], html)


def typeset(text: str) -> str:
    """`no_break`, and the typographic apostrophe between letters: what lessons and questions show."""
    return _ALL.sub(_set, text)


def _set(match: re.Match) -> str:
    if match["kept"] is not None:
        return match["kept"]
    return NO_BREAK if match["space"] is not None else "’"
