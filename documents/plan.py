"""The plan of a workshop on paper: aim, what to prepare, the course minute by minute, what to print, what comes after."""

from __future__ import annotations

from documents.pdf import pdf
from documents.runs import breakable, runs
from learning.content import Plan
from learning.dates import duration
from learning.words import MODULES


def plan_pdf(plan: Plan, lessons: tuple[str, ...], place: str) -> bytes:
    """Takes a plan, the titles of its lessons and the name of the place; gives one A4 sheet or two.

    Raises documents.pdf.PaperProblem when it could not be made."""
    start, course = 0, []
    for moment in plan.course:
        course.append(
            {"from": _clock(start), "minutes": moment.minutes, "group": runs(moment.group), "counsellor": runs(moment.counsellor)}
        )
        start += moment.minutes
    listed = {
        name: [runs(line) for line in lines]
        for name, lines in (("before", plan.before), ("prints", plan.prints), ("after", plan.afterwards))
    }
    return pdf(
        "plan",
        {
            "title": plan.title, "shown": breakable(plan.title, 24), "place": breakable(place, 24), "aim": runs(plan.aim),
            "facts": f"{MODULES[plan.module]} · {duration(plan.minutes)} · {plan.level}", "lessons": [runs(title) for title in lessons], "course": course, **listed,
        },
    )  # fmt: skip


def _clock(minutes: int) -> str:
    """Where the moment begins, from the start of the workshop: « 0 h 20 »."""
    return f"{minutes // 60}\u00a0h\u00a0{minutes % 60:02}"
