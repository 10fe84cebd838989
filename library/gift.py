"""Moodle's GIFT text format, read: blocks between blank lines, `{answers}`, `= ~ # ->` and their escapes. Pure.

The rules are those of Moodle's own filter (question/format/gift/format.php, read in its public sources): a comment is a line that
begins with `//`, `::name::` comes first, `####` opens the feedback of the whole question, a percentage is a weight."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser

ESCAPED = {c: chr(0xE000 + i) for i, c in enumerate("~=#{}:\\n")}  # private signs stand for escaped ones while we cut
BLANK = "_____"
_NAME = re.compile(r"\s*::(.*?)::", re.DOTALL)
_FORMAT = re.compile(r"\s*\[(html|moodle|plain|markdown)\]\s*", re.IGNORECASE)
_WEIGHT = re.compile(r"\s*%(-?[0-9.,]+)%\s*")
_TRUE, _FALSE = ("T", "TRUE", "VRAI"), ("F", "FALSE", "FAUX")


@dataclass(frozen=True)
class Answer:
    """One answer: `weight` is its share of a mark, in percent, as Moodle would give it."""

    text: str
    weight: float
    feedback: str = ""
    pair: str = ""  # the right side, in a matching question
    line: int = 1


@dataclass(frozen=True)
class Asked:
    """One question as it stands in the file. `kind`: choice, short, match, true_false, number, essay, text (nothing is asked)."""

    kind: str
    name: str
    text: str
    line: int
    answers: tuple[Answer, ...] = ()
    feedback: str = ""
    lost: tuple[str, ...] = ()  # what its texts held and could not be carried over
    weighed: bool = False  # some answers were half right


class NotGift(ValueError):
    """The block cannot be read. The message is French and says why."""


def blocks(text: str) -> list[tuple[int, str]]:
    """The questions of a file, each with its first line (1 = first); comments and categories are left out, blank lines cut."""
    found: list[tuple[int, list[str]]] = []
    held: list[str] = []
    first = 0
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if line.lstrip().startswith("//") or line.startswith("$CATEGORY"):
            line = "" if line.startswith("$") else None
        if line is None:
            held += [""] if held else []
            continue
        if line.strip():
            first = first or number
            held.append(line)
        elif held:
            found.append((first, held))
            held, first = [], 0
    return [(line, "\n".join(lines)) for line, lines in found]


def read(line: int, block: str) -> Asked:
    """One question. Raises NotGift."""
    text = re.sub(r"\\([~=#{}:\\n])", lambda m: ESCAPED[m[1]], block)
    named = _NAME.match(text)
    name, text = (named[1], text[named.end() :]) if named else ("", text)
    if (shape := _FORMAT.match(text)) is not None:
        text = text[shape.end() :]
    html = shape is None or shape[1].lower() in ("html", "moodle")
    opened, closed = text.find("{"), text.rfind("}")
    lost: list[str] = []
    if opened < 0 and closed < 0:
        return Asked("text", _plain(name, False, lost), _plain(text, html, lost), line, lost=tuple(lost))
    if opened < 0 or closed < opened or text.count("{") > 1 or text.count("}") > 1:
        raise NotGift("les accolades { } ne sont pas fermées, ou il y en a trop")
    before, inside, after = text[:opened], text[opened + 1 : closed], text[closed + 1 :]
    asked = before if not after.strip() else f"{before.rstrip()} {BLANK} {after.lstrip()}"
    start = line + block[: block.find("{")].count("\n") if "{" in block else line
    inside, _, general = inside.partition("####")
    kind, answers, weighed = _answers(inside, start, html, lost)
    return Asked(
        kind,
        _plain(name, False, lost),
        _plain(asked, html, lost),
        line,
        answers,
        _plain(general, html, lost),
        tuple(lost),
        weighed,
    )


def _answers(inside: str, line: int, html: bool, lost: list[str]) -> tuple[str, tuple[Answer, ...], bool]:
    bare = inside.strip()
    if not bare:
        return "essay", (), False
    head, *said = bare.split("#")
    if head.strip().upper() in (*_TRUE, *_FALSE):
        truth = head.strip().upper() in _TRUE
        wrong, right = (_plain(said[i], html, lost) if len(said) > i else "" for i in (0, 1))
        texts = (("Vrai", truth), ("Faux", not truth))
        return "true_false", tuple(Answer(t, 100.0 if ok else 0.0, right if ok else wrong, line=line) for t, ok in texts), False
    if bare.startswith("#"):
        return "number", tuple(_marked(bare[1:] if re.search(r"[=~]", bare[1:]) else "=" + bare[1:], line, html, lost)), False
    answers = tuple(_marked(inside, line, html, lost))
    if not answers:
        raise NotGift("aucune réponse ne commence par = ou ~")
    if any(a.pair for a in answers):
        return "match", answers, False
    weighed = any(0 < a.weight < 100 for a in answers)
    return ("choice" if "~" in inside else "short"), answers, weighed


def _marked(inside: str, line: int, html: bool, lost: list[str]) -> list[Answer]:
    """The answers that begin with = (right) or ~ (wrong, unless weighed)."""
    out = []
    for piece in re.finditer(r"([=~])([^=~]*)", inside):
        text, at = piece[2], line + inside[: piece.start()].count("\n")
        weight = _WEIGHT.match(text)
        share = _share(weight[1]) if weight else (100.0 if piece[1] == "=" else 0.0)
        text, _, feedback = (text[weight.end() :] if weight else text).partition("#")
        left, arrow, right = text.partition("->")
        shape = _FORMAT.match(left)
        left = left[shape.end() :] if shape else left
        out.append(Answer(
            _plain(left, html, lost), share, _plain(feedback, html, lost), _plain(right, html, lost) if arrow else "", at
        ))  # fmt: skip
    return out


def _share(percent: str) -> float:
    try:
        return float(percent.replace(",", "."))
    except ValueError as error:
        raise NotGift(f"« %{percent}% » n’est pas un pourcentage") from error


class _Text(HTMLParser):
    """Words of a piece of HTML, bold kept; what cannot be carried over is named."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self.lost: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("b", "strong"):
            self.out.append("**")
        elif tag in ("br", "p", "div", "li"):
            self.out.append("\n")
        elif tag in ("img", "video", "audio", "iframe", "object", "table", "svg"):
            self.lost.append(f"<{tag}>")

    def handle_endtag(self, tag: str) -> None:
        self.out.append("**" if tag in ("b", "strong") else "\n" if tag in ("p", "div") else "")

    def handle_data(self, data: str) -> None:
        self.out.append(re.sub(r"([*_`\[\]<>|])", r"\\\1", data))


def _plain(raw: str, html: bool, lost: list[str]) -> str:
    """Text as our author files write it: escapes undone, HTML gone, the signs of Markdown escaped, one space between words.

    Raises NotGift."""
    parser = _Text()
    kept = raw if html else raw.replace("&", "&amp;").replace("<", "&lt;")
    try:
        parser.feed(kept)
        parser.close()
    except AssertionError as error:  # how Python's own parser refuses « <![ »
        raise NotGift("le HTML de son texte est abîmé") from error
    lost += parser.lost
    text = unescape("".join(parser.out))
    for sign, private in ESCAPED.items():
        text = text.replace(private, {"n": "\n"}.get(sign, sign))
    lines = [" ".join(line.split()) for line in text.split("\n")]
    return re.sub(r"\n{2,}", "\n\n", "\n".join(lines)).strip()
