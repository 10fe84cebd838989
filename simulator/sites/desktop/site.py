"""The site « bureau »: a computer's desktop. Rooms: windows.py, files.py, writing.py, gestures.py."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from simulator.engine import Event, Fact, Page, Step, answer, path, render
from simulator.sites.desktop import files, gestures, windows, writing
from simulator.sites.desktop.starts import init
from simulator.sites.desktop.state import BIN, DOWNLOADS, FOLDER, PLACES, SURFACE, State
from simulator.sites.desktop.vocabulary import FACTS
from simulator.sites.desktop.windows import BASE

ICONS = {
    "ecrire": "crayon",
    "images": "image",
    "page": "bur-monde",
    "cibles": "bur-cible",
    "defiler": "bur-page",
    "recopier": "clavier",
}
OF_PLACES = {"bureau": "bur-ecran", "documents": "dossier", "telechargements": "telecharger", "corbeille": "corbeille"}
SCREENS = {"ecrire": "write", "images": "images", "page": "page", "cibles": "targets", "defiler": "long", "recopier": "copy"}


class Desktop:
    """A desktop. The address says which window is in front."""

    name = "bureau"
    facts = FACTS
    icon = "bur-ecran"
    bare = True  # a desktop stands in no browser: no address, no arrows around it
    keeps = writing.FORM
    home = f"{BASE}/"

    def init(self, data: Mapping[str, Any]) -> State:
        return init(data)

    def hosts(self, state: State) -> tuple[str, ...]:
        return ("bureau.example",)

    def visit(self, state: State, url: str) -> Step:
        return windows.visited(windows.quiet(state), path(url).strip("/"))

    def update(self, state: State, event: Event, url: str) -> Step:
        state = writing.keep_drafts(state, event)
        act = answer(event, windows, files, writing, gestures)
        return act(state, event) if act else Step(state)

    def receive(self, state: State, fact: Fact) -> Step:
        """A file downloaded on any site."""
        return files.received(state, fact)

    def view(self, state: State, url: str) -> Page:
        top = state.top
        title = state.title(top.id) if top else "Bureau"
        covered = [] if top and top.big else [w for w in state.windows if not w.reduced and w != top]
        html = render(
            "desktop/screens/desktop.html", state=state, top=top, title=title, icon=lambda name: icon(state, name), places=PLACES,
            screen=screen(state, top.id) if top else "", thing=_thing(state, top.id) if top else None, bin=BIN, folder_kind=FOLDER,
            behind=covered[-1] if covered else None, preview=lambda name: _preview(state, name), icons=_icons(state), spot=gestures.spot,
            bar=sorted(state.windows, key=lambda w: w.slot), exercise=state.exercise(top.id) if top else None,
            photos=[i for i in state.items if i.kind == "image" and not state.thrown(i)],
        )  # fmt: skip
        return Page("Bureau", html, dialog=state.saving is not None)


def _icons(state: State) -> tuple[str, ...]:
    """What stands on the desktop, from top to bottom."""
    put_here = (i.id for i in state.inside(SURFACE))
    return "documents", DOWNLOADS, *(p.id for p in state.programs), *put_here, BIN


def _thing(state: State, name: str) -> Any:
    return state.item(name) or state.program(name)


def icon(state: State, name: str) -> str:
    """The small drawing of a window, a file or a program."""
    item, program = state.item(name), state.program(name)
    return item.kind if item else ICONS[program.kind] if program else OF_PLACES.get(name, "texte")


def screen(state: State, name: str) -> str:
    """The template of a window."""
    item, program = state.item(name), state.program(name)
    if name in PLACES or (item and item.kind == FOLDER):
        return "folder"
    if program:
        return SCREENS[program.kind]
    return "write" if writing.writes(state, name) else "file"


def _preview(state: State, name: str) -> list[str]:
    """What can be read of a window that stands behind another."""
    item, program = state.item(name), state.program(name)
    if screen(state, name) == "folder":
        return [i.name for i in state.inside(name)]
    if screen(state, name) == "write":
        return state.written(name).split("\n")
    return list(item.text if item else program.text if program else ())
