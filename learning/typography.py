"""French spacing, put in once when a text is read, so that authors type ordinary spaces. Pure."""

from __future__ import annotations

import re

NO_BREAK = "\u00a0"

# Never touched: fenced and inline code, the place a link leads to, addresses, question names.
_KEPT = re.compile(r"```.*?```|~~~.*?~~~|`+[^`\n]*`+|\]\([^)\n]*\)|<[^>\s]+>|\{#[^}\n]*\}|\w+://[^\s»]+", re.DOTALL)
_BEFORE = re.compile(r"(?<=[\w»”\"’')\]*_`…%€.!?]) +(?=[:;!?](?![\w/.-])|[€%](?!\w))")
_GUILLEMETS = re.compile(r"(?<=«) *(?=\S)|(?<=[^\s«]) *(?=»)")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=\w)")


def no_break(text: str) -> str:
    """`text` with no-break spaces before : ; ! ? % €, and inside « ». Code, addresses and links stay as typed."""
    return _outside(text, _spaced)


def typeset(text: str) -> str:
    """`no_break`, and the typographic apostrophe between letters: what lessons and questions show."""
    return _outside(text, lambda piece: _APOSTROPHE.sub("’", _spaced(piece)))


def _spaced(piece: str) -> str:
    return _GUILLEMETS.sub(NO_BREAK, _BEFORE.sub(NO_BREAK, piece))


def _outside(text: str, change) -> str:
    done, at = [], 0
    for kept in _KEPT.finditer(text):
        done += [change(text[at : kept.start()]), kept[0]]
        at = kept.end()
    return "".join([*done, change(text[at:])])
