"""`python -m library.import_gift FICHIER [SORTIE]`: a quiz of Moodle (GIFT) as a quiz of ours, and what could not be carried over, line by line."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path

from learning.typography import no_break
from library.errors import Findings, Problem
from library.gift import Answer, Asked, NotGift, blocks, read
from library.source import decode, read_bytes
from simulator.engine import fold

HELP = """Reprend un quiz de Moodle, au format GIFT.

    python -m library.import_gift questions.txt                    écrit questions.md, à côté
    python -m library.import_gift questions.txt quizzes/courriel/ma-lecon.md

Un fichier qui existe déjà n’est jamais remplacé.
"""
LONGEST_TITLE = 90  # letters of a question that is its own title
_NAME_ALONE = re.compile(r"(q|question)?\s*\d*", re.IGNORECASE)


def convert(text: str, file: str, title: str = "Quiz repris de Moodle") -> tuple[str, tuple[Problem, ...], int]:
    """Takes the text of a GIFT file and its name; gives our Markdown, what could not be carried over, how many questions were."""
    found, parts, names = Findings(file), [], set()
    for line, block in blocks(text):
        try:
            asked = read(line, block)
        except NotGift as trouble:
            found.say(line, f"Cette question ne se lit pas : {trouble}.", "Recopiez-la à la main (voir docs/ecrire-un-quiz.md).")
            continue
        drawn = _drawn(asked, found)
        if drawn:
            parts.append(_headed(asked, drawn, names))
            _tell(asked, found)
    if not parts:
        found.say(1, "Aucune question n’a pu être reprise.", "Vérifiez que c’est bien un fichier GIFT de Moodle.")
    return f"---\ntitre: {title}\n---\n\n" + "\n\n".join(parts) + "\n", found.problems, len(parts)


def _drawn(asked: Asked, found: Findings) -> str:
    """The answers in our Markdown; "" when this kind of question has no place here."""
    if asked.kind in ("choice", "true_false"):
        return "\n".join(_option(a) for a in asked.answers)
    if asked.kind == "match":
        rows = [f"| {a.text} | {a.pair} |" for a in asked.answers if a.text and a.pair]
        return "\n".join(["| Ceci | Va avec |", "|---|---|", *rows, "", _explained(asked)])
    if asked.kind == "short" or (asked.kind == "number" and all(re.fullmatch(r"-?[\d.,]+", a.text) for a in asked.answers)):
        right = " / ".join(a.text for a in asked.answers if a.weight >= 100)
        return f"Réponse : {right}\n\n{_explained(asked)}".rstrip() if right else ""
    why = {
        "essay": "Cette question demande d’écrire un texte : personne ne pourrait la corriger ici.",
        "text": "Ce texte ne pose pas de question.",
        "number": "Cette question accepte un nombre à peu près : ici, la réponse est exacte.",
    }.get(asked.kind, "Cette question n’a pas de bonne réponse.")
    found.say(asked.line, why, "Elle n’est pas reprise. Faites-en un choix, ou mettez ce texte dans la leçon.")
    return ""


def _option(answer: Answer) -> str:
    text = " ".join(answer.text.split())
    said = " ".join(answer.feedback.split())
    return f"- [{'x' if answer.weight > 0 else ' '}] {text}" + (f"\n  > {said}" if said else "")


def _explained(asked: Asked) -> str:
    said = asked.feedback or " ".join(dict.fromkeys(a.feedback for a in asked.answers if a.feedback))
    return f"> {' '.join(said.split())}" if said else ""


def _headed(asked: Asked, drawn: str, names: set[str]) -> str:
    """The question with its `##`: its own words when they are short, else the name that Moodle has."""
    short = "\n" not in asked.text and len(asked.text) <= LONGEST_TITLE
    own = asked.name if asked.name and not _NAME_ALONE.fullmatch(asked.name.strip()) else f"Question {len(names) + 1}"
    title = asked.text if short and asked.text else " ".join(own.split())
    slug = _slug(own if not own.startswith("Question ") else asked.text, names)
    prompt = "" if short else asked.text + "\n\n"
    return f"## {title} {{#{slug}}}\n\n{prompt}{drawn}"


def _slug(text: str, names: set[str]) -> str:
    words = re.findall(r"[a-z0-9]+", fold(text))[:5] or ["question"]
    slug, n = "-".join(words), 2
    while slug in names:
        slug, n = f"{'-'.join(words)}-{n}", n + 1
    names.add(slug)
    return slug


def _tell(asked: Asked, found: Findings) -> None:
    """What was carried over in part."""
    for what in dict.fromkeys(asked.lost):
        found.say(asked.line, f"{what} n’est pas repris.", "Décrivez-le en mots, ou mettez un dessin dans la leçon.")
    if asked.weighed:
        found.say(
            asked.line,
            "Des réponses valaient une partie des points : il n’y a pas de note ici.",
            "Vérifiez lesquelles sont bonnes.",
        )
    if asked.kind in ("choice", "true_false"):
        if asked.feedback:
            found.say(
                asked.line,
                "L’explication générale n’a pas de place sous un choix.",
                f"Mettez-la sous les choix : « {asked.feedback[:80]} »",
            )
        for answer in asked.answers:
            if not answer.feedback:
                found.say(
                    answer.line,
                    f"Le choix « {answer.text[:60]} » n’a pas de réponse.",
                    "Ajoutez dessous le signe > et ce que vous dites à la personne.",
                )
    elif not _explained(asked):
        found.say(asked.line, "Cette question n’a pas d’explication.", "Ajoutez le signe > et une phrase, après les réponses.")
    if asked.kind == "match" and any(not (a.text and a.pair) for a in asked.answers):
        found.say(
            asked.line, "Une réponse en trop, sans son pareil, n’est pas reprise.", "Ajoutez une ligne au tableau si elle manque."
        )


def main(arguments: Sequence[str]) -> int:
    """Run the command; gives the exit code: 0 all carried over, 1 something to do by hand, 2 nothing written."""
    if not 1 <= len(arguments) <= 2 or arguments[0].startswith("-"):
        print(HELP)
        return 2
    source = Path(arguments[0])
    target = Path(arguments[1]) if len(arguments) == 2 else source.with_suffix(".md")
    found = Findings(source.name)
    data = read_bytes(source, found)
    text = decode(data, found) if data is not None else None
    if text is None or target.exists():
        problems = found.problems or (f"{target} existe déjà : rien n’a été écrit. Donnez un autre nom.",)
        print("\n".join(no_break(str(p)) for p in problems))
        return 2
    quiz, problems, count = convert(text, source.name)
    if not count:
        print("\n".join(map(str, problems)))
        return 2
    try:
        target.write_text(quiz, encoding="utf-8")
    except OSError:
        print(no_break(f"Impossible d’écrire {target} : le dossier existe-t-il ? Rien n’a été écrit."))
        return 2
    print(no_break(f"{count} question(s) reprise(s) dans {target}."))
    if problems:
        print(no_break(f"\nÀ FINIR À LA MAIN ({len(problems)})\n"))
        print("\n".join(map(str, problems)))
    print(no_break("\nVérifiez ensuite : python -m library.check"))
    return 1 if problems else 0


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(main(sys.argv[1:]))
