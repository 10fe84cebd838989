"""What reading one author file gives: a value or None, the problems, and where things stand in the file."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from learning.content import Lesson, Practice, Quiz, Sources
from library.errors import Problem

Value = Lesson | Quiz | Practice | Sources


@dataclass(frozen=True)
class Reading:
    """`value` is None when there is a mistake. `prose` (line, text) is what the language advice reads;
    `lines` says where a screen, a question or a variant begins; `images` (line, path) are to be found on the disk."""

    value: Value | None
    problems: tuple[Problem, ...] = ()
    prose: tuple[tuple[int, str], ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)
    images: tuple[tuple[int, str], ...] = ()


def fingerprint(data: bytes) -> str:
    """The hash kept with each event: which version of the file the person saw."""
    return hashlib.sha256(data).hexdigest()[:16]
