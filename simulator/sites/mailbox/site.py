"""The mailbox: read, sort, search, report; writing is in writing.py."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from simulator.engine import Event, Fact, Page, Step, fold, path, render
from simulator.sites.mailbox import writing
from simulator.sites.mailbox.state import CUES, FOLDERS, Mail, State, init

BASE = "https://courriel.pigeon.example"
WAYS = {"repondre": "", "repondre-tous": ".tous", "transferer": ".transfert"}


class Mailbox:
    """The site « courriel ». The address says what is on show: a folder, a message, a message being written, a file."""

    name = "courriel"
    icon = "courriel"
    keeps = writing.FORM
    home = f"{BASE}/recus"

    def init(self, data: Mapping[str, Any]) -> State:
        return init(data)

    def hosts(self, state: State) -> tuple[str, ...]:
        return ("courriel.pigeon.example",)

    def visit(self, state: State, url: str) -> Step:
        state = replace(state, picker=None, reporting=None, error=None)
        if mail := opened(state, url):
            fact = Fact("courriel.ouvert", {"id": mail.id, "adresse": mail.address})
            return Step(state.with_mail(replace(mail, read=True)), (fact,))
        if found := _file(state, url):
            mail, name = found
            return Step(state, (Fact("courriel.piece_ouverte", {"id": mail.id, "fichier": name}),))
        known = _list_at(url) or writing.key_at(state, url, WAYS)
        return Step(state) if known else Step(state, goto=self.home)

    def update(self, state: State, event: Event, url: str) -> Step:
        state = writing.keep_drafts(state, event)
        verb = event.type.partition(".")[2]
        act = getattr(self, "on_" + verb, None) or getattr(writing, "on_" + verb, None)
        return act(state, event) if act else Step(state)

    # --------------------------------------------------------------------------------------------------- sorting
    def on_signaler(self, state: State, event: Event) -> Step:
        mail = state.mail(event.args.get("id", ""))
        return Step(replace(state, reporting=mail.id) if mail and mail.folder in ("recus", "indesirables") else state)

    def on_ne_pas_signaler(self, state: State, event: Event) -> Step:
        return Step(replace(state, reporting=None))

    def on_indice(self, state: State, event: Event) -> Step:
        mail, cue = state.mail(state.reporting or ""), event.args.get("indice", "")
        if mail is None or cue not in CUES:
            return Step(state)
        fact = Fact("courriel.signale", {"id": mail.id, "adresse": mail.address, "indice": cue})
        moved = state.with_mail(replace(mail, folder="indesirables", cue=cue))
        say = "Message signalé. Il est dans « Indésirables »."
        return Step(replace(moved, reporting=None), (fact,), f"{BASE}/{mail.folder}", say=say)

    def on_indesirable(self, state: State, event: Event) -> Step:
        return self._move(state, event, "indesirables", "courriel.indesirable", "Message mis dans « Indésirables ».")

    def on_supprimer(self, state: State, event: Event) -> Step:
        return self._move(
            state, event, "corbeille", "courriel.supprime", "Message mis dans « Corbeille ». Vous pouvez le remettre."
        )

    def on_remettre(self, state: State, event: Event) -> Step:
        return self._move(state, event, "recus", "courriel.remis", "Message remis dans la boîte de réception.")

    def _move(self, state: State, event: Event, folder: str, kind: str, say: str) -> Step:
        mail = state.mail(event.args.get("id", ""))
        if mail is None or mail.folder in (folder, "envoyes"):
            return Step(state)
        was = f"{BASE}/{mail.folder}"
        moved = state.with_mail(replace(mail, folder=folder, cue="" if folder == "recus" else mail.cue))
        return Step(moved, (Fact(kind, {"id": mail.id, "adresse": mail.address}),), was, say=say)

    def on_chercher(self, state: State, event: Event) -> Step:
        wanted = event.fields.get("texte", "").strip()
        if not wanted:
            return Step(state, goto=self.home)
        return Step(
            state, (Fact("courriel.recherche", {"texte": wanted}),), f"{BASE}/recherche?{urlencode({'texte': wanted[:100]})}"
        )

    # -------------------------------------------------------------------------------------------------- drawing
    def view(self, state: State, url: str) -> Page:
        mail, written, file = opened(state, url), writing.key_at(state, url, WAYS), _file(state, url)
        folder = mail.folder if mail else _folder(url)
        draft = state.draft(written) if written is not None else None
        answered = state.mail(written.partition(".")[0]) if written else None
        searched = _searched(url)
        dialog = state.picker is not None or state.reporting is not None
        html = render(
            "mailbox/screens/mailbox.html", state=state, base=BASE, folders=FOLDERS, folder=folder, mail=mail, draft=draft, key=written,
            prefix=writing.prefix(written), answered=answered, file=file, listed=_listed(state, url), cues=CUES, begun=_begun(state), dialog=dialog,
            unread=sum(not m.read for m in state.mails if m.folder == "recus"), searched=searched,
        )  # fmt: skip
        return Page(f"{_title(mail, written, file, folder, url)} – Pigeon", html, dialog=dialog)


def opened(state: State, url: str) -> Mail | None:
    """The message that the address opens."""
    found = re.fullmatch(r"/message/([a-z0-9-]+)", path(url))
    return state.mail(found[1]) if found else None


def _file(state: State, url: str) -> tuple[Mail, str] | None:
    found = re.fullmatch(r"/piece/([a-z0-9-]+)/(\d+)", path(url))
    mail = state.mail(found[1]) if found else None
    n = int(found[2]) if found else 0
    return (mail, mail.files[n - 1]) if mail and 1 <= n <= len(mail.files) else None


def _folder(url: str) -> str:
    name = path(url).strip("/")
    return name if name in FOLDERS else "recus"


def _list_at(url: str) -> bool:
    return path(url).strip("/") in FOLDERS or path(url) == "/recherche"


def _searched(url: str) -> str | None:
    """The words searched for, None when no search is on show."""
    if path(url) != "/recherche":
        return None
    return dict(parse_qsl(urlsplit(url).query)).get("texte", "").strip()


def _begun(state: State) -> set[str]:
    """The messages whose answer is begun and not sent."""
    return {key.partition(".")[0] for key in state.drafts}


def _listed(state: State, url: str) -> list[Mail]:
    if (searched := _searched(url)) is not None:
        words = fold(searched).split()
        return [m for m in state.mails if words and all(word in _words(m) for word in words)]
    folder = _folder(url)
    mails = [m for m in state.mails if m.folder == folder]
    return mails[::-1] if folder == "envoyes" else mails


def _words(mail: Mail) -> str:
    return fold(" ".join((mail.name, mail.address, mail.subject, *mail.to, *mail.files, *(p["texte"] for p in mail.body))))


def _title(mail: Mail | None, written: str | None, file: Any, folder: str, url: str) -> str:
    if file:
        return file[1]
    if mail:
        return mail.subject
    if written is not None:
        return "Nouveau message" if written == "nouveau" else "Écrire"
    return "Recherche" if path(url) == "/recherche" else FOLDERS[folder]
