"""What a desktop holds: files, programs, windows, and what was begun in them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from simulator.engine import fold
from simulator.starts import LONGEST_ID

PLACES = {"bureau": "Bureau", "documents": "Mes documents", "telechargements": "Téléchargements", "corbeille": "Corbeille"}
SURFACE, BIN, DOWNLOADS, FOLDER, TEXT = "bureau", "corbeille", "telechargements", "dossier", "texte"
SHOWN = "ecran"  # the address of the desktop with no window in front
MOST_ITEMS = 80
LONGEST_TITLE = 60


@dataclass(frozen=True)
class Item:
    """A file, or a folder (kind "dossier")."""

    id: str
    name: str
    kind: str
    folder: str  # a place, or the id of a folder
    size: str = ""
    date: str = ""
    text: tuple[str, ...] = ()
    before: str = ""  # the folder it was in before the bin


@dataclass(frozen=True)
class Offer:
    """A file that a page gives to download."""

    name: str
    kind: str
    size: str = ""
    text: tuple[str, ...] = ()


@dataclass(frozen=True)
class Program:
    id: str
    name: str
    kind: str  # ecrire, images, page, cibles, defiler, recopier
    text: tuple[str, ...] = ()
    offers: tuple[Offer, ...] = ()
    address: str = ""  # the site that its icon opens, "" for a window of its own
    count: int = 0  # targets
    word: str = ""  # at the bottom of the long page
    models: tuple[str, ...] = ()  # texts to copy


@dataclass(frozen=True)
class Window:
    id: str
    slot: int  # rank of its opening: its place in the bar
    reduced: bool = False
    big: bool = False


@dataclass(frozen=True)
class Exercise:
    """How far a gesture exercise is: rank of the target or of the text, clicks beside, and what to look at again."""

    rank: int = 1
    beside: int = 0  # on the target on show
    misses: tuple[int, ...] = ()  # on each target touched
    round: int = 0
    found: bool = False
    error: str = ""


@dataclass(frozen=True)
class Saving:
    """The dialog « Enregistrer sous »."""

    window: str
    name: str = ""
    folder: str = "documents"
    error: str = ""


@dataclass(frozen=True)
class State:
    items: tuple[Item, ...] = ()
    programs: tuple[Program, ...] = ()
    windows: tuple[Window, ...] = ()  # from the back to the front
    opened: int = 0
    time: str = "10:42"
    drafts: Mapping[str, str] = field(default_factory=dict)  # window -> text not saved
    saving: Saving | None = None
    doing: tuple[str, str] | None = None  # item, and what is being done to it: choix, nom, vers
    error: str = ""  # about the name being given
    exercises: Mapping[str, Exercise] = field(default_factory=dict)
    downloaded: tuple[str, ...] = ()  # programs a file was downloaded from

    def item(self, name: str) -> Item | None:
        return next((i for i in self.items if i.id == name), None)

    def program(self, name: str) -> Program | None:
        return next((p for p in self.programs if p.id == name), None)

    def window(self, name: str) -> Window | None:
        return next((w for w in self.windows if w.id == name), None)

    @property
    def top(self) -> Window | None:
        return next((w for w in reversed(self.windows) if not w.reduced), None)

    def title(self, name: str) -> str:
        """What a window, a folder or a file is called."""
        found = self.item(name) or self.program(name)
        return found.name if found else PLACES.get(name, "")

    def inside(self, folder: str) -> tuple[Item, ...]:
        """What a folder holds, folders first; the last file downloaded comes before the others."""
        held = [i for i in self.items if i.folder == folder]
        held = held[::-1] if folder == DOWNLOADS else held
        return tuple(sorted(held, key=lambda i: i.kind != FOLDER))

    def thrown(self, item: Item) -> bool:
        """In the bin, itself or a folder around it."""
        folder: Item | None = item
        for _ in self.items:
            if folder is None or folder.folder == BIN:
                return folder is not None
            folder = self.item(folder.folder)
        return False

    def is_folder(self, name: str) -> bool:
        item = self.item(name)
        return name in PLACES or (item is not None and item.kind == FOLDER and not self.thrown(item))

    def can_show(self, name: str) -> bool:
        """Can a window show this?"""
        item, program = self.item(name), self.program(name)
        if item:
            return not self.thrown(item)
        return name in PLACES or (program is not None and not program.address)

    def folders(self, without: Item | None = None) -> dict[str, str]:
        """Where things can be put: id -> name; not into `without`, nor where it is."""
        found = {place: name for place, name in PLACES.items() if place != BIN}
        found |= {i.id: i.name for i in self.items if i.kind == FOLDER and not self.thrown(i)}
        if without:
            found = {f: name for f, name in found.items() if f != without.folder and not self.under(f, without.id)}
        return found

    def under(self, folder: str, above: str) -> bool:
        for _ in self.items:
            if folder == above:
                return True
            item = self.item(folder)
            if item is None:
                return False
            folder = item.folder
        return folder == above

    def with_item(self, item: Item) -> State:
        return replace(self, items=tuple(item if i.id == item.id else i for i in self.items))

    def with_window(self, window: Window) -> State:
        """The window changed, where it stands."""
        return replace(self, windows=tuple(window if w.id == window.id else w for w in self.windows))

    def with_draft(self, name: str, text: str | None) -> State:
        drafts = {k: v for k, v in self.drafts.items() if k != name}
        return replace(self, drafts=drafts if text is None else {**drafts, name: text})

    def exercise(self, name: str) -> Exercise:
        return self.exercises.get(name, Exercise())

    def with_exercise(self, name: str, exercise: Exercise) -> State:
        return replace(self, exercises={**self.exercises, name: exercise})

    def written(self, name: str) -> str:
        """The text of a window where one writes: as typed, else as saved."""
        item, program = self.item(name), self.program(name)
        saved = item.text if item else program.text if program else ()
        return self.drafts.get(name, "\n".join(saved))

    def named(self, name: str, folder: str, but: str = "") -> bool:
        """Is there something of this name in this folder?"""
        return any(fold(i.name) == fold(name) and i.id != but for i in self.inside(folder))

    def fresh_id(self, name: str) -> str:
        """An id for a new file of this name."""
        base, taken = slug(name), {*PLACES, SHOWN, *(i.id for i in self.items), *(p.id for p in self.programs)}
        return next(i for i in (base, *(f"{base}-{n}" for n in range(2, 500))) if i not in taken)


def slug(name: str) -> str:
    """A name as an id: small letters without accents, digits, hyphens."""
    plain = fold(name).replace("œ", "oe").replace("æ", "ae")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_ID].strip("-") or "fichier"


def kind_of(name: str) -> str:
    """What a file is, by the end of its name."""
    end = fold(name).rpartition(".")[2]
    kinds = {"pdf": "pdf", "jpg": "image", "jpeg": "image", "png": "image", "zip": "archive", "exe": "archive"}
    return kinds.get(end, TEXT)
