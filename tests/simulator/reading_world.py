"""A search engine and five sites to read, for the tests of both."""

from __future__ import annotations

import copy

from tests.simulator.small_world import Hand, scenario

FIND, ECHO, WIKI = "https://trouvetout.example", "https://echo-de-plou.example", "https://encyclobreizh.example"
SEARCH = {
    "resultats": [
        {"id": "echo", "titre": "L’Écho de Plou, journal local", "adresse": ECHO, "extrait": "Toute l’actualité de Plou.", "mots": ["plage", "presse"]},
        {"id": "pub", "titre": "Acte de naissance en 5 minutes", "adresse": "acte-express.example/commande", "extrait": "Demandez votre acte.", "annonce": "oui"},
        {"id": "officiel", "titre": "Demande d’acte de naissance", "adresse": "https://etat-civil.gouv.example/acte-naissance",
         "extrait": "Service gratuit de l’état civil.", "mots": ["extrait de naissance"], "date": "2 mars 2026"},
    ],
    "images": [
        {"id": "vague", "nom": "vague.jpg", "description": "Une très grande vague devant un phare", "mots": ["port", "tempête"], "parutions": [
            {"date": "12 mars 2026", "titre": "La vague de Plou", "adresse": f"{ECHO}/vague", "legende": "Hier, sur le port de Plou"},
            {"date": "14 février 2014", "titre": "Tempête au Portugal", "adresse": "https://agence-photo.example/2014", "legende": "Le phare de Praia"},
            {"date": "2015", "titre": "Les plus belles vagues", "adresse": "https://agence-photo.example/vagues"},
        ]},
        {"id": "chat", "description": "Un chat noir sur un mur"},
    ],
}  # fmt: skip
PRESS = {
    "echo-de-plou.example": {
        "nom": "L’Écho de Plou", "nature": "journal", "devise": "Le journal du pays de Plou",
        "a_propos": ["Un journal fait par trois journalistes.", {"texte": "Notre imprimeur", "lien": "https://imprimerie-plou.example"}],
        "mentions": {"titre": "Mentions légales", "texte": "Éditeur : SARL L’Écho de Plou, 4 place du Puits.\nDirectrice de la publication : Anne Le Goff."},
        "articles": [
            {"chemin": "/2021/plage", "titre": "La plage fermée deux heures", "chapo": "Un exercice des pompiers.", "auteur": "Yann Kerbrat",
             "date": "3 juin 2021", "modifie": "4 juin 2021", "rubrique": "Vie locale", "texte": "La plage a rouvert à midi.\nTout va bien.",
             "image": {"description": "La plage vide", "legende": "La plage, jeudi", "credit": "Photo Y. K."},
             "sources": ["La mairie de Plou", {"texte": "L’arrêté", "lien": "https://etat-civil.gouv.example/arrete"}],
             "commentaires": [{"nom": "Denise", "date": "5 juin 2021", "texte": "J’y étais."}]},
            {"chemin": "/vague", "titre": "Une vague géante", "rubrique": "Météo", "texte": [{"texte": "La suite", "lien": f"{ECHO}/2021/plage"}],
             "image": {"description": "Une vague", "entiere": "Une vague. En bas : image fabriquée par IA", "recherche": "vague"}},
        ],
    },
    "bigorneau-hilare.example": {"nom": "Le Bigorneau hilare", "nature": "satire", "a_propos": {"titre": "Qui sommes-nous ?", "texte": "Des rigolos."},
                                 "articles": [{"chemin": "/velos", "titre": "Les vélos interdits", "mention": "Exclusif", "texte": "Le dimanche."}]},
    "encyclobreizh.example": {"nom": "EncycloBreizh", "nature": "encyclopedie", "articles": [
        {"chemin": "/plou", "titre": "Plou", "texte": "Plou est un village.", "historique": [
            {"date": "3 mars 2026", "qui": "Léa", "quoi": "Une phrase sans source enlevée"}, {"date": "2 mars 2026", "qui": "Anonyme", "quoi": "Une phrase ajoutée"}]}]},
    "etat-civil.gouv.example": {"nom": "État civil", "nature": "organisme", "accueil": ["Service gratuit."], "articles": [
        {"chemin": "/acte-naissance", "titre": "Acte de naissance", "texte": "Gratuit.", "bouton": {"texte": "Commencer", "lien": "https://etat-civil.gouv.example/"}}]},
    "tisanor.example": {"nom": "Tisanor", "nature": "commerce", "accueil": "Nos gélules."},
}  # fmt: skip


def told(*tabs: str):
    world = {
        "onglets": list(tabs) or ["recherche"],
        "sites": {"recherche": copy.deepcopy(SEARCH), "presse": copy.deepcopy(PRESS)},
    }
    return scenario(world=world, goals=(), hints=(), prohibitions=())


def hand(*tabs: str) -> Hand:
    return Hand(told(*tabs))


def asks(who: Hand, text: str) -> Hand:
    return who.types(recherche_texte=text).clicks("recherche-lancer")
