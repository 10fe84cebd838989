"""A social network with one of everything, and a hand on it."""

from __future__ import annotations

import copy
from typing import Any

from learning.content import Rule
from tests.simulator.small_world import Hand, scenario

BASE = "https://bavardine.example"
START: dict[str, Any] = {
    "nom": "Maryvonne Tréguidel",
    "ville": "Plou",
    "profil": [
        {"id": "ville", "libelle": "Ville", "valeur": "Plou"},
        {"id": "telephone", "libelle": "Téléphone", "valeur": "06 39 98 41 07"},
        {"id": "naissance", "libelle": "Date de naissance", "valeur": "14 avril 1954", "visible": "amis"},
    ],
    "amis": [{"id": "denise", "nom": "Denise Lanvollec", "cree": "en mai 2015", "photos": ["Une marche"]}],
    "personnes": [
        {"id": "marco", "nom": "Marco Tellier", "cree": "il y a 3 semaines"},
        {"id": "creme", "nom": "Crème Jouvencia", "page": "oui"},
    ],
    "demandes": [
        {"id": "denise-2", "nom": "Denise Lanvollec", "cree": "hier", "photos": ["Une marche"], "mot": "Mon nouveau compte", "date": "hier"},
        {"id": "anne", "nom": "Anne Le Goff", "cree": "en 2016", "communs": ["Denise Lanvollec"], "date": "samedi"},
    ],
    "sujets": [{"id": "beaute", "nom": "Beauté"}],
    "photos": [{"id": "gouter", "montre": "Trois enfants devant une école"}],
    "lieux": ["Plou"],
    "publications": [
        {"id": "far", "de": "denise", "texte": "Mon far est réussi.", "visible": "amis", "reactions": "2", "date": "ce matin"},
        {"id": "pub", "de": "creme", "texte": "Les rides partent !", "sponsorise": "oui", "sujet": "beaute", "reactions": "950",
         "pourquoi": ["Vous avez lu un article sur la peau."], "lien": {"texte": "Acheter", "lien": "https://jouvencia.example/"}},
        {"id": "banc", "de": "moi", "texte": "Un banc de plus ?", "photo": "La place", "lieu": "Plou", "date": "hier",
         "commentaires": [{"de": "marco", "texte": "Ridicule."}, {"de": "denise", "texte": "Bonne idée."}]},
    ],
    "messages": [
        {"avec": "marco", "lignes": [{"texte": "Réponds !", "date": "hier"}, {"texte": "Mon site", "lien": "https://jouvencia.example/"}],
         "reponses": [{"id": "non", "texte": "Laissez-moi.", "suite": ["Jamais !"]}, {"id": "stop", "texte": "Je bloque.", "apres": "non"}]},
        {"avec": "denise", "lu": "oui", "lignes": ["Coucou", {"de": "moi", "texte": "Bonjour", "photo": "Un gâteau"}]},
    ],
}  # fmt: skip
FALSE = {"jouvencia.example": {"titre": "Jouvencia", "champs": [{"nom": "carte", "libelle": "Carte", "genre": "secret"}]}}


def start(**changes: Any) -> dict[str, Any]:
    return {**copy.deepcopy(START), **changes}


def hand(*path: str, **changes: Any) -> Hand:
    """A hand on the network, at `path`."""
    never = Rule(id="jamais", text="Jamais", fact="piege.secret_envoye")
    world = {"onglets": ["reseau"], "sites": {"reseau": start(**changes), "piege": FALSE}}
    who = Hand(scenario(world=world, goals=(never,), prohibitions=(), hints=()))
    return who.goes(BASE + path[0]) if path else who
