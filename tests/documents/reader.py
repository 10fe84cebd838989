"""What a PDF reader sees in a sheet, for the tests of this folder."""

from __future__ import annotations

import re

import pypdfium2 as pdfium


def pages_text(made: bytes) -> list[str]:
    """The text of each page, with one space between words and without the marks of line ends."""
    document = pdfium.PdfDocument(made)
    try:
        return [" ".join(_plain(page.get_textpage().get_text_range()).split()) for page in document]
    finally:
        document.close()


def text_of(made: bytes) -> str:
    return " ".join(pages_text(made))


def squeezed(text: str) -> str:
    """Without any space: a text that was cut at the end of a line is found again."""
    return "".join(_plain(text).split())


def title_of(made: bytes) -> str:
    document = pdfium.PdfDocument(made)
    try:
        return document.get_metadata_dict()["Title"]
    finally:
        document.close()


def size_of(made: bytes, words: str) -> float:
    """The size in points, on the first page, of the first letter of `words`."""
    document = pdfium.PdfDocument(made)
    try:
        page = document[0].get_textpage()
        index, _count = page.search(words).get_next()
        return round(pdfium.raw.FPDFText_GetFontSize(page, index), 1)
    finally:
        document.close()


def dark_outside_the_margins(made: bytes, margin: float = 8.0) -> bool:
    """Whether anything is drawn closer than `margin` millimetres to an edge of any page: a text that runs over."""
    document = pdfium.PdfDocument(made)
    try:
        for page in document:
            picture = page.render(scale=1, grayscale=True).to_numpy().squeeze()
            edge = round(margin / 25.4 * 72)
            if min(picture[:, :edge].min(), picture[:, -edge:].min(), picture[:edge].min(), picture[-edge:].min()) < 200:
                return True
        return False
    finally:
        document.close()


def assert_readable_by_everyone(made: bytes) -> None:
    """Tagged, PDF/UA, in French, and every font travels with the sheet."""
    assert b"/MarkInfo" in made and b"/StructTreeRoot" in made and b"pdfuaid" in made and b"/Lang(fr" in made
    described = made.count(b"/Type/FontDescriptor")
    assert b"AtkinsonHyperlegibleNext" in made
    assert described > 0 and len(re.findall(rb"/FontFile[23]? ", made)) == described


def _plain(text: str) -> str:
    return re.sub("[\u200b\ufffe\u00ad]", "", text).replace("\u00a0", " ").replace("\u202f", " ")
