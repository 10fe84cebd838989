"""Which question comes now: each once, then the missed ones once more; nobody is held by a question for ever. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from learning.content import AnyQuestion, Quiz
from learning.progress import SkillProgress

CHANCES = 2  # after the second miss of a round we have shown the answer and go on


def next_question(quiz: Quiz, skill: SkillProgress) -> AnyQuestion | None:
    """The question to ask, or None when the round is over (or was finished)."""
    if skill.quiz_done:
        return None
    new = [q for q in quiz.questions if q.id not in skill.answers]
    again = [q for q in quiz.questions if skill.answers.get(q.id) is False and skill.missed.get(q.id, 0) < CHANCES]
    return next(iter([*new, *again]), None)


def shuffled(size: int, *seed: object) -> list[int]:
    """The indexes 0..size-1 in an order fixed by `seed`, never the right order itself when size > 1 (no random here)."""
    order = sorted(range(size), key=lambda i: hashlib.sha256(f"{seed}|{i}".encode()).digest())
    return order if order != list(range(size)) or size < 2 else [*order[1:], order[0]]


def asked_again(question: AnyQuestion, skill: SkillProgress) -> bool:
    """True when this question comes back after a miss."""
    return question.id in skill.answers


def counted(quiz: Quiz, skill: SkillProgress) -> tuple[int, int]:
    """(number of the question on show, questions in all), for « Question 2 sur 7 »."""
    answered: Sequence[str] = [q.id for q in quiz.questions if q.id in skill.answers]
    return min(len(answered) + 1, len(quiz.questions)), len(quiz.questions)
