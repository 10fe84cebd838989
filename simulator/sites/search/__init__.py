"""The search engine « TrouveTout »: what its elements are called, for the authors' `clic`, `ecrire` and `cible`.

Every page: `recherche-texte` (field), `recherche-lancer`, `recherche-accueil`, `recherche-tout`, `recherche-images`, `recherche-par-image`.
Results: `resultat-<id>`; nothing found: `recherche-essai-<n>` (searches with fewer words).
Images: `image-<id>`. One image: `parution-<n>` (n in the author's order), `image-tri-ancien`, `image-tri-recent`.
"""
