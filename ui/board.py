"""What the board says of one person, in words: where, since when, and the facts worth a look."""

from __future__ import annotations

from datetime import datetime, timedelta
from html import escape

from learning.dates import hour
from progress_db.room import Present
from ui.session import Session

STILL = timedelta(minutes=6)  # without any act
LONG = timedelta(minutes=15)  # at one step
MANY_MISSED, MANY_LEFT = 3, 2
PAGES = {
    "": "Accueil", "module": "Un module", "lecon": "Leçon", "entrainement": "Entraînement", "quiz": "Questions",
    "echauffement": "Échauffement", "point": "Faire le point", "parcours": "Son parcours", "carnet": "Son carnet",
}  # fmt: skip


def where(me: Session, one: Present) -> str:
    """The computer, the page, the lesson and the step, since when."""
    if not one.session:
        return "Pas encore là."
    lesson = me.shelf.lesson(one.lesson)
    told = [one.computer or "Un autre appareil", PAGES.get(one.page, "Accueil")]
    if lesson:
        told.append(f"« {lesson.title} »" + (f", {_step(one)}" if one.step else ""))
    since = f", depuis {hour(one.since)}" if one.since else ""
    return " · ".join(told) + since + "."


def _step(one: Present) -> str:
    return f"{'question' if one.page == 'quiz' else 'écran'} {one.step}"


def facts(one: Present, now: datetime) -> str:
    """What is worth a look, as facts (HTML); empty when there is nothing."""
    told = []
    if one.session and one.seen_at and now - one.seen_at > STILL:
        told.append(f"Aucun geste depuis {_minutes(now - one.seen_at)}.")
    elif one.session and one.since and now - one.since > LONG:
        told.append(f"Sur la même page depuis {_minutes(now - one.since)}.")
    if one.missed >= MANY_MISSED:
        told.append(f"{one.missed} réponses « pas encore » depuis le début.")
    if one.left >= MANY_LEFT:
        told.append(f"{one.left} entraînements arrêtés avant la fin.")
    return "".join(f"<p class='a-voir'>{escape(line)}</p>" for line in told)


def _minutes(gap: timedelta) -> str:
    return f"{int(gap.total_seconds() // 60)} minutes"
