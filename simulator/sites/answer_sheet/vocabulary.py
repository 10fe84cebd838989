"""The answer sheet: what authors may write about it. docs/vocabulaire.md is made from this."""

PLACE = "Une feuille de papier à côté de l’écran, où l’on coche ce qu’on a trouvé."

STARTS = {
    "titre": "Le titre de la feuille",
    "texte": "Une phrase dessous",
    "questions": "Les questions",
    "questions.id": "Un nom court, sans accent",
    "questions.texte": "La question",
    "questions.adresse": "Une adresse à lire, montrée seule dans un cadre. Facultative",
    "questions.choix": "Les réponses possibles, deux ou plus",
}

NAMES = {
    "La feuille": "`feuille-<question>-<n>` (le rang de la réponse), `feuille-remettre`",
}

FACTS = {
    "feuille.cochee": "Un choix a été coché sur la feuille : question, reponse.",
    "feuille.remise": "La feuille a été remise ; ses valeurs sont les questions, chacune avec sa réponse.",
}
