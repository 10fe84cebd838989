"""Putting back what a walk did in the mailbox, by hand, as a person can."""

from __future__ import annotations

from learning.content import Scenario
from simulator.player import Player

HOME = "https://courriel.pigeon.example"


def messages(told: Scenario) -> list[dict]:
    return list(((told.world.get("sites") or {}).get("courriel") or {}).get("messages") or [])


def tidy_mailbox(player: Player) -> None:
    first = {m["id"]: m.get("dossier", "recus") for m in messages(player.practice.scenario)}
    back = {"corbeille": ["supprimer"], "indesirables": ["indesirable"], "recus": []}
    for mail in player.practice.world.sites["courriel"].mails:
        wanted = first.get(mail.id, mail.folder)
        if mail.folder == wanted:
            continue
        for name in [*(["remettre"] if mail.folder != "recus" else []), *back.get(wanted, ["ranger", f"ranger-{wanted}"])]:
            player.do({"adresse": f"{HOME}/message/{mail.id}"} if not name.startswith("ranger-") else {"clic": name})
            if not name.startswith("ranger-"):
                player.click(name)
    begin_again(player)


def begin_again(player: Player) -> None:
    """Each message begun is written as it was at first."""
    state = player.practice.world.sites["courriel"]
    for key in list(state.drafts):
        mail, _, way = key.partition(".")
        first = state.with_draft(key, None).draft(key)
        ways = {"": "repondre", "tous": "repondre-tous", "transfert": "transferer"}
        player.do({"adresse": f"{HOME}/nouveau" if key == "nouveau" else f"{HOME}/{ways[way]}/{mail}"})
        while player.page.find("retirer-1"):
            player.click("retirer-1")
        at = {"": "r", "tous": "rt", "transfert": "tr"}[way] + f"-{mail}"
        player.type({f"{at}-a": first.to, f"{at}-cc": first.cc, f"{at}-objet": first.subject, f"{at}-corps": first.body})
        player.click("retour")
