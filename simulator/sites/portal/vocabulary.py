"""The administration portal: what authors may write about it. docs/vocabulaire.md is made from this."""

PLACE = (
    "Le site officiel des démarches, dans l’exercice : `demarches.gouv.example`. On s’y connecte avec PasseService (`passeservice.gouv.example`), "
    "qui propose des comptes que la personne a déjà, ou avec un compte créé sur place. On remplit, on relit, on envoie, on suit son dossier. "
    "À côté, le service « Texte en travers » (`texte-en-travers.gouv.example`) écrit un texte sur la copie d’un papier : `carte.jpg` devient "
    "`carte-texte.jpg`, que la messagerie peut joindre."
)

STARTS = {
    "nom": "Le nom de la personne, écrit en haut quand elle est connectée",
    "service": "Le nom du service. Sans lui : Démarches en ligne",
    "adresse": "L’adresse du site, pour une bibliothèque ou un club : `biblio-plou.example`. Sans elle : `demarches.gouv.example`",
    "connecte": "L’`id` du compte déjà ouvert. Sans lui, personne n’est connecté",
    "creation": "`non` pour que personne ne puisse créer un compte sur le site. Sans lui : oui",
    "comptes": "Les comptes que PasseService propose, dans l’ordre de l’écran",
    "comptes.id": "Son nom dans les buts",
    "comptes.nom": "Le nom affiché : « Mes impôts »",
    "comptes.adresse": "L’adresse de sa page de connexion. Sans elle : celle de PasseService",
    "comptes.libelle": "Ce qu’on demande en premier : « Numéro fiscal ». Sans lui : Identifiant",
    "comptes.identifiant": "L’identifiant inventé de la personne. Sans lui, elle n’a pas ce compte : il sera refusé",
    "comptes.mot-de-passe": "Le mot de passe inventé. Seule sa forme est gardée : deux comptes n’ont pas la même forme",
    "comptes.envoi": "`courriel` ou `sms` : un code part après le mot de passe. Il arrive dans la boîte, ou sur le téléphone, de l’exercice",
    "comptes.code": 'Le code envoyé, de 4 à 8 chiffres, entre guillemets : "482913"',
    "documents": "Les documents de la personne, dans l’ordre de la fenêtre « Choisir un fichier »",
    "documents.nom": "Le nom du fichier, jusqu’au bout : `facture-eau.pdf`. Sa fin est son format",
    "documents.genre": "`pdf`, `image`, `texte` ou `archive` : son dessin. Sans lui : pdf",
    "documents.taille": "« 210 Ko » ou « 8,4 Mo »",
    "documents.etat": "`flou` : le site le refuse parce qu’on ne peut pas le lire. Sans lui : net",
    "documents.apercu": "Ce qu’on lit dessus, une ligne par élément : le site le montre quand le document est choisi",
    "demarches": "Les démarches du site",
    "demarches.id": "Son nom dans les buts et dans l’adresse : `/demarche/<id>`",
    "demarches.titre": "Son titre",
    "demarches.texte": "À quoi elle sert, en une ou plusieurs lignes",
    "demarches.prix": "Ce qu’elle coûte. Sans lui : Gratuit",
    "demarches.connexion": "`non` : elle se fait sans compte. Sans lui : oui",
    "demarches.numero": "Le numéro de dossier donné à la fin : `D26-4471`",
    "demarches.avis": "`oui` : un courriel dit que la demande est reçue, et donne son numéro. Sans lui : non",
    "demarches.suite": "Ce que le service fera ensuite : écrit après l’envoi, et dans l’avis",
    "demarches.etapes": "Ses étapes. Une page pour tout relire vient toute seule à la fin",
    "demarches.etapes.titre": "Le titre de l’étape",
    "demarches.etapes.champs": "Les cases de l’étape",
    "demarches.etapes.champs.nom": "Son nom dans les buts, dans `champ-<nom>` et dans `modifier-<nom>`",
    "demarches.etapes.champs.libelle": "La question, au-dessus de la case",
    "demarches.etapes.champs.genre": (
        "`texte` (sans lui), `long`, `nombre`, `date`, `courriel`, `telephone`, `choix` (une réponse), `liste` (déroulante), `cases` (plusieurs réponses), "
        "`case` (une seule, à cocher) ou `document`"
    ),
    "demarches.etapes.champs.obligatoire": "`non` pour une case facultative. Sans lui : oui",
    "demarches.etapes.champs.aide": "Une ligne sous la question",
    "demarches.etapes.champs.valeur": "Ce qui est déjà rempli. Une date : `04/12/1950`. Une `case` cochée : oui",
    "demarches.etapes.champs.choix": "Les réponses d’un `choix`, d’une `liste` ou de `cases`, sans virgule",
    "demarches.etapes.champs.formats": "Pour un document : `pdf`, `jpg`, `png`. Sans lui : les trois",
    "demarches.etapes.champs.taille-max": "Pour un document : « 2 Mo » sans lui",
    "dossiers": "Les demandes déjà envoyées, visibles dans « Mes démarches »",
    "dossiers.numero": "Son numéro : `D26-1001`",
    "dossiers.titre": "Son titre",
    "dossiers.etat": "`recu` (sans lui), `en-cours`, `manque` (un document est demandé) ou `accepte`",
    "dossiers.date": "Quand la demande est partie, comme on le lit : « le 2 mars »",
    "dossiers.message": "Ce que le service a écrit sur le dossier",
    "dossiers.document": "Avec l’état `manque` : le document demandé, « Une facture d’eau »",
    "dossiers.formats": "Les formats acceptés, comme pour une case",
    "dossiers.taille-max": "Comme pour une case",
}

