"""Our scripts and our pages in a real Chromium: identity, idleness, focus, voice, French words, accessibility."""

from __future__ import annotations

import socket
import threading
import time
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Page, expect
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from web import door
from web.guard import SEAT
from web.static_files import address

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[1] / "axe" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Stands where the script's page is, with the marks that ours carry and a few of Streamlit's own English words.
SCREEN = """<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Écran</title><link rel="stylesheet" href="{css}">{scripts}</head>
<body><div data-testid="stApp" data-test-connection-state="CONNECTED" data-test-script-state="notRunning"><main data-testid="stMain">
<h1>Écran 1</h1><span data-session="{session}"></span><span data-focus="1"></span>
<button type="button" data-ecouter aria-pressed="false">Écouter</button>
<div data-testid="stMarkdownContainer"><p>Écrivez à mairie@plou.example.</p><p>Upload</p></div>
<label>Nom <input id="nom" placeholder="Choose an option"></label><div data-testid="InputInstructions">Press Enter to apply</div>
<form method="post" action="/deconnexion"><button>J’ai fini</button></form></main></div></body></html>"""
VOICE = """window.dit = [];
Object.defineProperty(window, "speechSynthesis", { value: {
  getVoices: () => [{ lang: "fr-FR", name: "Voix", localService: true }], cancel() { window.dit.push("(fin)"); }, addEventListener() {},
  speak(said) { window.dit.push(said.text); } } });
window.SpeechSynthesisUtterance = function (text) { this.text = text; };"""


async def screen(request: Request) -> HTMLResponse:
    seat = request.scope[SEAT]
    scripts = "".join(f'<script defer src="{address(name)}"></script>' for name in ("fr.js", "garde.js", "dire.js", "ecouter.js"))
    return HTMLResponse(SCREEN.format(css=address("app.css"), scripts=scripts, session=seat.session[:12] if seat else ""))


@pytest.fixture
def site(house, shelf):
    """The door on a real port; gives its address."""
    yield from served(house, shelf)


@pytest.fixture
def new_site(empty_house, shelf):
    yield from served(empty_house, shelf)


