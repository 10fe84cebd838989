"""A quiz file: Markdown in, a frozen Quiz out, or what is wrong with it. The list under a question says its kind."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from learning.content import AnyQuestion, Choice, Match, Option, Order, Quiz, ShortAnswer
from learning.marking import plain
from learning.typography import typeset
from library.errors import Findings
from library.front_matter import read_header
from library.markdown import Block, blocks, check_inline
from library.reading import Reading, fingerprint
from library.source import decode
from library.vocabulary import SLUG

_ID = re.compile(r"\s*\{#([^}]*)\}\s*$")
_BOX = re.compile(r"\[([ xX])\]\s+(.*)", re.DOTALL)
_ODD_BOX = re.compile(r"\[[^\]]{0,3}\]|\(\s?[xX]?\s?\)|[☐☑☒✓✔]")
_ANSWER = re.compile(r"r[ée]ponse[ \u00a0]*:(.*)", re.IGNORECASE | re.DOTALL)
_KINDS = {"bullet_list": "choice", "ordered_list": "order", "table": "match"}


@dataclass
class _Draft:
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


def read_quiz(data: bytes, ref: str, file: str) -> Reading:
    """The quiz of lesson `ref` written in `data`; `file` is its name in messages."""
    found = Findings(file)
    text = decode(data, found)
    if text is None:
        return Reading(None, found.problems)
    lines = text.split("\n")
    header = read_header(lines, ("titre",), (), found)
    body = [""] * header.body + lines[header.body :]
    parts = blocks("\n".join(body))
    images = check_inline(parts, body, found)
    drafts = [_draft(heading, inside, body, found) for heading, inside in _questions(parts, body, found)]
    _check_ids(drafts, found)
    prose = tuple((b.start + 1, "\n".join(body[b.start : b.end])) for b in parts)
    where = {f"question:{d.id}": d.line for d in drafts}
    if found.mistakes:
        return Reading(None, found.problems, prose, where, images)
    quiz = Quiz(ref=ref, title=header.text("titre"), questions=tuple(_question(d) for d in drafts), content=fingerprint(data))
    return Reading(quiz, found.problems, prose, where, images)


def _questions(parts: list[Block], lines: list[str], found: Findings) -> list[tuple[Block, list[Block]]]:
    """Each `##` with the blocks under it."""
    starts = [i for i, b in enumerate(parts) if b.kind == "heading" and b.tag == "h2"]
    for block in parts[: starts[0] if starts else None]:
        found.say(
            block.start + 1,
            "Ce texte est avant la première question : personne ne le verrait.",
            "Mettez-le après une ligne ## Titre de la question {#nom}.",
        )
    if not starts:
        found.say(len(lines), "Il n’y a aucune question.", "Ajoutez une ligne ## Titre de la question {#nom}, puis les choix.")
    return [(parts[a], parts[a + 1 : b]) for a, b in zip(starts, [*starts[1:], len(parts)], strict=True)]


def _draft(heading: Block, inside: list[Block], lines: list[str], found: Findings) -> _Draft:
    line, title = heading.start + 1, heading.inline
    match = _ID.search(title)
    name, title = (match[1].strip(), title[: match.start()]) if match else ("", title)
    draft = _Draft(name, title.strip(), line)
    if heading.tokens[0].markup == "-":
        found.say(
            heading.end,
            "Une ligne de tirets sous un texte en fait un titre.",
            "Laissez une ligne vide avant les tirets, ou effacez-les.",
        )
    elif not draft.title:
        found.say(line, "La question n’a pas de titre.", "Écrivez ## puis le titre, puis {#nom}.")
    elif not match:
        found.say(
            line,
            f"La question « {draft.title} » n’a pas de nom.",
            "Tapez {#un-nom} à la fin du titre, ou lancez python -m library.check --fix",
        )
    elif not SLUG.fullmatch(name):
        found.say(
            line,
            f"Le nom {{#{name}}} n’est pas écrit comme il faut.",
            "Seulement des lettres sans accent, des chiffres et des tirets : {#mon-nom}.",
        )
    previous = None
    for block in inside:
        _take(draft, block, previous, lines, found)
        previous = block
    _check_whole(draft, found)
    return draft


def _take(draft: _Draft, block: Block, previous: Block | None, lines: list[str], found: Findings) -> None:
    """Put one block of a question where it belongs."""
    source, line = "\n".join(lines[block.start : block.end]).strip(), block.start + 1
    kind = _KINDS.get(block.kind) or ("short" if block.kind == "paragraph" and _ANSWER.fullmatch(block.inline) else "")
    if block.kind == "heading":
        if plain(block.inline).rstrip(" :") != "indice" or block.tag != "h3":
            found.say(
                line,
                f"Le titre « {block.inline} » n’est pas attendu dans une question.",
                "Le seul titre possible est ### Indice ; une nouvelle question commence par ##.",
            )
        elif draft.hint:
            found.say(line, "Il y a deux indices dans cette question.", "Gardez un seul ### Indice.")
        draft.hint.append("")
    elif draft.hint:
        if kind:
            found.say(line, "Les choix sont après l’indice.", "Mettez ### Indice à la fin de la question.")
        draft.hint.append(source)
    elif kind and kind != draft.kind and draft.kind:
        found.say(line, "Cette question a deux sortes de réponses.", "Faites-en deux questions, chacune avec son ##.")
    elif kind == "short" and draft.kind:
        found.say(
            line,
            "Il y a deux lignes « Réponse : » dans cette question.",
            "Mettez toutes les réponses sur une ligne : Réponse : a / b",
        )
    elif kind:
        draft.kind = kind
        _READERS[kind](draft, block, lines, found)
    elif block.kind == "blockquote" and draft.kind:
        _take_quotation(draft, block, previous, found)
    elif draft.kind:
        found.say(
            line,
            "Ce texte est après les réponses : on ne sait pas où le montrer.",
            "Mettez-le avant les réponses, ou derrière un signe > pour une explication.",
        )
    else:
        draft.prompt.append(source)


def _take_quotation(draft: _Draft, block: Block, previous: Block | None, found: Findings) -> None:
    text, line = _quoted(block), block.start + 1
    if draft.kind == "choice":
        found.say(
            line, "Cette réponse n’est pas sous son choix.", "Mettez deux espaces devant le signe > pour la ranger sous le choix."
        )
        if draft.answer and previous is not None and previous.kind == "bullet_list":
            draft.answer[-1] = (draft.answer[-1][0], draft.answer[-1][1], text, line)
    elif draft.explanation:
        found.say(line, "Il y a deux explications.", "Gardez une seule suite de lignes avec le signe >.")
    elif not text:
        found.say(line, "L’explication est vide.", "Écrivez un texte après le signe >.")
    draft.explanation = draft.explanation or text or " "


def _take_options(draft: _Draft, block: Block, lines: list[str], found: Findings) -> None:
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
        draft.answer.append((" ".join(text.split()), bool(box and box[1] in "xX"), _quoted(answers[0]) if answers else "", line))


def _take_items(draft: _Draft, block: Block, lines: list[str], found: Findings) -> None:
    for item in block.inside():
        inside = list(item.inside())
        if len(inside) != 1 or inside[0].kind != "paragraph":
            found.say(
                item.start + 1,
                "Une étape à ranger tient en une phrase.",
                "Écrivez 1. puis la phrase, sans liste ni citation dessous.",
            )
        draft.answer.append(" ".join(inside[0].inline.split()) if inside else "")


def _take_pairs(draft: _Draft, block: Block, lines: list[str], found: Findings) -> None:
    rows = [[t.content.strip() for t in row.tokens if t.type == "inline"] for part in block.inside() for row in part.inside()]
    if len(rows[0]) != 2:
        found.say(
            block.start + 1,
            f"Le tableau a {len(rows[0])} colonne(s).",
            "Un tableau à relier a deux colonnes : | à gauche | à droite |",
        )
        rows = [["", ""]]
    for at in range(block.start + 2, block.end):
        if len(re.split(r"(?<!\\)\|", lines[at].strip().strip("|"))) != 2:
            found.say(at + 1, "Cette ligne du tableau n’a pas deux cases.", "Écrivez | à gauche | à droite |")
    draft.titles = (rows[0][0], rows[0][1])
    for at, row in enumerate(rows[1:], block.start + 3):
        if not all(row):
            found.say(at, "Une case du tableau est vide.", "Remplissez les deux cases de la ligne.")
        draft.answer.append((row[0], row[1]))


def _take_accepted(draft: _Draft, block: Block, lines: list[str], found: Findings) -> None:
    text = _ANSWER.fullmatch(block.inline)[1]
    draft.answer = [a.strip() for a in re.split(r"\s/\s|\n", f" {text} ") if plain(a)]
    if not draft.answer:
        found.say(
            block.start + 1,
            "« Réponse : » n’est suivi de rien.",
            "Écrivez Réponse : puis ce qu’il faut taper ; séparez plusieurs réponses par une barre : a / b",
        )


_READERS = {"choice": _take_options, "order": _take_items, "match": _take_pairs, "short": _take_accepted}


def _check_whole(draft: _Draft, found: Findings) -> None:
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
    if draft.kind in ("order", "match"):
        if len(draft.answer) < 2:
            found.say(line, "Il n’y a qu’un élément : il n’y a rien à ranger.", "Écrivez-en au moins deux.")
        sides = zip(*draft.answer, strict=True) if draft.kind == "match" else [draft.answer]
        for side in sides:
            if len({plain(text) for text in side}) < len(side):
                found.say(line, "Deux éléments ont le même texte : on ne peut pas les distinguer.", "Changez l’un des deux.")
    if draft.hint and not any(draft.hint):
        found.say(line, "L’indice est vide.", "Écrivez un texte sous ### Indice, ou enlevez ce titre.")


def _check_options(draft: _Draft, found: Findings) -> None:
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


def _check_ids(drafts: list[_Draft], found: Findings) -> None:
    first: dict[str, int] = {}
    for draft in drafts:
        if draft.id and first.setdefault(draft.id, draft.line) != draft.line:
            found.say(
                draft.line,
                f"Le nom {{#{draft.id}}} est déjà pris, ligne {first[draft.id]}.",
                "Donnez un autre nom à cette question.",
            )


def _question(draft: _Draft) -> AnyQuestion:
    same = {
        "id": draft.id,
        "title": typeset(draft.title),
        "prompt": typeset("\n\n".join(draft.prompt)),
        "hint": typeset("\n\n".join(p for p in draft.hint if p)),
    }
    explained = same | {"explanation": typeset(draft.explanation.strip())}
    match draft.kind:
        case "choice":
            return Choice(
                options=tuple(Option(text=typeset(t), right=r, feedback=typeset(f)) for t, r, f, _ in draft.answer), **same
            )
        case "order":
            return Order(items=tuple(typeset(i) for i in draft.answer), **explained)
        case "match":
            left, right = map(typeset, draft.titles)
            return Match(
                left_title=left, right_title=right, pairs=tuple((typeset(a), typeset(b)) for a, b in draft.answer), **explained
            )
    return ShortAnswer(accepted=tuple(draft.answer), **explained)


def _quoted(block: Block) -> str:
    return "\n\n".join(" ".join(t.content.split()) for t in block.tokens if t.type == "inline")