NAMES = {
    "En haut du site": "`entete-accueil`, `entete-demarches`, `se-connecter`, `se-deconnecter`",
    "L’accueil": "`demarche-<id>`",
    "Une démarche": "`commencer`, `demarche-effacer`, `voir-dossier`",
    "Se connecter": "`passeservice`, `compte-site`, `creer-compte`",
    "PasseService": "`compte-<id>`, `identifiant`, `mot-de-passe`, `valider`, `code`, `renvoyer`, `continuer`, `renoncer`",
    "Créer un compte": (
        "`creation-nom`, `creation-adresse`, `creation-mot-de-passe`, `creation-encore`, `creation-conditions`, `creation-valider`"
    ),
    "Une étape": (
        "`champ-<nom>` ; une date : `champ-<nom>-jour`, `champ-<nom>-mois`, `champ-<nom>-annee` ; un choix ou des cases : `champ-<nom>-<n>` ; "
        "un document : `joindre-<nom>`, `retirer-<nom>` ; puis `etape-suite`, `etape-retour`"
    ),
    "La fenêtre « Choisir un fichier »": "`fichier-<n>` (dans votre ordre), `fichiers-ouvrir`, `fichiers-annuler`",
    "Relisez avant d’envoyer": "`modifier-<nom>`, `envoyer`, `etape-retour`",
    "Votre demande est envoyée": "`telecharger`, `suivre`",
    "Mes démarches": "`dossier-<numéro en minuscules>`, `reprendre-<id>`",
    "Un dossier": (
        "`joindre-document`, `retirer-document`, `envoyer-document`, `reprendre-document`, `corriger-demande`, `telecharger`, `suivi-retour`"
    ),
    "Texte en travers": "`copie-joindre`, `copie-texte` (case), `copie-ajouter`, puis `copie-telecharger`, `copie-changer`",
}

FACTS = {
    "connexion.choix": "Un compte a été choisi pour se connecter : compte.",
    "connexion.refusee": "L’identifiant, le mot de passe ou le code n’était pas le bon : compte.",
    "connexion.code_envoye": "Un code est parti par SMS : compte, code, nom, texte.",
    "connexion.code_par_courriel": "Un code est parti par courriel : compte, code.",
    "connexion.reussie": "La personne est connectée et revenue sur le service : compte (site pour un compte créé sur place).",
    "connexion.alerte": "Un courriel d’alerte dit qu’une connexion PasseService vient d’avoir lieu : compte.",
    "connexion.fermee": "La personne s’est déconnectée : compte.",
    "connexion.compte_cree": "Un compte a été créé sur le portail : adresse.",
    "demarche.ouverte": "La page d’une démarche a été ouverte : nom, prix.",
    "demarche.commencee": "Une démarche a été commencée : nom.",
    "demarche.etape": "Une étape est remplie sans erreur : nom, etape (son rang).",
    "demarche.erreur": "Une case est à corriger : nom, champ.",
    "demarche.document": "Un document a été choisi : nom (la démarche ou le dossier), champ, fichier.",
    "demarche.document_refuse": "Un document n’a pas été pris : fichier, raison (format, taille ou flou).",
    "demarche.document_retire": "Un document a été retiré : nom, champ, fichier.",
    "demarche.modifiee": "Une réponse a été changée depuis la page « Relire » : nom, champ, valeur.",
    "demarche.effacee": "Une demande commencée a été effacée : nom.",
    "demarche.envoyee": "Une demande est partie : nom, numero, corrigee (oui, non), et chaque champ avec sa réponse.",
    "demarche.avis": "Un courriel du service dit que la demande est reçue : nom, numero.",
    "recu.telecharge": "L’accusé de réception a été téléchargé : numero.",
    "dossier.ouvert": "Le suivi d’un dossier a été ouvert : numero, etat.",
    "dossier.document_envoye": "Un document demandé par le service est parti : numero, fichier.",
    "dossier.document_repris": "Un document envoyé a été repris, pour en envoyer un autre : numero, fichier.",
    "copie.choisie": "Dans « Texte en travers », une copie a été choisie : fichier.",
    "copie.faite": "Un texte est écrit en travers d’une copie : fichier, texte.",
    "copie.telechargee": "La copie et son texte ont été téléchargés : fichier (celui d’avant), nom (le nouveau), texte.",
}
