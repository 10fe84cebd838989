"""Play an author's solution on the real pages, without a browser: only what the page offers can be done. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from learning.content import Scenario, Solution
from simulator import browser
from simulator.practice import Practice

WRITTEN = ("input", "textarea", "select")
BOXES = ("radio", "checkbox")
GESTURES = {  # each with what it means for authors
    "clic": "Cliquer : `- clic: repondre`",
    "ecrire": 'Remplir une case, ou plusieurs : `- ecrire: {tel-numero: "01 99 00 12 34"}`',
    "adresse": "Taper une adresse dans le navigateur : `- adresse: https://mairie-plou.example/`",
    "terminer": "Cliquer sur « J’ai fini » : `- terminer: oui`. Un `tri` finit toujours ainsi",
}


class NotOffered(ValueError):
    """The page does not offer this gesture. The message, in French, says which one and what there is."""


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    form: dict[str, str] | None = None  # attributes of the form around it

    @property
    def id(self) -> str:
        return self.attributes.get("id", "")

    @property
    def args(self) -> dict[str, str]:
        return {k[9:]: v for k, v in self.attributes.items() if k.startswith("data-arg-")}


@dataclass
class Offered(HTMLParser):
    """What a page offers: its elements, in order, each with the form around it."""

    html: str
    elements: list[Element] = field(default_factory=list)
    _form: dict[str, str] | None = None
    _textarea: Element | None = None
    _select: Element | None = None

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {k: v or "" for k, v in attrs}
        if tag == "form":
            self._form = attributes
        element = Element(tag, attributes, self._form)
        self.elements.append(element)
        self._textarea = element if tag == "textarea" else self._textarea
        self._select = element if tag == "select" else self._select
        if tag == "option" and self._select is not None and "selected" in attributes:
            self._select.attributes["value"] = attributes.get("value", "")

    def handle_data(self, data: str) -> None:
        if self._textarea is not None:
            self._textarea.attributes["value"] = self._textarea.attributes.get("value", "") + data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None
        if tag == "textarea" and self._textarea is not None:
            written = self._textarea.attributes
            written["value"] = written.get("value", "").removeprefix("\n")  # as browsers do
            self._textarea = None

    def find(self, name: str) -> Element | None:
        return next((e for e in self.elements if e.id == name), None)

    @property
    def clicks(self) -> list[Element]:
        """Every enabled element that does something by itself when it is clicked."""
        return [e for e in self.elements if e.tag != "form" and "data-event" in e.attributes and "disabled" not in e.attributes]


class Player:
    """The hand of a person: clicks, types, sends. `practice` is the state it reached."""

    def __init__(self, scenario: Scenario, *, once: bool = False) -> None:
        self.practice = Practice(scenario, "essai", once=once)
        self.typed: dict[str, str] = {}  # field id -> text typed and not sent
        self._seq = 0
        self._seen: tuple[Any, Offered] | None = None

    @property
    def page(self) -> Offered:
        """What is on show; read again only when the world changed (it is immutable: another world is another object)."""
        if self._seen is None or self._seen[0] is not self.practice.world:
            self._seen = (self.practice.world, Offered(browser.view(self.practice.world)[0]))
        return self._seen[1]

    def send(self, kind: str, args: Mapping[str, str] | None = None, fields: Mapping[str, str] | None = None) -> None:
        self._seq += 1
        event = {"seq": self._seq, "type": kind, "args": dict(args or {}), "fields": dict(fields or {}), "drafts": self._drafts()}
        self.practice.receive({"epoch": self.practice.epoch, "client": "essai", "events": [event]})
        self._settle()

    def click(self, name: str) -> None:
        """Click the element of this id. Raises NotOffered."""
        page = self.page
        element = page.find(name)
        if element is None:
            ids = ", ".join(sorted({e.id for e in page.clicks if e.id})[:30])
            raise NotOffered(f"« clic: {name} » : rien ne porte ce nom sur la page. Il y a : {ids}")
        if "disabled" in element.attributes:
            raise NotOffered(f"« clic: {name} » : ce bouton n’est pas encore actif")
        if element.attributes.get("type") == "submit" and element.form is not None:
            return self._submit(page, element)
        if element.attributes.get("type") in BOXES:
            return self._tick(page, element)
        if "data-event" not in element.attributes:
            raise NotOffered(f"« clic: {name} » : un clic ici ne fait rien")
        self.send(element.attributes["data-event"], element.args)

    def type(self, texts: Mapping[str, str]) -> None:
        """Type into fields, by their ids. Raises NotOffered."""
        page = self.page
        for name, text in texts.items():
            element = page.find(name)
            if element is None or element.tag not in WRITTEN:
                ids = ", ".join(e.id for e in page.elements if e.tag in WRITTEN and e.id)
                raise NotOffered(f"« ecrire » : il n’y a pas de case « {name} » sur la page. Il y a : {ids}")
            if element.attributes.get("type") in BOXES:
                self._tick(page, element)
            else:
                self.typed[name] = str(text)

    def _tick(self, page: Offered, element: Element) -> None:
        """Tick a box, or take the tick away; choose a radio button, and leave the others of its name."""
        if element.attributes["type"] == "checkbox":
            self.typed[element.id] = "" if self._held(element) else element.attributes.get("value", "on")
            return
        for other in page.elements:
            if other.form is element.form and other.attributes.get("name") == element.attributes.get("name"):
                self.typed[other.id] = element.attributes.get("value", "on") if other is element else ""

    def _held(self, element: Element) -> str:
        """What a field holds: what was typed, else what the page says; nothing for a box that is not ticked."""
        if element.id in self.typed:
            return self.typed[element.id]
        return _shown(element)

    def _submit(self, page: Offered, button: Element) -> None:
        form = button.form or {}
        kind = button.attributes.get("data-event") or form.get("data-event", "")
        args = {**Element("form", form).args, **button.args}
        fields = self._fields(page, form)
        self._forget(page, form)
        self.send(kind, args, fields)

    def _fields(self, page: Offered, form: dict[str, str]) -> dict[str, str]:
        inside = [e for e in page.elements if e.form is form and e.tag in WRITTEN and "name" in e.attributes]
        held = [(e, self._held(e)) for e in inside]
        return {e.attributes["name"]: value for e, value in held if value or e.attributes.get("type") not in BOXES}

    def _forget(self, page: Offered, form: dict[str, str]) -> None:
        for element in page.elements:
            if element.form is form:
                self.typed.pop(element.id, None)

    def _settle(self) -> None:
        """As in a browser: a text that the page now holds is the page's own, and the page may change it (a contact added to « À »)."""
        if self.typed:
            held = {e.id: _shown(e) for e in self.page.elements if e.id in self.typed}
            self.typed = {name: text for name, text in self.typed.items() if held.get(name) != text}

    def _drafts(self) -> dict[str, dict[str, str]]:
        page, out = self.page, {}
        for element in page.elements:
            if element.id in self.typed and element.form and "data-nodraft" not in element.form:
                out[element.form.get("id", "")] = self._fields(page, element.form)
        return out

    def do(self, gesture: Mapping[str, Any]) -> None:
        """One gesture of a `solution`. Raises NotOffered."""
        for word, value in gesture.items():
            if word == "clic":
                self.click(str(value))
            elif word == "ecrire":
                self.type(value)
            elif word == "adresse":
                self.send("nav.go", {}, {"url": str(value)})
            elif word == "terminer":
                self.practice.finish()
            else:
                raise NotOffered(f"« {word} » n’est pas un geste. Gestes possibles : {', '.join(GESTURES)}")


def _shown(element: Element) -> str:
    """What the page itself puts in a field: nothing in a box that is not ticked."""
    box = element.attributes.get("type") in BOXES
    return "" if box and "checked" not in element.attributes else element.attributes.get("value", "on" if box else "")


def play(scenario: Scenario, solution: Solution, *, once: bool = False) -> Practice:
    """The practice (with `once`, the small task) after all gestures of `solution`. Raises NotOffered (a ValueError), in French, at the first impossible one."""
    player = Player(scenario, once=once)
    for number, gesture in enumerate(solution.steps, 1):
        try:
            if "adresse" in gesture and not any(e.id == "barre-adresse" for e in player.page.elements):
                raise NotOffered("il n’y a pas de barre d’adresse ici. Changez d’abord d’onglet")
            player.do(gesture)
        except NotOffered as error:
            raise NotOffered(f"geste {number} : {error}") from None
    return player.practice
