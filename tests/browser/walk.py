"""One skill walked in a real browser: its lesson screen by screen, its practice by one of the author's ways, its questions."""

from playwright.sync_api import Page, expect

from learning.content import Lesson, Solution
from library import Shelf
from tests.browser.hand import answer, play
from tests.browser.steps import Place, settle

# the practices are walked in the order of the author's solutions: the second one, where there is one, is for another day
FIRST, LAST = 0, -1


def walk(page: Page, epn: Place, shelf: Shelf, who: str, lesson: Lesson) -> None:
    """From the first screen to the last question, without help."""
    read(page, epn.url, lesson)
    do(page, epn, shelf, who, lesson)
    page.get_by_role("link", name="Continuer : quelques questions").click()
    settle(page)
    answer(page, shelf.quiz(lesson.ref))
    expect(page.get_by_text("Vous avez répondu à toutes les questions")).to_be_visible()


def read(page: Page, url: str, lesson: Lesson) -> None:
    """Every screen of the lesson, then on to the practice."""
    page.goto(f"{url}/lecon?lecon={lesson.ref}&ecran=1")
    for screen in lesson.screens:
        expect(page.locator("h1")).to_have_text(screen.title)
        settle(page)
        last = screen is lesson.screens[-1]
        page.get_by_role("button", name="J’ai lu, je m’entraîne" if last else "Suivant").click()
    page.locator(".sim .page").first.wait_for()
    settle(page)


def do(page: Page, epn: Place, shelf: Shelf, who: str, lesson: Lesson, way: int = FIRST) -> None:
    """The practice on show, to its end, by one of its solutions."""
    scenario = shelf.practice(lesson.ref).scenario(epn.variant(who, lesson.ref))
    solution: Solution = scenario.solutions[way]
    play(page, solution)
    expect(page.get_by_text("Vous l’avez fait sans aide.")).to_be_visible()
    settle(page)


def a_few(shelf: Shelf) -> list[Lesson]:
    """As few lessons as it takes to meet every module, and every site of the simulated web."""
    others = [lesson for lesson in shelf.lessons if shelf.practice(lesson.ref)]
    wanted = {(lesson.module, site) for lesson in others for site in ("", *_sites(shelf, lesson))}
    wanted = {("", site) for _module, site in wanted if site} | {(module, "") for module, _site in wanted}
    chosen: list[Lesson] = []
    while wanted:
        best = max(others, key=lambda lesson: len(_meets(shelf, lesson) & wanted))
        chosen.append(best)
        wanted -= _meets(shelf, best)
    return chosen


def _meets(shelf: Shelf, lesson: Lesson) -> set[tuple[str, str]]:
    return {(lesson.module, ""), *(("", site) for site in _sites(shelf, lesson))}


def _sites(shelf: Shelf, lesson: Lesson) -> set[str]:
    return set(shelf.practice(lesson.ref).variants[0].world.get("sites", {}))
