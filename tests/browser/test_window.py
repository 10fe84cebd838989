"""The bridge of the simulated web in a real browser: only what Python alone cannot show."""

import re

import pytest
from playwright.sync_api import Page, expect

from progress_db import open_memory, practices
from tests.browser.hand import TWICE
from tests.browser.steps import C4, C7, open_practice, sign_in

ROOT = "document.querySelector('[class*=st-key-fenetre-] [data-testid=stBidiComponentIsolated]').shadowRoot"


@pytest.fixture
def seated(epn, page):
    who, code, pin = epn.person("Odile")
    sign_in(page, epn.url, code, pin)
    return who


def kept(server, who: str, lesson: str) -> list[dict]:
    memory = open_memory(server.data)
    with memory.connection() as db:
        row = practices.latest(db, who, lesson)
        entries = practices.journal(db, row.id)
    memory.close()
    return entries


def wait_for_journal(page: Page, server, who: str, lesson: str, size: int) -> list[dict]:
    for _ in range(60):
        entries = kept(server, who, lesson)
        if len(entries) >= size:
            return entries
        page.wait_for_timeout(100)
    return kept(server, who, lesson)


@pytest.mark.parametrize("gap", [None, 0, 5, 30])
def test_twenty_fast_events_are_all_kept_once_and_in_order(server, epn, page, seated, gap):
    open_practice(page, epn.url, C4)
    page.evaluate(
        f"""async gap => {{ for (let i = 0; i < 20; i++) {{ {ROOT}.querySelector('#nav-reload').click();
        if (gap !== null) await new Promise(r => setTimeout(r, gap)); }} }}""",
        gap,
    )
    entries = wait_for_journal(page, server, seated, C4, 20)
    assert [e["seq"] for e in entries if e["type"] == "nav.reload"] == list(range(1, 21))


def test_typing_goes_on_while_python_repaints(epn, page, seated):
    open_practice(page, epn.url, C4)
    page.locator("#mail-nouveau").click()
    field = page.locator("textarea[name=corps]")
    field.wait_for()
    page.evaluate(
        f"() => {{ let n = 0; const id = setInterval(() => {{ {ROOT}.querySelector('#nav-reload').click(); if (++n == 8) clearInterval(id) }}, 100) }}"
    )
    field.press_sequentially("abcdefghij" * 6, delay=15)
    page.wait_for_timeout(800)
    expect(field).to_have_value("abcdefghij" * 6)


def test_a_double_click_on_a_message_is_one_click(server, epn, page, seated):
    open_practice(page, epn.url, C4)
    page.locator(".ligne").first.dblclick()
    page.locator("#retour").wait_for()
    page.wait_for_timeout(600)
    assert len([e for e in kept(server, seated, C4) if e["type"] == "nav.go"]) == 1


def test_the_second_half_of_a_double_click_on_send_opens_nothing_of_what_comes_under_it(server, epn, page, seated):
    open_practice(page, epn.url, C4)
    click = "new MouseEvent('click', {bubbles: true, composed: true, cancelable: true, detail: %d, clientX: 200, clientY: 300})"
    page.evaluate(
        f"""async () => {{ {ROOT}.querySelector('form [type=submit]').dispatchEvent({click % 1}); await new Promise(r => setTimeout(r, 100));
        {ROOT}.querySelector('.ligne').dispatchEvent({click % 2}); }}"""
    )
    page.wait_for_timeout(600)
    assert [e["type"] for e in kept(server, seated, C4) if "message" in str(e.get("args"))] == []


def trap_with_a_link(page: Page) -> None:
    """Open messages until one holds a link."""
    for i in range(page.locator(".ligne").count()):
        page.locator(".ligne").nth(i).click()
        page.locator("#retour").wait_for()
        if page.locator(".corps .lien").count():
            return
        page.locator("#retour").click()
        page.locator(".ligne").first.wait_for()


def test_the_true_address_of_a_link_shows_on_hover_and_on_keyboard_focus(epn, page, seated):
    open_practice(page, epn.url, C7)
    trap_with_a_link(page)
    link = page.locator(".corps .lien").first
    address = link.get_attribute("data-url")
    link.hover()
    expect(page.locator("#etat")).to_have_text(address)
    page.locator("h1").hover()
    expect(page.locator("#etat")).to_have_text("")
    link.focus()
    expect(page.locator("#etat")).to_have_text(address)
    expect(page.locator(".bas")).to_have_css(
        "pointer-events", "none"
    )  # it grows over the link it tells, and lets its click through


