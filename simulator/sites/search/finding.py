"""Which results answer a search: folded words, forgiving of endings and of one slip of the finger. Pure."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import Protocol, TypeVar

from simulator.engine import fold

SMALL = frozenset(
    [
        "a",
        "au",
        "aux",
        "avec",
        "ce",
        "ces",
        "cet",
        "cette",
        "comment",
        "dans",
        "de",
        "des",
        "du",
        "elle",
        "en",
        "est",
        "et",
        "il",
        "je",
        "la",
        "le",
        "les",
        "leur",
        "ma",
        "mes",
        "moi",
        "mon",
        "ne",
        "nous",
        "on",
        "ou",
        "par",
        "pas",
        "pour",
        "quand",
        "que",
        "quel",
        "quelle",
        "quels",
        "quelles",
        "qui",
        "quoi",
        "sa",
        "se",
        "ses",
        "si",
        "son",
        "sont",
        "sur",
        "ta",
        "tes",
        "ton",
        "un",
        "une",
        "vos",
        "votre",
        "vous",
        "www",
        "http",
        "https",
    ]
)
SHORTEST_SLIP = 5  # letters: in a shorter word, another letter is another word
_QUOTED = re.compile(r"[\"«“]([^\"«»“”]+)[\"»”]")


class Findable(Protocol):
    """What can be found: its words, and its whole text folded, for quotations."""

    @property
    def stems(self) -> tuple[str, ...]: ...
    @property
    def folded(self) -> str: ...


Found = TypeVar("Found", bound=Findable)


def words(text: str) -> list[str]:
    """The words of a text, folded."""
    return re.findall(r"[a-z0-9]+", fold(text).replace("œ", "oe").replace("æ", "ae"))


def stem(word: str) -> str:
    """A word without the ending that changes: gratuites, gratuite, gratuit are one."""
    return re.sub(r"(es|e|s|x)$", "", word) if len(word) > 3 else word


def stems(text: str) -> tuple[str, ...]:
    """The words that say what a text is about; all of them when there are only small words."""
    all_of_them = words(text)
    telling = [word for word in all_of_them if len(word) > 1 and word not in SMALL]
    return tuple(dict.fromkeys(stem(word) for word in telling or all_of_them))


def folded(text: str) -> str:
    """A text as one line of folded words, to look a quotation up in."""
    return f" {' '.join(words(text))} "


def search(asked: str, among: tuple[Found, ...]) -> list[Found]:
    """What answers: every quotation, and half of the words at least; the nearest first, else in the given order."""
    quoted = [folded(part) for part in _QUOTED.findall(asked)]
    wanted = stems(asked)
    scored = [(_score(wanted, one.stems), one) for one in among if all(part in one.folded for part in quoted)]
    return [one for score, one in sorted(scored, key=lambda pair: -pair[0]) if score and score * 2 >= len(wanted)]


def fewer(asked: str, among: tuple[Findable, ...], most: int = 3) -> list[str]:
    """Searches of one word of `asked` that would find something."""
    single = [word for word in dict.fromkeys(words(asked)) if len(word) > 2 and word not in SMALL]
    return [word for word in single if search(word, among)][:most]


def _score(wanted: tuple[str, ...], there: tuple[str, ...]) -> int:
    return sum(any(word == other or _slip(word, other) for other in there) for word in wanted)


def _slip(a: str, b: str) -> bool:
    """One letter too many, too few, another one, or two letters changed over."""
    if min(len(a), len(b)) < SHORTEST_SLIP or abs(len(a) - len(b)) > 1:
        return False
    same = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False))))
    a, b = a[same:], b[same:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
