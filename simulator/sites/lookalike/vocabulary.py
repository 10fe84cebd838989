"""False sites: what authors may write about it. docs/vocabulaire.md is made from this."""

PLACE = "Les faux sites où mène un piège. Chacun porte son adresse."

STARTS = {
    "<adresse>": "Le site : `impots-remboursement.example`",
    "<adresse>.titre": "Le titre de la page",
    "<adresse>.texte": "Ce qu’elle dit",
    "<adresse>.champs": "Ce qu’elle demande",
    "<adresse>.champs.nom": "Un nom court, sans accent",
    "<adresse>.champs.libelle": "Ce qui est écrit au-dessus de la case",
    "<adresse>.champs.genre": "`texte`, ou `secret` pour un mot de passe, un code, une carte",
    "<adresse>.bouton": "Le texte du bouton",
    "<adresse>.petites-lignes": "Ce qui est écrit en petit, tout en bas",
}

NAMES = {
    "La page": "`piege-<champ>` (case), `piege-valider`",
}

FACTS = {
    "piege.visite": "Un faux site a été ouvert : adresse.",
    "piege.secret_tape": "Un secret a été tapé sur un faux site, sans être envoyé : adresse.",
    "piege.secret_envoye": "Un secret a été envoyé à un faux site : adresse.",
}
