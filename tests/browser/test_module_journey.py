"""Skills, as a resident walks them: the lesson, the practice, the questions; and « Faire le point » before."""

import pytest
from playwright.sync_api import Page, expect

from library import open_shelf
from tests.browser.conftest import ROOT
from tests.browser.hand import play, variant_on_show
from tests.browser.steps import settle, sign_in
from tests.browser.walk import a_few, walk

SHELF = open_shelf(ROOT)
MODULE = next(m for m in SHELF.modules if m.name == "courriel")
KNOWN = ("C1", "C2", "C3", "C4")  # closed under prerequisites: a half of the module


def title(page: Page) -> str:
    return page.locator("h1").inner_text()


@pytest.mark.parametrize("lesson", a_few(SHELF), ids=lambda lesson: lesson.skill)
def test_a_skill_is_walked_from_the_first_screen_to_the_last_question(epn, page, lesson):
    """As few skills as it takes to meet each module and each simulated site. All of them, to the attestation: `make course`."""
    who, code, pin = epn.person("Odette")
    sign_in(page, epn.url, code, pin)
    walk(page, epn, SHELF, who, lesson)


def test_who_knows_half_of_the_module_is_proposed_the_other_half(epn, page):
    _id, code, pin = epn.person("Yves")
    sign_in(page, epn.url, code, pin)
    page.get_by_role("link", name="Le courriel").click()
    expect(page.locator("h1")).to_have_text("Le courriel")  # the page before has such a link too, for another module
    page.get_by_role("link", name="faire le point").click()
    expect(page.locator("h1")).to_have_text("Faire le point")
    settle(page)
    page.get_by_role("button", name="Commencer").click()
    page.locator("#page-titre").wait_for()
    for number in range(1, 11):
        if title(page) != f"Tâche {number}":
            break
        page.locator("#page-titre").wait_for()
        settle(page)
        lesson, scenario = asked(page)
        if lesson.skill in KNOWN:
            play(page, scenario.solutions[0])
        else:
            page.get_by_role("button", name="Je ne sais pas").click()
        expect(page.locator("h1")).not_to_have_text(f"Tâche {number}")
        settle(page)
    expect(page.locator("h1")).to_have_text("Mon parcours")
    said = page.locator("main").inner_text() if page.locator("main").count() else page.inner_text("body")
    known, _, to_learn = said.partition("À apprendre maintenant")
    for lesson in MODULE.lessons:
        assert (lesson.title in to_learn.partition("Continuer")[0]) == (lesson.skill not in KNOWN), lesson.title
        assert (lesson.objective in known) == (lesson.skill in KNOWN), lesson.objective
    page.get_by_role("link", name="Continuer", exact=True).click()
    first = next(lesson for lesson in MODULE.lessons if lesson.skill not in KNOWN)
    expect(page.get_by_text(f"{first.title}. Environ")).to_be_visible()


def asked(page: Page):
    """The lesson whose small task is on show, and the variant."""
    for lesson in MODULE.lessons:
        task = SHELF.task(lesson.ref)
        try:
            return lesson, variant_on_show(page, task)
        except AssertionError:
            continue
    raise AssertionError(page.locator(".mission").inner_text())