def test_on_a_phone_a_long_press_shows_where_the_link_goes(epn, new_context):
    _who, code, pin = epn.person("Paule")
    page = new_context(390, 844, has_touch=True, is_mobile=True).new_page()
    sign_in(page, epn.url, code, pin)
    open_practice(page, epn.url, C7)
    trap_with_a_link(page)
    link = page.locator(".corps .lien").first
    address = link.get_attribute("data-url")
    link.dispatch_event("touchstart")
    sheet = page.get_by_role("alertdialog", name="Adresse du lien")
    expect(sheet).to_contain_text(address)
    sheet.get_by_role("button", name="Fermer").click()
    expect(sheet).to_have_count(0)


def test_on_a_phone_the_bar_of_addresses_lies_over_the_page_only_when_it_says_one(epn, new_context):
    """Empty, it hid the field one was typing in."""
    _who, code, pin = epn.person("Perrine")
    page = new_context(390, 844).new_page()
    sign_in(page, epn.url, code, pin)
    open_practice(page, epn.url, C7)
    trap_with_a_link(page)
    expect(page.locator(".sim .bas")).to_have_css("position", "static")
    page.locator(".corps .lien").first.focus()
    expect(page.locator(".sim .bas")).to_have_css("position", "sticky")


def test_on_a_phone_the_place_one_was_at_comes_back_when_a_dialog_closes(epn, new_context):
    _who, code, pin = epn.person("Ginette")
    page = new_context(390, 560).new_page()
    sign_in(page, epn.url, code, pin)
    open_practice(page, epn.url, C4)
    page.locator("#mail-nouveau").click()
    page.wait_for_timeout(TWICE)
    page.locator("#joindre").click()
    for part in ("#fichiers-titre", "#fichiers-ouvrir"):  # what is asked, and what to press after, without scrolling the list
        expect(page.locator(part)).to_be_in_viewport(ratio=1)
    page.locator("#fichier-1").click()
    page.locator("#fichiers-ouvrir").click()
    expect(page.locator(".sim [role=dialog]")).to_have_count(0)
    expect(page.locator("#joindre")).to_be_in_viewport(ratio=1)


def test_what_is_typed_on_a_false_site_never_leaves_the_page(server, epn, page, seated):
    sent: list[bytes] = []
    page.on("websocket", lambda ws: ws.on("framesent", lambda f: sent.append(f if isinstance(f, bytes) else f.encode())))
    open_practice(page, epn.url, C7)
    for i in range(8):
        page.locator(".ligne").nth(i).click()
        page.locator("#retour").wait_for()
        if page.locator(".corps .lien").count():
            page.locator(".corps .lien").first.click()
            page.locator("#retour").wait_for(state="detached")
            if page.locator("input[id^=piege-]").count():
                break
            page.locator("#nav-back").click()  # an honest page: back to the message
            page.locator("#retour").wait_for()
        page.locator("#retour").click()
        page.locator(".ligne").first.wait_for()
    page.locator("input[id^=piege-]").first.fill("MonVraiSecret29")
    page.locator("#piege-valider").click()
    expect(page.locator("details.avis").first).to_be_visible()
    assert sent and not any(b"MonVraiSecret29" in frame for frame in sent)
    assert "MonVraiSecret29" not in str(kept(server, seated, C7))


def test_a_hint_points_at_the_thing_itself(epn, page, seated):
    open_practice(page, epn.url, C4)
    for _ in range(8):
        if page.locator(".spot").count():
            return
        help_button = page.get_by_role("button", name="coup de main").or_(page.get_by_role("button", name="Montrez-moi"))
        help_button.click()
        page.wait_for_timeout(500)
    raise AssertionError("no hint points at anything")


def test_from_the_title_of_a_message_the_tab_key_goes_to_its_buttons(epn, page, seated):
    open_practice(page, epn.url, C4)
    page.locator(".ligne").first.click()
    page.locator("#retour").wait_for()
    expect(page.locator("#page-titre")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#retour")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#repondre")).to_be_focused()


def test_an_address_chosen_among_the_contacts_is_seen_and_is_sent(epn, page, seated):
    """A box that was empty takes the text that Python puts in it (it did not, when the box became a text area)."""
    open_practice(page, epn.url, "courriel/ecrire-un-message")
    page.locator("#mail-nouveau").click()
    page.locator("#contacts").click()
    page.locator("#contact-2").click()
    expect(page.locator("#r-nouveau-a")).to_have_value(re.compile(r"\w+@\w+"))
