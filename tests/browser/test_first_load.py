"""The first page on a telephone: little to fetch, and nothing fetched twice or in vain."""

from bench.first_load import LINE
from tests.browser.steps import settle, try_without_account


def test_the_door_weighs_little_on_a_slow_line(epn, page):
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", LINE)
    sizes = []
    line.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(epn.url + "/connexion", wait_until="networkidle")
    assert len(sizes) > 4 and sum(sizes) < 20_000


def test_a_practice_comes_with_its_window_and_asks_for_nothing_in_vain(epn, page):
    asked, refused = [], []
    page.on("response", lambda answer: (asked if answer.ok or answer.status < 400 else refused).append(answer.url))
    try_without_account(page, epn.url)
    page.locator(".sim [data-page]").first.wait_for()
    settle(page)
    window = [url for url in asked if "/simulator.fenetre/" in url]
    assert sorted(url.rpartition("/")[2] for url in window) == ["fenetre.css", "fenetre.js", "morph.js"]
    assert refused == [] and not [url for url in asked if "/entrainement/_stcore" in url]
