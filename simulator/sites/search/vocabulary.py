"""The search engine: what authors may write about it. docs/vocabulaire.md is made from this."""

PLACE = "Le moteur de recherche « TrouveTout », à l’adresse `trouvetout.example`. Un résultat paraît quand la moitié des mots cherchés, au moins, sont dans son titre, son extrait, son adresse ou ses `mots`. Accents, majuscules, pluriels et petites fautes ne comptent pas. Les annonces sont en tête, puis les plus proches ; à égalité, votre ordre. Une phrase entre guillemets se cherche mot à mot."

STARTS = {
    "resultats": "Les pages que le moteur connaît",
    "resultats.id": "Un nom court, sans accent",
    "resultats.titre": "Le titre",
    "resultats.adresse": "L’adresse où il mène",
    "resultats.extrait": "Les deux lignes sous le titre",
    "resultats.mots": "D’autres mots qui le font paraître, en liste",
    "resultats.date": "La date affichée",
    "resultats.annonce": "`oui` pour une publicité",
    "images": "Les images que l’on peut chercher",
    "images.id": "Un nom court, sans accent",
    "images.description": "Ce que l’on voit",
    "images.nom": "Le nom du fichier",
    "images.mots": "D’autres mots qui la font paraître",
    "images.parutions": "Où elle est parue",
    "images.parutions.date": "`14 février 2014`, `février 2014` ou `2014`",
    "images.parutions.titre": "Le titre de la page",
    "images.parutions.adresse": "Son adresse",
    "images.parutions.legende": "Ce qui est écrit sous l’image",
}

NAMES = {
    "Partout": "`recherche-texte` (case), `recherche-lancer`, `recherche-accueil`, `recherche-tout`, `recherche-images`, `recherche-par-image`",
    "Les résultats": "`resultat-<id>` ; rien de trouvé : `recherche-essai-<n>`",
    "Les images": "`image-<id>`, `parution-<n>` (dans votre ordre), `image-tri-ancien`, `image-tri-recent`",
}

FACTS = {
    "recherche.faite": "Une recherche a été lancée : texte.",
    "recherche.resultat": "Un résultat a été ouvert : adresse, annonce (oui ou non), rang (1 = le premier de la page).",
    "recherche.image": "On a cherché où une image est parue : image (son id).",
}
