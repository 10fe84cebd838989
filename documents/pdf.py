"""The only place that knows typst: a template and its data in, a tagged PDF with embedded fonts out."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import typst

HERE = Path(__file__).parent
TEMPLATES = HERE / "templates"
FONTS = HERE / "polices"
BLANK_SIGN = "□"  # stands for a sign that no font of ours can draw: the sheet is made, the sign can be written by hand
_NOT_DRAWN = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
MOST_SIGNS = 60  # different signs we look for in one sheet


class PaperProblem(Exception):
    """A document could not be made. `message` is French, for the counsellor; the cause says why, for the log."""

    message = "Le document n’a pas pu être préparé. Rien n’est perdu : essayez encore."


@cache
def _fonts() -> typst.Fonts:
    """Our fonts only: the same sheet comes out of every computer."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(FONTS)])


def pdf(template: str, data: object) -> bytes:
    """Takes the name of a template of `documents/templates` and JSON-able data; gives the PDF (PDF/UA-1, French, fonts embedded).

    The data reach the template as one JSON text in `sys.inputs.data`: a name is never read as markup.
    Raises PaperProblem when typst refuses.
    """
    given = json.dumps(data, ensure_ascii=False)
    for _ in range(MOST_SIGNS):
        try:
            return _made(template, given)
        except typst.TypstError as refused:
            sign = _NOT_DRAWN.search(str(refused))
            if sign is None or not set(sign[1]) & set(given):
                raise PaperProblem(str(refused)) from refused
            given = "".join(BLANK_SIGN if letter in sign[1] else letter for letter in given)
        except (RuntimeError, ValueError) as refused:
            raise PaperProblem(str(refused)) from refused
    raise PaperProblem(f"{template}: too many signs that no font draws")


def _made(template: str, given: str) -> bytes:
    # A new compiler each time: one compiler is not made to be shared by two requests at once.
    compiler = typst.Compiler(TEMPLATES / f"{template}.typ", root=str(TEMPLATES), font_paths=_fonts(), ignore_system_fonts=True)
    made = compiler.compile(format="pdf", sys_inputs={"data": given}, pdf_standards="ua-1")
    if not isinstance(made, bytes):
        raise PaperProblem(f"{template}: typst gave {type(made).__name__}")
    return made
