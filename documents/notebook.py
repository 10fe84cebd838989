"""The progress notebook of a learner, on paper: what I am to discover, what I practise, what I can do, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from documents.pdf import pdf
from documents.runs import breakable, runs
from learning.autonomy import Level

SIGNS = {"à découvrir": "empty", "je m’entraîne": "half", "je sais faire": "full"}


@dataclass(frozen=True)
class Skill:
    """`objective`: « Je sais … ». `why`: one line of evidence, or "" for a skill that was not started."""

    objective: str
    level: Level
    why: str = ""


@dataclass(frozen=True)
class Chapter:
    """A module and its skills, in the order of the path."""

    title: str
    skills: tuple[Skill, ...]


def notebook_pdf(name: str, chapters: Sequence[Chapter], place: str, day: str) -> bytes:
    """Takes the first name ("" leaves a line to write it), the modules, the name of the place and the day in words; gives an A4 PDF.

    As many pages as needed, numbered. Raises documents.pdf.PaperProblem when it could not be made.
    """
    shown = [
        {"title": breakable(chapter.title, 24), "skills": [_row(skill) for skill in chapter.skills]}
        for chapter in chapters
        if chapter.skills
    ]
    data = {
        "title": f"Carnet de {name}" if name else "Mon carnet",
        "name": breakable(name, 20),
        "chapters": shown,
        "place": breakable(place, 24),
        "day": day,
    }
    return pdf("notebook", data)


def _row(skill: Skill) -> dict:
    word = skill.level.learner
    return {
        "objective": runs(skill.objective, 20),
        "level": word,
        "sign": SIGNS[word],
        "why": breakable(skill.why, 20) if skill.level > Level.TO_DISCOVER or skill.why else "",
    }
