"""A quiz file: Markdown in, a frozen Quiz out, or what is wrong with it. The list under a question says its kind."""

from __future__ import annotations

import re

from learning.content import AnyQuestion, Choice, Match, Option, Order, Quiz, ShortAnswer
from learning.marking import plain
from learning.typography import typeset
from library.errors import Findings
from library.front_matter import read_header
from library.markdown import Block, blocks, check_inline, sections
from library.quiz_answers import Draft, check_whole, kind_of, quoted, take_answers
from library.reading import Reading, fingerprint
from library.source import decode
from library.vocabulary import SLUG

_ID = re.compile(r"\s*\{#([^}]*)\}\s*$")


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
    prose = ((header.line("titre"), header.text("titre")), *((b.start + 1, "\n".join(body[b.start : b.end])) for b in parts))
    where = {f"question:{d.id}": d.line for d in drafts}
    if found.mistakes:
        return Reading(None, found.problems, prose, where, images)
    quiz = Quiz(ref=ref, title=header.text("titre"), questions=tuple(_question(d) for d in drafts), content=fingerprint(data))
    return Reading(quiz, found.problems, prose, where, images)


def _questions(parts: list[Block], lines: list[str], found: Findings) -> list[tuple[Block, list[Block]]]:
    """Each `##` with the blocks under it."""
    where = "une ligne ## Titre de la question {#nom}"
    early = ("Ce texte est avant la première question : personne ne le verrait.", f"Mettez-le après {where}.")
    none = ("Il n’y a aucune question.", f"Ajoutez {where}, puis les choix.")
    return [(heading, inside) for heading, inside, _end in sections(parts, len(lines), found, early, none)]


def _draft(heading: Block, inside: list[Block], lines: list[str], found: Findings) -> Draft:
    line, title = heading.start + 1, heading.inline
    match = _ID.search(title)
    name, title = (match[1].strip(), title[: match.start()]) if match else ("", title)
    draft = Draft(name, title.strip(), line)
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
    check_whole(draft, found)
    return draft


def _take(draft: Draft, block: Block, previous: Block | None, lines: list[str], found: Findings) -> None:
    """Put one block of a question where it belongs."""
    source, line = "\n".join(lines[block.start : block.end]).strip(), block.start + 1
    kind = kind_of(block)
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
        take_answers(draft, block, lines, found)
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


def _take_quotation(draft: Draft, block: Block, previous: Block | None, found: Findings) -> None:
    text, line = quoted(block), block.start + 1
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


def _check_ids(drafts: list[Draft], found: Findings) -> None:
    first: dict[str, int] = {}
    for draft in drafts:
        if draft.id and first.setdefault(draft.id, draft.line) != draft.line:
            found.say(
                draft.line,
                f"Le nom {{#{draft.id}}} est déjà pris, ligne {first[draft.id]}.",
                "Donnez un autre nom à cette question.",
            )


def _question(draft: Draft) -> AnyQuestion:
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
