"""The mailbox: what is on show, and searching; writing is in writing.py, sorting in sorting.py."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from simulator.engine import Event, Fact, Page, Step, answer, fold, path, render
from simulator.sites.mailbox import sorting, writing
from simulator.sites.mailbox.sorting import BASE
from simulator.sites.mailbox.state import CUES, MOST_RECEIVED, RECEIVED, Document, Mail, State, init
from simulator.sites.mailbox.vocabulary import FACTS

WAYS = {"repondre": "", "repondre-tous": ".tous", "transferer": ".transfert"}


class Mailbox:
    """The site « courriel ». The address says what is on show: a folder, a message, a message being written, a file."""

    name = "courriel"
    facts = FACTS
    icon = "courriel"
    keeps = writing.FORM
    home = f"{BASE}/recus"

    def init(self, data: Mapping[str, Any]) -> State:
        return init(data)

    def hosts(self, state: State) -> tuple[str, ...]:
        return ("courriel.pigeon.example",)

    def visit(self, state: State, url: str) -> Step:
        state = replace(state, picker=None, choosing=None, reporting=None, putting=None, error=None)
        if mail := opened(state, url):
            fact = Fact("courriel.ouvert", {"id": mail.id, "adresse": mail.address})
            return Step(state.with_mail(replace(mail, read=True)), (fact,))
        if found := _file(state, url):
            mail, name = found
            return Step(state, (Fact("courriel.piece_ouverte", {"id": mail.id, "fichier": name}),))
        known = _list_at(state, url) or writing.key_at(state, url, WAYS)
        return Step(state) if known else Step(state, goto=self.home)

    def update(self, state: State, event: Event, url: str) -> Step:
        state = writing.keep_drafts(state, event)
        act = answer(event, self, sorting, writing)
        return act(state, event) if act else Step(state)

    def receive(self, state: State, fact: Fact) -> Step:
        """A fact of another site that has `courriel: {nom, adresse, objet, texte}` in its data (a code) arrives as a new message.

        A copy with its text, downloaded from the service « Texte en travers », is one more document that can be joined."""
        if fact.kind == "copie.telechargee":
            return Step(_with_copy(state, fact.data))
        letter = fact.data.get("courriel")
        if not isinstance(letter, Mapping):
            return Step(state)
        taken = {mail.id for mail in state.mails}
        rank = next(n for n in range(1, len(taken) + 2) if f"{RECEIVED}{n}" not in taken)
        name, address, title = (str(letter.get(word) or "") for word in ("nom", "adresse", "objet"))
        body = tuple({"texte": str(line)} for line in letter.get("texte") or ())
        mail = Mail(f"{RECEIVED}{rank}", name, address, title, body, "maintenant", to=(state.me,))
        return Step(replace(state, mails=(mail, *_room(state))), (Fact("courriel.recu", {"id": mail.id, "adresse": address}),))

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
        folder = mail.folder if mail else _folder(state, url)
        draft = state.draft(written) if written is not None else None
        answered = state.mail(written.partition(".")[0]) if written else None
        searched = _searched(url)
        dialog = any(opened is not None for opened in (state.picker, state.choosing, state.reporting, state.putting))
        html = render(
            "mailbox/screens/mailbox.html", state=state, base=BASE, folders=state.folders, folder=folder, mail=mail, draft=draft, key=written,
            prefix=writing.prefix(written), answered=answered, file=file, listed=_listed(state, url), cues=CUES, begun=_begun(state), dialog=dialog,
            unread=sum(not m.read for m in state.mails if m.folder == "recus"), searched=searched,
        )  # fmt: skip
        return Page(f"{_title(state, mail, written, file, folder, url)} – Pigeon", html, dialog=dialog)


def _with_copy(state: State, told: Mapping[str, Any]) -> State:
    """The documents, with this copy last; done again, it takes the place of the one before."""
    name, kind, size = (str(told.get(word) or "") for word in ("nom", "genre", "taille"))
    return replace(state, documents=(*(d for d in state.documents if d.name != name), Document(name, kind, size)))


def _room(state: State) -> tuple[Mail, ...]:
    """The messages, with room for one more from a site: a code can be asked again for ever, and the oldest serves no more."""
    gone = [mail.id for mail in state.mails if mail.id.startswith(RECEIVED)][MOST_RECEIVED - 1 :]  # the latest is first
    return tuple(mail for mail in state.mails if mail.id not in gone)


def opened(state: State, url: str) -> Mail | None:
    """The message that the address opens."""
    found = re.fullmatch(r"/message/([a-z0-9-]+)", path(url))
    return state.mail(found[1]) if found else None


def _file(state: State, url: str) -> tuple[Mail, str] | None:
    found = re.fullmatch(r"/piece/([a-z0-9-]+)/(\d+)", path(url))
    mail = state.mail(found[1]) if found else None
    n = int(found[2]) if found else 0
    return (mail, mail.files[n - 1]) if mail and 1 <= n <= len(mail.files) else None


def _folder(state: State, url: str) -> str:
    name = path(url).strip("/")
    return name if name in state.folders else "recus"


def _list_at(state: State, url: str) -> bool:
    return path(url).strip("/") in state.folders or path(url) == "/recherche"


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
    folder = _folder(state, url)
    mails = [m for m in state.mails if m.folder == folder]
    return mails[::-1] if folder == "envoyes" else mails


def _words(mail: Mail) -> str:
    return fold(" ".join((mail.name, mail.address, mail.subject, *mail.to, *mail.files, *(p["texte"] for p in mail.body))))


def _title(state: State, mail: Mail | None, written: str | None, file: Any, folder: str, url: str) -> str:
    if file:
        return file[1]
    if mail:
        return mail.subject
    if written is not None:
        return "Nouveau message" if written == "nouveau" else "Écrire"
    return "Recherche" if path(url) == "/recherche" else state.folders[folder]
