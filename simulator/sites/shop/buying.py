"""Buying: the basket, the form, the payment, the order, and taking it back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from simulator.engine import Event, Fact, Step, oui
from simulator.money import told
from simulator.sites.shop.state import (
    CANCELLED,
    DONE,
    MOST_OF_ONE,
    REFUSED,
    WAITING,
    Order,
    Shop,
    State,
    Visit,
    chosen,
    total,
)  # fmt: skip

FORM, CARD = "livraison-", "carte-"  # the ids of the forms are these and the host


def keep_drafts(state: State, shop: Shop, event: Event) -> tuple[State, tuple[Fact, ...]]:
    """Which boxes hold something, and whether a card was typed. What was typed is never kept."""
    visit, facts = state.visits[shop.host], ()
    if FORM + shop.host in event.drafts:
        visit = replace(visit, filled=filled(shop, visit, event.drafts[FORM + shop.host]))
    if not visit.typed and any(value.strip() for value in event.drafts.get(CARD + shop.host, {}).values()):
        visit, facts = replace(visit, typed=True), (Fact("boutique.carte_tapee", {"hote": shop.host}),)
    return state.with_visit(shop, visit), facts


def filled(shop: Shop, visit: Visit, fields: Mapping[str, str]) -> tuple[str, ...]:
    """The boxes that hold something."""
    return tuple(b.name for b in shop.boxes if (fields[b.name].strip() if b.name in fields else b.name in visit.filled))


def given(shop: Shop, visit: Visit) -> dict[str, Any]:
    """What the form says: as facts tell it."""
    optional = [box.name for box in shop.boxes if box.name in visit.filled and not box.needed]
    return {"champs": list(visit.filled), "facultatifs": optional, "offres": oui(visit.offers)}


# ------------------------------------------------------------------------------------------------------ basket
def on_ajouter(state: State, shop: Shop, visit: Visit, event: Event) -> Step:
    product = shop.product(event.args.get("produit", ""))
    held = visit.items.get(product.id, 0) if product else 0
    if product is None or held >= MOST_OF_ONE:
        return Step(state)
    state = state.with_visit(shop, replace(visit, items={**visit.items, product.id: held + 1}))
    fact = Fact("boutique.panier_ajoute", {"hote": shop.host, "produit": product.id})
    return Step(state, (fact,), f"{shop.base}/panier", say=f"Dans le panier : {product.name}.")


def on_enlever(state: State, shop: Shop, visit: Visit, event: Event) -> Step:
    """One less, or all of it."""
    product = shop.product(event.args.get("produit", ""))
    if product is None or product.id not in visit.items:
        return Step(state)
    left = 0 if event.args.get("tout") else visit.items[product.id] - 1
    items = {name: count for name, count in visit.items.items() if name != product.id} | ({product.id: left} if left else {})
    fact = Fact("boutique.panier_retire", {"hote": shop.host, "produit": product.id})
    return Step(state.with_visit(shop, replace(visit, items=items)), (fact,), say=f"Enlevé : {product.name}.")


# -------------------------------------------------------------------------------------------------------- form
def on_livraison(state: State, shop: Shop, visit: Visit, event: Event) -> Step:
    known = any(d.id == event.args.get("livraison") for d in shop.deliveries)
    return Step(state.with_visit(shop, replace(visit, delivery=event.args["livraison"]))) if known else Step(state)


def on_offres(state: State, shop: Shop, visit: Visit, event: Event) -> Step:
    return Step(state.with_visit(shop, replace(visit, offers=not visit.offers))) if shop.offers else Step(state)


def on_formulaire(state: State, shop: Shop, visit: Visit, event: Event) -> Step:
    """The form is sent: what is needed must be there; what is not may stay empty."""
    visit = replace(visit, filled=filled(shop, visit, event.fields))
    missing = tuple(box.name for box in shop.boxes if box.needed and box.name not in visit.filled)
    if missing:
        return Step(state.with_visit(shop, replace(visit, missing=missing, ready=False)))
    visit = replace(visit, missing=(), ready=True)
    fact = Fact("boutique.formulaire", {"hote": shop.host, **given(shop, visit)})
    return Step(state.with_visit(shop, visit), (fact,), f"{shop.base}/paiement")


# ----------------------------------------------------------------------------------------------------- payment
def on_payer(state: State, shop: Shop, visit: Visit, event: Event) -> Step:
    """Pay with the card: the bank agrees or not, when the shop has one; else the order is made."""
    typed = any(value.strip() for value in event.fields.values())
    if not visit.ready or not visit.items or "carte" not in shop.ways or not (shop.card or typed):
        return Step(state)
    order = _order(shop, visit, "carte")
    facts = (Fact("boutique.carte_donnee", {"hote": shop.host, "montant": told(order.cents)}),)
    if not shop.bank:
        return _made(state, shop, visit, order, facts)
    about = {
        "hote": shop.host, "marchand": shop.name, "montant": told(order.cents), "reference": order.reference, "retour": f"{shop.base}/commande",
    }  # fmt: skip
    state = state.with_visit(shop, replace(visit, orders=(*visit.orders, order), items={}, typed=False))
    return Step(state, (*facts, Fact("boutique.paiement_demande", about)), f"{shop.base}/commande")


def on_virement(state: State, shop: Shop, visit: Visit, event: Event) -> Step:
    if not visit.ready or not visit.items or "virement" not in shop.ways:
        return Step(state)
    return _made(state, shop, visit, _order(shop, visit, "virement"), ())


def _order(shop: Shop, visit: Visit, way: str) -> Order:
    delivery = chosen(shop, visit)
    number = f"{shop.host.removesuffix('.example').replace('.', '-')}-{len(visit.orders) + 1}"
    return Order(number, visit.items, total(shop, visit), delivery.id if delivery else "", way)


def _made(state: State, shop: Shop, visit: Visit, order: Order, facts: tuple[Fact, ...]) -> Step:
    visit = replace(visit, orders=(*visit.orders, replace(order, status=DONE)), items={}, typed=False)
    return Step(
        state.with_visit(shop, visit),
        (*facts, made(shop, visit, order)),
        f"{shop.base}/commande",
        say="Votre commande est faite.",
    )


def made(shop: Shop, visit: Visit, order: Order) -> Fact:
    about = {
        "hote": shop.host, "reference": order.reference, "produits": sorted(order.items), "montant": told(order.cents), "livraison": order.delivery,
        "paiement": order.way, **given(shop, visit),
    }  # fmt: skip
    return Fact("boutique.commande", about)


def on_annuler(state: State, shop: Shop, visit: Visit, event: Event) -> Step:
    """An order is taken back: what it held returns to the basket."""
    order = visit.order
    if order is None or order.status not in (WAITING, DONE):
        return Step(state)
    fact = Fact("boutique.commande_annulee", {"hote": shop.host, "reference": order.reference})
    say = "La commande est annulée. Les articles sont de nouveau dans le panier."
    return Step(state.with_visit(shop, closed(visit, order, CANCELLED)), (fact,), say=say)


def closed(visit: Visit, order: Order, status: str) -> Visit:
    """An order that does not go further: its goods return to the basket."""
    return replace(visit.with_order(replace(order, status=status)), items={**order.items, **visit.items})


def answered(state: State, reference: str, agreed: bool) -> Step:
    """The bank answered: the order is made, or goes no further. It may not be the last one: two can wait."""
    for shop in state.shops:
        visit = state.visits[shop.host]
        order = next((o for o in visit.orders if o.reference == reference and o.status == WAITING), None)
        if order is None:
            continue
        if agreed:
            visit = visit.with_order(replace(order, status=DONE))
            return Step(state.with_visit(shop, visit), (made(shop, visit, order),))
        fact = Fact("boutique.paiement_refuse", {"hote": shop.host, "reference": reference})
        return Step(state.with_visit(shop, closed(visit, order, REFUSED)), (fact,))
    return Step(state)
