"""Putting back what a walk did in the safe and in an account, by hand, as a person can."""

from __future__ import annotations

from simulator.player import Player

SAFE = "https://coffre.example"


def tidy_safe(player: Player) -> None:
    start = player.practice.scenario.world["sites"]["coffre"]
    if player.page.find("coffre-ouvrir"):
        player.type({"coffre-phrase": start["phrase"]})
        player.click("coffre-ouvrir")
    for entry in player.practice.world.sites["coffre"].entries:
        if entry.deleted:
            player.do({"adresse": f"{SAFE}/compte/{entry.id}"})
            player.click("coffre-remettre")
    for key in list(player.practice.world.sites["coffre"].drafts):
        state = player.practice.world.sites["coffre"]
        first = state.first(key)
        player.do({"adresse": f"{SAFE}/nouveau" if key == "nouveau" else f"{SAFE}/modifier/{key}"})
        if key == "nouveau" and player.page.find("coffre-retaper"):
            player.click("coffre-retaper")
        player.type({"coffre-site": first.site, "coffre-identifiant": first.login})
        player.click("coffre-annuler")
    if start.get("ouvert") != "oui":
        player.click("coffre-verrouiller")


def tidy_account(player: Player) -> None:
    """In again, the account as it began: no double verification, every device, permission and information there."""
    host = player.practice.world.tab.url.split("/")[2]

    def account():
        return player.practice.world.sites["compte"].accounts.get(host)

    if account() is None:
        return
    for name in [e.id for e in player.page.clicks if e.id.startswith("compte-vider-")]:
        player.click(name)
    if not account().inside:
        if not account().half:
            player.type({"compte-identifiant": account().login, "compte-secret": account().secret.value or account().secret.form})
            player.click("compte-entrer")
        if account().half:
            player.type({"compte-code": account().code if account().double == "sms" else account().shown_code
                         if account().double == "application" else next(c for c in account().spare if c not in account().used)})  # fmt: skip
            player.click("compte-valider")
    if player.page.find("compte-rouvrir"):
        player.click("compte-rouvrir")
    for place in ("mot-de-passe", "double", "appareils", "autorisations", "informations"):
        player.click(f"compte-menu-{place}")
        undo = ("compte-vider-", "compte-arreter", "compte-reconnecter-", "compte-redonner-", "compte-rendre-")
        for name in [e.id for e in player.page.clicks if e.id.startswith(undo)]:
            player.click(name)
    if player.practice.scenario.world["sites"]["compte"][host].get("connecte") == "non":
        player.click("compte-quitter")
