"""Files and folders: rename, move, put in the bin, put back, create, download."""

from __future__ import annotations

import re
from dataclasses import replace

from simulator.engine import Event, Fact, Step, rank
from simulator.sites.desktop.state import BIN, DOWNLOADS, FOLDER, LONGEST_TITLE, MOST_ITEMS, Item, State, kind_of
from simulator.sites.desktop.windows import address, closed, opened

MODES = ("choix", "nom", "vers")
FORBIDDEN = re.compile(r'[/\\:*?"<>|]')


def on_actions(state: State, event: Event) -> Step:
    """Open, or close, what can be done with a file: choose, give a name, choose a folder."""
    item, mode = state.item(event.args.get("id", "")), event.args.get("quoi", "choix")
    if item is None or mode not in MODES or (item.folder == BIN and mode != "choix"):
        return Step(state)
    wanted = (item.id, mode)
    return Step(replace(state, doing=None if state.doing == wanted else wanted, error=""))


def on_rien(state: State, event: Event) -> Step:
    return Step(replace(state, doing=None, error=""))


def on_nommer(state: State, event: Event) -> Step:
    item = state.item(state.doing[0]) if state.doing else None
    if item is None or item.folder == BIN:
        return Step(state)
    wanted = with_end(clean(event.fields.get("nom", "")), item)
    if problem := name_problem(state, wanted, item.folder, item.id):
        return Step(replace(state, error=problem))
    state = replace(state, doing=None, error="")
    if wanted == item.name:
        return Step(state)
    told = Fact("bureau.renomme", {"id": item.id, "nom": wanted, "avant": item.name})
    return Step(state.with_item(replace(item, name=wanted)), (told,), say=f"Nouveau nom : « {wanted} ».")


def with_end(name: str, item: Item) -> str:
    """The end of the name (.pdf) stays, even when only the rest was typed."""
    end = re.search(r"\.[A-Za-z0-9]{2,4}$", item.name)
    keep = end and item.kind != FOLDER and name and not name.lower().endswith(end[0].lower())
    return name + end[0] if keep else name


def clean(name: str) -> str:
    return " ".join(name.split())


def name_problem(state: State, name: str, folder: str, but: str = "") -> str:
    """Why this name cannot be given, "" when it can."""
    if not name:
        return "Écrivez un nom dans la case."
    if len(name) > LONGEST_TITLE:
        return f"Ce nom est trop long. {LONGEST_TITLE} signes au plus."
    if found := FORBIDDEN.search(name):
        return f"Un nom ne peut pas contenir le signe {found[0]}"
    if state.named(name, folder, but):
        return f"« {name} » existe déjà dans « {state.title(folder)} ». Choisissez un autre nom."
    return ""


def on_vers(state: State, event: Event) -> Step:
    item, folder = state.item(state.doing[0]) if state.doing else None, event.args.get("dossier", "")
    if item is None or item.folder == BIN or folder not in state.folders(item):
        return Step(state)
    if state.named(item.name, folder):
        return Step(replace(state, error=f"Dans « {state.title(folder)} », un fichier porte déjà ce nom."))
    to = state.title(folder)
    told = Fact("bureau.deplace", {"id": item.id, "nom": item.name, "de": state.title(item.folder), "dossier": to})
    state = replace(state, doing=None, error="").with_item(replace(item, folder=folder))
    return Step(state, (told,), say=f"« {item.name} » est maintenant dans « {to} ».")


def on_jeter(state: State, event: Event) -> Step:
    item = state.item(event.args.get("id", ""))
    if item is None or state.thrown(item):
        return Step(state)
    told = Fact("bureau.jete", {"id": item.id, "nom": item.name, "de": state.title(item.folder)})
    state = state.with_item(replace(item, folder=BIN, before=item.folder))
    gone = tuple(w.id for w in state.windows if not state.can_show(w.id))
    state = closed(state, gone)
    return Step(state, (told,), address(state), say=f"« {item.name} » est dans la corbeille. Vous pouvez le reprendre.")