def served(made, shelf):
    routes, middleware = door(made.memory, lambda: shelf, made.clock, made.root)
    routes.append(Route("/ecran", screen))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    config = uvicorn.Config(
        Starlette(routes=routes, middleware=middleware), port=port, log_level="warning", ws="none", lifespan="off"
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture
def page(browser):
    context = browser.new_context(locale="fr-FR", viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


def come_in(page: Page, site: str, one) -> None:
    page.goto(f"{site}/connexion")
    page.get_by_label("Code de ma carte").fill(one.card)
    page.get_by_label("Mon code à 4 chiffres").fill(one.pin)
    page.get_by_role("button", name="Entrer").click()
    page.goto(f"{site}/ecran")
    expect(page.locator("[data-session]")).not_to_have_attribute("data-session", "")


def look_again(page: Page) -> None:
    page.evaluate("dispatchEvent(new Event('focus'))")


def test_a_page_left_open_goes_away_when_somebody_else_signs_in(page, site, house):
    come_in(page, site, house.people["Maryvonne"])
    other = page.context.new_page()
    come_in(other, site, house.people["D’Artagnan"])
    look_again(page)
    page.wait_for_url(f"{site}/")


def test_a_minute_before_the_end_the_page_asks_and_one_key_goes_on(page, site, house):
    come_in(page, site, house.people["Maryvonne"])
    keep_tab(house)
    house.clock.forward(minutes=19, seconds=10)
    look_again(page)
    asked = page.get_by_role("alertdialog", name="Êtes-vous toujours là ?")
    expect(asked).to_be_visible()
    expect(page.get_by_role("button", name="Je continue")).to_be_focused()
    page.keyboard.press("Enter")
    expect(asked).to_be_hidden()
    expect_rest(page, 20 * 60)


def test_without_an_answer_the_page_closes_and_says_why(page, site, house):
    come_in(page, site, house.people["Maryvonne"])
    house.clock.forward(minutes=30)
    look_again(page)
    page.wait_for_url("**/connexion?fin=absence")
    expect(page.locator(".message[role=status]")).to_contain_text("la page s’est fermée toute seule")


def test_after_leaving_the_back_button_shows_nobody(page, site, house):
    come_in(page, site, house.people["Maryvonne"])
    page.get_by_role("button", name="J’ai fini").click()
    expect(page.locator(".message[role=status]")).to_have_text("À bientôt.")
    page.go_back()
    page.wait_for_load_state()
    assert page.locator("[data-session]").count() == 0 or page.locator("[data-session]").get_attribute("data-session") == ""


def test_a_silent_network_is_told_then_the_words_go_away(page, site, house):
    come_in(page, site, house.people["Maryvonne"])
    page.route("**/etat", lambda route: None)
    look_again(page)
    banner = page.locator("#pas-connexion")
    expect(banner).to_contain_text("La connexion est coupée. On réessaie tout seul", timeout=8000)
    page.unroute("**/etat")
    expect(banner).to_be_empty(timeout=12_000)


def test_a_cut_socket_is_told_too_and_a_short_cut_is_not(page, site, house):
    come_in(page, site, house.people["Maryvonne"])
    state = "document.querySelector('[data-testid=stApp]').setAttribute('data-test-connection-state', '{}')"
    page.evaluate(state.format("PINGING_SERVER"))
    page.evaluate(state.format("CONNECTED"))
    page.wait_for_timeout(1800)
    expect(page.locator("#pas-connexion")).to_be_empty()
    page.evaluate(state.format("PINGING_SERVER"))
    expect(page.locator("#pas-connexion")).to_contain_text("rien n’est perdu")


def test_the_focus_goes_to_the_title_of_the_next_screen_not_of_the_first(page, site, house):
    come_in(page, site, house.people["Maryvonne"])
    assert page.evaluate("document.activeElement.tagName") == "BODY"
    page.evaluate(
        "document.querySelector('h1').textContent = 'Écran 2'; document.querySelector('[data-focus]').dataset.focus = '2'"
    )
    expect(page.get_by_role("heading", name="Écran 2")).to_be_focused()


def test_a_computer_without_a_french_voice_says_so(page, site, house):
    come_in(page, site, house.people["Maryvonne"])
    page.get_by_role("button", name="Écouter").click()
    expect(page.locator("#pas-voix")).to_have_text("Cet ordinateur n’a pas de voix française. Le texte reste affiché.")
    expect(page.get_by_role("button", name="Écouter")).to_have_attribute("aria-pressed", "false")


def test_listening_reads_the_text_without_the_buttons_and_stops_at_the_next_screen(page, site, house):
    page.add_init_script(VOICE)
    come_in(page, site, house.people["Maryvonne"])
    page.get_by_role("button", name="Écouter").click()
    page.wait_for_function("dit.length > 2")
    said = page.evaluate("dit.filter((text) => text !== '(fin)').join(' | ')")
    assert "Écran 1" in said and "mairie arobase plou point example" in said and "J’ai fini" not in said
    button = page.get_by_role("button", name="Arrêter la lecture")
    expect(button).to_have_attribute("aria-pressed", "true")
    page.evaluate("document.querySelector('[data-focus]').dataset.focus = '2'")
    expect(page.get_by_role("button", name="Écouter")).to_have_attribute("aria-pressed", "false")


def test_streamlits_words_become_french_and_those_of_a_lesson_stay(page, site, house):
    come_in(page, site, house.people["Maryvonne"])
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<button aria-label=\"Close\">Upload</button>')")
    expect(page.get_by_role("button", name="Fermer")).to_have_text("Choisir un fichier")
    expect(page.locator("#nom")).to_have_attribute("placeholder", "Choisissez")
    page.evaluate("document.querySelector('[data-testid=InputInstructions]').firstChild.nodeValue = 'Press Ctrl+Enter to apply'")
    expect(page.get_by_text("Ctrl + Entrée pour valider")).to_be_visible()
    expect(page.locator("[data-testid=stMarkdownContainer]")).to_contain_text("Upload")


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844), (320, 640)])
def test_the_pages_of_the_door_have_no_accessibility_fault_and_fit_the_screen(page, site, new_site, width, height):
    page.set_viewport_size({"width": width, "height": height})
    for where in (f"{site}/connexion", f"{site}/connexion?fin=absence", f"{site}/connexion/conseiller", f"{site}/nulle-part",
                  f"{new_site}/connexion", f"{new_site}/installation"):  # fmt: skip
        page.goto(where)
        check(page)
    page.goto(f"{site}/connexion")
    page.get_by_label("Code de ma carte").fill("ABCDE")
    page.get_by_role("button", name="Entrer").click()
    check(page)
    page.goto(f"{new_site}/installation")
    page.get_by_role("button", name="Installer ce lieu").click()
    check(page)


def test_the_door_opens_with_the_keyboard_alone(page, site, house):
    one = house.people["Maryvonne"]
    page.goto(f"{site}/c/{one.card}")
    expect(page.get_by_label("Mon code à 4 chiffres")).to_be_focused()
    page.keyboard.type(one.pin)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}/")


def check(page: Page) -> None:
    """No axe violation, no sideways scroll, every button and field 48 px high or more."""
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate(
        "rules => axe.run({ runOnly: rules }).then(r => r.violations.map(v => [v.id, v.nodes.map(n => n.html)]))", RULES
    )
    assert found == [], page.url
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth"), page.url
    small = page.evaluate(
        "[...document.querySelectorAll('button, input:not([type=hidden]), textarea')].filter(e => e.getBoundingClientRect().height < 48).length"
    )
    assert small == 0, page.url


def expect_rest(page: Page, seconds: int) -> None:
    for _ in range(40):
        if page.evaluate("fetch('/etat').then(r => r.json()).then(a => a.reste)") == seconds:
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"the session does not last {seconds} seconds more")


def keep_tab(house) -> None:
    """No websocket here: the open tab is counted by hand."""
    with house.memory.connection() as db:
        db.run("UPDATE sessions SET tabs = 1")
