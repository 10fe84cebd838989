"""The main job, whole: a resident proves one skill alone, over several days, on several browsers."""

from datetime import UTC, datetime

from playwright.sync_api import Page, expect

from progress_db import workshops
from tests.browser.lots import finish_lot, sort_lot
from tests.browser.steps import C7, open_practice, settle, sign_in, sign_out
from workshops.workshop import Workshop


def title(page: Page):
    return page.get_by_role("heading", level=1)


def test_falls_in_the_trap_then_with_a_hint_then_alone_and_a_day_later_alone_elsewhere_is_autonomous(
    server, epn, page, new_context
):
    _id, code, pin = epn.person("Odette")
    sign_in(page, epn.url, code, pin)

    open_practice(page, epn.url, C7)
    sort_lot(page, server, missing=1)  # one trap stays in the inbox
    finish_lot(page)
    expect(page.get_by_text("Pas encore.")).to_be_visible()
    expect(page.get_by_text("Message piégé : pas encore vu")).to_be_visible()

    page.get_by_role("link", name="Essayer avec un autre exemple").click()
    page.locator("#page-titre").wait_for()
    page.get_by_role("button", name="J’ai besoin d’un coup de main").click()
    settle(page)
    sort_lot(page, server)
    finish_lot(page)
    expect(page.get_by_text("Vous l’avez fait avec un coup de main.")).to_be_visible()

    page.get_by_role("link", name="Refaire avec un autre exemple").click()
    page.locator("#page-titre").wait_for()
    sort_lot(page, server)
    finish_lot(page)
    expect(page.get_by_text("Vous l’avez fait sans aide.")).to_be_visible()
    expect(page.get_by_text("Dans votre carnet : je m’entraîne")).to_be_visible()
    sign_out(page)

    server.later(hours=25)
    other = new_context(390, 844).new_page()
    sign_in(other, epn.url, code, pin)
    open_practice(other, epn.url, C7)
    sort_lot(other, server)
    finish_lot(other)
    expect(other.get_by_text("Dans votre carnet : je sais faire")).to_be_visible()
    other.goto(epn.url + "/carnet")
    settle(other)
    other.locator(".carnet > li").filter(has_text="reconnaître un courriel piégé").get_by_text("Pourquoi ?").click()
    expect(other.get_by_text("Vous l’avez fait deux fois sans aide")).to_be_visible()


def test_the_same_evening_on_another_browser_the_practice_goes_on_at_the_same_step(server, epn, page, new_context):
    _id, code, pin = epn.person("Yann")
    sign_in(page, epn.url, code, pin)
    open_practice(page, epn.url, C7)
    sort_lot(page, server, only_first=True)
    page.wait_for_timeout(500)
    shown = page.locator(".fenetre").inner_text()

    home = new_context(390, 844).new_page()
    sign_in(home, epn.url, code, pin)
    open_practice(home, epn.url, C7)
    home.locator("#dossier-indesirables").click()
    expect(home.locator(".ligne")).to_have_count(1)
    assert "Boîte de réception" in shown


def test_a_reload_and_the_back_button_lose_nothing(epn, page):
    _id, code, pin = epn.person("Anne")
    sign_in(page, epn.url, code, pin)
    page.goto(f"{epn.url}/lecon?lecon={C7}&ecran=1")
    settle(page)
    first = title(page).inner_text()
    page.get_by_role("button", name="Suivant").click()
    expect(title(page)).not_to_have_text(first)
    second = title(page).inner_text()
    page.reload()
    expect(title(page)).to_have_text(second)
    page.go_back()
    expect(title(page)).to_have_text(first)
    page.goto(f"{epn.url}/lecon?lecon={C7}")
    expect(title(page)).to_have_text(second)  # where she was


def test_a_double_click_on_next_goes_one_screen_only(epn, page):
    _id, code, pin = epn.person("Marie")
    sign_in(page, epn.url, code, pin)
    page.goto(f"{epn.url}/lecon?lecon={C7}")
    settle(page)
    page.get_by_role("button", name="Suivant").dblclick()
    page.wait_for_timeout(800)
    expect(page.get_by_text("écran 2 sur")).to_be_visible()


def test_typed_but_unsent_text_survives_a_reload(epn, page):
    _id, code, pin = epn.person("Loïc")
    sign_in(page, epn.url, code, pin)
    open_practice(page, epn.url, "courriel/joindre-un-fichier")
    page.locator("#mail-nouveau").click()
    page.locator("textarea[name=corps]").fill("Bonjour, voici mon document.")
    page.wait_for_timeout(4500)
    page.reload()
    page.locator("textarea[name=corps]").wait_for()
    expect(page.locator("textarea[name=corps]")).to_have_value("Bonjour, voici mon document.")


def test_a_workshop_opened_during_a_lesson_offers_help_at_the_next_click_and_the_button_follows(epn, page):
    _who, code, pin = epn.person("Léa")
    sign_in(page, epn.url, code, pin)
    page.goto(f"{epn.url}/lecon?lecon={C7}&ecran=1")
    settle(page)
    ask = page.get_by_role("button", name="J’ai besoin d’aide")
    expect(ask).to_have_count(0)
    now = datetime.now(UTC)
    with epn.memory() as db:
        workshops.add(
            db, Workshop("later", "workshop", "Un atelier", now.date().isoformat(), "14:00", 90, "Plou", themes=("Email",)), now
        )
        workshops.open_one(db, "later", now)
    page.get_by_role("button", name="Suivant").click()
    ask.click()
    waiting = page.get_by_role("button", name="Aide demandée. Annuler ?")
    expect(waiting).to_be_visible()
    page.get_by_role("button", name="Suivant").click()
    expect(title(page)).not_to_have_text("")
    expect(waiting).to_be_visible()
    with epn.memory() as db:
        workshops.close(db, "later", now)
    page.get_by_role("button", name="Retour").click()
    expect(waiting).to_have_count(0)
