"""The list of simulated sites, and the facts that the simulated web can tell: what authors may name in `fait`."""

from simulator import vocabulary
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

FACTS: dict[str, str] = vocabulary.FACTS | {fact: told for site in SITES.values() for fact, told in site.facts.items()}
