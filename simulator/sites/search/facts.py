"""What the search engine can tell: what authors may name in `fait`."""

FACTS = {
    "recherche.faite": "Une recherche a été lancée : texte.",
    "recherche.resultat": "Un résultat a été ouvert : adresse, annonce (oui ou non), rang (1 = le premier de la page).",
    "recherche.image": "On a cherché où une image est parue : image (son id).",
}
