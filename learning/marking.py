"""Mark an answer: right or not, what we say to it, and the answer in words. Pure."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Any

from learning.content import AnyQuestion, Choice, Match, Order, ShortAnswer


@dataclass(frozen=True)
class Mark:
    """`feedback` answers the misconception behind each choice; `said` is the answer in words, for the counsellor."""

    right: bool
    feedback: tuple[str, ...]
    said: str


def mark(question: AnyQuestion, answer: Any) -> Mark:
    """Mark `answer`: indexes of the ticked options (Choice), of the items as placed (Order), of the right cell given
    to each left cell (Match), or the typed text (ShortAnswer). An odd answer is simply not right; nothing is raised."""
    match question:
        case Choice():
            return _choice(question, _indexes(answer, len(question.options)))
        case Order():
            placed = _indexes(answer, len(question.items))
            right = placed == list(range(len(question.items)))
            return Mark(right, _one(question.explanation), " → ".join(question.items[i] for i in placed))
        case Match():
            given = _indexes(answer, len(question.pairs), repeats=True)
            right = given == list(range(len(question.pairs)))
            said = " ; ".join(
                f"{question.pairs[i][0]} : {question.pairs[j][1]}" for i, j in enumerate(given[: len(question.pairs)])
            )
            return Mark(right, _one(question.explanation), said)
        case ShortAnswer():
            typed = str(answer if answer is not None else "").strip()
            right = plain(typed) in {plain(a) for a in question.accepted}
            return Mark(right, _one(question.explanation), typed[:200])


def plain(text: str) -> str:
    """Text as it is compared: no capitals, no accents, no spaces around or doubled, no final full stop."""
    folded = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    return " ".join("".join(c for c in folded if not unicodedata.combining(c)).split()).rstrip(" .")


def _choice(question: Choice, ticked: list[int]) -> Mark:
    wanted = {i for i, o in enumerate(question.options) if o.right}
    right = bool(ticked) and set(ticked) == wanted
    feedback = tuple(question.options[i].feedback for i in ticked)
    if not right and set(ticked) < wanted and ticked:
        missing = len(wanted - set(ticked))
        feedback += ("Il y a encore une autre bonne réponse." if missing == 1 else "Il y a encore d’autres bonnes réponses.",)
    return Mark(right, feedback, " ; ".join(question.options[i].text for i in ticked))


def _indexes(answer: Any, size: int, repeats: bool = False) -> list[int]:
    if not isinstance(answer, (list, tuple)):
        return []
    good = [i for i in answer if isinstance(i, int) and not isinstance(i, bool) and 0 <= i < size]
    return good if repeats else list(dict.fromkeys(good))


def _one(text: str) -> tuple[str, ...]:
    return (text,) if text else ()
