"""The recovery sheet of a counsellor: one code, to keep under lock."""

from __future__ import annotations

from documents.pdf import pdf


def recovery_pdf(name: str, login: str, code: str, place: str, address: str) -> bytes:
    """Takes whose it is, the login, the code in groups, the place's name and its address (either may be empty); gives one A4 sheet.

    Raises documents.pdf.PaperProblem when it could not be made."""
    return pdf("recovery", {"name": name, "login": login, "code": code, "place": place, "address": address})
