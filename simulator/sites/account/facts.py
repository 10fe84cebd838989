"""What an account can tell: what authors may name in `fait`."""

FACTS = {
    "compte.connecte": "On est entré dans un compte : adresse, double (oui quand un code a été demandé), moyen.",
    "compte.deconnecte": "On a quitté un compte : adresse.",
    "compte.code_envoye": "Le site a envoyé un code : adresse, moyen.",
    "compte.mot_de_passe_change": "Le mot de passe d’un compte a changé : adresse, longueur, mots (leur nombre), sortes (de caractères, "
    "1 à 4), solide (oui, non), colle (oui quand il vient du coffre), reutilise (oui, non).",
    "compte.double_verification": "La double vérification est active : adresse, moyen (sms, application, papier).",
    "compte.double_arretee": "La double vérification a été arrêtée : adresse, moyen.",
    "compte.codes_gardes": "Les codes de secours ont été gardés : adresse, facon (fichier, papier).",
    "compte.application_reliee": "L’application Clé de poche a été reliée au compte : adresse.",
    "compte.appareil_deconnecte": "Un appareil a été déconnecté : adresse, id.",
    "compte.appareil_remis": "Un appareil déconnecté a été accepté de nouveau : adresse, id.",
    "compte.autorisation_retiree": "L’autorisation d’un autre service a été retirée : adresse, id.",
    "compte.autorisation_remise": "L’autorisation retirée a été redonnée : adresse, id.",
    "compte.reglage": "Un réglage a changé : adresse, nom, valeur (moi, contacts, tous ; ou oui, non).",
    "compte.donnee_effacee": "Une information a été effacée : adresse, nom.",
    "compte.donnee_remise": "Une information effacée a été remise : adresse, nom.",
    "compte.donnees_preparees": "La copie de ses données est prête : adresse.",
    "compte.ferme": "La fermeture du compte a été demandée : adresse.",
    "compte.rouvert": "La fermeture a été annulée : adresse.",
    "fichier.telecharge": "Un fichier a été téléchargé : nom.",
}
