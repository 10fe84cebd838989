"""What a mailbox holds, and how an author describes it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from simulator.engine import known, several, text

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
KINDS = ("pdf", "image", "texte", "archive")
_MESSAGE = ("id", "nom", "adresse", "objet", "date", "corps", "lu", "pieces", "a", "cc", "dossier", "indices")


@dataclass(frozen=True)
class Mail:
    id: str
    name: str
    address: str
    subject: str
    body: tuple[Mapping[str, str], ...]  # paragraphs: {"texte"} or {"texte", "lien"}
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
    reporting: str | None = None  # mail for which « Qu’est-ce qui vous alerte ? » is open
    error: str | None = None
    search: str = ""

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
            return Draft(
                subject=f"Tr : {mail.subject}", body=f"\n\nMessage de {mail.name} <{mail.address}>\n{quoted}", files=mail.files
            )
        others = [a for a in (*mail.to, *mail.cc) if a != self.me] if way == "tous" else []
        return Draft(to=", ".join([mail.address, *others]), subject=f"Re : {mail.subject}")

    def with_draft(self, key: str, draft: Draft | None) -> State:
        drafts = {k: v for k, v in self.drafts.items() if k != key}
        return replace(self, drafts=drafts if draft is None else {**drafts, key: draft})


def init(data: Mapping[str, Any]) -> State:
    """The mailbox of a scenario. Raises ValueError, in French, naming the place."""
    known(data, ("moi", "nom", "messages", "documents", "contacts"), "courriel")
    me = text(data, "moi", "courriel")
    mails = tuple(_mail(raw, i, me) for i, raw in enumerate(several(data, "messages", "courriel"), 1))
    ids = [m.id for m in mails]
    for mail_id in ids:
        if ids.count(mail_id) > 1:
            raise ValueError(f"courriel, messages : deux messages portent l’id « {mail_id} »")
    documents = tuple(_document(raw, i) for i, raw in enumerate(several(data, "documents", "courriel"), 1))
    return State(me, text(data, "nom", "courriel", ""), mails, documents)


def _mail(raw: Any, i: int, me: str) -> Mail:
    where = f"courriel, message {i}"
    known(raw, _MESSAGE, where)
    mail_id = text(raw, "id", where)
    if not re.fullmatch(r"[a-z0-9-]+", mail_id) or mail_id == "nouveau":
        raise ValueError(f"{where} : l’id « {mail_id} » s’écrit en minuscules, chiffres et tirets")
    folder = text(raw, "dossier", where, "recus")
    if folder not in FOLDERS:
        raise ValueError(f"{where} : le dossier « {folder} » n’existe pas. Dossiers : {', '.join(FOLDERS)}")
    for cue in several(raw, "indices", where):
        if cue not in CUES:
            raise ValueError(f"{where} : l’indice « {cue} » n’existe pas. Indices : {', '.join(CUES)}")
    address = text(raw, "adresse", where)
    if "@" not in address:
        raise ValueError(f"{where} : l’adresse « {address} » n’a pas de signe @")
    return Mail(
        mail_id, text(raw, "nom", where), address, text(raw, "objet", where), _body(raw, where), text(raw, "date", where, ""), folder,
        text(raw, "lu", where, "non") == "oui", tuple(map(str, several(raw, "a", where))) or (me,),
        tuple(map(str, several(raw, "cc", where))), tuple(map(str, several(raw, "pieces", where))),
        tuple(map(str, several(raw, "indices", where))),
    )  # fmt: skip


def _body(raw: Mapping[str, Any], where: str) -> tuple[Mapping[str, str], ...]:
    body = raw.get("corps") or ()
    if isinstance(body, str):
        body = [line for line in body.splitlines() if line.strip()]
    paragraphs = []
    for part in body:
        if isinstance(part, Mapping):
            known(part, ("texte", "lien"), f"{where}, corps")
            paragraphs.append({k: text(part, k, f"{where}, corps") for k in ("texte", "lien") if k in part})
        else:
            paragraphs += [{"texte": line.strip()} for line in str(part).splitlines() if line.strip()]
    if not paragraphs:
        raise ValueError(f"{where} : le corps est vide")
    return tuple(paragraphs)


def _document(raw: Any, i: int) -> Document:
    where = f"courriel, document {i}"
    known(raw, ("nom", "genre", "taille"), where)
    kind = text(raw, "genre", where, "pdf")
    if kind not in KINDS:
        raise ValueError(f"{where} : le genre « {kind} » n’existe pas. Genres : {', '.join(KINDS)}")
    return Document(text(raw, "nom", where), kind, text(raw, "taille", where, ""))
