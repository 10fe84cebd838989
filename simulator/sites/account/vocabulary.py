"""The settings of accounts in the authors' words: the place, its start, the names of what stands on screen, its facts."""

PLACE = (
    "Les réglages d’un compte, sur n’importe quel site : entrer, changer de mot de passe, double vérification, appareils, autorisations, "
    "données, fermeture. Chaque compte a son adresse, par exemple `mon-compte.pigeon.example`. "
    "L’application de codes « Clé de poche » est à l’adresse `cle-de-poche.example`."
)

_OF = "<adresse>"
STARTS = {
    _OF: "Un compte, sous l’adresse de son site : `mon-compte.pigeon.example:`, puis ces mots",
    f"{_OF}.service": "Le nom du site",
    f"{_OF}.nom": "Le nom de la personne",
    f"{_OF}.identifiant": "Son identifiant",
    f"{_OF}.mot_de_passe": "Son mot de passe. Inventé, toujours",
    f"{_OF}.connecte": "`non` pour commencer par la page de connexion. Sinon elle est déjà entrée",
    f"{_OF}.telephone": "Le téléphone des codes : 06 39 98 12 34. Sans lui, pas de code par SMS",
    f"{_OF}.double": "La double vérification au départ : `sms`, `application`, `papier`, ou `non` (au départ)",
    f"{_OF}.codes": "Les codes à six chiffres, entre guillemets. Les SMS les envoient dans l’ordre ; l’application montre le dernier",
    f"{_OF}.secours": "Les codes de secours",
    f"{_OF}.cle": "La clé à recopier dans l’application",
    f"{_OF}.regles": "Ce que le site demande d’un nouveau mot de passe",
    f"{_OF}.regles.longueur": "Combien de caractères au moins : 12 au départ",
    f"{_OF}.regles.sortes": "Combien de sortes de caractères, de 1 à 4 : 3 au départ",
    f"{_OF}.informations": "Ce que le site sait de la personne",
    f"{_OF}.informations.id": "Le nom court de l’information",
    f"{_OF}.informations.libelle": "Ce que c’est : Date de naissance…",
    f"{_OF}.informations.valeur": "Ce qui est écrit",
    f"{_OF}.informations.visible": "Qui la voit : `moi` (au départ), `contacts` ou `tous`",
    f"{_OF}.informations.facultatif": "`oui` si elle peut être effacée",
    f"{_OF}.reglages": "Les réglages à deux positions",
    f"{_OF}.reglages.id": "Le nom court du réglage",
    f"{_OF}.reglages.texte": "Ce qu’il fait",
    f"{_OF}.reglages.valeur": "`oui` ou `non` (au départ)",
    f"{_OF}.appareils": "Les appareils entrés dans le compte",
    f"{_OF}.appareils.id": "Le nom court de l’appareil",
    f"{_OF}.appareils.nom": "Ce que c’est : Téléphone, Ordinateur…",
    f"{_OF}.appareils.lieu": "D’où il est entré",
    f"{_OF}.appareils.date": "Quand",
    f"{_OF}.appareils.ici": "`oui` pour celui dont on se sert : il ne se déconnecte pas de là",
    f"{_OF}.autorisations": "Les autres services qui se servent du compte",
    f"{_OF}.autorisations.id": "Le nom court du service",
    f"{_OF}.autorisations.nom": "Son nom",
    f"{_OF}.autorisations.acces": "Une liste : ce qu’il peut voir ou faire",
    f"{_OF}.autorisations.date": "Depuis quand",
}

NAMES = {
    "Le menu": "`compte-menu-<page>` (accueil, informations, mot-de-passe, double, appareils, autorisations, donnees, fermer), "
    "`compte-quitter`",
    "L’accueil": "`compte-carte-<page>` (mot-de-passe, double, appareils, informations, autorisations, donnees)",
    "Se connecter": "`compte-identifiant`, `compte-secret` (cases), `compte-voir`, `compte-coller-secret`, `compte-vider-secret`, `compte-entrer`",
    "Le code demandé": "`compte-code` (case), `compte-valider`, `compte-renvoyer`, `compte-recommencer`, `compte-application`",
    "Le mot de passe": "`compte-actuel`, `compte-nouveau`, `compte-encore` (cases), `compte-voir`, `compte-coller-actuel`, "
    "`compte-coller-nouveau`, `compte-vider-actuel`, `compte-vider-nouveau`, `compte-changer`",
    "La double vérification": "`compte-double-sms`, `compte-double-application`, `compte-double-papier`, `compte-secours`, `compte-arreter`",
    "L’activer": "`compte-envoyer`, `compte-renvoyer`, `compte-code` (case), `compte-valider`, `compte-application`, `compte-retour`",
    "Les codes de secours": "`compte-codes-telecharger`, `compte-codes-notes`, `compte-fini`",
    "L’application Clé de poche": "`cle-ajouter`, `cle-texte` (case), `cle-valider`, `cle-revenir`",
    "Les appareils": "`compte-deconnecter-<id>`, `compte-reconnecter-<id>`",
    "Les autorisations": "`compte-retirer-<id>`, `compte-redonner-<id>`",
    "Les informations": "`compte-voit-<id>-moi`, `compte-voit-<id>-contacts`, `compte-voit-<id>-tous`, `compte-effacer-<id>`, "
    "`compte-rendre-<id>`, `compte-reglage-<id>`",
    "Mes données": "`compte-preparer`, `compte-telecharger`",
    "Fermer le compte": "`compte-fermer`, `compte-copie`, `compte-fermer-oui`, `compte-fermer-non`, `compte-rouvrir`",
}

FACTS = {
    "compte.connecte": "On est entré dans un compte : adresse, double (oui quand un code a été demandé), moyen.",
    "compte.deconnecte": "On a quitté un compte : adresse.",
    "compte.code_envoye": "Le site a envoyé un code par SMS, qui arrive sur le téléphone : adresse, moyen, nom (du site), texte (du SMS).",
    "compte.mot_de_passe_change": "Le mot de passe d’un compte a changé : adresse, longueur, mots (leur nombre), sortes (de caractères, "
    "1 à 4), solide (oui, non), colle (oui quand il vient du coffre), reutilise (oui quand il est collé, et sert aussi ailleurs).",
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
}
