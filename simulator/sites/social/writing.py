"""What is typed here: kept and shown when the scenario says so, else only that something was written."""

from __future__ import annotations

from simulator.engine import Event
from simulator.sites.social.state import State

FORM = "reseau-"  # what the ids of the forms that are kept begin with
THROWN = "efface-"  # of the others
HIDDEN = "(Votre texte. Ici, il n’est pas gardé.)"
LONGEST = 1_000


def form_id(state: State, form: str) -> str:
    """The id of a form on the page."""
    return (FORM if state.keeping else THROWN) + form


def real(state: State, form: str) -> bool:
    """Whether the network has a form of this name."""
    kind, _, name = form.partition("-")
    found = {"publier": not name, "commentaire": state.post(name) is not None, "message": state.talk(name) is not None}
    return bool(found.get(kind))


def keep_typed(state: State, event: Event) -> State:
    """What was typed and not sent stays in its form."""
    for form, fields in event.drafts.items():
        name = form.removeprefix(FORM)
        if state.keeping and form.startswith(FORM) and real(state, name):
            state = state.with_typed(name, fields.get("texte", "")[:LONGEST])
    return state


def written(state: State, form: str, event: Event) -> str:
    """The text that was sent: as it was typed, or a sentence in its place; "" when there is none."""
    text = event.fields.get("texte", state.typed.get(form, "") if state.keeping else "").strip()[:LONGEST]
    return text if state.keeping or not text else HIDDEN
