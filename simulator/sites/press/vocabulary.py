"""The press: what authors may write about it. docs/vocabulaire.md is made from this."""

PLACE = "Des sites à lire, autant que vous voulez, chacun à son adresse. La première est celle de l’onglet `presse`. Dans les faits, `adresse` s’écrit `https://`, sans barre à la fin, sauf pour la première page ; les pages du bas sont `/a-propos` et `/mentions-legales`, et l’historique finit par `/historique`."

STARTS = {
    "<adresse>": "Le site : `echo-de-plou.example`",
    "<adresse>.nom": "Son nom",
    "<adresse>.nature": "`journal`, `blog`, `satire`, `verification`, `encyclopedie`, `organisme` ou `commerce` ; elle ne s’affiche pas",
    "<adresse>.devise": "La phrase sous le nom",
    "<adresse>.accueil": "Ce que dit la première page, au-dessus des articles",
    "<adresse>.a_propos": "La page « À propos » : un texte, ou la suite",
    "<adresse>.a_propos.titre": "Son titre",
    "<adresse>.a_propos.texte": "Son texte",
    "<adresse>.mentions": "La page « Mentions légales », de même",
    "<adresse>.articles": "Les articles",
    "<adresse>.articles.chemin": "`/2026/plage`",
    "<adresse>.articles.titre": "Le titre",
    "<adresse>.articles.texte": "Des lignes, ou `{texte, lien}`",
    "<adresse>.articles.chapo": "Le résumé en tête",
    "<adresse>.articles.auteur": "Qui signe",
    "<adresse>.articles.date": "La date de parution",
    "<adresse>.articles.modifie": "La date de la dernière correction",
    "<adresse>.articles.rubrique": "La rubrique",
    "<adresse>.articles.mention": "Un petit mot au-dessus du titre : `Publicité`, `En partenariat`, `Opinion`",
    "<adresse>.articles.image": "Une image",
    "<adresse>.articles.image.description": "Ce que l’on voit",
    "<adresse>.articles.image.legende": "Ce qui est écrit dessous",
    "<adresse>.articles.image.credit": "Qui l’a prise",
    "<adresse>.articles.image.entiere": "Ce que l’on voit en l’ouvrant",
    "<adresse>.articles.image.recherche": "Son `id` dans le moteur",
    "<adresse>.articles.sources": "Des lignes ou des `{texte, lien}`",
    "<adresse>.articles.bouton": "Un seul bouton : `{texte, lien}`",
    "<adresse>.articles.commentaires": "Les commentaires",
    "<adresse>.articles.commentaires.nom": "Qui parle",
    "<adresse>.articles.commentaires.date": "Quand",
    "<adresse>.articles.commentaires.texte": "Ce qu’il dit",
    "<adresse>.articles.historique": "Pour une encyclopédie, le plus récent d’abord",
    "<adresse>.articles.historique.date": "Quand",
    "<adresse>.articles.historique.qui": "Qui a changé la page",
    "<adresse>.articles.historique.quoi": "Ce qui a changé",
}

NAMES = {
    "Partout": "`site-accueil`, `rubrique-<nom>`, `a-propos`, `mentions`, `retour-accueil` (page introuvable)",
    "La première page": "`article-<chemin>` : `/2026/plage` donne `article-2026-plage` ; `accueil-lien-<n>`",
    "Un article": "`article-lien-<n>` (rang de la ligne), `source-<n>`, `article-bouton`, `image-entiere`, `image-chercher`, `historique`, `article-retour`",
    "Partager": "`partager`, puis `partager-envoyer` ou `partager-annuler` ; ensuite `partage-retirer`",
}

FACTS = {
    "presse.lu": "Une page ou un article a été ouvert : adresse, nature (journal, blog, satire, verification, encyclopedie, organisme, commerce).",
    "presse.a_propos": "La page « À propos » a été ouverte : adresse.",
    "presse.mentions": "La page « Mentions légales » a été ouverte : adresse.",
    "presse.historique": "L’historique d’un article d’encyclopédie a été ouvert : adresse.",
    "presse.image": "Une image a été ouverte en entier : adresse.",
    "presse.partage": "Un article a été partagé : adresse.",
    "presse.partage_retire": "Un partage a été retiré : adresse.",
}
