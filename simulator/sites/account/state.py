"""What an account is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from simulator.shapes import Secret

MEANS = {"sms": "Un code par SMS", "application": "Une application", "papier": "Des codes sur papier"}
ACTIVE = {"sms": "un code par SMS", "application": "l’application Clé de poche", "papier": "des codes sur papier"}
SEEN_BY = {"moi": "Moi seulement", "contacts": "Mes contacts", "tous": "Tout le monde"}
DAYS = 30  # before a closed account is erased


@dataclass(frozen=True)
class Datum:
    """One personal information, and who sees it."""

    id: str
    label: str
    value: str
    seen_by: str = "moi"
    optional: bool = False
    gone: bool = False


@dataclass(frozen=True)
class Setting:
    id: str
    text: str
    on: bool


@dataclass(frozen=True)
class Device:
    id: str
    name: str
    place: str
    date: str
    here: bool = False
    out: bool = False


@dataclass(frozen=True)
class Grant:
    """Another service that was given a way in."""

    id: str
    name: str
    what: tuple[str, ...]
    date: str = ""
    taken: bool = False


@dataclass(frozen=True)
class Clip:
    """What was copied in the safe."""

    site: str
    secret: Secret
    reused: bool = False


@dataclass(frozen=True)
class Account:
    host: str
    service: str
    name: str
    login: str
    secret: Secret
    phone: str = ""
    rules: tuple[int, int] = (12, 3)  # the shortest password, the kinds of characters asked for
    data: tuple[Datum, ...] = ()
    settings: tuple[Setting, ...] = ()
    devices: tuple[Device, ...] = ()
    grants: tuple[Grant, ...] = ()
    double: str = ""  # one of MEANS
    codes: tuple[str, ...] = ()  # sent one after another
    spare: tuple[str, ...] = ()  # recovery codes
    key: str = ""  # to copy into the application
    sent: int = 0  # codes sent so far
    waiting: str = ""  # what the last code was sent for: "double", "connexion"
    used: tuple[str, ...] = ()  # recovery codes already used
    linked: bool = False  # the application knows this account
    inside: bool = True
    half: bool = False  # the password was right, a code is still asked for
    ready: bool = False  # the copy of the data
    closing: bool = False
    typed_login: str = ""
    pasted: Mapping[str, Clip] = field(default_factory=dict)  # by field of a password
    typed: str = ""  # the shape of the new password, not sent yet
    seen: bool = False
    error: tuple[str, str] | None = None

    @property
    def code(self) -> str:
        """The code sent last."""
        return self.codes[(self.sent - 1) % len(self.codes)] if self.sent else ""

    @property
    def shown_code(self) -> str:
        """What the application shows."""
        return self.codes[-1]

    @property
    def file(self) -> str:
        """The file of recovery codes."""
        return f"codes-de-secours-{self.host.split('.')[0]}.txt"

    @property
    def copy(self) -> str:
        """The file of personal data."""
        return f"mes-donnees-{self.host.split('.')[0]}.zip"


@dataclass(frozen=True)
class State:
    accounts: Mapping[str, Account]  # by host
    clip: Clip | None = None
    error: str = ""  # in the application

    def put(self, account: Account) -> State:
        return replace(self, accounts={**self.accounts, account.host: account})
