"""The attestation: in plain words, what a person has done alone, and when. It is no certification, and says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from documents.pdf import pdf
from documents.runs import breakable, runs

# From « Je sais ranger mes messages » to « sait ranger ses messages ».
_OTHERS = {"mon": "son", "ma": "sa", "mes": "ses", "me": "se", "m’": "s’", "m'": "s’"}
# « me connecter » becomes « se connecter »; in « ce qui m’étonne », « me » is not the subject's and stays.
_MINE = re.compile(r"(?<!\w)(?:(?:mon|ma|mes)(?!\w)|me(?= \w+(?:er|ir|re|oir)\b)|m[’'](?=\w+(?:er|ir|re|oir)\b))", re.IGNORECASE)
_STILL_MINE = re.compile(r"(?<!\w)(?:je|me|moi|nous|vous|notre|nos|votre|vos)(?!\w)|(?<!\w)[jm][’']", re.IGNORECASE)


@dataclass(frozen=True)
class Done:
    """`objective`: « Je sais … ». `day`: when it was done alone for the second time, in words (« mardi 24 novembre 2026 »)."""

    objective: str
    day: str


def known(objective: str) -> str:
    """The objective said of somebody: « sait joindre un fichier à un message, sans aide ». Nobody's gender is needed.

    An objective that cannot be turned with certainty is quoted as the person says it."""
    plain = "".join(piece["text"] for piece in runs(objective, len(objective) + 1)).strip()
    said = re.sub(r"^je sais\s+", "", plain, flags=re.IGNORECASE).rstrip(" .\u00a0")
    turned = _MINE.sub(lambda mine: _OTHERS[mine[0].lower()], said)
    if said == plain.rstrip(" .\u00a0") or _STILL_MINE.search(turned):
        return f"a montré, sans aide : « {plain} »".replace("« ", "«\u00a0").replace(" »", "\u00a0»").replace(" :", "\u00a0:")
    return f"sait {turned}, sans\u00a0aide"


def attestation_pdf(name: str, done: Sequence[Done], place: str, counsellor: str = "") -> bytes:
    """Takes the first name, the skills done alone, the name of the place and of the counsellor ("" leaves lines to write them).

    Gives an A4 PDF, one page for a few skills, numbered pages for many. Raises ValueError when nothing was done alone yet,
    documents.pdf.PaperProblem when it could not be made.
    """
    if not done:
        raise ValueError("nothing done alone: no attestation")
    data = {
        "title": f"Attestation de {name}" if name else "Attestation",
        "name": breakable(name, 18),
        "skills": [{"text": breakable(known(one.objective), 24), "day": one.day} for one in done],
        "place": breakable(place, 24),
        "counsellor": breakable(counsellor, 24),
    }
    return pdf("attestation", data)
