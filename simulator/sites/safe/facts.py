"""What the safe can tell: what authors may name in `fait`."""

_SECRET = "longueur, mots (leur nombre), sortes (de caractères, 1 à 4), solide (oui, non)"
FACTS = {
    "coffre.ouvert": "Le coffre a été ouvert avec la phrase secrète.",
    "coffre.refuse": "Une autre phrase a été essayée.",
    "coffre.verrouille": "Le coffre a été verrouillé.",
    "coffre.montre": "Un mot de passe a été affiché : site, id.",
    "coffre.copie": "Un mot de passe a été copié pour un autre site : site, id, adresse, identifiant, reutilise.",
    "coffre.cree": f"Un mot de passe créé par le coffre a été choisi : sorte (caracteres, mots), {_SECRET}.",
    "coffre.enregistre": "Un nouveau compte a été rangé dans le coffre : site, id, identifiant, reutilise (oui, non), "
    f"sorte (tape, caracteres, mots, repris), {_SECRET}.",
    "coffre.change": "Un compte du coffre a été modifié : site, id, identifiant, nouveau (oui quand le mot de passe a changé), "
    f"reutilise, sorte, {_SECRET}.",
    "coffre.supprime": "Un compte a été retiré du coffre : site, id.",
    "coffre.remis": "Un compte retiré a été remis dans le coffre : site, id.",
}
