"""What the phone can tell: what authors may name in `fait`."""

FACTS = {
    "telephone.appel": "Un numéro a été appelé : numero, nom (vide quand le téléphone ne le connaît pas).",
    "telephone.raccroche": "Un appel est fini : numero.",
    "sms.recu": "Un SMS est arrivé d’un autre site (un code) : id (recu-1, recu-2…), numero.",
    "sms.ouvert": "Un SMS a été ouvert : id, numero.",
    "sms.transfere": "Un SMS a été transféré : id, a (le numéro).",
    "sms.repondu": "Une réponse à un SMS est partie : id, numero, texte.",
    "sms.supprime": "Un SMS a été supprimé : id, numero.",
    "sms.remis": "Un SMS supprimé a été remis avec les autres : id.",
}
