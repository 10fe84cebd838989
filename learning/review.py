"""When a skill is seen again: FSRS (package fsrs, its published default weights), plus eight weeks at most for traps."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from fsrs import Card, Rating, Scheduler, State

if TYPE_CHECKING:
    from learning.autonomy import Attempt

EIGHT_WEEKS = timedelta(weeks=8)  # the measured effect of anti-phishing training fades by then (design §4)
# No minute-long learning steps: people come once a day at most. No fuzz: the same history gives the same dates.
SCHEDULER = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)


def rating(attempt: Attempt) -> Rating:
    """Alone is Good, with a hint is Hard, shown or failed is Again."""
    if attempt.failed:
        return Rating.Again
    return Rating.Good if attempt.help == "none" else Rating.Hard


def reviewed(card: Mapping[str, Any] | None, attempt: Attempt, at: datetime) -> dict[str, Any]:
    """The skill's memory after this attempt, as a JSON-ready dict. A clock set back counts as no time passed."""
    memory = _card(card) if card else Card(card_id=1, state=State.Learning, due=at)
    when = max(at, memory.last_review) if memory.last_review else at
    after, _log = SCHEDULER.review_card(memory, rating(attempt), when)
    return {
        "state": int(after.state), "step": after.step, "stability": after.stability, "difficulty": after.difficulty,
        "due": after.due.isoformat(), "last_review": after.last_review.isoformat(),
    }  # fmt: skip


def due(card: Mapping[str, Any] | None, *, spaced_by_eight_weeks: bool) -> datetime | None:
    """When the skill is due again; None while it has no memory."""
    if card is None:
        return None
    memory = _card(card)
    if spaced_by_eight_weeks and memory.last_review:
        return min(memory.due, memory.last_review + EIGHT_WEEKS)
    return memory.due


def _card(data: Mapping[str, Any]) -> Card:
    return Card(
        card_id=1, state=State(data["state"]), step=data["step"], stability=data["stability"], difficulty=data["difficulty"],
        due=datetime.fromisoformat(data["due"]), last_review=datetime.fromisoformat(data["last_review"]),
    )  # fmt: skip
