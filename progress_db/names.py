"""Names as people write them: apostrophes, hyphens, accents, particles. Whatever is typed: a clean name, or BadName. Pure."""

from __future__ import annotations

import unicodedata

from progress_db.errors import BadName

LONGEST = 60
_JOINERS = " '’-."
_SAME = str.maketrans({"‐": "-", "‑": "-", "–": "-", "—": "-", "`": "'", "´": "'", "ʼ": "’", "‘": "’"})  # fmt: skip


def clean_name(raw: object) -> str:
    """The name to keep: one space between words, composed accents, no invisible sign. Raises BadName, with what to type."""
    text = unicodedata.normalize("NFC", raw if isinstance(raw, str) else "")
    text = "".join(" " if c.isspace() else c for c in text.translate(_SAME))
    text = " ".join("".join(c for c in text if unicodedata.category(c) not in ("Cc", "Cf")).split())
    text = unicodedata.normalize("NFC", text)
    if not text:
        raise BadName("Écrivez un prénom ou un nom.")
    if any(not _allowed(c) for c in text) or _piled(text):
        raise BadName(
            "Écrivez le nom avec des lettres. L’espace, l’apostrophe, le trait d’union et le point sont possibles aussi."
        )
    if not any(c.isalpha() for c in text):
        raise BadName("Écrivez au moins une lettre.")
    if len(text) > LONGEST:
        raise BadName(f"Ce nom a {len(text)} signes. Écrivez-le en {LONGEST} signes au plus.")
    return text


def _allowed(c: str) -> bool:
    return c in _JOINERS or unicodedata.category(c)[0] in "LM"


def _piled(text: str) -> bool:
    """More than two accents on one letter, or an accent on nothing."""
    marks = 3
    for c in text:
        if unicodedata.category(c)[0] != "M":
            marks = 0 if c.isalpha() else 3
        else:
            marks += 1
            if marks > 2:
                return True
    return False
