"""What the safe holds, and how an author describes it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from simulator.engine import fold
from simulator.shapes import Secret
from simulator.sites.safe.vocabulary import STARTS
from simulator.starts import LONGEST_ID, each, host_name, known, name, once, text, texts, words, yes

LENGTHS = {"caracteres": (8, 12, 16, 20), "mots": (3, 5, 7)}
FIRST = {"caracteres": 12, "mots": 7}  # both are long enough
NEW = "nouveau"
MOST = 60  # accounts
CHARACTERS = ("kR7,tuZ4!meVo9pa?Li2", "8vAn;Doq3-Hify6Te!5b", "Mu2.xeFa!9sLit4?oZ7k")
WORDS = (
    "tulipe barque lampe sentier miel tambour crayon",
    "falaise bouton panier orage violon poire hublot",
    "cerise moulin gant brouillard tabouret phare noisette",
)


@dataclass(frozen=True)
class Entry:
    """One account written down in the safe."""

    id: str
    site: str
    host: str
    login: str
    secret: Secret
    deleted: bool = False


@dataclass(frozen=True)
class Draft:
    """An account being written: what was typed, and the password chosen; `typed` is the shape of one not sent yet."""

    site: str = ""
    login: str = ""
    secret: Secret | None = None
    typed: str = ""


@dataclass(frozen=True)
class Maker:
    """What the page that creates passwords is set to."""

    sort: str = "caracteres"
    length: int = 12
    rank: int = 0


@dataclass(frozen=True)
class State:
    phrase: str  # what opens it
    me: str = ""
    entries: tuple[Entry, ...] = ()
    made: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    open: bool = False
    seen: bool = False  # what is typed is shown
    shown: str = ""  # the account whose password is shown
    copied: str = ""  # the account whose password was copied last
    maker: Maker = Maker()
    drafts: Mapping[str, Draft] = field(default_factory=dict)  # by NEW or account id
    error: tuple[str, str] | None = None  # field, and what to look at again

    def entry(self, entry_id: str) -> Entry | None:
        return next((e for e in self.entries if e.id == entry_id), None)

    def with_entry(self, entry: Entry) -> State:
        return replace(self, entries=tuple(entry if e.id == entry.id else e for e in self.entries))

    @property
    def kept(self) -> tuple[Entry, ...]:
        return tuple(e for e in self.entries if not e.deleted)

    def same(self, secret: Secret | None, but: str = "") -> tuple[Entry, ...]:
        """The other accounts that have this password; of one that was typed, its shape tells, when it is a rare one."""
        return tuple(e for e in self.kept if e.id != but and secret and secret.surely(e.secret))

    def first(self, key: str) -> Draft:
        """How the writing of an account begins."""
        entry = self.entry(key)
        return Draft(entry.site, entry.login, entry.secret) if entry else Draft(login=self.me)

    def draft(self, key: str) -> Draft:
        return self.drafts.get(key) or self.first(key)

    def with_draft(self, key: str, draft: Draft | None) -> State:
        drafts = {k: v for k, v in self.drafts.items() if k != key}
        return replace(self, drafts=drafts if draft in (None, self.first(key)) else {**drafts, key: draft})

    @property
    def proposed(self) -> Secret:
        """The password that the safe proposes now."""
        whole = self.made[self.maker.sort][self.maker.rank % len(self.made[self.maker.sort])]
        if self.maker.sort == "mots":
            return Secret.of("-".join(whole.split()[: self.maker.length]), "mots")
        return Secret.of(whole[: self.maker.length], "caracteres")

    def new_id(self, site: str) -> str:
        """An id that no account has, from the name of its site."""
        base = re.sub(r"[^a-z0-9]+", "-", fold(site)).strip("-")[: LONGEST_ID - 3] or "compte"
        taken, n = {e.id for e in self.entries} | {NEW}, 2
        found = base
        while found in taken:
            found, n = f"{base}-{n}", n + 1
        return found


def init(data: Mapping[str, Any]) -> State:
    """`{phrase, moi, comptes, creations, ouvert}`. Raises ValueError, in French, naming the place."""
    where = "coffre"
    known(data, words(STARTS), where)
    entries = each(data, "comptes", "compte", where, _entry)
    once([e.id for e in entries], "comptes", where)
    phrase = text(data, "phrase", where)
    if len(phrase) < 12:
        raise ValueError(f"{where} : la phrase secrète est trop courte. Prenez plusieurs mots, 12 signes au moins")
    return State(phrase, text(data, "moi", where, ""), entries, _made(data, where), yes(data, "ouvert", where))


def _entry(raw: Any, where: str) -> Entry:
    known(raw, words(STARTS, "comptes"), where)
    host = text(raw, "adresse", where, "")
    found = name(raw, "id", where)
    if found == NEW:
        raise ValueError(f"{where} : « {NEW} » est le nom de la page où l’on ajoute un compte. Prenez un autre id")
    return Entry(found, text(raw, "site", where), host_name(host, where) if host else "", text(raw, "identifiant", where),
                 Secret.of(text(raw, "mot_de_passe", where)))  # fmt: skip


def _made(data: Mapping[str, Any], where: str) -> Mapping[str, tuple[str, ...]]:
    """The passwords that the safe proposes: long enough for the longest length."""
    where = f"{where}, creations"
    raw = known(data.get("creations") or {}, words(STARTS, "creations"), where)
    characters = texts(raw, "caracteres", where) or CHARACTERS
    phrases = texts(raw, "mots", where) or WORDS
    for value in characters:
        if len(value) < LENGTHS["caracteres"][-1] or " " in value:
            raise ValueError(f"{where} : « {value} » doit avoir 20 caractères ou plus, sans espace")
    for value in phrases:
        if len(value.split()) < LENGTHS["mots"][-1]:
            raise ValueError(f"{where} : « {value} » doit avoir 7 mots ou plus")
    return {"caracteres": characters, "mots": phrases}
