"""A portal with one of everything, for its tests."""

from __future__ import annotations

import copy
from typing import Any

from tests.simulator.small_world import Hand, scenario, world

HOME, SIGN = "https://demarches.gouv.example", "https://passeservice.gouv.example"
LOGIN, WORD = "2990412233445", "Jardin-Bleu-29"
PORTAL: dict[str, Any] = {
    "nom": "Maryvonne Tréguidel",
    "service": "Démarches de Plou",
    "comptes": [
        {"id": "impots", "nom": "Mes impôts", "adresse": "mes-impots.gouv.example", "libelle": "Numéro fiscal", "identifiant": LOGIN, "mot-de-passe": WORD},
        {"id": "armorelle", "nom": "Armorelle", "identifiant": "maryvonne", "mot-de-passe": "Crepe29", "envoi": "courriel", "code": "482913"},
        {"id": "facteur", "nom": "Facteur", "identifiant": "maryvonne", "mot-de-passe": "far-breton-8", "envoi": "sms"},
        {"id": "mutuelle", "nom": "Mutuelle des champs"},
    ],
    "documents": [
        {"nom": "facture-eau.pdf", "genre": "pdf", "taille": "210 Ko"},
        {"nom": "facture.txt", "genre": "texte", "taille": "2 Ko"},
        {"nom": "grande-photo.jpg", "genre": "image", "taille": "8,4 Mo"},
        {"nom": "photo-floue.jpeg", "genre": "image", "taille": "1,1 Mo", "etat": "flou"},
    ],
    "demarches": [
        {"id": "aide", "titre": "Demander une aide", "texte": "Pour les habitants.", "numero": "D26-4471", "etapes": [
            {"titre": "Vous", "champs": [
                {"nom": "nom", "libelle": "Nom", "valeur": "Tréguidel"},
                {"nom": "naissance", "libelle": "Date de naissance", "genre": "date"},
                {"nom": "adresse", "libelle": "Courriel", "genre": "courriel"},
                {"nom": "tel", "libelle": "Téléphone", "genre": "telephone", "obligatoire": "non"},
            ]},
            {"titre": "Votre logement", "champs": [
                {"nom": "statut", "libelle": "Vous êtes", "genre": "choix", "choix": ["Locataire", "Propriétaire"]},
                {"nom": "commune", "libelle": "Commune", "genre": "liste", "choix": ["Plou", "Lann"]},
                {"nom": "personnes", "libelle": "Combien de personnes ?", "genre": "nombre"},
                {"nom": "remarque", "libelle": "Remarque", "genre": "long", "obligatoire": "non"},
                {"nom": "accord", "libelle": "Tout est exact", "genre": "case"},
            ]},
            {"titre": "Justificatif", "champs": [{"nom": "facture", "libelle": "Une facture", "genre": "document"}]},
        ]},
        {"id": "velo", "titre": "Déclarer un vélo", "connexion": "non", "etapes": [{"titre": "Vélo", "champs": [{"nom": "couleur", "libelle": "Couleur"}]}]},
    ],
    "dossiers": [
        {"numero": "D26-1001", "titre": "Carte de bus", "etat": "manque", "date": "le 2 mars", "document": "Une photo",
         "formats": ["pdf", "jpg"], "message": "Bonjour,\nIl manque une photo."},
        {"numero": "D25-7", "titre": "Inscription", "etat": "accepte"},
    ],
}  # fmt: skip


def portal(**changes: Any) -> Hand:
    """A person in front of the portal, with her mailbox and her phone; `changes` replace words of the portal."""
    start = world()
    start["onglets"] = ["demarches", "courriel", "telephone"]
    start["sites"] |= {"demarches": {**copy.deepcopy(PORTAL), **changes}, "telephone": {}}
    return Hand(scenario(world=start, goals=(), hints=()))


def inside(**changes: Any) -> Hand:
    """The same, signed in."""
    return portal(connecte="impots", **changes)


def fill(hand: Hand) -> Hand:
    """The procedure « aide », up to the page to read again."""
    hand.clicks("demarche-aide", "commencer")
    hand.types(
        champ_naissance_jour="4", champ_naissance_mois="12", champ_naissance_annee="1950", champ_adresse="m@pigeon.example"
    )
    hand.clicks("etape-suite", "champ-statut-1").types(champ_commune="Plou", champ_personnes="2").clicks(
        "champ-accord", "etape-suite"
    )
    return hand.clicks("joindre-facture", "fichier-1", "fichiers-ouvrir", "etape-suite")
