"""What a phone holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from simulator.addresses import Part
from simulator.engine import Fact, fold
from simulator.goals import matches
from simulator.numbers import digits, written

BASE = "https://telephone.example"
WAYS = ("repondre", "transferer")
LONGEST_TALK = 60  # lines of a conversation that are kept
MOST_CODES = 30  # SMS of codes that are kept
HIDDEN = "Numéro masqué"


@dataclass(frozen=True)
class Cue:
    """What something waits for: one of these facts, with these values."""

    facts: tuple[str, ...]
    where: Mapping[str, Any] = field(default_factory=dict)

    def heard(self, fact: Fact) -> bool:
        return fact.kind in self.facts and all(matches(fact.data.get(k), v) for k, v in self.where.items())


@dataclass(frozen=True)
class Line:
    """A number that can be called, with what is heard there; nothing = nobody answers."""

    number: str
    name: str = ""
    heard: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sms:
    id: str
    name: str  # "" when only the number is known
    number: str
    body: tuple[Part, ...]
    date: str = ""
    read: bool = False
    deleted: bool = False
    thread: tuple[tuple[str, str], ...] = ()  # what was said since: ("moi" or "eux", text)
    forwarded: tuple[str, ...] = ()  # numbers it was sent on to
    came: bool = False  # while the person was at work: its badge shows on the tab too

    @property
    def text(self) -> str:
        return "\n".join(p["texte"] for p in self.body)

    def followed(self, who: str, text: str) -> Sms:
        """The same SMS, with one more line in its thread."""
        return replace(self, thread=(*self.thread, (who, text))[-LONGEST_TALK:])

    @property
    def answers(self) -> tuple[str, ...]:
        return tuple(text for who, text in self.thread if who == "moi")

    @property
    def last(self) -> str:
        """What the list of messages shows of it."""
        return self.thread[-1][1] if self.thread and self.thread[-1][0] == "eux" else self.text


@dataclass(frozen=True)
class Held:
    """A SMS that arrives after something."""

    cue: Cue
    sms: Sms


@dataclass(frozen=True)
class Choice:
    """An answer the person may give; without `then` it is her last word, and she hangs up."""

    id: str
    text: str
    then: str = ""


@dataclass(frozen=True)
class Turn:
    """What the caller says, and what can be answered."""

    id: str
    said: tuple[str, ...]
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class Caller:
    """Somebody who calls. The name and the number are those shown: they may be false, `true_number` never is."""

    id: str
    name: str
    number: str  # "" = hidden
    true_number: str
    turns: tuple[Turn, ...]
    cue: Cue | None = None  # None = at the start

    @property
    def who(self) -> str:
        return self.name or self.number or HIDDEN

    def turn(self, turn_id: str) -> Turn | None:
        return next((t for t in self.turns if t.id == turn_id), None)


@dataclass(frozen=True)
class Entry:
    """One line of the call log."""

    way: str  # recu, emis, manque, refuse
    name: str
    number: str  # "" = hidden
    date: str = "à l’instant"
    page: str = ""  # where what was said can be read again

    @property
    def who(self) -> str:
        return self.name or self.number or HIDDEN


@dataclass(frozen=True)
class Draft:
    to: str = ""
    text: str = ""


@dataclass(frozen=True)
class State:
    contacts: tuple[Line, ...] = ()
    lines: tuple[Line, ...] = ()  # numbers that answer without being contacts
    sms: tuple[Sms, ...] = ()
    held: tuple[Held, ...] = ()
    callers: tuple[Caller, ...] = ()
    coming: tuple[str, ...] = ()  # callers waiting: the first rings as soon as the phone is free
    rung: tuple[str, ...] = ()  # callers who were accepted or refused
    talk: str = ""  # the caller one is talking with
    turn: str = ""  # where that conversation is
    said: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)  # by caller: ("moi" or "eux", text)
    log: tuple[Entry, ...] = ()  # the latest first
    reports: tuple[str, ...] = ()  # SMS forwarded to 33700 whose sender is still asked for
    drafts: Mapping[str, Draft] = field(default_factory=dict)  # by "repondre-<id>" or "transferer-<id>"
    typed: str = ""  # on the keypad
    touches: int = 0  # keys pressed so far: what the browser sends about an older keypad is stale
    call: str = ""  # the number of the call in progress
    since: str = ""  # where it was dialled from: contacts, clavier, journal, appel
    back: str = ""  # the page where that call began
    called: tuple[str, ...] = ()
    error: tuple[str, str] | None = None  # field, and what is wrong with it

    @property
    def ringing(self) -> Caller | None:
        return self.caller(self.coming[0]) if self.coming and not (self.call or self.talk) else None

    def caller(self, caller_id: str) -> Caller | None:
        return next((c for c in self.callers if c.id == caller_id), None)

    def message(self, sms_id: str) -> Sms | None:
        return next((s for s in self.sms if s.id == sms_id), None)

    def with_message(self, sms: Sms) -> State:
        return replace(self, sms=tuple(sms if s.id == sms.id else s for s in self.sms))

    def on_top(self, sms: Sms) -> State:
        """The SMS that has just arrived, or its thread, before the others."""
        return replace(self, sms=(sms, *(s for s in self.sms if s.id != sms.id)))

    def logged(self, entry: Entry) -> State:
        return replace(self, log=(entry, *self.log)[:LONGEST_TALK])

    def line(self, number: str) -> Line:
        """Who answers at this number; a line without name nor voice when nobody does."""
        return next((line for line in (*self.contacts, *self.lines) if line.number == number), Line(number))

    def numbered(self, typed: str) -> str:
        """The number of the contact so named, else the number typed, as people read it; "" when it is neither."""
        named = next((c.number for c in self.contacts if fold(c.name) == fold(typed)), "")
        return named or written(digits(typed))

    def draft(self, key: str) -> Draft:
        """The draft of this key as it was left, or as it begins."""
        way, _, sms_id = key.partition("-")
        sms = self.message(sms_id)
        return self.drafts.get(key) or Draft(text=sms.text if sms and way == "transferer" else "")

    def with_draft(self, key: str, draft: Draft | None) -> State:
        drafts = {k: v for k, v in self.drafts.items() if k != key}
        bare = replace(self, drafts=drafts)
        return bare if draft in (None, bare.draft(key)) else replace(self, drafts={**drafts, key: draft})
