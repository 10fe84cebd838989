"""The list of simulated sites, and the facts they can tell: what authors may name in `fait`."""

from simulator.sites.answer_sheet.site import AnswerSheet
from simulator.sites.lookalike.site import Lookalike
from simulator.sites.mailbox.site import Mailbox
from simulator.sites.pages.site import Pages
from simulator.sites.phone.site import Phone

SITES = {site.name: site for site in (Mailbox(), Pages(), Lookalike(), AnswerSheet(), Phone())}

FACTS: dict[str, str] = {
    "courriel.ouvert": "Un message a été ouvert : id, adresse.",
    "courriel.envoye": "Un message est parti : a, cc, objet, corps, pieces, en_reponse_a, genre (nouveau, reponse, reponse_a_tous, transfert).",
    "courriel.contact_choisi": "Un contact a été choisi pour la case « À » : adresse.",
    "courriel.adresse_vue": "L’adresse cachée derrière un nom a été regardée : id, adresse.",
    "courriel.range": "Un message a été rangé dans un dossier de la personne : id, adresse, dossier (son nom).",
    "courriel.piece_jointe": "Un fichier a été joint : fichier.",
    "courriel.piece_retiree": "Un fichier joint a été retiré : fichier.",
    "courriel.piece_ouverte": "Une pièce reçue a été ouverte : id, fichier.",
    "courriel.signale": "Un message a été signalé comme piège : id, adresse, indice.",
    "courriel.indesirable": "Un message est allé dans les indésirables : id.",
    "courriel.supprime": "Un message est allé dans la corbeille : id.",
    "courriel.remis": "Un message est revenu dans la boîte de réception : id.",
    "courriel.recherche": "Une recherche a été faite dans les messages : texte.",
    "feuille.cochee": "Un choix a été coché sur la feuille : question, reponse.",
    "feuille.remise": "La feuille a été remise ; ses valeurs sont les questions, chacune avec sa réponse.",
    "lien.adresse_vue": "La vraie adresse d’un lien a été regardée : adresse.",
    "nav.introuvable": "Une adresse qui n’existe pas a été ouverte : adresse.",
    "nav.onglet": "On est passé à un autre onglet : id.",
    "nav.onglet_ferme": "Un onglet a été fermé : id.",
    "site.visite": "Un site honnête a été ouvert : adresse.",
    "piege.visite": "Un faux site a été ouvert : adresse.",
    "piege.secret_tape": "Un secret a été tapé sur un faux site, sans être envoyé : adresse.",
    "piege.secret_envoye": "Un secret a été envoyé à un faux site : adresse.",
    "telephone.appel": "Un numéro a été appelé : numero, nom (vide quand le téléphone ne le connaît pas).",
    "telephone.raccroche": "Un appel est fini : numero.",
    "sms.ouvert": "Un SMS a été ouvert : id, numero.",
    "sms.transfere": "Un SMS a été transféré : id, a (le numéro).",
    "sms.repondu": "Une réponse à un SMS est partie : id, numero, texte.",
    "sms.supprime": "Un SMS a été supprimé : id, numero.",
    "sms.remis": "Un SMS supprimé a été remis avec les autres : id.",
    "mission.terminee": "La personne a dit qu’elle avait fini.",
}
