"""Several organisations in one instance: each has its own memory (a base of its own, or a PostgreSQL schema of its own), its own backups,
its own rights. They have nothing in common, so that nothing can leak, and one is put back or erased without touching another."""

from __future__ import annotations

import re
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from progress_db.errors import Refusal
from progress_db.memory import Memory, open_memory

if TYPE_CHECKING:
    from progress_db.postgresql import Leader

FOLDER = "organisations"  # inside the data folder; when it is there, the instance serves several organisations
_NAME = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,28}[a-z0-9])?")


class BadOrganisation(Refusal):
    """This name cannot name an organisation."""


class Organisations:
    """The organisations of the data folder `root`; `url`: the PostgreSQL base they share, each in its schema, or empty."""

    def __init__(self, root: Path, url: str = "") -> None:
        self._folder, self._url = root / FOLDER, url
        self._open: dict[str, Memory] = {}
        self._opening = threading.Lock()
        self._leader: Leader | None = None

    def names(self) -> list[str]:
        """Their names in addresses, sorted; read anew each time: one may be added while the site runs."""
        return sorted(one.name for one in self._folder.iterdir() if good(one.name) and one.is_dir())

    def memory(self, name: str) -> Memory | None:
        """The memory of this organisation, opened the first time; None when there is none of this name."""
        if found := self._open.get(name):
            return found
        folder = self._folder / name
        if not good(name) or not folder.is_dir():
            return None
        with self._opening:
            if name not in self._open:
                self._open[name] = open_memory(folder, url=self._url)
            return self._open[name]

    def all(self) -> list[tuple[str, Memory]]:
        """Each name with its memory."""
        return [(name, memory) for name in self.names() if (memory := self.memory(name))]

    def leads(self) -> bool:
        """Whether this process makes the backups of all: on SQLite there is one process."""
        if not self._url:
            return True
        if self._leader is None:
            from progress_db.postgresql import Leader  # psycopg is loaded by those who use it

            self._leader = Leader(self._url, FOLDER)
        return self._leader.leads()

    def close(self) -> None:
        """At the end of the process."""
        if self._leader:
            self._leader.close()
        for memory in self._open.values():
            memory.close()
        self._open.clear()


def several(root: Path) -> bool:
    """Whether this data folder serves several organisations."""
    return (root / FOLDER).is_dir()


def good(name: str) -> bool:
    """Whether this can name an organisation in an address and on a disk: small letters, digits, a dash inside; 30 at most."""
    return _NAME.fullmatch(name) is not None


def add(root: Path, name: str) -> Path:
    """Make the folder of a new organisation, or find it. Raises BadOrganisation, OSError."""
    if not good(name):
        raise BadOrganisation(
            "Un nom court, pour l’adresse\u00a0: 1 à 30 petites lettres sans accent, chiffres, ou tirets au milieu. Exemple\u00a0: pays-de-rance"
        )
    folder = root / FOLDER / name
    folder.mkdir(parents=True, exist_ok=True)
    return folder
