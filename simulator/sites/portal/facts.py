"""What the administration portal can tell: what authors may name in `fait`."""

FACTS = {
    "connexion.choix": "Un compte a été choisi pour se connecter : compte.",
    "connexion.refusee": "L’identifiant, le mot de passe ou le code n’était pas le bon : compte.",
    "connexion.code_envoye": "Un code est parti : par (courriel ou sms), code, compte, de.",
    "connexion.reussie": "La personne est connectée et revenue sur le service : compte.",
    "connexion.fermee": "La personne s’est déconnectée : compte.",
    "compte.cree": "Un compte a été créé sur le portail : adresse.",
    "demarche.commencee": "Une démarche a été commencée : nom.",
    "demarche.etape": "Une étape est remplie sans erreur : nom, etape (son rang).",
    "demarche.erreur": "Une case est à corriger : nom, champ.",
    "demarche.document": "Un document a été choisi : nom, champ, fichier.",
    "demarche.document_refuse": "Un document n’a pas été pris : fichier, raison (format, taille ou flou).",
    "demarche.document_retire": "Un document a été retiré : nom, champ, fichier.",
    "demarche.modifiee": "Une réponse a été changée depuis la page « Relire » : nom, champ, valeur.",
    "demarche.effacee": "Une demande commencée a été effacée : nom.",
    "demarche.envoyee": "Une demande est partie : nom, numero, et chaque champ avec sa réponse.",
    "recu.telecharge": "L’accusé de réception a été téléchargé : numero.",
    "fichier.telecharge": "Un fichier a été téléchargé : nom.",
    "dossier.ouvert": "Le suivi d’un dossier a été ouvert : numero, etat.",
    "dossier.document_envoye": "Un document demandé par le service est parti : numero, fichier.",
}
