"""Play the C7 practice in the browser: who is a trap is read in the author file, what is done is done with the mouse."""

from playwright.sync_api import Page, expect

from learning.content import Scenario
from library import open_shelf
from tests.browser.steps import C7, settle


def scenario_on_show(page: Page, root) -> Scenario:
    """The variant whose messages are in the inbox."""
    page.locator(".ligne").first.wait_for()
    ids = {row.get_attribute("id").removeprefix("mail-") for row in page.locator(".ligne").all()}
    for scenario in open_shelf(root).practice(C7).variants:
        if ids <= {*scenario.sorting.traps, *scenario.sorting.genuine}:
            return scenario
    raise AssertionError(f"no variant holds {ids}")


def sort_lot(page: Page, server, missing: int = 0, only_first: bool = False) -> None:
    """Report every trap of the lot (but `missing` of them) with one of its true cues."""
    scenario = scenario_on_show(page, server.root)
    messages = {m["id"]: m for m in scenario.world["sites"]["courriel"]["messages"]}
    traps = [t for t in scenario.sorting.traps][: 1 if only_first else len(scenario.sorting.traps) - missing]
    for trap in traps:
        page.locator(f"#mail-{trap}").click()
        page.locator("#signaler").click()
        page.locator(f"#indice-{messages[trap]['indices'][0]}").click()
        expect(page.locator(f"#mail-{trap}")).to_have_count(0)
    settle(page)


def finish_lot(page: Page) -> None:
    page.get_by_role("button", name="Mon tri est terminé").click()
    page.locator(".retour-reponse").wait_for()
    settle(page)
