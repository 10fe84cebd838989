"""The hand of a person in a real browser: plays an author's solution with the mouse and the keyboard, answers a quiz."""

from collections.abc import Sequence

from playwright.sync_api import Page, expect

from learning.content import Choice, Match, Order, Practice, Quiz, Scenario, ShortAnswer, Solution
from learning.quiz_round import shuffled
from tests.browser.steps import settle

TWICE = 470  # ms: a second click at the same place within this time is half of a double click, and counts as none


def variant_on_show(page: Page, practice: Practice) -> Scenario:
    """The variant whose instruction stands on the page."""
    shown = bare(page.locator(".mission").first.inner_text())
    fits = [s for s in practice.variants if bare(s.instruction) in shown]
    if len(fits) > 1:  # the same words for all: the messages tell
        window = bare(page.locator(".fenetre").inner_text())
        fits = [s for s in fits if all(bare(m["objet"]) in window for m in _inbox(s))]
    assert len(fits) == 1, (shown, [s.variant for s in fits])
    return fits[0]


def bare(text: str) -> str:
    """Words only: no signs of Markdown, one space between them."""
    return " ".join(text.replace("**", "").replace("`", "").split())


def _inbox(scenario: Scenario) -> Sequence[dict]:
    messages = scenario.world["sites"].get("courriel", {}).get("messages", ())
    return [m for m in messages if m.get("dossier", "recus") == "recus"]


def play(page: Page, solution: Solution) -> None:
    """Every gesture of the solution, as a person does it."""
    for gesture in solution.steps:
        (what, value), *_ = gesture.items()
        if what == "clic":
            target = page.locator(f'.sim [id="{value}"]')
            page.wait_for_timeout(TWICE if _same_place(page, target) or _sends(target) else 0)
            target.click()
        elif what == "ecrire":
            expect(page.locator(".sim [role=dialog]")).to_have_count(0)  # nobody types behind an open list
            for name, text in value.items():
                _write(page.locator(f'.sim [id="{name}"]'), text)
        elif what == "adresse":
            page.wait_for_timeout(TWICE)  # two sendings in less are one
            page.locator(".sim #barre-adresse input").fill(value)
            page.locator(".sim #barre-adresse input").press("Enter")
        else:
            settle(page)
            page.get_by_role("button", name="Mon tri est terminé").click()
        if what != "ecrire":
            page.wait_for_timeout(100)
            expect(page.locator(".sim[data-waits]")).to_have_count(0)  # a person waits for the page before the next gesture
            settle(page)


def _sends(target) -> bool:
    """Two sendings of a form in less time are one."""
    return target.evaluate("e => e.type === 'submit'")


def _write(field, text: str) -> None:
    """Types in a field, or chooses in a list."""
    if field.evaluate("e => e.tagName") == "SELECT":
        field.select_option(text)
    else:
        field.fill(text)


def _same_place(page: Page, target) -> bool:
    target.scroll_into_view_if_needed()  # where the click will fall, not where the thing was before it
    box = target.bounding_box()
    here = (round(box["x"] + box["width"] / 2), round(box["y"] + box["height"] / 2))
    before = getattr(page, "last_click", (-99, -99))
    page.last_click = here
    return abs(here[0] - before[0]) < 15 and abs(here[1] - before[1]) < 15


def answer(page: Page, quiz: Quiz) -> None:
    """The right answer to every question, in the order they come."""
    for n, question in enumerate(quiz.questions, 1):
        expect(page.get_by_text(f"question {n} sur")).to_be_visible()
        expect(page.locator("h1")).to_have_text(bare(question.title))
        settle(page)
        page.wait_for_timeout(150)  # the question before may still be leaving
        _fill(page, question)
        page.get_by_role("button", name="Valider").click()
        settle(page)


def _fill(page: Page, question) -> None:
    match question:
        case Choice(several=True):
            for i, option in enumerate(question.options):
                if option.right:
                    page.locator("label", has=page.locator("input[type=checkbox]")).nth(i).click()
        case Choice():
            right = next(i for i, option in enumerate(question.options) if option.right)
            page.locator("label", has=page.locator("input[type=radio]")).nth(right).click()
        case Order():
            for item in question.items:
                line = page.get_by_role("button", name=bare(item), exact=True)
                line.click()
                expect(line).to_have_count(0)  # a person sees it go up, and the others move, before the next press
                settle(page)
        case Match():
            order = shuffled(len(question.pairs), question.id, 0)
            for row in range(len(question.pairs)):
                group = page.get_by_role("radiogroup").nth(row)
                group.locator("label", has=page.locator("input[type=radio]")).nth(order.index(row)).click()
        case ShortAnswer():
            page.get_by_label("Votre réponse").fill(question.accepted[0])
