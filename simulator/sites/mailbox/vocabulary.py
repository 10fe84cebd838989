"""The mailbox: what authors may write about it. docs/vocabulaire.md is made from this."""

PLACE = "La messagerie « Pigeon », à l’adresse `courriel.pigeon.example`."

STARTS = {
    "moi": "L’adresse de la personne",
    "nom": "Son nom",
    "messages": "Les messages reçus",
    "messages.id": "Un nom court, sans accent",
    "messages.nom": "Le nom affiché de l’expéditeur",
    "messages.adresse": "Son adresse",
    "messages.objet": "L’objet",
    "messages.corps": "Le texte : des lignes, ou `{texte, lien}`",
    "messages.date": '`hier`, `"10:42"`…',
    "messages.lu": "`oui` quand il est déjà ouvert",
    "messages.pieces": "Les noms des fichiers joints",
    "messages.a": "Les destinataires ; sans lui, la personne seule",
    "messages.cc": "Les personnes en copie",
    "messages.dossier": "`recus`, `envoyes`, `indesirables`, `corbeille`, ou un dossier à soi",
    "messages.indices": "Ce qui trahit un piège : `adresse`, `lien`, `urgence`, `argent`, `secret`, `inattendu`, `piece`",
    "documents": "Les fichiers de la personne",
    "documents.nom": "Le nom du fichier",
    "documents.genre": "`pdf`, `image`, `texte`…",
    "documents.taille": '`"2,4 Mo"`',
    "contacts": "Son carnet d’adresses",
    "contacts.nom": "Le nom",
    "contacts.adresse": "L’adresse",
    "dossiers": "Ses propres dossiers : `[Factures, Famille]`",
    "adresses": "`cachees` : l’adresse paraît quand on clique sur le nom",
}

NAMES = {
    "La liste": "`mail-<id>`, `mail-nouveau`, `recherche` (case), `chercher`, `mail-envoye-<n>`, `mail-brouillon` (reprendre le message commencé)",
    "Les dossiers": "`dossier-recus`, `dossier-envoyes`, `dossier-indesirables`, `dossier-corbeille`, `dossier-<dossier>`",
    "Un message ouvert": "`retour`, `repondre`, `repondre-tous`, `transferer`, `signaler`, `indesirable`, `supprimer`, `remettre`",
    "Ses liens, ses fichiers": "`lien-<id>-<n>`, `piece-<id>-<n>`",
    "Signaler": "`indice-<indice>`, `indice-annuler`",
    "Écrire un nouveau message": "`r-nouveau-a`, `r-nouveau-cc`, `r-nouveau-objet`, `r-nouveau-corps`, `joindre`, `retirer-<n>`, `envoyer`",
    "Répondre": "`r-<id>-corps`, `r-<id>-objet`, `r-<id>-a`, `r-<id>-cc`",
    "Répondre à tous": "`rt-<id>-corps`, `rt-<id>-objet`, `rt-<id>-a`, `rt-<id>-cc`",
    "Transférer": "`tr-<id>-corps`, `tr-<id>-objet`, `tr-<id>-a`, `tr-<id>-cc`",
    "Choisir un fichier": "`fichier-<n>` (le rang dans `documents`), `fichiers-ouvrir`, `fichiers-annuler`",
    "Contacts": "`contacts`, `contact-<n>`, `contacts-annuler`",
    "Ranger": "`ranger`, `ranger-<dossier>`, `ranger-annuler`. Le nom du dossier s’écrit en minuscules, sans accent, avec des tirets",
    "Adresse cachée": "`expediteur`, puis `adresse-expediteur`",
}

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
