"""What the mailbox can tell: what authors may name in `fait`."""

FACTS = {
    "courriel.recu": "Un message est arrivé d’un autre site (un code, une alerte) : id (recu-1, recu-2…), adresse.",
    "courriel.ouvert": "Un message a été ouvert : id, adresse.",
    "courriel.envoye": "Un message est parti : a, cc, objet, corps, pieces, en_reponse_a, genre (nouveau, reponse, reponse_a_tous, transfert).",
    "courriel.contact_choisi": "Un contact a été choisi pour la case « À » : adresse.",
    "courriel.adresse_vue": "L’adresse cachée derrière un nom a été regardée : id, adresse.",
    "courriel.range": "Un message a été rangé dans un dossier de la personne : id, adresse, dossier (son nom).",
    "courriel.piece_jointe": "Un fichier a été joint : fichier.",
    "courriel.piece_retiree": "Un fichier joint a été retiré : fichier.",
    "courriel.piece_ouverte": "Une pièce reçue a été ouverte : id, fichier.",
    "courriel.signale": "Un message a été signalé comme piège : id, adresse, indice.",
    "courriel.indesirable": "Un message est allé dans les indésirables : id.",
    "courriel.supprime": "Un message est allé dans la corbeille : id.",
    "courriel.remis": "Un message est revenu dans la boîte de réception : id.",
    "courriel.recherche": "Une recherche a été faite dans les messages : texte.",
}
