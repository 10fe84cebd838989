"""Hard words in a real page: read with the keyboard where they stand, closed with Escape, read aloud in their sentence."""

from playwright.sync_api import Page, expect

from tests.browser.steps import C4, C7, settle, sign_in
from tests.browser.test_every_screen import faults

LINK = f"/lecon?lecon={C7}&ecran=4"  # « posez le pointeur sur le lien »
VOICE = """
window.said = [];
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
const voice = { lang: "fr-FR", localService: true };
Object.defineProperty(window, "speechSynthesis", { value: { getVoices: () => [voice], cancel() {}, speak(u) { window.said.push(u.text); }, addEventListener() {} } });
"""


def word(page: Page, name: str):
    return page.get_by_role("button", name=name, exact=True)


def open_lesson(epn, page: Page, path: str, who: str = "Odette") -> None:
    _id, code, pin = epn.person(who)
    sign_in(page, epn.url, code, pin)
    page.goto(epn.url + path)
    page.locator(".ecran .mot").first.wait_for()
    settle(page)


def test_a_word_is_opened_read_and_closed_with_the_keyboard(epn, page):
    open_lesson(epn, page, LINK)
    pointer, definition = word(page, "pointeur"), page.locator(".definition")
    expect(pointer).to_have_attribute("aria-expanded", "false")
    page.get_by_role("button", name="Écouter").focus()
    page.keyboard.press("Tab")
    expect(pointer).to_be_focused()
    page.keyboard.press("Enter")
    expect(definition).to_have_text("pointeur\u00a0: Petite flèche qui suit votre souris.")
    expect(pointer).to_be_focused()
    expect(pointer).to_have_attribute("aria-expanded", "true")
    assert pointer.evaluate("e => e.closest('p').nextElementSibling.id === e.getAttribute('aria-controls')")
    assert faults(page) == []
    page.keyboard.press("Escape")
    expect(definition).to_have_count(0)
    expect(pointer).to_be_focused()
    page.keyboard.press("Space")
    expect(definition).to_have_count(1)
    pointer.click()
    expect(definition).to_have_count(0)
    expect(pointer).to_have_attribute("aria-expanded", "false")


def test_in_a_list_the_definition_stays_in_its_item_and_goes_away_with_the_screen(epn, page):
    open_lesson(epn, page, f"/lecon?lecon={C4}&ecran=3", "Yann")
    first = page.locator("main .ecran li .mot").first
    first.click()
    expect(page.locator(".ecran li > .definition")).to_have_count(1)
    page.get_by_role("button", name="Suivant").click()
    expect(page.get_by_text("écran 4 sur")).to_be_visible()
    expect(page.locator(".definition")).to_have_count(0)


def test_on_a_small_phone_with_the_largest_text_nothing_scrolls_sideways_and_words_are_big_enough(epn, new_context):
    page = new_context(320, 640).new_page()
    open_lesson(epn, page, LINK, "Jean")
    for enlarged in (False, True):
        if enlarged:
            page.evaluate("document.documentElement.style.setProperty('font-size', '40px', 'important')")
        for one in page.locator(".ecran .mot").all():
            one.click()
            box = one.bounding_box()
            assert box["height"] >= 24 and box["width"] >= 24
        expect(page.locator(".definition")).to_have_count(0 if enlarged else 3)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")
    page.locator(".ecran .mot").first.click()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")


def test_the_voice_reads_the_word_in_its_sentence_and_only_the_definitions_that_are_open(epn, page):
    page.add_init_script(VOICE)
    open_lesson(epn, page, LINK, "Anne")
    page.get_by_role("button", name="Écouter").click()
    page.wait_for_function("window.said.length > 3")
    said = " ".join(page.evaluate("window.said"))
    assert "posez le pointeur sur le lien, sans cliquer" in said and "Petite flèche" not in said
    word(page, "pointeur").click()
    expect(page.locator(".definition")).to_have_count(1)
    page.get_by_role("button", name="Arrêter la lecture").click()
    page.evaluate("window.said = []")
    page.get_by_role("button", name="Écouter").click()
    page.wait_for_function("window.said.length > 3")
    assert "pointeur: Petite flèche qui suit votre souris." in " ".join(page.evaluate("window.said"))
