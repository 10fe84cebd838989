"""The list of simulated sites, and the facts that the simulated web can tell: what authors may name in `fait`."""

from simulator.sites.answer_sheet.site import AnswerSheet
from simulator.sites.desktop.site import Desktop
from simulator.sites.lookalike.site import Lookalike
from simulator.sites.mailbox.site import Mailbox
from simulator.sites.pages.site import Pages
from simulator.sites.phone.site import Phone
from simulator.sites.press.site import Press
from simulator.sites.search.site import SearchEngine

SITES = {
    site.name: site
    for site in (
        Mailbox(),
        Pages(),
        Lookalike(),
        AnswerSheet(),
        Phone(),
        SearchEngine(),
        Press(),
        Desktop(),
    )
}

OF_THE_WINDOW = {
    "lien.adresse_vue": "La vraie adresse d’un lien a été regardée : adresse.",
    "nav.introuvable": "Une adresse qui n’existe pas a été ouverte : adresse.",
    "nav.onglet": "On est passé à un autre onglet : id.",
    "nav.onglet_ferme": "Un onglet a été fermé : id.",
    "nav.nouvel_onglet": "Un onglet vide a été ouvert : id.",
    "nav.zoom": "L’affichage a été agrandi ou réduit : valeur (100 = taille normale).",
    "nav.favori_ajoute": "Une page a été mise dans les favoris : adresse.",
    "nav.favori_retire": "Une page a été enlevée des favoris : adresse.",
    "fichier.telecharge": "Un fichier a été téléchargé : nom.",
    "fichier.ouvert": "Un fichier téléchargé a été ouvert : nom.",
    "fenetre.choix": "Une fenêtre ouverte toute seule a été fermée : id, genre (mise-a-jour, cookies, publicite, alerte), choix (l’id du bouton, ou croix).",
    "mission.terminee": "La personne a dit qu’elle avait fini.",
}
FACTS: dict[str, str] = OF_THE_WINDOW | {fact: told for site in SITES.values() for fact, told in site.facts.items()}
