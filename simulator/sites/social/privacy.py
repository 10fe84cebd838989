"""Who sees what: each piece of the profile, each publication, and the next ones."""

from __future__ import annotations

from dataclasses import replace

from simulator.engine import Event, Fact, Step
from simulator.sites.social.state import AUDIENCES, FRIENDS, ME, PUBLIC, State


def chosen(state: State, key: str) -> tuple[str, str] | None:
    """What an audience is chosen for: its name, and who sees it now; None when there is no such thing."""
    what, _, name = key.partition(".")
    piece, post = state.piece(name), state.post(name)
    if what == "profil" and piece:
        return piece.label, piece.audience
    if what == "publication" and post and post.who == ME:
        return "Cette publication", post.audience
    return ("Vos prochaines publications", state.next_audience) if what == "prochaines" else None


def on_choisir(state: State, event: Event) -> Step:
    """Open the choice of an audience."""
    key = event.args.get("quoi", "")
    return Step(replace(state.calm(), choosing=key) if chosen(state, key) else state)


def on_ne_pas_choisir(state: State, event: Event) -> Step:
    return Step(replace(state, choosing=""))


def on_audience(state: State, event: Event) -> Step:
    """The audience of what was being chosen."""
    found, audience = chosen(state, state.choosing), event.args.get("pour", "")
    if found is None or audience not in AUDIENCES:
        return Step(state)
    what, _, name = state.choosing.partition(".")
    state = replace(state, choosing="")
    piece, post = state.piece(name), state.post(name)
    if what == "profil" and piece:
        state = state.with_piece(replace(piece, audience=audience))
    elif what == "publication" and post:
        state = state.with_post(replace(post, audience=audience))
    else:
        state = replace(state, next_audience=audience)
    shown = {"photo": state.picture_shown(post.photo), "lieu": post.place} if what == "publication" and post else {}
    told = Fact("reseau.audience", {"quoi": what, "id": name, "pour": audience, **shown})
    return Step(state, (told,), say=f"{found[0]} : {AUDIENCES[audience]}.")


def on_anciennes(state: State, event: Event) -> Step:
    """All public publications of the past become the friends' only."""
    wide = [p for p in state.mine if p.audience == PUBLIC]
    if not wide:
        return Step(state)
    for post in wide:
        state = state.with_post(replace(post, audience=FRIENDS))
    told = Fact("reseau.audience", {"quoi": "anciennes", "id": "", "pour": FRIENDS})
    return Step(state, (told,), say="Vos anciennes publications sont pour vos amis.")
