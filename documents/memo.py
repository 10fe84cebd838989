"""The memo sheet of a lesson: one page to keep beside the computer, with what to remember and the gesture drawn."""

from __future__ import annotations

from collections.abc import Mapping

from documents.pdf import pdf
from documents.runs import breakable, drawings, runs
from learning.content import Lesson
from learning.words import MODULES

LONG_WORD = 24  # letters that fit on one line of the title
KINDS = {"svg": "svg", "png": "png", "jpg": "jpg", "jpeg": "jpg", "webp": "webp"}


def memo_pdf(lesson: Lesson, images: Mapping[str, bytes], place: str) -> bytes:
    """Takes a lesson, its drawings by name as the author wrote it (`images/x.svg`) and the name of the place; gives one A4 page.

    A drawing that `images` does not hold is left out. Raises documents.pdf.PaperProblem when the sheet could not be made.
    """
    drawn = [
        {"alt": one.alt or one.screen, "caption": breakable(one.screen, 16), **_picture(one.file, images[one.file])}
        for one in drawings(lesson)
        if images.get(one.file) and _kind(one.file)
    ]
    return pdf(
        "memo",
        {
            "title": lesson.title,
            "shown": breakable(lesson.title, LONG_WORD),
            "module": MODULES.get(lesson.module, ""),
            "objective": runs(lesson.objective),
            "remember": [runs(line) for screen in lesson.screens for line in screen.remember],
            "drawings": drawn,
            "place": breakable(place, LONG_WORD),
        },
    )


def _kind(file: str) -> str | None:
    return KINDS.get(file.rpartition(".")[2].lower())


def _picture(file: str, data: bytes) -> dict:
    """A drawing goes as text; a photo as numbers, for JSON holds no bytes."""
    kind = _kind(file)
    return {"kind": kind, "data": data.decode("utf-8", "replace") if kind == "svg" else list(data)}
