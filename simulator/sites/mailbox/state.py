"""What a mailbox holds, and how an author describes it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from simulator.addresses import Part, parts
from simulator.engine import fold
from simulator.sites.mailbox.vocabulary import STARTS
from simulator.starts import LONGEST_ID, each, known, name, once, one_of, several, text, texts, words, yes

FOLDERS = {"recus": "Boîte de réception", "envoyes": "Messages envoyés", "indesirables": "Indésirables", "corbeille": "Corbeille"}
CUES = {
    "adresse": "L’adresse de l’expéditeur n’est pas la bonne",
    "lien": "Le lien mène ailleurs",
    "urgence": "On me presse ou on me fait peur",
    "argent": "On me promet ou on me réclame de l’argent",
    "secret": "On me demande un code, une carte ou un mot de passe",
    "inattendu": "Je n’attendais pas ce message",
    "piece": "Le fichier joint est étrange",
}
ADDRESS = re.compile(r"[^@\s<>]+@[^@\s<>]+\.[^@\s.<>]+")
RECEIVED = "recu-"  # the ids of the messages that sites send begin so
MOST_RECEIVED = 30  # of them are kept
SENT = "envoye-"  # the ids of the messages that the person sends begin so
ADDRESSES = ("visibles", "cachees")
TAKEN = ("nouveau", "recherche", "annuler", "message", "piece")  # words of the mailbox's own addresses and ids
KINDS = ("pdf", "image", "texte", "archive")


@dataclass(frozen=True)
class Mail:
    id: str
    name: str
    address: str
    subject: str
    body: tuple[Part, ...]
    date: str = ""
    folder: str = "recus"
    read: bool = False
    to: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()  # the true cues of a false message, as the author says
    cue: str = ""  # why it was reported, "" when it was not
    answered: bool = False


@dataclass(frozen=True)
class Document:
    name: str
    kind: str
    size: str


@dataclass(frozen=True)
class Contact:
    name: str
    address: str


@dataclass(frozen=True)
class Draft:
    """A message being written. `key` says what it is: "nouveau", "<id>", "<id>.tous", "<id>.transfert"."""

    to: str = ""
    cc: str = ""
    subject: str = ""
    body: str = ""
    files: tuple[str, ...] = ()


@dataclass(frozen=True)
class State:
    me: str
    name: str
    mails: tuple[Mail, ...]
    documents: tuple[Document, ...] = ()
    drafts: Mapping[str, Draft] = field(default_factory=dict)
    picker: str | None = None  # draft for which the file chooser is open
    picked: str | None = None
    contacts: tuple[Contact, ...] = ()
    choosing: str | None = None  # draft for which « Mes contacts » is open
    own: Mapping[str, str] = field(default_factory=dict)  # the person's own folders: id -> name
    putting: str | None = None  # mail for which « Ranger dans quel dossier ? » is open
    hidden: bool = False  # addresses of senders show only after a click on the name
    shown: frozenset[str] = frozenset()  # mails whose sender's address was asked for
    reporting: str | None = None  # mail for which « Qu’est-ce qui vous alerte ? » is open
    error: tuple[str, str] | None = None  # field, and what is wrong with it

    @property
    def folders(self) -> Mapping[str, str]:
        """All folders, id -> name, in the order they are listed."""
        return {**FOLDERS, **self.own}

    def hides(self, mail: Mail) -> bool:
        """Whether the sender's address waits behind the name."""
        return self.hidden and mail.folder != "envoyes" and mail.id not in self.shown

    def elsewhere(self, mail: Mail) -> Mapping[str, str]:
        """The own folders where a message can be put, id -> name: not the one it is in; none for a sent one."""
        return {k: name for k, name in self.own.items() if k != mail.folder} if mail.folder != "envoyes" else {}

    def mail(self, mail_id: str) -> Mail | None:
        return next((m for m in self.mails if m.id == mail_id), None)

    def with_mail(self, mail: Mail) -> State:
        return replace(self, mails=tuple(mail if m.id == mail.id else m for m in self.mails))

    def draft(self, key: str) -> Draft:
        """The draft of this key as it was left, or as it begins."""
        if key in self.drafts:
            return self.drafts[key]
        mail_id, _, way = key.partition(".")
        mail = self.mail(mail_id)
        if mail is None:
            return Draft()
        if way == "transfert":
            quoted = "\n".join(p["texte"] for p in mail.body)
            who = mail.name if self.hides(mail) else f"{mail.name} <{mail.address}>"
            return Draft(subject=f"Tr : {mail.subject}", body=f"\n\nMessage de {who}\n{quoted}", files=mail.files)
        others = dict.fromkeys(a for a in (*mail.to, *mail.cc) if a not in (self.me, mail.address)) if way == "tous" else {}
        again = mail.subject if fold(mail.subject).startswith("re :") else f"Re : {mail.subject}"
        return Draft(to=", ".join([mail.address, *others]), subject=again)

    def with_draft(self, key: str, draft: Draft | None) -> State:
        drafts = {k: v for k, v in self.drafts.items() if k != key}
        return replace(self, drafts=drafts if draft is None else {**drafts, key: draft})


