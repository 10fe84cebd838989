"""The paper card of a person: first name, code, and the square a telephone can read. The 4-digit code is never on it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

import segno

from documents.pdf import pdf
from documents.runs import breakable

LONG_WORD = 22  # letters that fit on one line of the card in its smallest size


@dataclass(frozen=True)
class Card:
    """`code`: the 10 characters of the card, without spaces. `address`: where people type to come, such as https://pas.example."""

    name: str
    code: str
    address: str


def grouped(code: str) -> str:
    """The code in two groups of five, as it is read and copied: « ABCDE FGHJK »."""
    return " ".join(code[start : start + 5] for start in range(0, len(code), 5))


def card_link(card: Card) -> str:
    """What the square holds. It opens the door with the code filled in; the 4 digits are still asked."""
    return f"{card.address.rstrip('/')}/c/{card.code}"


def _square(card: Card) -> str:
    drawn = io.BytesIO()
    segno.make(card_link(card), error="m", micro=False).save(drawn, kind="svg", border=0, xmldecl=False, dark="#1c1b19")
    return drawn.getvalue().decode()


def _typed(address: str) -> str:
    """The address as one types it: without https://."""
    parts = urlsplit(address)
    return parts.netloc + parts.path.rstrip("/") if parts.netloc else address


def _size(name: str) -> int:
    length = len(name)
    return 18 if length <= 12 else 14 if length <= 22 else 11


def card_pdf(cards: Sequence[Card], place_name: str) -> bytes:
    """Takes the cards, in printing order, and the name of the place; gives an A4 PDF, eight cards a page.

    Raises ValueError when there is no card, documents.pdf.PaperProblem when the sheet could not be made.
    """
    if not cards:
        raise ValueError("no card to print")
    drawn = [
        {
            "name": breakable(card.name, LONG_WORD),
            "size": _size(card.name),
            "code": grouped(card.code),
            "square": _square(card),
            "address": breakable(_typed(card.address), LONG_WORD),
        }
        for card in cards
    ]
    title = f"Carte de {cards[0].name}" if len(cards) == 1 else f"{len(cards)} cartes"
    return pdf("card", {"title": title, "place": place_name, "cards": drawn})
