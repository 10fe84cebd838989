"""Put the social network back as it was: what a person can do by herself, on its own pages."""

from __future__ import annotations

from simulator.player import Player

BAVARDINE = "https://bavardine.example"


def tidy_social(player: Player) -> None:
    """Unblock, take back the reports, the deletions, the replies to requests, the messages sent, and what was published."""

    def now():
        return player.practice.world.sites["reseau"]

    def at(path: str, *names: str) -> None:
        player.do({"adresse": BAVARDINE + path})
        for name in names:
            player.click(name)

    for who in now().blocked:
        at("/reglages", f"debloquer-{who}")
    for key in list(now().reported):
        what, _, name = key.partition(".")
        under = now().comment(name)[0].id if what == "commentaire" else name
        at(f"/{'personne' if what == 'personne' else 'publication'}/{under}", f"annuler-signalement-{key.replace('.', '-')}")
    for name in [*now().deleted, *now().hidden]:
        at("/reglages", f"remettre-{name}")
    for name in list(now().replies):
        at("/demandes", f"demande-remettre-{name}")
    for talk in now().talks:
        at(f"/messages/{talk.id}")
        while player.page.find("message-retirer"):
            player.click("message-retirer")
    for post in now().mine:
        for comment in now().comments(post):
            if "-m" in comment.id:
                at(f"/publication/{post.id}", f"supprimer-c-{comment.id}")
        if post.id.startswith("moi-"):
            at(f"/publication/{post.id}", f"supprimer-{post.id}")
