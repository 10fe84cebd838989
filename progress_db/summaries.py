"""The saved copy of what a learner's events add up to: one row per skill, readable again or rebuilt."""

from __future__ import annotations

import hashlib
import json
from collections import OrderedDict
from dataclasses import fields
from datetime import datetime
from threading import Lock
from typing import Any

from learning.autonomy import Attempt, Level
from learning.events import RULES
from learning.progress import SkillProgress
from progress_db.moments import from_text, to_text

_ATTEMPT = tuple(f.name for f in fields(Attempt))
_SKILL = tuple(f.name for f in fields(SkillProgress))

# Another shape or another version of the rules: the saved copy is not read, it is computed again from the log.
FORMAT = hashlib.blake2b(repr((_SKILL, _ATTEMPT, RULES)).encode(), digest_size=4).hexdigest()

KEPT = 4096  # skills, the last ones asked for: some 2 KB each


class Latest:
    """The last reading of each saved skill: without it a regular's thirty skills cost 1 ms at each click. Only the last one: a reading for
    each text that there was grew with every answer. Used by all threads."""

    def __init__(self, kept: int = KEPT) -> None:
        self.kept = kept
        self._held: OrderedDict[tuple[str, str], tuple[str, SkillProgress]] = OrderedDict()
        self._lock = Lock()

    def read(self, learner: str, lesson: str, text: str) -> SkillProgress:
        """The value of this text (frozen). Raises ValueError, TypeError, KeyError or AttributeError when it is not one of ours."""
        place = learner, lesson
        with self._lock:
            held = self._held.get(place)
            if held is not None and held[0] == text:
                self._held.move_to_end(place)
                return held[1]
        value = from_json(lesson, text)
        with self._lock:
            self._held[place] = text, value
            self._held.move_to_end(place)
            if len(self._held) > self.kept:
                self._held.popitem(last=False)
        return value

    def __len__(self) -> int:
        return len(self._held)


def to_json(skill: SkillProgress) -> str:
    """A skill's progress as JSON text."""
    values = {name: getattr(skill, name) for name in _SKILL if name not in ("lesson", "attempts")}
    values["attempts"] = [[getattr(attempt, name) for name in _ATTEMPT] for attempt in skill.attempts]
    return json.dumps(values, default=_moment, separators=(",", ":"))


def from_json(lesson: str, text: str) -> SkillProgress:
    """Read it back. Raises ValueError, TypeError, KeyError or AttributeError when it is not one of ours."""
    values: dict[str, Any] = json.loads(text)
    for name in ("lesson_done", "quiz_done", "last_seen"):
        values[name] = from_text(values[name]) if values[name] else None
    for name in ("overruled", "proposed"):
        values[name] = (*values[name][:-1], from_text(values[name][-1])) if values[name] else None
    values["tried"] = tuple(values["tried"]) if values["tried"] else None
    values["placed"] = tuple((number, known, from_text(at)) for number, known, at in values["placed"])
    values["floor"] = Level(values["floor"])
    values["attempts"] = tuple(_attempt(row) for row in values["attempts"])
    return SkillProgress(lesson=lesson, **values)


def _attempt(row: list[Any]) -> Attempt:
    at, *rest = row
    return Attempt(from_text(at), *rest)


def _moment(value: object) -> str:
    if isinstance(value, datetime):
        return to_text(value)
    raise TypeError(f"not for a summary: {type(value).__name__}")


latest = Latest()
