"""Documents: choosing one in « Mes documents », taking it back, answering the service that asks for one, keeping a receipt."""

from __future__ import annotations

from dataclasses import replace

from simulator.engine import Event, Fact, Step
from simulator.sites.portal import stamp
from simulator.sites.portal.fields import refused
from simulator.sites.portal.state import COPY, Field, File, Procedure, State

FILE = "dossier"  # picker "dossier.<number>": a document for a file that was sent


def target(state: State, key: str | None) -> tuple[Procedure | File, Field] | None:
    """What a document is chosen for: a field of a procedure, or the wish of the service."""
    owner, _, name = (key or "").partition(".")
    if owner == FILE:
        file = state.file(name)
        return (file, file.wanted) if file and file.wanted and file.stage == "manque" else None
    procedure = state.procedure(owner)
    field = procedure.field(name) if procedure else None
    return (procedure, field) if field and field.kind == "document" else None


def on_joindre(state: State, event: Event, url: str) -> Step:
    key = event.args.get("pour", "")
    return Step(replace(state, picker=key, picked=None) if target(state, key) else state)


def on_choisir(state: State, event: Event, url: str) -> Step:
    name = event.args.get("nom", "")
    return Step(replace(state, picked=name) if state.picker and state.document(name) else state)


def on_fermer(state: State, event: Event, url: str) -> Step:
    return Step(replace(state, picker=None))


def on_ouvrir(state: State, event: Event, url: str) -> Step:
    """The document picked is looked at: taken, or refused with its reason."""
    found, document = target(state, state.picker), state.document(event.args.get("nom") or state.picked or "")
    if state.picker == COPY and document:
        return stamp.chosen(state, document)
    if found is None or document is None:
        return Step(state)
    owner, field = found
    state = replace(state, picker=None)
    if no := refused(field, document):
        why, sentence = no
        fact = Fact("demarche.document_refuse", {"fichier": document.name, "raison": why})
        return Step(replace(state, errors={**state.errors, field.name: sentence}), (fact,), say=sentence)
    state = replace(state, errors={k: v for k, v in state.errors.items() if k != field.name})
    fact = Fact("demarche.document", {"nom": _name(owner), "champ": field.name, "fichier": document.name})
    return Step(_with(state, owner, field, document.name), (fact,), say=f"Le document {document.name} est choisi.")


def on_retirer(state: State, event: Event, url: str) -> Step:
    found = target(state, event.args.get("pour", ""))
    there = _chosen(state, *found) if found else ""
    if not there:
        return Step(state)
    owner, field = found
    fact = Fact("demarche.document_retire", {"nom": _name(owner), "champ": field.name, "fichier": there})
    return Step(_with(state, owner, field, ""), (fact,), say=f"Le document {there} est retiré.")


def _name(owner: Procedure | File) -> str:
    return owner.id if isinstance(owner, Procedure) else owner.number


def _chosen(state: State, owner: Procedure | File, field: Field) -> str:
    return state.values(owner)[field.name] if isinstance(owner, Procedure) else owner.chosen


def _with(state: State, owner: Procedure | File, field: Field, document: str) -> State:
    if isinstance(owner, Procedure):
        return state.filled(owner, {field.name: document})
    return state.with_file(replace(owner, chosen=document))


def on_envoyer_document(state: State, event: Event, url: str) -> Step:
    """The document that the service asked for leaves; the file goes on."""
    file = state.file(event.args.get("numero", ""))
    if file is None or file.stage != "manque" or not state.signed:
        return Step(state)
    if not file.chosen:
        return Step(replace(state, errors={"document": "Choisissez un document, puis envoyez-le."}))
    fact = Fact("dossier.document_envoye", {"numero": file.number, "fichier": file.chosen})
    done = replace(file, stage="en-cours", sent=(*file.sent, file.chosen), chosen="")
    return Step(replace(state.with_file(done), errors={}), (fact,), say="Votre document est envoyé.")


def on_reprendre(state: State, event: Event, url: str) -> Step:
    """The document that was sent is taken back, to send another: the service has not read it yet."""
    file = state.file(event.args.get("numero", ""))
    if file is None or file.wanted is None or not file.sent or file.stage != "en-cours" or not state.signed:
        return Step(state)
    *before, last = file.sent
    back = replace(file, stage="manque", sent=tuple(before), chosen=last)
    fact = Fact("dossier.document_repris", {"numero": file.number, "fichier": last})
    return Step(state.with_file(back), (fact,), say=f"Le document {last} est repris. Vous pouvez en envoyer un autre.")


def receipt(number: str) -> str:
    return f"accuse-{number}.pdf"


def on_telecharger(state: State, event: Event, url: str) -> Step:
    """« Télécharger l’accusé de réception »."""
    file = state.file(event.args.get("numero", ""))
    if file is None:
        return Step(state)
    name = receipt(file.number)
    saved = state.saved if name in state.saved else (*state.saved, name)
    facts = (Fact("recu.telecharge", {"numero": file.number}), Fact("fichier.telecharge", {"nom": name}))
    return Step(replace(state, saved=saved), facts, say=f"Le fichier {name} est enregistré dans « Téléchargements ».")
