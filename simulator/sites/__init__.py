"""The list of simulated sites, and the facts that the simulated web can tell: what authors may name in `fait`."""

from simulator.sites.answer_sheet.site import AnswerSheet
from simulator.sites.desktop.site import Desktop
from simulator.sites.lookalike.site import Lookalike
from simulator.sites.mailbox.site import Mailbox
from simulator.sites.pages.site import Pages
from simulator.sites.phone.site import Phone

SITES = {
    site.name: site
    for site in (
        Mailbox(),
        Pages(),
        Lookalike(),
        AnswerSheet(),
        Phone(),
        Desktop(),
    )
}

OF_THE_WINDOW = {
    "lien.adresse_vue": "La vraie adresse d’un lien a été regardée : adresse.",
    "nav.introuvable": "Une adresse qui n’existe pas a été ouverte : adresse.",
    "nav.onglet": "On est passé à un autre onglet : id.",
    "nav.onglet_ferme": "Un onglet a été fermé : id.",
    "mission.terminee": "La personne a dit qu’elle avait fini.",
}
FACTS: dict[str, str] = OF_THE_WINDOW | {fact: told for site in SITES.values() for fact, told in site.facts.items()}
