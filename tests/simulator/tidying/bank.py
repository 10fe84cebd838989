"""Put a bank and a shop back where they were, by hand: what a person can do by herself."""

from __future__ import annotations

from simulator.player import Player
from simulator.sites.bank.state import DONE, LOCKED
from simulator.sites.shop.state import DONE as MADE
from simulator.sites.shop.state import WAITING

STOPPED_FOR_GOOD = ("bq-opposition", "bq-motif-")  # no way back, in life either


def tidy_bank(player: Player) -> None:
    def bank():
        return player.practice.world.sites["banque"]

    for demand in bank().waiting:
        player.do({"adresse": f"{bank().base}/accord/{demand.id}"})
        player.click("bq-refuser")
    if not bank().inside:
        return
    player.do({"adresse": f"{bank().base}/virements"})
    for number, transfer in enumerate(bank().transfers, 1):
        if transfer.status == DONE:
            player.click(f"bq-annuler-{number}")
    player.do({"adresse": f"{bank().base}/beneficiaires"})
    for payee in bank().payees:
        if payee.deleted:
            player.click(f"bq-remettre-{payee.id}")
    for operation in bank().operations:
        if operation.disputed:
            player.do({"adresse": f"{bank().base}/operation/{operation.id}"})
            player.click("bq-reconnaitre")
    if bank().card and bank().card.status == LOCKED:
        player.do({"adresse": f"{bank().base}/carte"})
        player.click("bq-deverrouiller")


def tidy_shop(player: Player) -> None:
    """Every shop: the last order taken back, the form as at first, the basket as at first."""
    for shop in player.practice.world.sites["boutique"].shops:
        start = player.practice.scenario.world["sites"]["boutique"][shop.host]

        def visit(name=shop.host):
            return player.practice.world.sites["boutique"].visits[name]

        if visit().order and visit().order.status in (WAITING, MADE):
            player.do({"adresse": f"{shop.base}/commande"})
            player.click("bo-annuler")
        wanted = list(start.get("panier") or [])
        for product in shop.products:
            if product.id in wanted and product.id not in visit().items:
                player.do({"adresse": f"{shop.base}/produit/{product.id}"})
                player.click("bo-ajouter")
        if visit().items:
            player.do({"adresse": f"{shop.base}/livraison"})
            player.type({f"bo-champ-{box.name}": box.value if box.filled else "" for box in shop.boxes})
            if shop.offers and visit().offers is not (shop.offers == "oui"):
                player.click("bo-offres")
            player.click("bo-panier")  # leaving the page keeps what the boxes hold
        for product in shop.products:
            if product.id not in wanted and product.id in visit().items:
                player.do({"adresse": f"{shop.base}/panier"})
                player.click(f"bo-enlever-{product.id}")
        player.typed = {name: text for name, text in player.typed.items() if not name.startswith(("bo-champ-", "bo-carte-"))}
