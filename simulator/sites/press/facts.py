"""What the press and reference sites can tell: what authors may name in `fait`. The address is always that of the page."""

FACTS = {
    "presse.lu": "Une page ou un article a été ouvert : adresse, nature (journal, blog, satire, verification, encyclopedie, organisme, commerce).",
    "presse.a_propos": "La page « À propos » a été ouverte : adresse.",
    "presse.mentions": "La page « Mentions légales » a été ouverte : adresse.",
    "presse.historique": "L’historique d’un article d’encyclopédie a été ouvert : adresse.",
    "presse.image": "Une image a été ouverte en entier : adresse.",
    "presse.partage": "Un article a été partagé : adresse.",
    "presse.partage_retire": "Un partage a été retiré : adresse.",
}
