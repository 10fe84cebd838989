"""The shops, in the authors' words: what they are, what a start may say, what their elements are called, what they tell."""

PLACE = (
    "Des boutiques, une par adresse, que l’auteur invente : `bouilloires-de-plou.example`. Une fausse boutique est une boutique comme les autres, "
    "sans mentions légales, ou avec un prix trop bas."
)

STARTS = {
    "<adresse>": "L’adresse de la boutique : bouilloires-de-plou.example",
    "<adresse>.nom": "Son nom",
    "<adresse>.devise": "Une phrase sous le nom",
    "<adresse>.couleur": "`bleu`, `vert`, `rouge` ou `orange`. Sans elle : bleu",
    "<adresse>.annonce": "Une phrase en tête de toutes les pages : « Plus que 2 heures »",
    "<adresse>.produits": "Ce qu’elle vend",
    "<adresse>.produits.id": "Son nom dans les buts",
    "<adresse>.produits.nom": "Ce que c’est",
    "<adresse>.produits.prix": "34,90",
    "<adresse>.produits.ancien": "Un prix barré, à côté",
    "<adresse>.produits.dessin": "`bouilloire`, `chaussures`, `lampe`, `chaise`, `velo` ou `colis`",
    "<adresse>.produits.texte": "Ce qu’on en dit",
    "<adresse>.produits.avis": "Les avis des clients",
    "<adresse>.produits.avis.nom": "Qui l’a écrit",
    "<adresse>.produits.avis.date": "Quand",
    "<adresse>.produits.avis.note": "De 1 à 5",
    "<adresse>.produits.avis.texte": "Ce qu’il dit",
    "<adresse>.mentions": "La page des mentions légales : qui vend. Sans elle, pas de page",
    "<adresse>.contact": "La page de contact : adresse, téléphone, courriel",
    "<adresse>.conditions": "La page des conditions de vente",
    "<adresse>.retours": "La page des retours",
    "<adresse>.panier": "Ce qui est déjà dans le panier : des `id` de produits",
    "<adresse>.livraisons": "Les façons de recevoir",
    "<adresse>.livraisons.id": "Son nom dans les buts",
    "<adresse>.livraisons.nom": "Ce qu’on lit : « Point relais de Plou »",
    "<adresse>.livraisons.prix": "4,90, ou 0",
    "<adresse>.livraisons.delai": "« 3 jours »",
    "<adresse>.champs": "Les cases du formulaire. Sans elles : nom et adresse",
    "<adresse>.champs.nom": "Son nom dans les buts",
    "<adresse>.champs.libelle": "Ce qu’on lit au-dessus",
    "<adresse>.champs.obligatoire": "`oui` : la commande en a besoin",
    "<adresse>.champs.valeur": "Ce que la personne de l’histoire écrirait",
    "<adresse>.champs.rempli": "`oui` : cette valeur est déjà dans la case",
    "<adresse>.champs.aide": "Une phrase sous le libellé",
    "<adresse>.offres": "`oui` : la case « Recevoir les offres » est déjà cochée ; `non` : elle ne l’est pas. Sans elle, pas de case",
    "<adresse>.bouton": "Le bouton après le formulaire. Sans lui : Continuer vers le paiement",
    "<adresse>.paiement": "Les façons de payer : `carte`, `virement`. Sans elles : carte",
    "<adresse>.carte": "Les 4 derniers chiffres d’une carte que le navigateur propose. Sans elle, il faut écrire le numéro",
    "<adresse>.iban": "Le compte où envoyer l’argent, pour un virement",
    "<adresse>.banque": "L’adresse de la banque qui demande un accord : banque-fil-deau.example. Sans elle, le paiement passe tout de suite",
}

NAMES = {
    "Partout": "`bo-accueil`, `bo-panier`, `bo-mentions`, `bo-contact`, `bo-conditions`, `bo-retours`",
    "La première page": "`bo-produit-<id>`",
    "Un produit": "`bo-ajouter`, `bo-retour`",
    "Le panier": "`bo-plus-<id>`, `bo-moins-<id>`, `bo-enlever-<id>`, `bo-commander`, `bo-continuer-achats`",
    "La livraison": "`bo-champ-<nom>`, `bo-livraison-<id>`, `bo-offres`, `bo-continuer`",
    "Le paiement": "`bo-payer`, `bo-carte-numero`, `bo-carte-date`, `bo-carte-code`, `bo-payer-virement`, `bo-modifier`",
    "La commande": "`bo-annuler`, `bo-banque`, `bo-recommencer`",
}

FACTS = {
    "boutique.visite": "Une boutique a été ouverte : hote.",
    "boutique.produit": "Un produit a été regardé : hote, produit.",
    "boutique.page": "Une page qui dit à qui est la boutique a été lue : hote, page (mentions, contact, conditions, retours).",
    "boutique.panier_ajoute": "Un produit a été mis dans le panier : hote, produit.",
    "boutique.panier_retire": "Un produit a été enlevé du panier : hote, produit.",
    "boutique.formulaire": "Le formulaire a été envoyé : hote, champs (les cases remplies), facultatifs (celles dont on pouvait se passer), offres (oui, non).",
    "boutique.carte_tapee": "Un numéro de carte a été tapé, sans être envoyé : hote.",
    "boutique.carte_donnee": "La carte a été donnée à une boutique : hote, montant.",
    "boutique.paiement_demande": "La boutique attend l’accord de la banque : hote, marchand, montant, reference, retour.",
    "boutique.paiement_refuse": "La banque n’a pas donné son accord : hote, reference.",
    "boutique.commande": "La commande est faite : hote, reference, produits, montant, livraison, champs, facultatifs, offres (oui, non), paiement (carte, virement).",
    "boutique.commande_annulee": "La commande a été annulée : hote, reference.",
}
