"""What the portal holds: accounts, procedures, what was filled in, files that were sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

HOST, SIGNING = "demarches.gouv.example", "passeservice.gouv.example"
STAMPING = "texte-en-travers.gouv.example"
SIGN, STAMP = f"https://{SIGNING}", f"https://{STAMPING}"
COPY = "copie"  # the picker of « Texte en travers »
OWN = "site"  # the account created on the portal itself
STAGES = {
    "recu": "Dossier reçu",
    "en-cours": "Dossier en cours",
    "manque": "Il manque un document",
    "accepte": "Demande acceptée",
}


@dataclass(frozen=True)
class Account:
    """An account that PasseService offers. Without login, the person has none there."""

    id: str
    name: str
    host: str = ""
    label: str = "Identifiant"
    login: str = ""
    shape: str = ""  # of the password
    sends: str = ""  # "courriel", "sms" or nothing
    code: str = ""


@dataclass(frozen=True)
class Field:
    name: str
    label: str
    kind: str = "texte"
    required: bool = True
    help: str = ""
    value: str = ""
    choices: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    largest: str = ""  # "2 Mo"


@dataclass(frozen=True)
class Stage:
    title: str
    fields: tuple[Field, ...]


@dataclass(frozen=True)
class Procedure:
    id: str
    title: str
    text: tuple[str, ...]
    price: str
    signed: bool  # whether one must be signed in
    stages: tuple[Stage, ...]
    number: str = ""
    notice: bool = False  # a message says that the request is received
    follows: str = ""  # what the service will do

    @property
    def fields(self) -> tuple[Field, ...]:
        return tuple(f for stage in self.stages for f in stage.fields)

    def field(self, name: str) -> Field | None:
        return next((f for f in self.fields if f.name == name), None)

    def stage_of(self, name: str) -> int:
        """The rank, from 1, of the step that asks for this field."""
        return next((n for n, stage in enumerate(self.stages, 1) if any(f.name == name for f in stage.fields)), 1)


@dataclass(frozen=True)
class Document:
    name: str
    kind: str
    size: str
    blurred: bool = False
    seen: tuple[str, ...] = ()  # what is read on it


@dataclass(frozen=True)
class File:
    """A request that was sent, and where it stands."""

    number: str
    title: str
    stage: str = "recu"
    date: str = "aujourd’hui"
    message: tuple[str, ...] = ()
    wanted: Field | None = None  # the document that the service asks for
    procedure: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    chosen: str = ""  # a document chosen and not sent
    sent: tuple[str, ...] = ()  # documents sent afterwards


@dataclass(frozen=True)
class Copy:
    """What « Texte en travers » is doing."""

    name: str = ""  # the document chosen
    text: str = ""  # as typed
    across: str = ""  # the text that stands across it
    saved: bool = False


@dataclass(frozen=True)
class State:
    name: str = ""
    service: str = "Démarches en ligne"
    accounts: tuple[Account, ...] = ()
    creation: bool = True
    procedures: tuple[Procedure, ...] = ()
    documents: tuple[Document, ...] = ()
    files: tuple[File, ...] = ()
    signed: str = ""  # account in use
    trying: str = ""  # account whose code or whose return is awaited
    proof: str = ""  # what is awaited of it: "code", or "retour" once it has proved itself
    coming: str = ""  # address to come back to
    tries: int = 0  # passwords and codes refused or changed: the boxes begin empty again
    creating: Mapping[str, str] = field(default_factory=dict)  # name and address of the account being created
    drafts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # procedure -> field -> value
    before: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # the same, when « Modifier » was clicked
    errors: Mapping[str, str] = field(default_factory=dict)  # field -> sentence, of the page on show
    picker: str | None = None  # "<procedure>.<field>", "dossier.<number>" or COPY
    picked: str | None = None
    fresh: Mapping[str, str] = field(default_factory=dict)  # procedure -> number of the file just sent
    mending: Mapping[str, str] = field(default_factory=dict)  # procedure -> number of the sent file that is put right
    saved: tuple[str, ...] = ()  # receipts that were downloaded
    copy: Copy = Copy()
    host: str = HOST  # the address of the service: a library, a club

    @property
    def base(self) -> str:
        return f"https://{self.host}"

    def account(self, account_id: str) -> Account | None:
        return next((a for a in self.accounts if a.id == account_id), None)

    def procedure(self, procedure_id: str) -> Procedure | None:
        return next((p for p in self.procedures if p.id == procedure_id), None)

    def file(self, number: str) -> File | None:
        return next((f for f in self.files if f.number.lower() == number.lower()), None)

    def with_file(self, file: File) -> State:
        return replace(self, files=tuple(file if f.number == file.number else f for f in self.files))

    def sent(self, procedure: Procedure) -> File | None:
        """The request already sent for this procedure, the newest first."""
        return next((f for f in self.files if f.procedure == procedure.id), None)

    def document(self, name: str) -> Document | None:
        return next((d for d in self.documents if d.name == name), None)

    def values(self, procedure: Procedure) -> dict[str, str]:
        """What is filled in: as it was left, else as it begins."""
        return {f.name: self.drafts.get(procedure.id, {}).get(f.name, f.value) for f in procedure.fields}

    def filled(self, procedure: Procedure, values: Mapping[str, str]) -> State:
        """These values kept; nothing kept when all are as they were at first."""
        now = {**self.values(procedure), **values}
        drafts = {k: v for k, v in self.drafts.items() if k != procedure.id}
        changed = any(now[f.name] != f.value for f in procedure.fields)
        return replace(self, drafts={**drafts, procedure.id: now} if changed else drafts)
