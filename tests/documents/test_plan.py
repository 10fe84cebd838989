"""The plan of a workshop on paper, as a PDF reader sees it."""

from pathlib import Path

import pytest

from documents.plan import plan_pdf
from library import open_shelf
from library.plan_file import plans
from tests.documents.reader import assert_readable_by_everyone, pages_text, title_of

SHELF = open_shelf(Path(__file__).parents[2])


@pytest.mark.parametrize("plan", plans(SHELF)[0], ids=lambda plan: plan.name)
def test_each_plan_of_the_house_fits_on_two_sheets_and_says_everything(plan):
    made = plan_pdf(plan, tuple(SHELF.lesson(ref).title for ref in plan.lessons), "EPN de la Rance")
    pages = pages_text(made)
    text = " ".join(" ".join(pages).split()).replace("\u00a0", " ").replace("\u200b", "")
    assert len(pages) <= 2 and plan.title in title_of(made)
    for said in (plan.title, "Déroulé", "À imprimer", *(SHELF.lesson(ref).title for ref in plan.lessons)):
        assert said.replace("\u00a0", " ") in text
    assert_readable_by_everyone(made)
