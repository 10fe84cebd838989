"""Publications: writing one, liking, sharing, commenting, hiding, deleting, taking back; and what the feed follows."""

from __future__ import annotations

from dataclasses import replace

from simulator.engine import Event, Fact, Step, oui
from simulator.sites.social.places import BASE
from simulator.sites.social.state import AUDIENCES, ME, OWN, TOLD, Comment, Draft, Post, State
from simulator.sites.social.writing import written

EMPTY = "Il n’y a encore rien à publier. Écrivez quelques mots, ou choisissez une photo."
NO_WORD = "Écrivez quelques mots, puis cliquez sur « Envoyer »."
LISTS = {"aimer": ("liked", "reseau.aime"), "partager": ("shared", "reseau.partage")}


# ------------------------------------------------------------------------------------------------------ publishing
def on_photo(state: State, event: Event) -> Step:
    picture = state.picture(event.args.get("id", ""))
    return Step(replace(state, draft=replace(state.draft, photo=picture.id if picture else ""), error=None))


def on_lieu(state: State, event: Event) -> Step:
    place = event.args.get("lieu", "")
    return Step(replace(state, draft=replace(state.draft, place=place if place in state.places else "")))


def on_pour(state: State, event: Event) -> Step:
    audience = event.args.get("pour", "")
    return Step(replace(state, draft=replace(state.draft, audience=audience)) if audience in AUDIENCES else state)


def on_publier(state: State, event: Event) -> Step:
    """Publish what is being written."""
    state, draft = replace(state, error=None), state.draft
    text = written(state, "publier", event)
    if not text and not draft.photo:
        return Step(replace(state, error=("publier", EMPTY)))
    picture, audience = state.picture(draft.photo), draft.audience or state.next_audience
    number = state.written + 1
    post = Post(
        f"{OWN}{number}",
        ME,
        text,
        "à l’instant",
        picture.shows if picture else "",
        draft.place,
        audience,
        why=("Vous l’avez publiée.",),
    )
    told = Fact("reseau.publie", {
        "id": post.id, "texte": text if state.keeping else "", "photo": draft.photo, "lieu": draft.place, "pour": audience,
    })  # fmt: skip
    state = replace(state, posts=(post, *state.posts), written=number, draft=Draft()).with_typed("publier", "")
    return Step(state, (told,), f"{BASE}/", say=f"C’est publié. Qui le voit : {TOLD[audience].lower()}.")


def on_abandonner(state: State, event: Event) -> Step:
    """Leave the publication that was begun."""
    return Step(replace(state, draft=Draft(), error=None).with_typed("publier", ""), goto=f"{BASE}/")


# ------------------------------------------------------------------------------------------------- like and share
def on_aimer(state: State, event: Event) -> Step:
    return _flip(state, event, "aimer", "Vous aimez cette publication.", "Vous n’aimez plus cette publication.")


def on_partager(state: State, event: Event) -> Step:
    return _flip(state, event, "partager", "Publication partagée avec vos amis.", "Le partage est retiré.")


def _flip(state: State, event: Event, what: str, on: str, off: str) -> Step:
    post = state.post(event.args.get("id", ""))
    if post is None or (what == "partager" and post.who == ME):
        return Step(state)
    where, kind = LISTS[what]
    now: frozenset[str] = getattr(state, where)
    there = post.id in now
    state = replace(state, **{where: now - {post.id} if there else now | {post.id}})
    return Step(state, (Fact(f"{kind}_retire" if there else kind, {"id": post.id}),), say=off if there else on)


# ------------------------------------------------------------------------------------------------------- comments
def on_commenter(state: State, event: Event) -> Step:
    """A comment under a publication."""
    post = state.post(event.args.get("id", ""))
    if post is None:
        return Step(state)
    form = f"commentaire-{post.id}"
    state, text = replace(state, error=None), written(state, form, event)
    if not text:
        return Step(replace(state, error=(form, NO_WORD)))
    comment = Comment(f"{post.id}-m{state.written + 1}", ME, text, "à l’instant")
    told = Fact("reseau.commente", {"id": post.id, "texte": text if state.keeping else ""})
    state = replace(state.with_post(replace(post, comments=(*post.comments, comment))), written=state.written + 1)
    return Step(state.with_typed(form, ""), (told,), say="Votre commentaire est publié. Vous pouvez le supprimer.")


