"""Put the social network back as it was: what a person can do by herself, on its own pages."""

from __future__ import annotations

from simulator.player import Player
from simulator.sites.social.state import ME

BAVARDINE = "https://bavardine.example"


def tidy_social(player: Player) -> None:
    """Unblock, take back reports, deletions, replies, topics, messages and audiences; delete what was published."""
    for path, names in list(_people(player)):
        _at(player, path, *names)
    for path, names in list(_messages(player)):
        _at(player, path, *names)
    for path, names in list(_audiences(player)):
        _at(player, path, *names)


def _at(player: Player, path: str, *names: str) -> None:
    player.do({"adresse": BAVARDINE + path})
    for name in names:
        player.click(name)


def _people(player: Player):
    now = player.practice.world.sites["reseau"]
    yield from (("/reglages", (f"debloquer-{who}",)) for who in now.blocked)
    for key in now.reported:
        what, _, name = key.partition(".")
        under = now.comment(name)[0].id if what == "commentaire" else name
        yield f"/{'personne' if what == 'personne' else 'publication'}/{under}", (f"annuler-signalement-{key.replace('.', '-')}",)
    yield from (("/reglages", (f"remettre-{name}",)) for name in (*now.deleted, *now.hidden))
    yield from (("/demandes", (f"demande-remettre-{name}",)) for name in now.replies)
    yield from (("/reglages", (f"sujet-{topic}",)) for topic in now.muted)
    yield from (("/reglages", (f"suivre-{who}",)) for who in now.unfollowed)


def _messages(player: Player):
    now = player.practice.world.sites["reseau"]
    first = {str(raw["avec"]): len(raw.get("lignes", ())) for raw in _start(player).get("messages", ())}
    for talk in now.talks:
        sent = [line for line in talk.lines[first[talk.id] :] if line.mine]
        yield f"/messages/{talk.id}", ("message-retirer",) * len(sent)
    for post in now.posts:
        yield from ((f"/publication/{post.id}", (f"supprimer-c-{c.id}",)) for c in now.comments(post) if "-m" in c.id)
    yield from ((f"/publication/{p.id}", (f"supprimer-{p.id}",)) for p in now.mine if p.id.startswith("moi-"))


def _audiences(player: Player):
    start = _start(player)
    for piece in start.get("profil", ()):
        yield "/profil", (f"visible-{piece['id']}", f"audience-{piece.get('visible', 'public')}")
    for post in start.get("publications", ()):
        if post["de"] == ME:
            yield "/profil", (f"visible-pub-{post['id']}", f"audience-{post.get('visible', 'public')}")
    yield "/reglages", ("visible-prochaines", f"audience-{start.get('prochaines', 'public')}")


def _start(player: Player) -> dict:
    return player.practice.scenario.world["sites"]["reseau"]
