"""« Écouter » on the screens where one must act: the door, and the simulated web, whose buttons are named."""

from playwright.sync_api import expect

from tests.browser.steps import sign_in
from tests.browser.test_glossary import VOICE

MESSAGES = "/entrainement?lecon=courriel/ouvrir-un-message"


def heard(page) -> str:
    page.wait_for_function("window.said.length > 3")
    return " | ".join(page.evaluate("window.said"))


def test_the_door_is_heard_with_its_fields_and_its_buttons(epn, page):
    page.add_init_script(VOICE)
    page.goto(epn.url + "/connexion")
    page.get_by_role("button", name="Écouter").click()
    said = heard(page)
    assert (
        "Bonjour" in said and "Code de ma carte" in said and "Bouton: Entrer." in said and "Bouton: Essayer sans compte." in said
    )
    expect(page.get_by_role("button", name="Arrêter la lecture")).to_have_attribute("aria-pressed", "true")


def test_the_simulated_window_is_heard_as_it_is_now(epn, page):
    page.add_init_script(VOICE)
    _id, code, pin = epn.person("Jeanne")
    sign_in(page, epn.url, code, pin)
    page.goto(epn.url + MESSAGES)
    page.locator("#page-titre").wait_for()
    page.get_by_role("button", name="Écouter la fenêtre").click()
    said = heard(page)
    assert "Boîte de réception" in said and "Bouton:" in said
    assert "À faire" not in said