def init(data: Mapping[str, Any]) -> State:
    """The mailbox of a scenario. Raises ValueError, in French, naming the place."""
    known(data, words(STARTS), "courriel")
    me = _address(text(data, "moi", "courriel"), "courriel, moi")
    own = _own_folders(texts(data, "dossiers", "courriel"))
    mails = tuple(_mail(raw, i, me, (*FOLDERS, *own)) for i, raw in enumerate(several(data, "messages", "courriel"), 1))
    once([m.id for m in mails], "messages", "courriel")
    documents = each(data, "documents", "document", "courriel", _document)
    once([d.name for d in documents], "documents", "courriel")
    contacts = each(data, "contacts", "contact", "courriel", _contact)
    once([c.address for c in contacts], "contacts", "courriel")
    shown = one_of(text(data, "adresses", "courriel", "visibles"), ADDRESSES, "le mot", "courriel, adresses")
    return State(me, text(data, "nom", "courriel", ""), mails, documents, contacts=contacts, own=own, hidden=shown == "cachees")


def _own_folders(names: tuple[str, ...]) -> Mapping[str, str]:
    """The person's own folders, id -> name. The id is the name in small letters, without accents, with hyphens."""
    own: dict[str, str] = {}
    taken = {*FOLDERS, *map(_slug, FOLDERS.values()), *TAKEN}
    for folder in names:
        slug = _slug(folder)
        if not slug or slug in taken or slug in own:
            raise ValueError(f"courriel, dossiers : le nom « {folder} » est déjà pris, ou vide. Donnez-en un autre")
        if len(slug) > LONGEST_ID:
            raise ValueError(f"courriel, dossiers : le nom « {folder} » est trop long, {LONGEST_ID} lettres au plus")
        own[slug] = folder
    return own


def _slug(folder: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(folder).replace("œ", "oe").replace("æ", "ae")).strip("-")


def _contact(raw: Any, where: str) -> Contact:
    known(raw, words(STARTS, "contacts"), where)
    return Contact(text(raw, "nom", where), _address(text(raw, "adresse", where), where))


def _mail(raw: Any, i: int, me: str, folders: tuple[str, ...]) -> Mail:
    where = f"courriel, message {i}"
    known(raw, words(STARTS, "messages"), where)
    mail_id = name(raw, "id", where)
    if mail_id == "nouveau" or mail_id.startswith(SENT):
        raise ValueError(f"{where} : l’id « {mail_id} » est réservé, donnez-en un autre")
    cues = texts(raw, "indices", where)
    for cue in cues:
        one_of(cue, CUES, "l’indice", where)
    return Mail(
        mail_id, text(raw, "nom", where), _address(text(raw, "adresse", where), where), text(raw, "objet", where), _body(raw, where),
        text(raw, "date", where, ""), one_of(text(raw, "dossier", where, "recus"), folders, "le dossier", where), yes(raw, "lu", where),
        tuple(_address(a, f"{where}, a") for a in texts(raw, "a", where)) or (me,),
        tuple(_address(a, f"{where}, cc") for a in texts(raw, "cc", where)), texts(raw, "pieces", where), cues,
    )  # fmt: skip


def _address(value: str, where: str) -> str:
    if not ADDRESS.fullmatch(value):
        raise ValueError(f"{where} : l’adresse « {value} » s’écrit comme prenom.nom@pigeon.example")
    return value


def _body(raw: Mapping[str, Any], where: str) -> tuple[Part, ...]:
    found = parts(raw, "corps", where)
    if not found:
        raise ValueError(f"{where} : le corps est vide")
    return found


def _document(raw: Any, where: str) -> Document:
    known(raw, words(STARTS, "documents"), where)
    kind = one_of(text(raw, "genre", where, "pdf"), KINDS, "le genre", where)
    return Document(text(raw, "nom", where), kind, text(raw, "taille", where, ""))
