"""The site « boutique »: shops, as many as the author describes; one host for each. A false shop is a shop like the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from simulator.engine import Event, Fact, Page, Step, answer, host, render
from simulator.money import euros
from simulator.sites.shop import buying
from simulator.sites.shop.starts import init
from simulator.sites.shop.state import ADDRESSES, SHEETS, State, chosen, place, total
from simulator.sites.shop.vocabulary import FACTS

TITLES = {"basket": "Votre panier", "delivery": "Votre livraison", "payment": "Votre paiement", "order": "Votre commande",
          "missing": "Page introuvable"}  # fmt: skip


class ShopSite:
    """Shops. Nothing typed here is ever kept: only that a box holds something."""

    name = "boutique"
    facts = FACTS
    icon = "panier"
    keeps = ""
    home = "https://boutique.example/"

    def init(self, data: Mapping[str, Any]) -> State:
        return init(data)

    def hosts(self, state: State) -> tuple[str, ...]:
        return tuple(shop.host for shop in state.shops)

    def visit(self, state: State, url: str) -> Step:
        shop, (screen, about) = state.shop(url), place(state, url)
        if shop is None:
            return Step(state)
        visit = state.visits[shop.host]
        if visit.missing:
            state = state.with_visit(shop, replace(visit, missing=()))
        if screen in ("delivery", "payment") and not visit.items:
            return Step(state, goto=f"{shop.base}/panier")
        if screen == "payment" and not visit.ready:
            return Step(state, goto=f"{shop.base}/livraison")
        if screen == "order" and not visit.order:
            return Step(state, goto=f"{shop.base}/panier")
        told = {
            "home": Fact("boutique.visite", {"hote": shop.host}),
            "product": Fact("boutique.produit", {"hote": shop.host, "produit": about}),
            "sheet": Fact("boutique.page", {"hote": shop.host, "page": about}),
        }
        return Step(state, (told[screen],) if screen in told else ())

    def update(self, state: State, event: Event, url: str) -> Step:
        shop = state.shop(url)
        if shop is None:
            return Step(state)
        state, facts = buying.keep_drafts(state, shop, event)
        act = answer(event, buying)
        if act is None or event.args.get("hote") != host(url):  # an event that comes late from another shop does nothing
            return Step(state, facts)
        step = act(state, shop, state.visits[shop.host], event)
        return replace(step, facts=(*facts, *step.facts))

    def receive(self, state: State, fact: Fact) -> Step:
        """The bank answered a shop."""
        if fact.kind in ("banque.paiement_valide", "banque.paiement_refuse"):
            return buying.answered(state, str(fact.data.get("reference", "")), fact.kind.endswith("valide"))
        return Step(state)

    def view(self, state: State, url: str) -> Page:
        shop, (screen, about) = state.shop(url), place(state, url)
        if shop is None:
            return Page("Page", render("not_found.html", url=url, back=False), secure=False)
        visit = state.visits[shop.host]
        if (screen in ("delivery", "payment") and not visit.items) or (screen == "order" and not visit.order):
            screen = "basket"
        if screen == "payment" and not visit.ready:
            screen = "delivery"
        product = shop.product(about) if screen == "product" else None
        title = product.name if product else SHEETS[about] if screen == "sheet" else TITLES.get(screen, shop.name)
        html = render(
            "shop/screens/shop.html", shop=shop, visit=visit, screen=screen, about=about, product=product, title=title, base=shop.base,
            sheets=SHEETS, addresses=ADDRESSES, euros=euros, total=total(shop, visit), way=chosen(shop, visit), order=visit.order,
            count=sum(visit.items.values()),
        )  # fmt: skip
        return Page(f"{title} – {shop.name}" if title != shop.name else title, html, secure=url.startswith("https://"))
