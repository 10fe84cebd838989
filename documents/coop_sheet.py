"""« À recopier dans La Coop »: one workshop, one line a field, in the order of La Coop's form. No name of anybody."""

from __future__ import annotations

from collections.abc import Sequence

from documents.pdf import pdf


def coop_pdf(title: str, fields: Sequence[tuple[str, str]], place: str) -> bytes:
    """Takes the workshop's title, the fields (name, what to copy) and the name of the place; gives one A4 sheet.

    Raises documents.pdf.PaperProblem when it could not be made."""
    return pdf("coop_sheet", {"title": title, "place": place, "fields": [list(one) for one in fields]})
