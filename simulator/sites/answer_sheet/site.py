"""The site « feuille »: tick what one found, hand it in; it may be changed and handed in again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from simulator.engine import Event, Fact, Page, Step, rank, render
from simulator.sites.answer_sheet.state import State, init
from simulator.sites.answer_sheet.vocabulary import FACTS

HOST = "feuille.example"


class AnswerSheet:
    """A paper sheet. Choices are buttons: nothing is typed here."""

    name = "feuille"
    facts = FACTS
    icon = "crayon"
    keeps = ""
    home = f"https://{HOST}/"

    def init(self, data: Mapping[str, Any]) -> State:
        return init(data)

    def hosts(self, state: State) -> tuple[str, ...]:
        return (HOST,)

    def visit(self, state: State, url: str) -> Step:
        return Step(state)

    def update(self, state: State, event: Event, url: str) -> Step:
        if event.type == "feuille.cocher":
            return self._tick(state, event.args.get("question", ""), event.args.get("rang", ""))
        if event.type == "feuille.remettre" and state.complete and state.handed != state.ticked:
            return Step(
                replace(state, handed=dict(state.ticked)),
                (Fact("feuille.remise", dict(state.ticked)),),
                say="Votre feuille est remise. Vous pouvez encore la changer.",
            )
        return Step(state)

    def _tick(self, state: State, name: str, typed: str) -> Step:
        question = next((q for q in state.questions if q.id == name), None)
        n = rank(typed, len(question.choices)) if question else 0
        if question is None or not n:
            return Step(state)
        chosen = question.choices[n - 1]
        ticked = {**state.ticked, name: chosen}
        return Step(replace(state, ticked=ticked), (Fact("feuille.cochee", {"question": name, "reponse": chosen}),))

    def view(self, state: State, url: str) -> Page:
        return Page(state.title, render("answer_sheet/screens/sheet.html", state=state))
