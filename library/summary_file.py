"""lessons/sommaire.md: the order of the path. Modules are titles; a link is a lesson, a plain name is a draft to come."""

from __future__ import annotations

import re
from dataclasses import dataclass

from learning.words import MODULES
from library.errors import Findings, one_of
from library.source import decode

_LINK = re.compile(r"[-*] +\[[^\]]+\]\(([^)\s]+)\)")
_PLAIN = re.compile(r"[-*] +([^\s\[]+/[^\s]+)( +.*)?")
_REF = re.compile(r"[a-z0-9-]+/[a-z0-9-]+")


@dataclass(frozen=True)
class Entry:
    ref: str
    line: int
    draft: bool


@dataclass(frozen=True)
class Summary:
    """The refs in path order, drafts included; the modules in order."""

    entries: tuple[Entry, ...] = ()
    modules: tuple[str, ...] = ()


def read_summary(data: bytes, found: Findings) -> Summary:
    """The order written in `data`; lines that are neither title, lesson nor draft are told."""
    text = decode(data, found)
    entries: list[Entry] = []
    modules: list[str] = []
    for number, line in enumerate((text or "").split("\n"), 1):
        if line.startswith("## "):
            _module(line[3:].strip(), number, modules, found)
        elif re.match(r"\s*[-*] ", line):
            entry = _entry(line.strip(), number, modules, entries, found)
            if entry:
                entries.append(entry)
        elif (
            line.strip()
            and not line.startswith(("# ", "> ", "<!--"))
            and (line[0].isspace() or line[0] in "#[" or line[0].isdigit())
        ):
            found.say(
                number,
                "Cette ligne du sommaire n’est ni un module ni une leçon.",
                "Écrivez ## nom du module, ou - [Titre](module/lecon.md)",
            )
    if text is not None and not entries:
        found.say(1, "Le sommaire ne cite aucune leçon.", "Écrivez ## courriel puis - [Titre](courriel/nom-de-la-lecon.md)")
    return Summary(tuple(entries), tuple(modules))


def _module(title: str, number: int, modules: list[str], found: Findings) -> None:
    by_title = {t: m for m, t in MODULES.items()}
    name = title if title in MODULES else by_title.get(title.replace("\u00a0", " "))
    if name is None:
        found.say(number, f"Le module « {title} » n’existe pas.", one_of(title, (*MODULES, *by_title)))
    elif name in modules:
        found.say(number, f"Le module « {title} » est écrit deux fois.", "Rangez ses leçons sous un seul titre.")
    else:
        modules.append(name)


def _entry(line: str, number: int, modules: list[str], entries: list[Entry], found: Findings) -> Entry | None:
    link, plain = _LINK.fullmatch(line), _PLAIN.fullmatch(line)
    ref = link[1].removesuffix(".md") if link else plain[1] if plain else ""
    if not _REF.fullmatch(ref):
        found.say(
            number,
            "Cette ligne du sommaire ne nomme pas une leçon.",
            "Écrivez - [Titre](module/lecon.md), ou - module/lecon pour une leçon à venir.",
        )
        return None
    double = next((e for e in entries if e.ref == ref), None)
    if double:
        found.say(number, f"La leçon « {ref} » est déjà citée, ligne {double.line}.", "Gardez une seule des deux lignes.")
        return None
    if not modules or ref.partition("/")[0] != modules[-1]:
        found.say(
            number, f"La leçon « {ref} » n’est pas sous le titre de son module.", f"Mettez-la sous ## {ref.partition('/')[0]}"
        )
    return Entry(ref, number, draft=link is None)
