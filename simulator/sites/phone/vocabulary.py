"""The phone: what authors may write about it. docs/vocabulaire.md is made from this."""

PLACE = "Le téléphone de la personne. Un numéro inventé s’écrit comme on le lit : `01 99 00 12 34` ou `06 39 98 12 34`. Le `33700` existe aussi."

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
    "sms.texte": "Des lignes, ou `{texte, lien}`",
}

NAMES = {
    "En bas": "`tel-messages`, `tel-contacts`, `tel-clavier`, `tel-appel` (revenir à l’appel)",
    "Les SMS": "`sms-<id>`",
    "Un SMS ouvert": "`sms-retour`, `sms-repondre`, `sms-transferer`, `sms-supprimer`, `sms-remettre`, `sms-lien-<id>-<n>`",
    "Écrire un SMS": "`sms-a` (case, pour un transfert), `sms-texte` (case), `sms-envoyer`, `sms-annuler`",
    "Les contacts": "`appeler-<n>`",
    "Le clavier": "`tel-numero` (case), `tel-touche-<chiffre>`, `tel-effacer`, `tel-appeler`",
    "Un appel": "`raccrocher`, `rappeler`",
}

FACTS = {
    "telephone.appel": "Un numéro a été appelé : numero, nom (vide quand le téléphone ne le connaît pas).",
    "telephone.raccroche": "Un appel est fini : numero.",
    "sms.ouvert": "Un SMS a été ouvert : id, numero.",
    "sms.transfere": "Un SMS a été transféré : id, a (le numéro).",
    "sms.repondu": "Une réponse à un SMS est partie : id, numero, texte.",
    "sms.supprime": "Un SMS a été supprimé : id, numero.",
    "sms.remis": "Un SMS supprimé a été remis avec les autres : id.",
}
