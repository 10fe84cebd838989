"""What the desktop can tell: what authors may name in `fait`."""

FACTS = {
    "bureau.fenetre_ouverte": "Une fenêtre a été ouverte : fenetre, nom.",
    "bureau.fenetre_reduite": "Une fenêtre a été réduite : fenetre, nom.",
    "bureau.fenetre_retrouvee": "Une fenêtre réduite ou cachée est revenue devant : fenetre, nom, etait (reduite ou derriere).",
    "bureau.fenetre_agrandie": "Une fenêtre a pris toute la place : fenetre, nom.",
    "bureau.fenetre_diminuee": "Une fenêtre agrandie a repris sa taille : fenetre, nom.",
    "bureau.fenetre_fermee": "Une fenêtre a été fermée : fenetre, nom.",
    "bureau.fichier_ouvert": "Un fichier a été ouvert : id, nom, dossier (son nom).",
    "bureau.renomme": "Un fichier ou un dossier a changé de nom : id, nom, avant.",
    "bureau.deplace": "Un fichier ou un dossier a changé de dossier : id, nom, de, dossier (leurs noms).",
    "bureau.jete": "Un fichier ou un dossier est allé dans la corbeille : id, nom, de.",
    "bureau.remis": "Un fichier ou un dossier est sorti de la corbeille : id, nom, dossier.",
    "bureau.dossier_cree": "Un dossier a été créé : id, nom, dossier (où il est).",
    "bureau.document_enregistre": "Un texte a été enregistré : id, nom, dossier, texte.",
    "bureau.fichier_recu": "Un fichier téléchargé est arrivé dans « Téléchargements » : id, nom.",
    "fichier.telecharge": "Un fichier a été téléchargé : nom.",
    "geste.cible": "Une cible a été touchée : fenetre, rang, a_cote (clics à côté avant elle), a_cote_3 (clics à côté pour les 3 dernières).",
    "geste.a_cote": "Un clic est tombé à côté de la cible : fenetre, rang.",
    "geste.trouve": "Le mot en bas de la longue page a été cliqué : fenetre, mot.",
    "geste.texte": "Un texte a été recopié : fenetre, texte (le modèle), juste (oui ou non).",
}
