"""A bank, two shops and a phone: small worlds for the tests of the bank and of the shops."""

from __future__ import annotations

import copy
from typing import Any

from tests.simulator.small_world import Hand, scenario

BANK_AT, SHOP_AT, FALSE_AT = "https://banque-fil-deau.example", "https://bouilloires.example", "https://promo-bouilloires.example"
GOOD, BAD, NEW = "FR00" + "1" * 23, "FR00" + "2" * 23, "FR00" + "3" * 23
BANK: dict[str, Any] = {
    "client": "Maryvonne Tréguidel", "solde": "1248,30", "portable": "06 39 98 12 40", "codes": ["482913", "105577"],
    "releve": "releve-septembre.pdf",
    "operations": [
        {"id": "inconnu", "date": "18 septembre", "libelle": "Achat Foliprix", "montant": "-59,90", "detail": "Achat sur Internet"},
        {"id": "retraite", "date": "9 septembre", "libelle": "Retraite", "montant": 940},
    ],
    "beneficiaires": [
        {"id": "legoff", "nom": "Menuiserie Le Goff", "iban": GOOD, "note": "utilisé en mars"},
        {"id": "faux", "nom": "Menuiserie Le Goff", "iban": BAD, "titulaire": "K. Durand"},
        {"id": "club", "nom": "Club de marche", "iban": "FR00" + "4" * 23, "modifie": "samedi"},
        {"id": "proche", "nom": "Plomberie Bihan", "iban": "FR00" + "5" * 23, "titulaire": "Yann Bihan"},
    ],
    "comptes": [{"iban": NEW, "titulaire": "Solène Tréguidel"}],
    "carte": {"fin": "4417", "appel": "oui"},
}  # fmt: skip
SHOPS: dict[str, Any] = {
    "bouilloires.example": {
        "nom": "Bouilloires de Plou", "devise": "Depuis 1987", "mentions": "SARL Bouilloires de Plou, 4 place du Puits.",
        "contact": ["4 place du Puits, Plou", "01 99 00 31 31"], "conditions": "Vente au comptant.", "retours": "14 jours.",
        "produits": [
            {"id": "rouge", "nom": "Bouilloire rouge", "prix": "34,90", "dessin": "bouilloire", "texte": "1 litre.",
             "avis": [{"nom": "Denise", "date": "mars", "note": 4, "texte": "Bien."}]},
            {"id": "lampe", "nom": "Lampe", "prix": 20, "ancien": 25, "dessin": "lampe"},
        ],
        "livraisons": [{"id": "relais", "nom": "Point relais", "prix": "4,90", "delai": "3 jours"}, {"id": "magasin", "nom": "Au magasin"}],
        "champs": [
            {"nom": "nom", "libelle": "Nom", "obligatoire": "oui", "valeur": "Maryvonne Tréguidel", "rempli": "oui"},
            {"nom": "adresse", "libelle": "Adresse", "obligatoire": "oui", "valeur": "12 rue du Lavoir, Plou"},
            {"nom": "naissance", "libelle": "Date de naissance", "valeur": "3 mai 1951", "rempli": "oui"},
        ],
        "offres": "oui", "carte": "4417", "paiement": ["carte", "virement"], "iban": "FR00 1", "banque": "banque-fil-deau.example",
    },
    "promo-bouilloires.example": {"nom": "Promo", "couleur": "rouge", "annonce": "Plus que 2 heures",
                                  "produits": [{"id": "rouge", "nom": "Bouilloire rouge", "prix": 5}]},
}  # fmt: skip
PHONE = {"contacts": [{"nom": "Ma banque", "numero": "01 99 00 77 20", "reponse": ["Bonjour. Votre carte est bloquée."]}]}


def told(*tabs: str, bank: dict[str, Any] | None = None, **sites: Any):
    world = {
        "onglets": list(tabs),
        "sites": {
            "banque": copy.deepcopy(BANK) | (bank or {}),
            "boutique": copy.deepcopy(SHOPS),
            "telephone": copy.deepcopy(PHONE),
            **sites,
        },
    }
    return scenario(world=world, goals=(), hints=(), prohibitions=())


def hand(*tabs: str, **change: Any) -> Hand:
    """A person in front of these tabs; `change` changes the bank's start."""
    return Hand(told(*(tabs or ("banque",)), bank=change))
