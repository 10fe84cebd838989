"""Private messages, and the captures one keeps."""

from __future__ import annotations

from dataclasses import replace

from simulator.engine import Event, Fact, Step, rank
from simulator.sites.social.state import Capture, Line, State, Talk
from simulator.sites.social.writing import written

NOW = "à l’instant"
MOST_CAPTURES = 30
NO_WORD = "Votre message est vide. Écrivez quelques mots, puis cliquez sur « Envoyer »."


def on_repondre(state: State, event: Event) -> Step:
    """Give one of the answers that wait."""
    talk = _open(state, event)
    answer = next((a for a in talk.offered if a.id == event.args.get("reponse")), None) if talk else None
    if talk is None or answer is None:
        return Step(state)
    back = tuple(Line(False, text, NOW, answer.id) for text in answer.back)
    lines = (*talk.lines, Line(True, answer.text, NOW, answer.id), *back)
    told = Fact("reseau.message_envoye", {"id": talk.id, "reponse": answer.id, "texte": answer.text})
    return Step(state.with_talk(replace(talk, lines=lines)), (told,), say="Votre message est envoyé.")


def on_envoyer(state: State, event: Event) -> Step:
    """Send what was typed."""
    talk = _open(state, event)
    if talk is None:
        return Step(state)
    form = f"message-{talk.id}"
    state, text = replace(state, error=None), written(state, form, event)
    if not text:
        return Step(replace(state, error=(form, NO_WORD)))
    told = Fact("reseau.message_envoye", {"id": talk.id, "reponse": "", "texte": text if state.keeping else ""})
    talk = replace(talk, lines=(*talk.lines, Line(True, text, NOW)))
    return Step(state.with_talk(talk).with_typed(form, ""), (told,), say="Votre message est envoyé.")


def on_retirer(state: State, event: Event) -> Step:
    """Take back the last message sent, with what came back to it."""
    talk = _open(state, event)
    mine = [i for i, line in enumerate(talk.lines) if line.mine and line.date == NOW] if talk else []
    if talk is None or not mine:
        return Step(state)
    taken = talk.lines[mine[-1]]
    lines = talk.lines[: mine[-1]]
    told = Fact("reseau.message_retire", {"id": talk.id, "reponse": taken.answer})
    return Step(state.with_talk(replace(talk, lines=lines)), (told,), say="Message retiré. L’autre a pu le lire avant.")


def _open(state: State, event: Event) -> Talk | None:
    talk = state.talk(event.args.get("id", ""))
    return talk if talk and talk.id not in state.blocked else None


# ------------------------------------------------------------------------------------------------------- captures
def on_capture(state: State, event: Event) -> Step:
    """Keep what is on show, as it is now."""
    what, _, name = event.args.get("quoi", "").partition(".")
    kept = _picture(state, what, name)
    if kept is None:
        return Step(state)
    if len(state.captures) >= MOST_CAPTURES:
        return Step(replace(state, menu=""), say="Il y a déjà beaucoup de captures. Supprimez-en une, dans « Réglages ».")
    state = replace(state, captures=(*state.captures, kept), menu="")
    told = Fact("reseau.capture", {"quoi": what, "id": name, "de": list(kept.who)})
    return Step(state, (told,), say="Capture gardée. Elle est dans « Réglages », « Mes captures ».")


def _picture(state: State, what: str, name: str) -> Capture | None:
    talk, post, person = state.talk(name), state.post(name), state.person(name)
    if what == "conversation" and talk and talk.id not in state.blocked:
        lines = tuple(f"{state.name if line.mine else state.name_of(talk.id)} : {line.text}" for line in talk.lines)
        return Capture(what, name, f"Conversation avec {state.name_of(talk.id)}", lines, (talk.id,))
    if what == "publication" and post and f"publication.{post.id}" not in state.reported and post.id not in state.deleted:
        shown = [c for c in state.comments(post) if f"commentaire.{c.id}" not in state.reported]
        lines = (f"{state.name_of(post.who)} : {post.text}", *(f"{state.name_of(c.who)} : {c.text}" for c in shown))
        return Capture(what, name, f"Publication de {state.name_of(post.who)}", lines, (post.who, *(c.who for c in shown)))
    if what == "profil" and person and person.id not in state.blocked:
        told = [p.text for p in state.posts if p.who == person.id and f"publication.{p.id}" not in state.reported]
        about = (person.town, person.about, f"Compte créé {person.created}" if person.created else "")
        return Capture(
            what,
            name,
            f"Page de {person.name}",
            tuple(filter(None, (*about, *told))),
            (person.id,) if told or person.about else (),
        )
    return None


def on_capture_supprimer(state: State, event: Event) -> Step:
    n = rank(event.args.get("rang", ""), len(state.captures))
    if not n:
        return Step(state)
    gone = state.captures[n - 1]
    state = replace(state, captures=(*state.captures[: n - 1], *state.captures[n:]))
    return Step(state, (Fact("reseau.capture_supprimee", {"quoi": gone.what, "id": gone.id}),), say="Capture supprimée.")
