"""The safe in the authors' words: the place, its start, the names of what stands on screen, its facts."""

PLACE = (
    "Le coffre à mots de passe « Tiroir », à l’adresse `coffre.example`. Une phrase secrète l’ouvre. Il range les comptes, crée des "
    "mots de passe, et les copie pour les autres sites : on les y colle."
)

STARTS = {
    "phrase": "La phrase secrète qui ouvre le coffre : plusieurs mots, 12 signes au moins. À écrire aussi dans la consigne",
    "moi": "L’identifiant déjà écrit dans un nouveau compte, souvent l’adresse de courriel",
    "comptes": "Les comptes rangés dans le coffre. Deux comptes de même `mot_de_passe` sont signalés",
    "comptes.id": "Le nom court du compte",
    "comptes.site": "Le nom du site, tel qu’on le lit",
    "comptes.adresse": "L’adresse du site, pour s’y rendre depuis le coffre",
    "comptes.identifiant": "L’identifiant sur ce site",
    "comptes.mot_de_passe": "Le mot de passe rangé. Inventé, toujours",
    "creations": "Les mots de passe que le coffre propose. Sans cette ligne, il a les siens",
    "creations.caracteres": "Une liste : 20 caractères ou plus chacun, sans espace. Le coffre en garde le début",
    "creations.mots": "Une liste : 7 mots ou plus chacun. Le coffre en garde les premiers",
    "ouvert": "`oui` pour un coffre déjà ouvert. Sinon il est verrouillé",
}

NAMES = {
    "Le coffre verrouillé": "`coffre-phrase` (case), `coffre-voir-phrase`, `coffre-ouvrir`",
    "En haut": "`coffre-comptes`, `coffre-nouveau`, `coffre-verrouiller`",
    "La liste": "`coffre-compte-<id>`, `coffre-remettre-<id>` (parmi les supprimés). L’id d’un compte ajouté est le nom de son site en "
    "minuscules : « Eaux de Plou » devient `eaux-de-plou`",
    "Un compte": "`coffre-montrer`, `coffre-copier`, `coffre-aller` (son site), `coffre-modifier`, `coffre-supprimer`, `coffre-remettre`",
    "Ajouter ou modifier un compte": "`coffre-site`, `coffre-identifiant`, `coffre-secret` (cases), `coffre-voir`, `coffre-creer`, "
    "`coffre-reprendre`, `coffre-retaper`, `coffre-enregistrer`, `coffre-annuler`",
    "Créer un mot de passe": "`coffre-sorte-caracteres`, `coffre-sorte-mots`, `coffre-longueur-<n>` (8, 12, 16, 20 caractères ; 3, 5, 7 mots), "
    "`coffre-autre`, `coffre-utiliser`, `coffre-revenir`",
    "Reprendre un mot de passe": "`coffre-prendre-<id>`, `coffre-revenir`",
}

_SECRET = "longueur, mots (leur nombre), sortes (de caractères, 1 à 4), solide (oui, non)"
FACTS = {
    "coffre.ouvert": "Le coffre a été ouvert avec la phrase secrète.",
    "coffre.refuse": "Une autre phrase a été essayée.",
    "coffre.verrouille": "Le coffre a été verrouillé.",
    "coffre.montre": "Un mot de passe a été affiché : site, id.",
    "coffre.copie": "Un mot de passe a été copié pour un autre site : site, id, adresse, identifiant, reutilise (oui, non).",
    "coffre.cree": f"Un mot de passe créé par le coffre a été choisi : sorte (caracteres, mots), {_SECRET}.",
    "coffre.enregistre": "Un nouveau compte a été rangé dans le coffre : site, id, identifiant, reutilise (oui, non), "
    f"sorte (tape, caracteres, mots, repris), {_SECRET}.",
    "coffre.change": "Un compte du coffre a été modifié : site, id, identifiant, nouveau (oui quand le mot de passe a changé), "
    f"reutilise, sorte, {_SECRET}.",
    "coffre.supprime": "Un compte a été retiré du coffre : site, id.",
    "coffre.remis": "Un compte retiré a été remis dans le coffre : site, id.",
}
