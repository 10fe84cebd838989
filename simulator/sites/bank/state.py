"""What the bank's site holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from simulator.engine import fold

ACTIVE, LOCKED, STOPPED = "active", "verrouillee", "opposition"
WAITING, DONE, REFUSED, CANCELLED = "attente", "fait", "refuse", "annule"
MATCH, CLOSE, DIFFERENT, UNKNOWN = "correspond", "proche", "different", "inconnu"
PAYMENT, TRANSFER, PAYEE = "paiement", "virement", "beneficiaire"


@dataclass(frozen=True)
class Operation:
    id: str
    date: str
    label: str
    cents: int
    detail: str = ""
    disputed: bool = False


@dataclass(frozen=True)
class Payee:
    id: str
    name: str  # as the person saved it
    iban: str
    holder: str = ""  # the true name of the account; "" = nobody knows this account
    changed: str = ""  # when its IBAN was changed, if it was lately
    note: str = ""
    deleted: bool = False

    @property
    def verdict(self) -> str:
        return compare(self.name, self.holder)

    @property
    def alarm(self) -> str:
        """Why the bank warns, "" when it does not."""
        return self.verdict if self.verdict != MATCH else "modifie" if self.changed else ""


@dataclass(frozen=True)
class Card:
    end: str
    expires: str = "09/28"
    status: str = ACTIVE
    reason: str = ""
    by_phone: bool = False  # calling the number on its back, then hanging up, stops it


@dataclass(frozen=True)
class Demand:
    """Something that waits for the person's agreement, and says what it is."""

    id: str
    kind: str  # PAYMENT, TRANSFER, PAYEE
    who: str
    cents: int = 0
    iban: str = ""
    payee: str = ""
    label: str = ""
    when: str = ""
    status: str = WAITING
    way: str = ""  # "application", "sms"; "" = to choose
    code: str = ""
    reference: str = ""  # the shop's
    back: str = ""  # the shop's page to go back to


@dataclass(frozen=True)
class Draft:
    amount: str = ""
    label: str = ""


@dataclass(frozen=True)
class State:
    name: str = "Banque du Fil d’Eau"
    host: str = "banque-fil-deau.example"
    phone: str = "01 99 00 77 20"
    client: str = "Maryvonne Tréguidel"
    login: str = ""  # shape of what must be typed; "" = no log-in
    secret: str = ""
    inside: bool = True
    way: str = "application"
    mobile: str = ""
    codes: tuple[str, ...] = ()
    sent: int = 0  # codes sent so far
    balance: int = 0
    statement: str = ""
    operations: tuple[Operation, ...] = ()
    payees: tuple[Payee, ...] = ()
    holders: Mapping[str, str] = field(default_factory=dict)  # IBAN -> true name
    card: Card | None = None
    demands: tuple[Demand, ...] = ()
    drafts: Mapping[str, Draft] = field(default_factory=dict)  # transfers being written, by payee
    begun: tuple[str, str] = ("", "")  # name and IBAN of the payee being added
    error: tuple[str, str] | None = None  # field, and what is wrong with it
    visible: bool = False  # the new password is shown while it is typed

    @property
    def base(self) -> str:
        return f"https://{self.host}"

    @property
    def waiting(self) -> tuple[Demand, ...]:
        return tuple(d for d in self.demands if d.status == WAITING)

    @property
    def transfers(self) -> tuple[Demand, ...]:
        """The transfers that were sent, the last one first."""
        return tuple(d for d in reversed(self.demands) if d.kind == TRANSFER and d.status != REFUSED)

    @property
    def left(self) -> int:
        """The money on the account, once what was agreed to is paid."""
        return self.balance - sum(d.cents for d in self.demands if d.status == DONE)

    def payee(self, name: str) -> Payee | None:
        return next((p for p in self.payees if p.id == name and not p.deleted), None)

    def demand(self, name: str) -> Demand | None:
        return next((d for d in self.demands if d.id == name), None)

    def operation(self, name: str) -> Operation | None:
        return next((o for o in self.operations if o.id == name), None)

    def with_demand(self, demand: Demand) -> State:
        return replace(self, demands=tuple(demand if d.id == demand.id else d for d in self.demands))

    def with_payee(self, payee: Payee) -> State:
        return replace(self, payees=tuple(payee if p.id == payee.id else p for p in self.payees))

    def with_operation(self, operation: Operation) -> State:
        return replace(self, operations=tuple(operation if o.id == operation.id else o for o in self.operations))

    def holder(self, iban: str) -> str:
        return self.holders.get(iban, "")


def compare(name: str, holder: str) -> str:
    """What the bank answers when it compares a name with the account's."""
    if not holder:
        return UNKNOWN
    mine, theirs = (set(re.findall(r"\w+", fold(value))) for value in (name, holder))
    return MATCH if mine == theirs else CLOSE if {w for w in mine & theirs if len(w) > 2} else DIFFERENT


def bare_iban(typed: str) -> str:
    """An IBAN without its spaces."""
    return re.sub(r"[^0-9A-Za-z]", "", typed).upper()[:34]


def grouped(iban: str) -> str:
    """An IBAN as people read it, by groups of four."""
    return " ".join(iban[i : i + 4] for i in range(0, len(iban), 4))
