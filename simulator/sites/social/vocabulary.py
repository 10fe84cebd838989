"""The social network in the authors' words: the place, its start, the names of what stands on screen, its facts."""

PLACE = (
    "Le réseau social « Bavardine », à l’adresse `bavardine.example` : un fil, des publications, un profil, "
    "des demandes d’amis, des messages privés."
)

_PERSON = {
    "id": "Le nom court de la personne",
    "nom": "Son nom affiché",
    "ville": "Sa ville",
    "cree": "Quand son compte a été créé : `en mars 2014`, `hier`",
    "amis": "Combien d’amis elle a",
    "communs": "Les noms des amis en commun",
    "photos": "Ses photos, chacune décrite",
    "a-propos": "Une ligne sur elle",
    "portrait": "Ce que montre sa photo de profil",
}


def _person(of: str, **more: str) -> dict[str, str]:
    return {f"{of}.{word}": told for word, told in {**_PERSON, **more}.items()}


STARTS = {
    "nom": "Le nom de la personne qui s’exerce",
    "ville": "Sa ville",
    "textes": "`gardes` : ce qu’elle tape est montré et jugé. Sinon `effaces` : rien n’est gardé, et c’est ainsi au départ",
    "prochaines": "Qui voit ses prochaines publications : `public` (au départ), `amis` ou `moi`",
    "fil": "L’ordre du fil : `populaire` (au départ) ou `recent`",
    "profil": "Les morceaux de son profil",
    "profil.id": "Le nom court du morceau",
    "profil.libelle": "Ce que c’est : Téléphone, Date de naissance…",
    "profil.valeur": "Ce qui est écrit",
    "profil.visible": "Qui le voit : `public` (au départ), `amis` ou `moi`",
    "amis": "Ses amis",
    **_person("amis"),
    "personnes": "Les autres personnes, et les pages (clubs, magasins, marques)",
    **_person("personnes", page="`oui` pour une page"),
    "demandes": "Les personnes qui demandent à être amies. Avec `tri`, ce sont elles qu’on trie",
    **_person("demandes", date="Quand elle a demandé", mot="Le mot qui accompagne la demande"),
    "publications": "Les publications, de la plus récente à la plus ancienne",
    "publications.id": "Le nom court de la publication",
    "publications.de": "`moi`, ou l’id d’une personne",
    "publications.texte": "Son texte",
    "publications.date": "Quand elle a paru",
    "publications.photo": "Ce que montre sa photo",
    "publications.lieu": "Le lieu affiché",
    "publications.visible": "Qui la voit : `public` (au départ), `amis` ou `moi`",
    "publications.sponsorise": "`oui` pour une publicité",
    "publications.sujet": "L’id d’un sujet : on peut demander d’en voir moins",
    "publications.pourquoi": "Les raisons données par « Pourquoi je vois ça »",
    "publications.reactions": "Combien de personnes ont aimé",
    "publications.lien": "Un lien : `{texte, lien}`",
    "publications.lien.texte": "Les mots du lien",
    "publications.lien.lien": "Son adresse",
    "publications.commentaires": "Les commentaires",
    "publications.commentaires.de": "`moi`, ou l’id d’une personne",
    "publications.commentaires.texte": "Le texte du commentaire",
    "publications.commentaires.date": "Quand il a été écrit",
    "sujets": "Les sujets que le réseau prête à la personne",
    "sujets.id": "Le nom court du sujet",
    "sujets.nom": "Son nom : Jardin, Beauté…",
    "photos": "Ses photos, à publier",
    "photos.id": "Le nom court de la photo",
    "photos.montre": "Ce qu’elle montre",
    "lieux": "Les lieux proposés quand elle publie",
    "messages": "Les conversations privées, une par personne",
    "messages.avec": "L’id d’une personne",
    "messages.lu": "`oui` si tout est lu",
    "messages.lignes": "Les messages, du plus ancien au plus récent",
    "messages.lignes.de": "`moi`, ou `eux` (au départ)",
    "messages.lignes.texte": "Le texte",
    "messages.lignes.date": "Le jour ou l’heure",
    "messages.lignes.lien": "L’adresse d’un lien : le texte devient ce lien",
    "messages.lignes.photo": "Ce que montre une photo envoyée",
    "messages.reponses": "Les réponses toutes prêtes",
    "messages.reponses.id": "Le nom court de la réponse",
    "messages.reponses.texte": "Ce qu’on répond",
    "messages.reponses.apres": "L’id d’une réponse à donner avant",
    "messages.reponses.suite": "Ce que l’autre écrit alors",
}

