"""Press and reference sites, as many as the author describes: what their elements are called, for `clic` and `cible`.

Every page: `site-accueil`, `rubrique-<nom>`, `a-propos`, `mentions`, `retour-accueil` (when the page does not exist).
First page: `accueil-lien-<n>`, `article-<chemin>` (« /2021/plage » gives `article-2021-plage`).
Article: `article-lien-<n>`, `article-bouton`, `source-<n>`, `image-entiere`, `image-chercher`, `historique`, `article-retour`,
`partager`, `partager-envoyer`, `partager-annuler`, `partage-retirer`.
"""
