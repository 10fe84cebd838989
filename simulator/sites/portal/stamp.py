"""« Texte en travers », a service beside the portal: choose a copy, write a text across it, download it.

The copy with its text joins the documents of the portal, and those of the mailbox, which hears of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from simulator.engine import Event, Fact, Step, host, path
from simulator.sites.portal.state import COPY, STAMP, STAMPING, Document, State

FORM = "demarche-copie"  # the id of its only form
LONGEST_TEXT = 120


def on_show(state: State, url: str) -> str | None:
    """The screen at this address of the service, None when there is no such page."""
    if path(url) == "/copie":
        return "stamped" if state.copy.across else None
    return "stamp" if host(url) == STAMPING and path(url) == "/" else None


def keep_text(state: State, fields: Mapping[str, str]) -> State:
    """What was typed stays, on the way to another tab as well."""
    typed = " ".join(fields.get("texte", state.copy.text).split())[:LONGEST_TEXT]
    return replace(state, copy=replace(state.copy, text=typed))


def on_copie_joindre(state: State, event: Event, url: str) -> Step:
    return Step(replace(state, picker=COPY, picked=None))


def chosen(state: State, document: Document) -> Step:
    """A copy was picked in « Choisir un fichier »: another one bears no text yet."""
    copy = state.copy if state.copy.name == document.name else replace(state.copy, name=document.name, across="", saved=False)
    fact = Fact("copie.choisie", {"fichier": document.name})
    return Step(replace(state, picker=None, copy=copy, errors={}), (fact,), say=f"La copie {document.name} est choisie.")


def on_copie_ajouter(state: State, event: Event, url: str) -> Step:
    """The text goes across the copy."""
    state = keep_text(state, event.fields)
    errors = {} if state.copy.name else {"copie": "Choisissez d’abord une copie."}
    if not state.copy.text:
        errors["texte"] = "Écrivez un texte : pour qui, pour quoi faire, quelle date."
    if errors:
        return Step(replace(state, errors=errors))
    done = replace(state, errors={}, copy=replace(state.copy, across=state.copy.text, saved=False))
    fact = Fact("copie.faite", {"fichier": state.copy.name, "texte": state.copy.text})
    return Step(done, (fact,), f"{STAMP}/copie", say="Le texte est écrit en travers.")


def on_copie_telecharger(state: State, event: Event, url: str) -> Step:
    """The copy with its text goes to « Téléchargements », and among the documents; done again, it takes the place of the one before."""
    document = state.document(state.copy.name)
    if document is None or not state.copy.across:
        return Step(state)
    stem, dot, end = document.name.rpartition(".")
    copy = replace(document, name=f"{stem}-texte{dot}{end}", seen=(*document.seen, state.copy.across))
    kept = tuple(d for d in state.documents if d.name != copy.name)
    told = {"nom": copy.name, "genre": copy.kind, "taille": copy.size}
    facts = (
        Fact("copie.telechargee", {**told, "fichier": document.name, "texte": state.copy.across}),
        Fact("fichier.telecharge", {**told, "contenu": copy.seen}),
    )
    done = replace(state, documents=(*kept, copy), copy=replace(state.copy, saved=True))
    return Step(done, facts, say=f"Le fichier {copy.name} est enregistré.")
