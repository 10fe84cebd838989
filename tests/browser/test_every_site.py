"""Every page that a solution passes through, on every site, in a real Chromium with the sheet that is served: axe, targets, widths, zoom.

The window alone, without Streamlit around it: its screens are in test_every_screen.py, its bridge in test_window.py."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from simulator.browser import site_at
from simulator.player import Player
from simulator.sites import SITES
from simulator.window import assets
from tests.browser.test_every_screen import faults, small_targets
from tests.simulator.test_every_scenario import FOUND

MOST = 14  # pages of one site
MOUNT = """([css, html]) => {
  document.documentElement.lang = 'fr';
  document.title = 'Entraînement';
  document.body.innerHTML = '<main><h1>Entraînement</h1><div id="hote"></div></main>';
  document.body.style.cssText = 'margin: 8px; font-family: sans-serif';
  const root = document.getElementById('hote').attachShadow({ mode: 'open' });
  root.innerHTML = `<style>${css}</style><div class="sim">${html}</div>`;
}"""
SIDEWAYS = """() => {
  const root = document.getElementById('hote').shadowRoot, page = root.querySelector('.page');
  const wide = document.documentElement.scrollWidth > innerWidth + 1 || page.scrollWidth > page.clientWidth + 1;
  return wide ? [...root.querySelectorAll('.page *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1).map((e) => e.outerHTML.slice(0, 120)).slice(0, 3).concat(['wide']) : [];
}"""


def pages() -> dict[str, list[str]]:
    """Site -> windows that its solutions show, each with something (an act, a look) that none before it had."""
    shown: dict[str, dict[str, set[str]]] = defaultdict(dict)
    for told in FOUND:
        for solution in told.solutions:
            player = Player(told)
            for step in solution.steps:
                world = player.practice.world
                if name := site_at(world, world.tab.url):
                    looks = {e.attributes.get("data-event", "") for e in player.page.elements}
                    looks |= {word for e in player.page.elements for word in e.attributes.get("class", "").split()}
                    shown[name].setdefault(player.practice.payload()["html"], looks)
                player.do(step)
    return {name: _varied(found) for name, found in shown.items()}


def _varied(found: dict[str, set[str]]) -> list[str]:
    """The windows that add most, one after the other, until none adds anything or there are enough."""
    chosen: list[str] = []
    seen: set[str] = set()
    while len(chosen) < MOST:
        best = max(found, key=lambda html: len(found[html] - seen))
        if not found[best] - seen:
            break
        chosen.append(best)
        seen |= found[best]
    return chosen


PAGES = pages()


@pytest.fixture(scope="module")
def sheet() -> str:
    return (Path(assets().name) / "frontend/fenetre.css").read_text("utf-8")


def test_every_site_has_its_pages():
    assert set(PAGES) == set(SITES)


@pytest.mark.parametrize("site", SITES)
def test_every_page_is_accessible_on_a_computer_a_phone_and_at_two_hundred_per_cent(site, page, sheet):
    found = []
    page.emulate_media(reduced_motion="reduce")
    for number, html in enumerate(PAGES[site]):
        page.goto("about:blank")
        page.evaluate(MOUNT, [sheet, html])
        for width, height in ((1280, 800), (640, 400), (390, 844), (320, 640)):
            page.set_viewport_size({"width": width, "height": height})
            wrong = [*small_targets(page), *page.evaluate(SIDEWAYS)]
            if width == (1280, 390)[number % 2]:  # axe, the slow one: one of the two sizes, in turn
                wrong += faults(page)
            found += [(number, width, one) for one in wrong]
    assert found == []