def on_remettre(state: State, event: Event) -> Step:
    """Out of the bin, where it was; « Mes documents » when that folder is in the bin too."""
    item = state.item(event.args.get("id", ""))
    if item is None or item.folder != BIN:
        return Step(state)
    folder = item.before if item.before in state.folders(item) else "documents"
    name = free_name(state, item.name, folder)
    told = Fact("bureau.remis", {"id": item.id, "nom": name, "dossier": state.title(folder)})
    state = replace(state, doing=None, error="").with_item(replace(item, name=name, folder=folder, before=""))
    return Step(state, (told,), say=f"« {name} » est revenu dans « {state.title(folder)} ».")


def free_name(state: State, name: str, folder: str) -> str:
    """The name, or with (1), (2)… as computers do when there is one already."""
    start, dot, end = name.rpartition(".")
    start, end = (start, dot + end) if start else (name, "")
    return next(n for n in (name, *(f"{start} ({k}){end}" for k in range(1, 500))) if not state.named(n, folder))


def on_nouveau_dossier(state: State, event: Event) -> Step:
    """A new folder, whose name is asked at once."""
    folder = event.args.get("dossier", "")
    if folder == BIN or not state.is_folder(folder) or len(state.items) >= MOST_ITEMS:
        return Step(state)
    name = free_name(state, "Nouveau dossier", folder)
    item = Item(state.fresh_id(name), name, FOLDER, folder)
    told = Fact("bureau.dossier_cree", {"id": item.id, "nom": name, "dossier": state.title(folder)})
    return Step(
        replace(state, items=(*state.items, item), doing=(item.id, "nom"), error=""),
        (told,),
        say="Dossier créé. Donnez-lui un nom.",
    )


def on_aller(state: State, event: Event) -> Step:
    """From a folder to another, in the same window, as in life."""
    name, here = event.args.get("id", ""), state.window(event.args.get("de", ""))
    if not state.is_folder(name) or here is None or name == here.id:
        return Step(state)
    if state.window(name):
        return opened(state, name)
    step = opened(replace(state, windows=tuple(w for w in state.windows if w.id != here.id)), name)
    new = step.state.window(name)
    return replace(step, state=step.state.with_window(replace(new, slot=here.slot, big=here.big)))


def on_telecharger(state: State, event: Event) -> Step:
    """A file that a page gives. It arrives by `received`, as those of other sites."""
    program = state.program(event.args.get("de", ""))
    n = rank(event.args.get("rang", ""), len(program.offers)) if program else 0
    if program is None or not n:
        return Step(state)
    offer = program.offers[n - 1]
    told = Fact("fichier.telecharge", {"nom": offer.name, "genre": offer.kind, "taille": offer.size, "contenu": offer.text})
    state = replace(state, downloaded=(*(p for p in state.downloaded if p != program.id), program.id))
    return Step(state, (told,), say="Téléchargement terminé.")


def received(state: State, fact: Fact) -> Step:
    """A file downloaded anywhere arrives in « Téléchargements »."""
    name = clean(str(fact.data.get("nom") or ""))[:LONGEST_TITLE]
    if fact.kind != "fichier.telecharge" or not name or len(state.items) >= MOST_ITEMS:
        return Step(state)
    name = free_name(state, name, DOWNLOADS)
    given = fact.data.get("contenu") or ()
    text = tuple(map(str, given)) if isinstance(given, list | tuple) else (str(given),)
    kind = str(fact.data.get("genre") or kind_of(name))
    kind = kind if kind in ("pdf", "image", "texte", "archive") else kind_of(name)
    item = Item(state.fresh_id(name), name, kind, DOWNLOADS, str(fact.data.get("taille") or ""), "aujourd’hui", text)
    return Step(replace(state, items=(*state.items, item)), (Fact("bureau.fichier_recu", {"id": item.id, "nom": name}),))
