"""The answers of a question: boxes, numbers, table or typed text, read from the list under it and checked."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from learning.marking import plain
from library.errors import Findings
from library.markdown import Block

_BOX = re.compile(r"\[([ xX])\]\s+(.*)", re.DOTALL)
_ODD_BOX = re.compile(r"\[[^\]]{0,3}\]|\(\s?[xX]?\s?\)|[☐☑☒✓✔]")
_ANSWER = re.compile(r"r[ée]ponse[ \u00a0]*:(.*)", re.IGNORECASE | re.DOTALL)
_KINDS = {"bullet_list": "choice", "ordered_list": "order", "table": "match"}


@dataclass
class Draft:
    """A question being read: what its blocks said so far."""

    id: str
    title: str
    line: int
    prompt: list[str] = field(default_factory=list)
    kind: str = ""
    answer: list[Any] = field(default_factory=list)
    titles: tuple[str, str] = ("", "")
    explanation: str = ""
    hint: list[str] = field(default_factory=list)
    spoilt: bool = False  # its answers could not be read: do not count them


def kind_of(block: Block) -> str:
    """The kind of question whose answers this block holds; "" for a block that holds none."""
    return _KINDS.get(block.kind) or ("short" if block.kind == "paragraph" and _ANSWER.fullmatch(block.inline) else "")


def take_answers(draft: Draft, block: Block, lines: list[str], found: Findings) -> None:
    """Put the answers of `block` in `draft.answer`, as `draft.kind` says."""
    _READERS[draft.kind](draft, block, lines, found)


def _take_options(draft: Draft, block: Block, lines: list[str], found: Findings) -> None:
    for item in block.inside():
        inside, line = list(item.inside()), item.start + 1
        first = inside[0].inline if inside and inside[0].kind == "paragraph" else ""
        box = _BOX.fullmatch(first)
        if not box:
            cure = "Écrivez - [ ] devant un choix faux, - [x] devant un bon choix, avec une espace après."
            what = "La case devant ce choix est mal écrite." if _ODD_BOX.match(first) else "Il manque la case devant ce choix."
            found.say(line, what, cure)
        answers = [b for b in inside[1:] if b.kind == "blockquote"]
        for other in inside[1:]:
            if other.kind != "blockquote":
                found.say(
                    other.start + 1,
                    "Sous un choix, il n’y a qu’une réponse, derrière un signe >.",
                    "Mettez deux espaces, le signe > puis la réponse.",
                )
        if len(answers) > 1:
            found.say(
                answers[1].start + 1, "Il y a deux réponses sous ce choix.", "Gardez une seule suite de lignes avec le signe >."
            )
        text = box[2] if box else first
        draft.answer.append((" ".join(text.split()), bool(box and box[1] in "xX"), quoted(answers[0]) if answers else "", line))


def _take_items(draft: Draft, block: Block, lines: list[str], found: Findings) -> None:
    for item in block.inside():
        inside = list(item.inside())
        if len(inside) != 1 or inside[0].kind != "paragraph":
            found.say(
                item.start + 1,
                "Une étape à ranger tient en une phrase.",
                "Écrivez 1. puis la phrase, sans liste ni citation dessous.",
            )
        draft.answer.append(" ".join(inside[0].inline.split()) if inside else "")


def _take_pairs(draft: Draft, block: Block, lines: list[str], found: Findings) -> None:
    rows = [[t.content.strip() for t in row.tokens if t.type == "inline"] for part in block.inside() for row in part.inside()]
    if len(rows[0]) != 2:
        found.say(
            block.start + 1,
            f"Le tableau a {len(rows[0])} colonne(s).",
            "Un tableau à relier a deux colonnes : | à gauche | à droite |",
        )
        draft.spoilt = True
        return
    for at in range(block.start + 2, block.end):
        if len(re.split(r"(?<!\\)\|", lines[at].strip().strip("|"))) != 2:
            found.say(at + 1, "Cette ligne du tableau n’a pas deux cases.", "Écrivez | à gauche | à droite |")
    draft.titles = (rows[0][0], rows[0][1])
    for at, row in enumerate(rows[1:], block.start + 3):
        if not all(row):
            found.say(at, "Une case du tableau est vide.", "Remplissez les deux cases de la ligne.")
        draft.answer.append((row[0], row[1]))


def _take_accepted(draft: Draft, block: Block, lines: list[str], found: Findings) -> None:
    text = _ANSWER.fullmatch(block.inline)[1]
    draft.answer = [a.strip() for a in re.split(r"\s/\s|\n", f" {text} ") if plain(a)]
    if not draft.answer:
        found.say(
            block.start + 1,
            "« Réponse : » n’est suivi de rien.",
            "Écrivez Réponse : puis ce qu’il faut taper ; séparez plusieurs réponses par une barre : a / b",
        )


_READERS = {"choice": _take_options, "order": _take_items, "match": _take_pairs, "short": _take_accepted}


def check_whole(draft: Draft, found: Findings) -> None:
    """What can only be said once the whole question is read."""
    line = draft.line
    if not draft.kind:
        found.say(
            line,
            "La question n’a pas de réponses.",
            "Ajoutez des choix (- [ ] et - [x]), une liste 1. 2. 3., un tableau de deux colonnes, ou Réponse : …",
        )
    elif draft.kind == "choice":
        _check_options(draft, found)
    elif not draft.explanation:
        found.say(line, "Il manque l’explication après les réponses.", "Ajoutez une ligne vide, puis le signe > et une phrase.")
    if draft.kind in ("order", "match") and not draft.spoilt:
        if len(draft.answer) < 2:
            found.say(line, "Il n’y a qu’un élément : il n’y a rien à ranger.", "Écrivez-en au moins deux.")
        sides = zip(*draft.answer, strict=True) if draft.kind == "match" else [draft.answer]
        for side in sides:
            if len({plain(text) for text in side}) < len(side):
                found.say(line, "Deux éléments ont le même texte : on ne peut pas les distinguer.", "Changez l’un des deux.")
    if draft.hint and not any(draft.hint):
        found.say(line, "L’indice est vide.", "Écrivez un texte sous ### Indice, ou enlevez ce titre.")


def _check_options(draft: Draft, found: Findings) -> None:
    seen: set[str] = set()
    for text, _right, feedback, line in draft.answer:
        if not text:
            found.say(line, "Ce choix est vide.", "Écrivez son texte après la case.")
        elif plain(text) in seen:
            found.say(line, f"Le choix « {text} » est écrit deux fois.", "Changez-le ou enlevez-le.")
        seen.add(plain(text))
        if not feedback:
            found.say(
                line,
                "Il n’y a pas de réponse sous ce choix.",
                "Ajoutez dessous une ligne : deux espaces, le signe > puis ce que vous dites à la personne.",
            )
    if not any(right for _t, right, _f, _l in draft.answer):
        found.say(draft.line, "Aucun choix n’est bon.", "Mettez un x dans la case du bon choix : - [x]")
    if len(draft.answer) < 2:
        found.say(draft.line, "Il n’y a qu’un choix.", "Écrivez-en au moins deux.")


def quoted(block: Block) -> str:
    return "\n\n".join(" ".join(t.content.split()) for t in block.tokens if t.type == "inline")
