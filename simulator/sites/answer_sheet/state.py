"""What an answer sheet asks, and how an author describes it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from simulator.sites.answer_sheet.vocabulary import STARTS
from simulator.starts import each, known, name, once, paragraphs, text, texts, words

FEWEST_CHOICES = 2


@dataclass(frozen=True)
class Question:
    id: str
    text: str
    choices: tuple[str, ...]
    address: str = ""  # an address to judge, shown in a frame of its own

    @property
    def pieces(self) -> tuple[str, ...]:
        """The address cut after its dots and bars: a line may end there, never in the middle of a name."""
        return tuple(re.findall(r"https?://|[^./]+[./]*|[./]+", self.address))


@dataclass(frozen=True)
class State:
    title: str
    paragraphs: tuple[str, ...]
    questions: tuple[Question, ...]
    ticked: Mapping[str, str] = field(default_factory=dict)  # question -> the choice, as written
    handed: Mapping[str, str] | None = None  # the answers as last handed in

    @property
    def complete(self) -> bool:
        return all(q.id in self.ticked for q in self.questions)


def init(data: Mapping[str, Any]) -> State:
    """`{titre, texte, questions: [{id, texte, choix}]}`. Raises ValueError, in French, naming the place."""
    known(data, words(STARTS), "feuille")
    questions = each(data, "questions", "question", "feuille", _question)
    if not questions:
        raise ValueError("feuille : il faut au moins une question, sous « questions »")
    once([q.id for q in questions], "questions", "feuille")
    return State(text(data, "titre", "feuille", "Ma feuille"), paragraphs(data, "texte", "feuille"), questions)


def _question(raw: Any, where: str) -> Question:
    known(raw, words(STARTS, "questions"), where)
    choices = texts(raw, "choix", where)
    if len(choices) < FEWEST_CHOICES:
        raise ValueError(f"{where} : il faut {FEWEST_CHOICES} choix ou plus, sous « choix »")
    once(list(choices), "choix", where)
    return Question(name(raw, "id", where), text(raw, "texte", where), choices, text(raw, "adresse", where, ""))
