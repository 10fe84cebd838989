"""Filling in a procedure: steps, errors, « Modifier », sending."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import parse_qsl, urlsplit
from zlib import crc32

from simulator.engine import Event, Fact, Step, oui, path, rank
from simulator.sites.portal import letters
from simulator.sites.portal.fields import judged, sent
from simulator.sites.portal.state import File, Procedure, State

FORM = "demarche-"  # what the ids of the forms whose text is kept begin with


def step_at(state: State, url: str) -> tuple[Procedure, int] | None:
    """The procedure and the rank of the step that the address opens."""
    found = re.fullmatch(r"/demarche/([a-z0-9-]+)/etape/([1-9][0-9]?)", path(url))
    procedure = state.procedure(found[1]) if found else None
    return (procedure, int(found[2])) if procedure and int(found[2]) <= len(procedure.stages) else None


def changing(url: str) -> str:
    """The field that « Modifier » opened, "" when the steps are followed in their order."""
    try:
        return dict(parse_qsl(urlsplit(url).query)).get("modifier", "")
    except ValueError:
        return ""


def keep_drafts(state: State, event: Event) -> State:
    """What was typed and not sent stays in its step."""
    for form, fields in event.drafts.items():
        name, _, typed = form.removeprefix(FORM).rpartition("-")
        procedure = state.procedure(name) if form.startswith(FORM) else None
        if procedure and (stage := rank(typed, len(procedure.stages))):
            state = state.filled(procedure, _read(procedure, stage, fields))
    return state


def _read(procedure: Procedure, at: int, fields: Mapping[str, str]) -> dict[str, str]:
    return {f.name: sent(f, fields) for f in procedure.stages[at - 1].fields if f.kind != "document"}


def problems(state: State, procedure: Procedure, names: tuple[str, ...] | None = None) -> dict[str, str]:
    """Field -> what to look at again, in the order of the form."""
    values = state.values(procedure)
    asked = [f for f in procedure.fields if names is None or f.name in names]
    return {f.name: problem for f in asked if (problem := judged(f, values[f.name]))}


def _mistakes(procedure: Procedure, errors: Mapping[str, str]) -> tuple[Fact, ...]:
    return tuple(Fact("demarche.erreur", {"nom": procedure.id, "champ": name}) for name in errors)


def on_commencer(state: State, event: Event, url: str) -> Step:
    procedure = state.procedure(event.args.get("demarche", ""))
    if procedure is None:
        return Step(state)
    fresh = {k: v for k, v in state.fresh.items() if k != procedure.id}
    mending = state.mending if procedure.id in state.drafts else {k: v for k, v in state.mending.items() if k != procedure.id}
    fact = Fact("demarche.commencee", {"nom": procedure.id})
    return Step(replace(state, fresh=fresh, mending=mending), (fact,), f"{state.base}/demarche/{procedure.id}/etape/1")


def on_suite(state: State, event: Event, url: str) -> Step:
    """« Continuer »: the step is judged; the next one, or the page to read again, opens."""
    here = step_at(state, url)
    if here is None or event.args.get("demarche") != here[0].id or event.args.get("etape") != str(here[1]):
        return Step(state)
    procedure, at = here
    was = state.before.get(procedure.id, state.values(procedure))
    state = state.filled(procedure, _read(procedure, at, event.fields))
    errors = problems(state, procedure, tuple(f.name for f in procedure.stages[at - 1].fields))
    if errors:
        return Step(replace(state, errors=errors), _mistakes(procedure, errors))
    facts = (Fact("demarche.etape", {"nom": procedure.id, "etape": at}),)
    again = f"{state.base}/demarche/{procedure.id}/recapitulatif"
    state = replace(state, errors={})
    if changing(url):
        now = state.values(procedure)
        changed = [f.name for f in procedure.stages[at - 1].fields if now[f.name] != was.get(f.name)]
        facts += tuple(Fact("demarche.modifiee", {"nom": procedure.id, "champ": n, "valeur": now[n]}) for n in changed)
        before = {k: v for k, v in state.before.items() if k != procedure.id}
        say = "Votre réponse est changée." if changed else None
        return Step(replace(state, before=before), facts, again, say=say)
    return Step(state, facts, f"{state.base}/demarche/{procedure.id}/etape/{at + 1}" if at < len(procedure.stages) else again)


def on_modifier(state: State, event: Event, url: str) -> Step:
    """« Modifier », on a line of the page to read again."""
    procedure, name = state.procedure(event.args.get("demarche", "")), event.args.get("champ", "")
    if procedure is None or procedure.field(name) is None:
        return Step(state)
    state = replace(state, before={**state.before, procedure.id: state.values(procedure)})
    return Step(state, goto=f"{state.base}/demarche/{procedure.id}/etape/{procedure.stage_of(name)}?modifier={name}")


def on_effacer(state: State, event: Event, url: str) -> Step:
    """The request that was begun is dropped: it begins again as at first."""
    procedure = state.procedure(event.args.get("demarche", ""))
    if procedure is None or procedure.id not in state.drafts:
        return Step(state)
    mending = {k: v for k, v in state.mending.items() if k != procedure.id}
    state = replace(state, drafts={k: v for k, v in state.drafts.items() if k != procedure.id}, mending=mending, errors={})
    fact = Fact("demarche.effacee", {"nom": procedure.id})
    return Step(state, (fact,), f"{state.base}/demarche/{procedure.id}", say="Vos réponses sont effacées.")


def on_envoyer(state: State, event: Event, url: str) -> Step:
    """« Envoyer ma demande », at the bottom of the page to read again."""
    procedure = state.procedure(event.args.get("demarche", ""))
    if procedure is None or path(url) != f"/demarche/{procedure.id}/recapitulatif" or (procedure.signed and not state.signed):
        return Step(state)
    if errors := problems(state, procedure):
        return Step(replace(state, errors=errors), _mistakes(procedure, errors))
    values, again = state.values(procedure), state.file(state.mending.get(procedure.id, ""))
    number = again.number if again else _number(state, procedure)
    file = replace(again, values=values) if again else File(number, procedure.title, procedure=procedure.id, values=values)
    fact = Fact("demarche.envoyee", {**values, "nom": procedure.id, "numero": number, "corrigee": oui(again)})
    drafts = {k: v for k, v in state.drafts.items() if k != procedure.id}
    state = state.with_file(file) if again else replace(state, files=(file, *state.files))
    mending = {k: v for k, v in state.mending.items() if k != procedure.id}
    state = replace(state, drafts=drafts, fresh={**state.fresh, procedure.id: number}, mending=mending, errors={})
    facts = (fact, *letters.notice(state, procedure, number))
    return Step(state, facts, f"{state.base}/demarche/{procedure.id}/envoyee", say="Votre demande est envoyée.")


def mendable(state: State, file: File) -> Procedure | None:
    """The procedure of a request that was sent and that nobody has looked at yet: it can still be put right."""
    return state.procedure(file.procedure) if file.stage == "recu" else None


def on_corriger(state: State, event: Event, url: str) -> Step:
    """« Corriger ma demande », on a file that was sent: its answers come back on the page to read again."""
    file = state.file(event.args.get("numero", ""))
    procedure = mendable(state, file) if file else None
    if procedure is None:
        return Step(state)
    state = replace(state, mending={**state.mending, procedure.id: file.number}).filled(procedure, file.values)
    return Step(state, goto=f"{state.base}/demarche/{procedure.id}/recapitulatif")


def _number(state: State, procedure: Procedure) -> str:
    """The number of a new file: the author's, else one of its own."""
    taken, n = {f.number for f in state.files}, len(state.files)
    number = procedure.number or f"D26-{1000 + crc32(procedure.id.encode()) % 9000}"
    while number in taken:
        n += 1
        number = f"D26-{1000 + crc32(f'{procedure.id} {n}'.encode()) % 9000}"
    return number
