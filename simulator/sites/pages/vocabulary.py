"""Honest sites: what authors may write about it. docs/vocabulaire.md is made from this."""

PLACE = "Les vrais sites où l’on arrive par un lien ou par une adresse. Chacun porte son adresse."

STARTS = {
    "<adresse>": "Le site : `mairie-plou.example`",
    "<adresse>.titre": "Le titre de la page",
    "<adresse>.texte": "Ce qu’elle dit : des lignes, ou `{texte, lien}`. Un lien s’ouvre dans le même onglet",
}

NAMES = {
    "La page": "`lien-page-<n>`",
}

FACTS = {
    "site.visite": "Un site honnête a été ouvert : adresse.",
}
