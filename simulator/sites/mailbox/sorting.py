"""Sorting in the mailbox: report, set aside, delete, put away, take back."""

from __future__ import annotations

from dataclasses import replace

from simulator.engine import Event, Fact, Step
from simulator.sites.mailbox.state import CUES, Mail, State

BASE = "https://courriel.pigeon.example"


def on_signaler(state: State, event: Event) -> Step:
    mail = state.mail(event.args.get("id", ""))
    return Step(replace(state, reporting=mail.id) if mail and mail.folder not in ("envoyes", "corbeille") else state)


def on_ne_pas_signaler(state: State, event: Event) -> Step:
    return Step(replace(state, reporting=None))


def on_indice(state: State, event: Event) -> Step:
    mail, cue = state.mail(state.reporting or ""), event.args.get("indice", "")
    if mail is None or cue not in CUES:
        return Step(state)
    fact = Fact("courriel.signale", {"id": mail.id, "adresse": mail.address, "indice": cue})
    moved = state.with_mail(replace(mail, folder="indesirables", cue=cue))
    say = "Message signalé. Il est dans « Indésirables »."
    return Step(replace(moved, reporting=None), (fact,), f"{BASE}/{mail.folder}", say=say)


def on_indesirable(state: State, event: Event) -> Step:
    return _move(state, event, "indesirables", "courriel.indesirable", "Message mis dans « Indésirables ».")


def on_supprimer(state: State, event: Event) -> Step:
    return _move(state, event, "corbeille", "courriel.supprime", "Message mis dans « Corbeille ». Vous pouvez le remettre.")


def on_remettre(state: State, event: Event) -> Step:
    return _move(state, event, "recus", "courriel.remis", "Message remis dans la boîte de réception.")


def on_ranger(state: State, event: Event) -> Step:
    """Open the list of the person's own folders."""
    mail = state.mail(event.args.get("id", ""))
    return Step(replace(state, putting=mail.id) if mail and state.elsewhere(mail) else state)


def on_ne_pas_ranger(state: State, event: Event) -> Step:
    return Step(replace(state, putting=None))


def on_ranger_dans(state: State, event: Event) -> Step:
    mail, folder = state.mail(state.putting or ""), event.args.get("dossier", "")
    if mail is None or folder not in state.elsewhere(mail):
        return Step(state)
    state = replace(state, putting=None)
    name = state.own[folder]
    moved, was = _moved(state, mail, folder)
    fact = Fact("courriel.range", {"id": mail.id, "adresse": mail.address, "dossier": name})
    return Step(moved, (fact,), was, say=f"Message rangé dans « {name} ».")


def on_voir_adresse(state: State, event: Event) -> Step:
    """Where the mailbox hides addresses, the click on a name shows the one behind it."""
    mail = state.mail(event.args.get("id", ""))
    if mail is None or not state.hidden or mail.id in state.shown:
        return Step(state)
    fact = Fact("courriel.adresse_vue", {"id": mail.id, "adresse": mail.address})
    return Step(replace(state, shown=state.shown | {mail.id}), (fact,))


def _move(state: State, event: Event, folder: str, kind: str, say: str) -> Step:
    mail = state.mail(event.args.get("id", ""))
    if mail is None or mail.folder in (folder, "envoyes"):
        return Step(state)
    moved, was = _moved(state, mail, folder)
    return Step(moved, (Fact(kind, {"id": mail.id, "adresse": mail.address}),), was, say=say)


def _moved(state: State, mail: Mail, folder: str) -> tuple[State, str]:
    """The message in another folder, and the list where it was. A message taken back, or put away, is no longer a reported one."""
    kept = folder in ("indesirables", "corbeille")
    return state.with_mail(replace(mail, folder=folder, cue=mail.cue if kept else "")), f"{BASE}/{mail.folder}"