NAMES = {
    "En haut": "`rs-fil` (Accueil), `rs-demandes`, `rs-messages`, `rs-profil`, `rs-reglages`",
    "Le fil": "`publier`, `fil-populaire` (Pour vous), `fil-recent`, `fil-remettre-<id>`",
    "Une publication": "`auteur-<id>`, `aimer-<id>`, `commenter-<id>`, `partager-<id>`, `lien-pub-<id>`, `visible-pub-<id>`",
    "Son menu": "`plus-<id>`, puis `pourquoi-<id>`, `capture-<id>`, `signaler-<id>`, `masquer-<id>`, `supprimer-<id>`",
    "Les commentaires": "`commentaire-texte-<id>` (case), `commentaire-envoyer`, `auteur-c-<id>-<n>`, `signaler-c-<id>-<n>`, "
    "`supprimer-c-<id>-<n>`, `publication-retour`",
    "Publier": "`publier-texte` (case), `photo-<id>`, `photo-aucune`, `lieu-<n>`, `lieu-aucun`, `pour-public`, `pour-amis`, `pour-moi`, "
    "`publier-envoyer`, `publier-annuler`",
    "Pourquoi je vois ça": "`sujet-<id>`, `suivre-<id>`, `pourquoi-retour`",
    "Le profil": "`visible-<id>`, `vu-public`, `vu-ami`, `vu-fin`",
    "Choisir qui voit": "`audience-public`, `audience-amis`, `audience-moi`, `audience-annuler`",
    "Une personne": "`personne-retour`, `ecrire-<id>`, `capture-profil`, `signaler-personne`, `bloquer`, `debloquer`",
    "Les demandes": "`demande-<id>`, `accepter-<id>`, `refuser-<id>`, `signaler-demande-<id>`, `demande-remettre-<id>`",
    "Les messages": "`message-<id>`",
    "Une conversation": "`messages-retour`, `profil-<id>`, `capture`, `signaler`, `bloquer`, `debloquer`, `reponse-<id>`, "
    "`lien-message-<n>`, `message-texte` (case), `message-envoyer`, `message-retirer`",
    "Signaler": "`motif-faux-compte`, `motif-argent`, `motif-insulte`, `motif-faux`, `motif-genant`, `motif-annuler` ; "
    "pour revenir en arrière, `annuler-signalement-<quoi>-<id>`",
    "Bloquer": "`bloquer-oui`, `bloquer-annuler`",
    "Les réglages": "`visible-prochaines`, `visible-<id>`, `anciennes-amis`, `vu-public`, `vu-ami`, `sujet-<id>`, `suivre-<id>`, "
    "`debloquer-<id>`, `captures`, `remettre-<id>`",
    "Mes captures": "`captures-retour`, `capture-supprimer-<n>`",
}

FACTS = {
    "reseau.audience": "On a choisi qui voit : quoi (profil, publication, prochaines, anciennes), id, pour (public, amis, moi). "
    "Pour une publication, aussi : photo (son id), lieu.",
    "reseau.vu_comme": "Le profil a été regardé comme un autre le voit : comme (public, amis), montre et cache (les id des morceaux), "
    "publications (les id de celles qui se voient).",
    "reseau.publie": "Une publication est partie : id, texte, photo (son id), lieu, pour (public, amis, moi).",
    "reseau.supprime": "Une publication, ou un commentaire, a été supprimée : quoi, id.",
    "reseau.remis": "Ce qui était supprimé ou masqué est revenu : quoi, id.",
    "reseau.masque": "Une publication a été masquée : id.",
    "reseau.aime": "On a aimé une publication : id.",
    "reseau.aime_retire": "On n’aime plus une publication : id.",
    "reseau.partage": "Une publication a été partagée : id.",
    "reseau.partage_retire": "Un partage a été retiré : id.",
    "reseau.commente": "On a écrit un commentaire : id (de la publication), texte.",
    "reseau.pourquoi": "« Pourquoi je vois ça » a été ouvert : id.",
    "reseau.reglage": "Un réglage du fil a changé : quoi (sujet, suivre, ordre), id, valeur (oui, non ; recent, populaire).",
    "reseau.profil_ouvert": "La page d’une personne a été ouverte : id, nom.",
    "reseau.demande_acceptee": "Une demande d’ami a été acceptée : id, nom.",
    "reseau.demande_refusee": "Une demande d’ami a été refusée : id, nom.",
    "reseau.demande_signalee": "Une demande d’ami a été signalée : id, nom, motif.",
    "reseau.demande_remise": "La réponse à une demande a été annulée : id, nom.",
    "reseau.message_ouvert": "Une conversation a été ouverte : id.",
    "reseau.message_envoye": "Un message est parti : id (de la personne), reponse (l’id de la réponse toute prête, ou rien), texte.",
    "reseau.message_retire": "Un message envoyé a été retiré : id, reponse.",
    "reseau.capture": "Une capture a été gardée : quoi (conversation, publication, profil), id, de (les id des personnes qu’on y lit).",
    "reseau.capture_supprimee": "Une capture a été supprimée : quoi, id.",
    "reseau.signale": "Un signalement est parti : quoi (publication, commentaire, personne), id, motif, de (l’id de la personne).",
    "reseau.signalement_annule": "Un signalement a été annulé : quoi, id.",
    "reseau.bloque": "Une personne a été bloquée : id, nom.",
    "reseau.debloque": "Une personne a été débloquée : id, nom.",
}
