"""What the shops hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from simulator.addresses import route
from simulator.engine import host

SHEETS = {"mentions": "Mentions légales", "contact": "Nous contacter", "conditions": "Conditions de vente", "retours": "Retours"}
ADDRESSES = {"mentions": "/mentions-legales", "contact": "/contact", "conditions": "/conditions", "retours": "/retours"}
STEPS = {"/": "home", "/panier": "basket", "/livraison": "delivery", "/paiement": "payment", "/commande": "order"}
WAITING, DONE, REFUSED, CANCELLED = "attente", "faite", "refusee", "annulee"
MOST_OF_ONE = 20


@dataclass(frozen=True)
class Review:
    name: str
    date: str
    stars: int
    text: str


@dataclass(frozen=True)
class Product:
    id: str
    name: str
    cents: int
    before: int = 0  # a higher price, struck out
    drawing: str = "colis"
    body: tuple[str, ...] = ()
    reviews: tuple[Review, ...] = ()


@dataclass(frozen=True)
class Delivery:
    id: str
    name: str
    cents: int = 0
    delay: str = ""


@dataclass(frozen=True)
class Box:
    """One box of the form."""

    name: str
    label: str
    needed: bool = False
    value: str = ""  # what the person of the story would write
    filled: bool = False  # it is there at first
    help: str = ""


@dataclass(frozen=True)
class Shop:
    host: str
    name: str
    motto: str = ""
    colour: str = "bleu"
    notice: str = ""
    products: tuple[Product, ...] = ()
    sheets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    deliveries: tuple[Delivery, ...] = ()
    boxes: tuple[Box, ...] = ()
    offers: str = ""  # "oui", "non", or "" when it does not ask
    button: str = ""
    ways: tuple[str, ...] = ("carte",)
    card: str = ""  # end of the card that the browser proposes
    iban: str = ""
    bank: str = ""  # host of the bank that must agree

    @property
    def base(self) -> str:
        return f"https://{self.host}"

    def product(self, name: str) -> Product | None:
        return next((p for p in self.products if p.id == name), None)


@dataclass(frozen=True)
class Order:
    reference: str
    items: Mapping[str, int]
    cents: int
    delivery: str
    way: str
    status: str = WAITING


@dataclass(frozen=True)
class Visit:
    """What the person did in one shop."""

    items: Mapping[str, int] = field(default_factory=dict)  # product -> how many
    filled: tuple[str, ...] = ()  # boxes that hold something
    offers: bool = False
    delivery: str = ""
    ready: bool = False  # the form was accepted
    missing: tuple[str, ...] = ()
    orders: tuple[Order, ...] = ()
    typed: bool = False  # a card's number was typed, and not sent

    @property
    def order(self) -> Order | None:
        """The last order."""
        return self.orders[-1] if self.orders else None

    def with_order(self, order: Order) -> Visit:
        return replace(self, orders=tuple(order if o.reference == order.reference else o for o in self.orders))


@dataclass(frozen=True)
class State:
    shops: tuple[Shop, ...] = ()
    visits: Mapping[str, Visit] = field(default_factory=dict)  # by host

    def shop(self, url: str) -> Shop | None:
        return next((s for s in self.shops if s.host == host(url)), None)

    def with_visit(self, shop: Shop, visit: Visit) -> State:
        return replace(self, visits={**self.visits, shop.host: visit})


def total(shop: Shop, visit: Visit) -> int:
    """What the basket costs, delivery included."""
    goods = sum(product.cents * visit.items.get(product.id, 0) for product in shop.products)
    way = chosen(shop, visit)
    return goods + (way.cents if way else 0)


def chosen(shop: Shop, visit: Visit) -> Delivery | None:
    """The way of receiving that was chosen, the first one at first."""
    return next((d for d in shop.deliveries if d.id == visit.delivery), shop.deliveries[0] if shop.deliveries else None)


def place(state: State, url: str) -> tuple[str, str]:
    """The screen that an address shows, and what it is about."""
    shop, at = state.shop(url), route(url)
    if shop is None:
        return "missing", ""
    if at in STEPS:
        return STEPS[at], ""
    found = re.fullmatch(r"/produit/([a-z0-9-]+)", at)
    if found and shop.product(found[1]):
        return "product", found[1]
    sheet = next((name for name, where in ADDRESSES.items() if where == at and shop.sheets.get(name)), "")
    return ("sheet", sheet) if sheet else ("missing", "")
