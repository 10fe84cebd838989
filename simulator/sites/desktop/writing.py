"""Writing a few lines, and saving them under a name in a folder."""

from __future__ import annotations

from dataclasses import replace

from simulator.engine import Event, Fact, Step
from simulator.sites.desktop.files import clean, name_problem
from simulator.sites.desktop.state import MOST_ITEMS, TEXT, Item, Saving, State
from simulator.sites.desktop.windows import BASE

FORM = "bureau-"  # what the ids of the forms begin with
LETTER = FORM + "texte-"
SAVE = FORM + "enregistrer"


def writes(state: State, name: str) -> bool:
    """Is it a window where one writes?"""
    item, program = state.item(name), state.program(name)
    return (item is not None and item.kind == TEXT) or (program is not None and program.kind == "ecrire")


def keep_drafts(state: State, event: Event) -> State:
    """What was typed and not saved stays in its window, or in the dialog."""
    for form, fields in event.drafts.items():
        name = form.removeprefix(LETTER)
        if form.startswith(LETTER) and "texte" in fields:
            state = _typed(state, name, fields["texte"])
        if form == SAVE and state.saving:
            state = replace(state, saving=replace(state.saving, name=fields.get("nom", "")))
    return state


def _typed(state: State, name: str, text: str) -> State:
    if not writes(state, name):
        return state
    text = text.replace("\r\n", "\n")
    same = text == state.with_draft(name, None).written(name)
    return state.with_draft(name, None if same else text)


def on_enregistrer(state: State, event: Event) -> Step:
    """Save in the file; a text that has no file yet asks for its name, and so does « Enregistrer sous »."""
    name = event.args.get("id", "")
    if not writes(state, name):
        return Step(state)
    state = _typed(state, name, event.fields.get("texte", state.written(name)))
    item = state.item(name)
    if item is None or event.args.get("sous"):
        folder = item.folder if item and item.folder in state.folders() else "documents"
        return Step(replace(state, saving=Saving(name, "", folder), doing=None))
    return _saved(state, replace(item, text=_lines(state, name)), name)


def on_dans(state: State, event: Event) -> Step:
    """Choose the folder in the dialog."""
    folder = event.args.get("dossier", "")
    if state.saving is None or folder not in state.folders():
        return Step(state)
    return Step(replace(state, saving=replace(state.saving, folder=folder, error="")))


def on_ne_pas_enregistrer(state: State, event: Event) -> Step:
    return Step(replace(state, saving=None))


def on_enregistrer_la(state: State, event: Event) -> Step:
    """« Enregistrer », in the dialog."""
    saving = state.saving
    if saving is None or not writes(state, saving.window):
        return Step(state)
    name = clean(event.fields.get("nom", saving.name))
    problem = name_problem(state, name, saving.folder)
    if not problem and len(state.items) >= MOST_ITEMS:
        problem = "Il y a déjà beaucoup de fichiers ici. Enregistrez dans un fichier que vous avez."
    if problem:
        return Step(replace(state, saving=replace(saving, name=name, error=problem)))
    item = Item(state.fresh_id(name), name, TEXT, saving.folder, "1 Ko", "aujourd’hui", _lines(state, saving.window))
    return _saved(replace(state, items=(*state.items, item), saving=None), item, saving.window)


def _lines(state: State, name: str) -> tuple[str, ...]:
    return tuple(state.written(name).split("\n"))


def _saved(state: State, item: Item, window: str) -> Step:
    """The text is in its file, and the window bears the file's name."""
    state = state.with_item(item).with_draft(window, None)
    state = replace(state, windows=tuple(replace(w, id=item.id) if w.id == window else w for w in state.windows))
    where = state.title(item.folder)
    told = Fact("bureau.document_enregistre", {"id": item.id, "nom": item.name, "dossier": where, "texte": "\n".join(item.text)})
    return Step(state, (told,), f"{BASE}/{item.id}", say=f"Enregistré : « {item.name} », dans « {where} ».")
