"""Advice on quizzes and lots: nobody should find the right answer without reading, by its length, its place or a habit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from learning.content import Choice, Practice, Quiz, Scenario
from learning.marking import plain
from library.errors import Findings
from library.reading import Reading

ENOUGH = 3  # questions before a habit shows
OFTEN = 2 / 3
_YES_NO = {"vrai", "faux"}, {"oui", "non"}


def balance_quiz(quiz: Quiz, reading: Reading, found: Findings) -> None:
    """Say when the right option is found by its length or its place; questions with several right options apart."""
    choices = [q for q in quiz.questions if isinstance(q, Choice)]
    for question in choices:
        if all(option.right for option in question.options):
            found.say(
                reading.lines.get(f"question:{question.id}", 1),
                "Tous les choix de cette question sont bons.",
                "Ajoutez un choix faux, celui d’une erreur fréquente.",
                advice=True,
            )
    yes_no = [q for q in choices if {plain(o.text) for o in q.options} in _YES_NO]
    single = [q for q in choices if not q.several and q not in yes_no]
    _places(single, found)
    _lengths(single, "questions", found)
    _lengths([q for q in choices if q.several], "questions à plusieurs bons choix", found)
    answers = {q.solution for q in yes_no}
    if len(yes_no) > 1 and len(answers) == 1:
        found.say(
            1,
            f"Les {len(yes_no)} questions « vrai ou faux » ont toutes la réponse « {answers.pop()} ».",
            "Écrivez-en une dont la réponse est l’autre.",
            advice=True,
        )


def _places(single: Sequence[Choice], found: Findings) -> None:
    places = Counter(next(i for i, o in enumerate(q.options) if o.right) for q in single)
    place, times = places.most_common(1)[0] if places else (0, 0)
    if _a_habit(times, len(single)):
        found.say(
            1,
            f"Le bon choix est à la place {place + 1} dans {times} questions sur {len(single)}.",
            "Changez l’ordre des choix dans une question ou deux.",
            advice=True,
        )


def _lengths(questions: Sequence[Choice], what: str, found: Findings) -> None:
    times = sum(_longest_is_right(q) for q in questions)
    if _a_habit(times, len(questions)):
        found.say(
            1,
            f"Le choix le plus long est bon dans {times} {what} sur {len(questions)}.",
            "Raccourcissez-le, ou allongez un choix faux.",
            advice=True,
        )


def _longest_is_right(question: Choice) -> bool:
    longest = {right: max((len(o.text) for o in question.options if o.right is right), default=0) for right in (True, False)}
    return longest[True] > longest[False]


def _a_habit(times: int, of: int) -> bool:
    return of >= ENOUGH and times > of * OFTEN


def balance_lots(practice: Practice, reading: Reading, found: Findings) -> None:
    """Say when a lot has more false messages than true ones, and when the same cues give every lot away."""
    lots = [scenario for scenario in practice.variants if scenario.sorting]
    for scenario in lots:
        traps, genuine = len(scenario.sorting.traps), len(scenario.sorting.genuine)
        if traps != genuine:
            found.say(
                reading.lines.get(f"variante:{scenario.variant}", 1),
                f"Variante « {scenario.variant} » : {traps} pièges pour {genuine} vrais messages.",
                "Mettez-en autant : on apprend à distinguer, pas à tout refuser.",
                advice=True,
            )
    cues = {_cues(scenario) for scenario in lots}
    if len(lots) > 1 and len(cues) == 1 and any(next(iter(cues))):
        found.say(
            reading.lines.get("mot:tri", 1),
            f"Les pièges des {len(lots)} variantes ont les mêmes indices.",
            "Changez-en : l’adresse dans l’une, la demande d’argent dans l’autre.",
            advice=True,
        )


def _cues(scenario: Scenario) -> tuple[tuple[str, ...], ...]:
    """The cues of each false message, in an order that does not depend on the messages' own."""
    messages = scenario.world.get("sites", {}).get("courriel", {}).get("messages", ())
    return tuple(sorted(tuple(sorted(m.get("indices", ()))) for m in messages if m.get("id") in scenario.sorting.traps))
