"""What the answer sheet can tell: what authors may name in `fait`."""

FACTS = {
    "feuille.cochee": "Un choix a été coché sur la feuille : question, reponse.",
    "feuille.remise": "La feuille a été remise ; ses valeurs sont les questions, chacune avec sa réponse.",
}
