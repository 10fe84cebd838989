"""What a text claims about the world and that must be supported: telephone numbers, prices, addresses, rights. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["numero", "adresse", "prix", "droit"]

_SPACE = r"[ .\u00a0\u202f]"
_MONTH = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_NUMBER = re.compile(
    rf"(?<![\w/.,+-])(?:0[1-9](?:{_SPACE}?\d\d){{4}}|0{_SPACE}?8\d\d(?:{_SPACE}?\d{{3}}){{2}}|3\d{{4}}|116{_SPACE}?\d{{3}}"
    rf"|(?:(?<=\ble )|(?<=\bau )|(?<=\bnuméro ))(?:1[578]|11[2-9]|3\d{{3}}|3\d{_SPACE}\d\d)(?!{_SPACE}?(?:{_MONTH}|\d|[€%h]|/)))(?![\w/€%]|[.,]\d)",
    re.IGNORECASE,
)
_ENDINGS = "fr|com|org|net|eu|be|ch|info|bzh|example"
_ADDRESS = re.compile(rf"(?<![\w@.-])(?:[\w.+-]+@)?(?:(?:[\w-]+\.)+|\.(?:[\w-]+\.)+)(?:{_ENDINGS})(?![\w-]|\.\w)", re.IGNORECASE)
_PRICE = re.compile(r"(?<![\w,.])\d[\d \u00a0\u202f]*(?:,\d+)?[ \u00a0\u202f]?(?:€|euros?\b|centimes?\b)")
# « le bouton droit » is of the mouse, « mène droit au site » of a road: a right comes after a small word
_RIGHT = re.compile(
    r"(?:\b(?:le|un|du|des|les|de|au|aux|ce|ces|mon|mes|son|ses|votre|vos|nos|leurs?|quels?|aucun|ai|a|avez|avons|ont|avoir)\s(?=droits?\b)"
    r"|(?<!\w)(?=lois?\b|interdi(?:re|te?s?)\b|oblig(?:atoir|ation|é)|gratui|rembours|puni(?:e?s?|r)\b))(?P<word>\w+)",
    re.IGNORECASE,
)
_STEMS = ("droit", "loi", "interdi", "oblig", "gratui", "rembours", "puni")
_QUOTED = re.compile(r"«[^»]*»")
# Kept for fiction by the Arcep (../shared/facts/premiers-pas.md §3)
_FICTION = ("019900", "026191", "035301", "046571", "053649", "063998")


@dataclass(frozen=True, order=True)
class Claim:
    """Something said at `line` of `file`: the words that must be supported, and the line they stand in."""

    file: str
    line: int
    kind: Kind
    words: str
    said: str = ""

    @property
    def invented(self) -> bool:
        """Whether its very form says that it is not of this world: reserved addresses and numbers."""
        if self.kind == "adresse":
            return self.words.casefold().endswith(".example")
        return self.kind == "numero" and digits(self.words).startswith(_FICTION)


def digits(text: str) -> str:
    """`text` without what stands between its figures: a number is the same however it is grouped."""
    return re.sub(r"\D", "", text)


def numbers(text: str) -> set[str]:
    """The telephone numbers of `text`, figures only."""
    return {digits(hit[0]) for hit in _NUMBER.finditer(text)}


def rights(text: str) -> set[str]:
    """What `text` says of rights: « gratuitement » and « gratuite » are one."""
    return {stem for hit in _RIGHT.finditer(text) for stem in _STEMS if hit["word"].casefold().startswith(stem)}


def everywhere(file: str, lines: Iterable[tuple[int, str]]) -> Iterator[Claim]:
    """Numbers and addresses, wherever they stand in a file: what a false message quotes must be false too."""
    for line, text in _one_by_one(lines):
        for hit in _NUMBER.finditer(text):
            yield Claim(file, line, "numero", hit[0], text.strip())
        for hit in _ADDRESS.finditer(text):
            yield Claim(file, line, "adresse", hit[0], text.strip())


def in_prose(file: str, prose: Iterable[tuple[int, str]]) -> Iterator[Claim]:
    """Prices and rights, in what a file tells the learner. What stands in « » is a message's, or a person's, words."""
    for line, text in _one_by_one(prose):
        own = _QUOTED.sub(" ", text)
        for hit in _PRICE.finditer(own):
            yield Claim(file, line, "prix", hit[0].strip(), text.strip())
        for hit in _RIGHT.finditer(own):
            yield Claim(file, line, "droit", hit["word"], text.strip())


def _one_by_one(prose: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    for line, text in prose:
        yield from ((line + shift, one) for shift, one in enumerate(text.split("\n")))
