"""Put the portal back where it was: what a person can do by herself after a walk."""

from __future__ import annotations

from simulator.player import Player


def tidy_portal(player: Player) -> None:
    """Close what is open, sign in again when one was, erase what was begun, take the documents back."""
    start = player.practice.scenario.world["sites"]["demarches"]
    state = player.practice.world.sites["demarches"]
    if start.get("connecte") and state.signed != start["connecte"]:
        _sign_in(player, next(a for a in start["comptes"] if a["id"] == start["connecte"]))
    player.do({"adresse": f"{base(player)}/"})  # leaving a page keeps what was typed there: only now is it all known
    state = player.practice.world.sites["demarches"]
    for procedure in state.drafts:
        player.do({"adresse": f"{base(player)}/demarche/{procedure}"})
        player.click("demarche-effacer")
    player.typed = {name: text for name, text in player.typed.items() if not name.startswith("champ-")}  # those boxes are gone
    for file in state.files if state.signed else ():
        player.do({"adresse": f"{base(player)}/dossier/{file.number}"})
        for name in ("reprendre-document", "retirer-document"):
            if player.page.find(name):
                player.click(name)


def _sign_in(player: Player, account: dict) -> None:
    player.do({"adresse": f"{base(player)}/"})
    if player.page.find("se-deconnecter"):
        player.click("se-deconnecter")
    for name in ("se-connecter", "passeservice", f"compte-{account['id']}"):
        player.click(name)
    player.type({"identifiant": account["identifiant"], "mot-de-passe": account["mot-de-passe"]})
    player.click("valider")
    player.click("continuer")


def base(player: Player) -> str:
    """Where the service of this scenario begins."""
    return player.practice.world.sites["demarches"].base
