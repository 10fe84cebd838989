"""What people do in the journeys, in their words."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, expect

DESK = {"place": "EPN des trois villages", "name": "Gaëlle Le Bris", "login": "gaelle", "password": "une longue phrase de passe"}
C4, C7 = "courriel/joindre-un-fichier", "courriel/reconnaitre-un-piege"


@dataclass
class Place:
    url: str
    person: Callable[[str], tuple[str, str, str]]
    memory: Callable  # opens the same base as the server, as `with memory() as db`
    variant: Callable[[str, str], str]  # which one this person has now, of the practice of this lesson


def settle(page: Page) -> None:
    """Wait until Streamlit has drawn: its foot is there, and nothing runs. A page just loaded says « not running » before its first run."""
    page.locator("p.pied").first.wait_for(state="attached")
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()


def sign_in(page: Page, url: str, code: str, pin: str) -> None:
    page.goto(url + "/connexion")
    page.get_by_label("Code de ma carte").fill(code)
    page.get_by_label("Mon code à 4 chiffres").fill(pin)
    page.get_by_role("button", name="Entrer").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Bonjour")
    settle(page)


def counsellor_sign_in(page: Page, url: str) -> None:
    page.goto(url + "/connexion/conseiller")
    page.get_by_label("Identifiant").fill(DESK["login"])
    page.get_by_label("Mot de passe").fill(DESK["password"])
    page.get_by_role("button", name="Se connecter").click()
    page.wait_for_url("**/conseiller")
    settle(page)


def sign_out(page: Page) -> None:
    page.get_by_role("button", name="J’ai fini", exact=True).click()
    page.wait_for_url("**/connexion*")


def try_without_account(page: Page, url: str) -> None:
    page.goto(url)
    page.get_by_role("button", name="Essayer sans compte").click()
    page.locator("#page-titre").wait_for()


def open_practice(page: Page, url: str, lesson: str) -> None:
    page.goto(f"{url}/entrainement?lecon={lesson}")
    page.locator("#page-titre").wait_for()
