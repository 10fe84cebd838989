"""Putting every site back as it was, by hand, as a person can: what shows, after a random walk, that nothing was lost for good."""

from simulator.player import Player
from tests.simulator.tidying.bank import tidy_bank, tidy_shop
from tests.simulator.tidying.desktop import tidy_desktop
from tests.simulator.tidying.mailbox import messages, tidy_mailbox
from tests.simulator.tidying.phone import tidy_phone
from tests.simulator.tidying.portal import tidy_portal
from tests.simulator.tidying.safe import tidy_account, tidy_safe
from tests.simulator.tidying.social import tidy_social

__all__ = ["TIDY", "home", "messages", "to_tab"]

TIDY = {
    "courriel": tidy_mailbox,
    "telephone": tidy_phone,
    "coffre": tidy_safe,
    "compte": tidy_account,
    "demarches": tidy_portal,
    "banque": tidy_bank,
    "boutique": tidy_shop,
    "bureau": tidy_desktop,
    "reseau": tidy_social,
}


def home(player: Player) -> None:
    """« Page d’accueil », or on a device « Retrouver les onglets fermés » when one was."""
    if player.page.find("nav-home"):
        player.click("nav-home")


def to_tab(player: Player, tab: str) -> None:
    """The tab of this id. A device alone shows no tab: one is there already."""
    if len(player.practice.world.tabs) > 1 or player.page.find(f"onglet-{tab}"):
        player.click(f"onglet-{tab}")
