"""A desktop with one of everything, and the hand of a person on it."""

from __future__ import annotations

import copy
from typing import Any

from simulator.sites.desktop.state import State
from tests.simulator.small_world import Hand, scenario

BASE = "https://bureau.example"
DESK: dict[str, Any] = {
    "heure": "9:15",
    "fichiers": [
        {"nom": "attestation-2025.pdf", "dossier": "telechargements", "taille": "178 Ko", "date": "lundi", "contenu": "Année 2025"},
        {"nom": "Vacances", "genre": "dossier"},
        {"nom": "Plage.jpg", "dossier": "vacances", "contenu": "La plage"},
        {"nom": "courses.txt", "dossier": "bureau", "contenu": ["Lait", "Farine"]},
        {"nom": "vieux.zip", "dossier": "corbeille"},
    ],
    "programmes": [
        {"id": "lettre", "nom": "Ma lettre", "genre": "ecrire", "texte": "Chère Denise,"},
        {"id": "photos", "nom": "Mes photos", "genre": "images"},
        {"id": "caisse", "nom": "Caisse Santé", "genre": "page", "texte": "Bonjour.", "telecharger": [{"nom": "attestation.pdf", "taille": "1 Ko", "contenu": "Année 2026"}]},
        {"id": "mairie", "nom": "La mairie", "genre": "page", "adresse": "plou.example"},
        {"id": "bulles", "nom": "Les bulles", "genre": "cibles", "nombre": 4},
        {"id": "affiche", "nom": "L’affiche", "genre": "defiler", "texte": [f"Ligne {n}" for n in range(12)], "mot": "Fermeture"},
        {"id": "carnet", "nom": "Le carnet", "genre": "recopier", "textes": ["Zoé, 12 rue de l’Église", "zoe@pigeon.example"]},
    ],
    "reduites": ["photos"],
}  # fmt: skip


def desk(**changes: Any) -> Hand:
    """A person before this desktop."""
    start = {**copy.deepcopy(DESK), **changes}
    sites = {"bureau": start, "pages": {"plou.example": {"titre": "Mairie de Plou", "texte": ["Ouvert le matin."]}}}
    return Hand(scenario(world={"onglets": ["bureau"], "sites": sites}, goals=(), hints=(), prohibitions=()))


def state(who: Hand) -> State:
    return who.practice.world.sites["bureau"]


def names(who: Hand, folder: str) -> list[str]:
    return [i.name for i in state(who).inside(folder)]
