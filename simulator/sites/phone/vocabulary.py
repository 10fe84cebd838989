"""The phone: what authors may write about it. docs/vocabulaire.md is made from this."""

PLACE = (
    "Le téléphone de la personne. Un numéro inventé s’écrit comme on le lit : `01 99 00 12 34` ou `06 39 98 12 34`. "
    "Le `33700` répond toujours. Un fait qui finit par `.code_envoye`, avec `texte`, y fait arriver un SMS : `recu-1`, `recu-2`… "
    "Un appel sonne par-dessus la page ouverte ; s’il y en a plusieurs, chacun attend que le téléphone soit libre."
)

STARTS = {
    "contacts": "Les personnes connues",
    "contacts.nom": "Le nom",
    "contacts.numero": "Le numéro",
    "contacts.reponse": "Les phrases qu’on entend",
    "numeros": "D’autres numéros qui répondent",
    "numeros.numero": "Le numéro",
    "numeros.nom": "Le nom affiché, s’il y en a un",
    "numeros.reponse": "Les phrases qu’on entend",
    "sms": "Les SMS reçus",
    "sms.id": "Un nom court, sans accent",
    "sms.numero": "Le numéro de l’expéditeur",
    "sms.nom": "Le nom affiché, s’il y en a un",
    "sms.date": '`"9:15"`, `hier`…',
    "sms.lu": "`oui` : déjà lu au départ",
    "sms.texte": "Des lignes, ou `{texte, lien}`",
    "sms.arrive": "Il arrive plus tard : `{apres: telephone.accepte}`. Sans ce mot, il est là au départ",
    "sms.arrive.apres": "Le fait attendu, ou une liste de faits",
    "sms.arrive.ou": "Ses valeurs, comme dans un but : `ou: {appel: banque}`",
    "appels": "Les appels que la personne va recevoir",
    "appels.id": "Un nom court, sans accent",
    "appels.nom": "Le nom affiché ; sinon, celui du contact qui a ce numéro",
    "appels.numero": "Le numéro affiché. Sans lui : « Numéro masqué »",
    "appels.vrai_numero": "Le numéro de qui appelle vraiment, quand le numéro affiché est usurpé",
    "appels.sonne": "Il sonne plus tard : `{apres: telephone.raccroche, ou: {appel: banque}}`. Sans ce mot, il sonne au départ",
    "appels.sonne.apres": "Le fait attendu, ou une liste de faits",
    "appels.sonne.ou": "Ses valeurs, comme dans un but",
    "appels.dialogue": "La conversation, moment par moment. Elle commence par le premier",
    "appels.dialogue.id": "Le nom du moment",
    "appels.dialogue.dit": "Ce que dit la personne qui appelle, une bulle par ligne. 2 courtes bulles tiennent à l’écran avec 3 réponses",
    "appels.dialogue.reponses": "Ce qu’on peut répondre. Sans réponse, il ne reste qu’à raccrocher",
    "appels.dialogue.reponses.id": "Le nom de la réponse : un seul dans tout l’appel",
    "appels.dialogue.reponses.texte": "La réponse, comme la personne la dirait",
    "appels.dialogue.reponses.suite": "Le moment qui suit. Sans suite, l’appel se termine",
    "journal": "Les appels d’avant, du plus récent au plus ancien",
    "journal.sens": "`recu`, `emis` ou `manque`",
    "journal.nom": "Le nom affiché, s’il y en a un",
    "journal.numero": "Le numéro. Sans lui : « Numéro masqué »",
    "journal.date": '`"9:15"`, `hier`…',
}

NAMES = {
    "En bas": "`tel-messages`, `tel-appels`, `tel-contacts`, `tel-clavier`, `tel-appel` (revenir à l’appel)",
    "Les SMS": "`sms-<id>` ; le 33700 répond dans `sms-33700`",
    "Un SMS ouvert": "`sms-retour`, `sms-repondre`, `sms-transferer`, `sms-supprimer`, `sms-remettre`, `sms-lien-<id>-<n>`",
    "Écrire un SMS": "`sms-a` (case, pour un transfert), `sms-texte` (case), `sms-envoyer`, `sms-annuler`",
    "Les contacts": "`appeler-<n>`",
    "Le clavier": "`tel-numero` (case), `tel-touche-<chiffre>`, `tel-effacer`, `tel-appeler`",
    "Le téléphone sonne": "`accepter`, `refuser`",
    "Un appel": "`reponse-<id>` (répondre), `raccrocher`, `rappeler`",
    "Les appels passés": "`journal-<n>` (rappeler), `journal-lire-<n>` (relire ce qui a été dit) : 1 est le plus récent",
}

FACTS = {
    "telephone.sonne": "Un appel arrive : appel (son id), numero et nom (affichés).",
    "telephone.accepte": "Un appel reçu a été accepté : appel, numero, nom.",
    "telephone.refuse": "Un appel reçu a été refusé : appel, numero, nom.",
    "telephone.reponse": "Une réponse a été choisie pendant un appel : appel, choix (son id), texte.",
    "telephone.appel": "Un numéro a été appelé : numero, nom (vide quand le téléphone ne le connaît pas), depuis (contacts, clavier, journal, appel).",
    "telephone.raccroche": "Un appel est fini : numero, appel (l’id de la personne qui avait appelé, sinon vide), depuis (comme telephone.appel ; vide pour un appel reçu).",
    "sms.recu": "Un SMS est arrivé : id (recu-1, recu-2… pour les codes), numero.",
    "sms.ouvert": "Un SMS a été ouvert : id, numero.",
    "sms.transfere": "Un SMS a été transféré : id, a (le numéro).",
    "sms.repondu": "Une réponse à un SMS est partie : id, numero, texte.",
    "sms.signale": "Le 33700 a eu le numéro ou le nom de l’expéditeur, le signalement est complet : id (du SMS transféré).",
    "sms.supprime": "Un SMS a été supprimé : id, numero.",
    "sms.remis": "Un SMS supprimé a été remis avec les autres : id.",
}
