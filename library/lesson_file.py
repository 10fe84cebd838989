"""A lesson file: Markdown in, a frozen Lesson out, or what is wrong with it."""

from __future__ import annotations

import re

from learning.content import Lesson, Screen
from learning.typography import typeset
from library.errors import Findings, nearest
from library.front_matter import Header, read_header
from library.markdown import Block, blocks, check_inline, sections
from library.reading import Reading, fingerprint
from library.source import decode
from library.vocabulary import CRCN, DIGCOMP, SKILLS

NEEDED = ("titre", "minutes", "objectif", "competence")
OPTIONAL = ("digcomp", "crcn", "apres")
_TO_REMEMBER = re.compile(r"^(\*\*)?à retenir\s*(:\s*\*\*|\*\*\s*:|:)\s*", re.IGNORECASE)


def read_lesson(data: bytes, ref: str, file: str) -> Reading:
    """The lesson `ref` written in `data`; `file` is its name in messages."""
    found = Findings(file)
    text = decode(data, found)
    if text is None:
        return Reading(None, found.problems)
    lines = text.split("\n")
    header = read_header(lines, NEEDED, OPTIONAL, found)
    numbers = _numbers(header, ref, found)
    _check_objective(header, found)
    # the header is blanked, not cut, so that every line keeps its number
    body = [""] * header.body + lines[header.body :]
    parts = blocks("\n".join(body))
    images = check_inline(parts, body, found)
    screens, where, prose = _screens(parts, body, found)
    prose = [*((header.line(word), header.text(word)) for word in ("titre", "objectif")), *prose]
    if found.mistakes:
        return Reading(None, found.problems, tuple(prose), where, images)
    lesson = Lesson(
        ref=ref, title=header.text("titre"), objective=header.text("objectif"), skill=header.words["competence"],
        digcomp=header.listed("digcomp"), crcn=header.listed("crcn"), screens=tuple(screens), content=fingerprint(data), **numbers,
    )  # fmt: skip
    return Reading(lesson, found.problems, tuple(prose), where | {f"mot:{w}": n for w, n in header.lines.items()}, images)


def _numbers(header: Header, ref: str, found: Findings) -> dict:
    """The words of the header that are not free text: minutes, skill, frames, prerequisites."""
    minutes = header.words.get("minutes", "1")
    if not (minutes.isascii() and minutes.isdigit() and 1 <= int(minutes[:4]) <= 60):
        found.say(
            header.line("minutes"), f"« minutes » n’est pas un nombre entre 1 et 60 : {minutes}", "Écrivez par exemple minutes: 8"
        )
        minutes = "1"
    skill, module = header.words.get("competence"), ref.partition("/")[0]
    if skill and skill not in SKILLS:
        near = nearest(skill, SKILLS)
        its = [code for code, where in SKILLS.items() if where == module]
        cure = f"Vouliez-vous écrire « {near} » ?" if near else f"Dans ce module, les codes vont de {its[0]} à {its[-1]}."
        found.say(header.line("competence"), f"La compétence « {skill} » n’existe pas.", cure)
    elif skill and SKILLS[skill] != module:
        found.say(
            header.line("competence"),
            f"La compétence {skill} est du module « {SKILLS[skill]} », pas « {module} ».",
            "Changez le code, ou déplacez le fichier.",
        )
    for word, known in (("digcomp", DIGCOMP), ("crcn", CRCN)):
        for code in header.listed(word):
            if code not in known:
                found.say(
                    header.line(word),
                    f"Le code « {code} » n’existe pas dans « {word} ».",
                    f"Écrivez des codes comme {known[3]}, séparés par des virgules.",
                )
    after = tuple(name if "/" in name else f"{module}/{name}" for name in header.listed("apres"))
    return {"minutes": int(minutes), "after": after}


def _check_objective(header: Header, found: Findings) -> None:
    objective = header.text("objectif")
    if objective and not re.match(r"je sais\b", objective, re.IGNORECASE):
        cure = "Écrivez par exemple objectif: Je sais joindre un fichier à un message."
        found.say(header.line("objectif"), "L’objectif ne commence pas par « Je sais ».", cure, advice=True)


def _screens(parts: list[Block], lines: list[str], found: Findings) -> tuple[list[Screen], dict[str, int], list[tuple[int, str]]]:
    """The screens, the line of each, and their prose."""
    early = ("Ce texte est avant le premier écran : personne ne le verrait.", "Mettez-le après une ligne ## Titre de l’écran.")
    none = ("Il n’y a aucun écran.", "Ajoutez au moins une ligne ## Titre de l’écran, puis son texte.")
    screens, where, prose = [], {}, []
    for number, (heading, inside, end) in enumerate(sections(parts, len(lines), found, early, none), 1):
        title, body = heading.inline.strip(), "\n".join(lines[heading.end : end]).strip()
        _check_screen(heading, title, body, inside, found)
        where[f"ecran:{number}"] = heading.start + 1
        prose += [(heading.start + 1, title), *((b.start + 1, "\n".join(lines[b.start : b.end])) for b in inside)]
        screens.append(Screen(title=typeset(title), body=typeset(body), remember=tuple(_remembered(inside))))
    return screens, where, prose


def _check_screen(heading: Block, title: str, body: str, inside: list[Block], found: Findings) -> None:
    line = heading.start + 1
    if heading.tokens[0].markup == "-":
        found.say(
            heading.end,
            "Une ligne de tirets sous un texte en fait un titre.",
            "Laissez une ligne vide avant les tirets, ou effacez-les.",
        )
    elif not title:
        found.say(line, "L’écran n’a pas de titre.", "Écrivez ## puis le titre.")
    elif not body:
        found.say(line, f"L’écran « {title} » est vide.", "Écrivez son texte sous le titre.")
    for block in inside:
        if block.kind == "heading" and block.tag == "h1":
            found.say(block.start + 1, "Un titre commence par un seul #.", "Écrivez ## pour un nouvel écran.")


def _remembered(inside: list[Block]) -> list[str]:
    """The quotations of a screen, without the words « À retenir » themselves: the memo sheet prints them."""
    kept = []
    for block in inside:
        if block.kind == "blockquote":
            pieces = [" ".join(t.content.split()) for t in block.tokens if t.type == "inline"]
            text = _TO_REMEMBER.sub("", "\n".join(p for p in pieces if p)).strip()
            kept.append(typeset(text[:1].upper() + text[1:]))
    return [text for text in kept if text]
