"""Honest sites: what authors may write about it. docs/vocabulaire.md is made from this."""

PLACE = "Les vrais sites où l’on arrive par un lien ou par une adresse. Chacun porte son adresse."

STARTS = {
    "<adresse>": "Le site : `mairie-plou.example`",
    "<adresse>.titre": "Le titre de la page",
    "<adresse>.texte": "Ce qu’elle dit, en une ou plusieurs lignes",
}

NAMES = {}

FACTS = {
    "site.visite": "Un site honnête a été ouvert : adresse.",
}
