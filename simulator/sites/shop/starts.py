"""How an author describes the shops. Every refusal is a ValueError in French, naming the place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from simulator.money import amount
from simulator.sites.shop.state import SHEETS, Box, Delivery, Product, Review, Shop, State, Visit
from simulator.sites.shop.vocabulary import STARTS
from simulator.starts import (
    each,
    figures,
    host_name,
    invented,
    known,
    name,
    once,
    one_of,
    paragraphs,
    text,
    texts,
    words,
    yes,
)

PLACE = "<adresse>"
COLOURS = ("bleu", "vert", "rouge", "orange")
DRAWINGS = ("bouilloire", "chaussures", "lampe", "chaise", "velo", "colis")
WAYS = ("carte", "virement")
BOXES = (Box("nom", "Nom et prénom", True), Box("adresse", "Adresse", True))


def init(data: Mapping[str, Any]) -> State:
    """`hôte: {nom, produits…}` for each shop. Raises ValueError, in French."""
    starts = [(invented(where, "boutique"), raw) for where, raw in known(data, None, "boutique").items()]
    once([where for where, _ in starts], "boutiques", "boutique")
    shops = tuple(_shop(where, raw) for where, raw in starts)
    return State(shops, {shop.host: _visit(shop, raw) for shop, (_, raw) in zip(shops, starts, strict=True)})


def _words(path: str = "") -> tuple[str, ...]:
    return words(STARTS, f"{PLACE}.{path}" if path else PLACE)


def _list(raw: Mapping[str, Any], key: str, where: str, read: Any) -> tuple[Any, ...]:
    """A list of things that have an id or a name, none twice."""
    found = each(raw, key, key, where, read)
    once([getattr(one, "id", one.name) for one in found], key, where)
    return found


def _shop(at: str, raw: Any) -> Shop:
    where = f"boutique, {at}"
    known(raw, _words(), where)
    products = _list(raw, "produits", where, _product)
    if not products:
        raise ValueError(f"{where} : il manque « produits: … »")
    ways = texts(raw, "paiement", where) or WAYS[:1]
    for way in ways:
        one_of(way, WAYS, "le paiement", where)
    offers, end = text(raw, "offres", where, ""), text(raw, "carte", where, "")
    return Shop(
        at, text(raw, "nom", where), text(raw, "devise", where, ""), one_of(text(raw, "couleur", where, "bleu"), COLOURS, "la couleur", where),
        text(raw, "annonce", where, ""), products, {key: found for key in SHEETS if (found := paragraphs(raw, key, where))},
        _list(raw, "livraisons", where, _delivery), _list(raw, "champs", where, _box) or BOXES,
        one_of(offers, ("oui", "non"), "« offres »", where) if offers else "", text(raw, "bouton", where, "Continuer vers le paiement"), ways,
        figures(end, 4, "la fin de la carte", where) if end else "", text(raw, "iban", where, None if "virement" in ways else ""),
        host_name(text(raw, "banque", where), where) if raw.get("banque") else "",
    )  # fmt: skip


def _visit(shop: Shop, raw: Mapping[str, Any]) -> Visit:
    where = f"boutique, {shop.host}, panier"
    held = texts(raw, "panier", f"boutique, {shop.host}")
    for one in held:
        one_of(one, tuple(p.id for p in shop.products), "le produit", where)
    filled = tuple(box.name for box in shop.boxes if box.filled)
    return Visit({one: held.count(one) for one in held}, filled, shop.offers == "oui")


def _price(raw: Mapping[str, Any], key: str, where: str, default: str | None = None) -> int:
    value = amount(raw, key, where, default)
    if value < 0:
        raise ValueError(f"{where} : « {key} » n’est pas plus petit que zéro")
    return value


def _product(raw: Any, where: str) -> Product:
    known(raw, _words("produits"), where)
    reviews = each(raw, "avis", "avis", where, _review)
    drawing = one_of(text(raw, "dessin", where, "colis"), DRAWINGS, "le dessin", where)
    return Product(
        name(raw, "id", where), text(raw, "nom", where), _price(raw, "prix", where), _price(raw, "ancien", where, "0"), drawing,
        paragraphs(raw, "texte", where), reviews,
    )  # fmt: skip


def _review(raw: Any, where: str) -> Review:
    known(raw, _words("produits.avis"), where)
    stars = one_of(text(raw, "note", where), tuple("12345"), "la note", where)
    return Review(text(raw, "nom", where), text(raw, "date", where, ""), int(stars), text(raw, "texte", where))


def _delivery(raw: Any, where: str) -> Delivery:
    known(raw, _words("livraisons"), where)
    return Delivery(
        name(raw, "id", where), text(raw, "nom", where), _price(raw, "prix", where, "0"), text(raw, "delai", where, "")
    )


def _box(raw: Any, where: str) -> Box:
    known(raw, _words("champs"), where)
    value, filled = text(raw, "valeur", where, ""), yes(raw, "rempli", where)
    if filled and not value:
        raise ValueError(f"{where} : « rempli: oui » a besoin de « valeur: … »")
    return Box(
        name(raw, "nom", where),
        text(raw, "libelle", where),
        yes(raw, "obligatoire", where),
        value,
        filled,
        text(raw, "aide", where, ""),
    )