# ------------------------------------------------------------------------------------------ hide, delete, take back
def on_plus(state: State, event: Event) -> Step:
    """Open, or close, the menu of a publication."""
    post = state.post(event.args.get("id", ""))
    return Step(replace(state, menu="" if post is None or state.menu == post.id else post.id))


def on_masquer(state: State, event: Event) -> Step:
    post = state.post(event.args.get("id", ""))
    if post is None or post.who == ME or post.id in state.hidden:
        return Step(state)
    say = "Publication masquée. Vous pouvez la remettre."
    return Step(
        replace(state, hidden=state.hidden | {post.id}, menu=""), (Fact("reseau.masque", {"id": post.id}),), f"{BASE}/", say=say
    )


def on_supprimer(state: State, event: Event) -> Step:
    """Delete a publication of one's own, a comment of one's own, or any comment under one's own publication."""
    name = event.args.get("id", "")
    post, found = state.post(name), state.comment(name)
    mine = post.who == ME if post else bool(found) and ME in (found[0].who, found[1].who)
    if not mine or name in state.deleted:
        return Step(state)
    what = "publication" if post else "commentaire"
    state = replace(state, deleted=state.deleted | {name}, menu="")
    say = f"{what.capitalize()} {'supprimée' if post else 'supprimé'}. On peut le remettre, dans « Réglages »."
    return Step(state, (Fact("reseau.supprime", {"quoi": what, "id": name}),), f"{BASE}/profil" if post else None, say=say)


def on_remettre(state: State, event: Event) -> Step:
    """Take back what was hidden or deleted."""
    name = event.args.get("id", "")
    if name not in state.deleted | state.hidden:
        return Step(state)
    what = "publication" if state.post(name) else "commentaire"
    state = replace(state, deleted=state.deleted - {name}, hidden=state.hidden - {name})
    return Step(state, (Fact("reseau.remis", {"quoi": what, "id": name}),), say="C’est remis à sa place.")


# ------------------------------------------------------------------------------------------- what the feed follows
def on_sujet(state: State, event: Event) -> Step:
    """See less, or again, of a topic."""
    topic = event.args.get("id", "")
    if topic not in state.topics:
        return Step(state)
    less = topic not in state.muted
    state = replace(state, muted=state.muted | {topic} if less else state.muted - {topic})
    name = state.topics[topic]
    say = f"« {name} » ne vient plus dans votre fil." if less else f"« {name} » revient dans votre fil."
    return Step(state, (Fact("reseau.reglage", {"quoi": "sujet", "id": topic, "valeur": oui(not less)}),), say=say)


def on_suivre(state: State, event: Event) -> Step:
    """Stop, or start again, following somebody's publications."""
    person = state.person(event.args.get("id", ""))
    if person is None:
        return Step(state)
    less = person.id not in state.unfollowed
    state = replace(state, unfollowed=state.unfollowed | {person.id} if less else state.unfollowed - {person.id})
    say = f"Vous ne suivez plus {person.name}." if less else f"Vous suivez de nouveau {person.name}."
    return Step(state, (Fact("reseau.reglage", {"quoi": "suivre", "id": person.id, "valeur": oui(not less)}),), say=say)


def on_ordre(state: State, event: Event) -> Step:
    """The order of the feed."""
    order = event.args.get("ordre", "")
    if order not in ("recent", "populaire") or state.recent is (order == "recent"):
        return Step(state)
    say = "Le plus récent vient en premier." if order == "recent" else "Ce qui fait réagir vient en premier."
    return Step(
        replace(state, recent=order == "recent"), (Fact("reseau.reglage", {"quoi": "ordre", "id": "", "valeur": order}),), say=say
    )
