"""The list of simulated sites, and the facts that the simulated web can tell: what authors may name in `fait`."""

from simulator import vocabulary
from simulator.sites.account.site import AccountSettings
from simulator.sites.answer_sheet.site import AnswerSheet
from simulator.sites.bank.site import Bank
from simulator.sites.desktop.site import Desktop
from simulator.sites.lookalike.site import Lookalike
from simulator.sites.mailbox.site import Mailbox
from simulator.sites.pages.site import Pages
from simulator.sites.phone.site import Phone
from simulator.sites.portal.site import Portal
from simulator.sites.press.site import Press
from simulator.sites.safe.site import Safe
from simulator.sites.search.site import SearchEngine
from simulator.sites.shop.site import ShopSite
from simulator.sites.social.site import Social

SITES = {
    site.name: site
    for site in (
        Mailbox(),
        Pages(),
        Lookalike(),
        AnswerSheet(),
        Phone(),
        Safe(),
        AccountSettings(),
        Portal(),
        SearchEngine(),
        Press(),
        Social(),
        Bank(),
        ShopSite(),
        Desktop(),
    )
}

FACTS: dict[str, str] = vocabulary.FACTS | {fact: told for site in SITES.values() for fact, told in site.facts.items()}
