"""plans/: a workshop ready to be given, or what is wrong with its file."""

import pytest

from learning.words import MODULES
from library import open_shelf
from library.errors import Findings
from library.plan_file import plans, read_plan
from tests.library.samples import ROOT, example, said

MODEL = example("ecrire-un-atelier.md", "markdown")
LESSONS = ("courriel/ouvrir-un-message", "courriel/reconnaitre-un-piege")


def wrong(text: str) -> list[str]:
    found = Findings("plans/x.md")
    assert (read_plan(text.encode(), "x", found, LESSONS) is None) == found.mistakes
    return said(found.problems)


def test_the_model_of_the_page_for_authors_reads():
    plan = read_plan(MODEL.encode(), "x", Findings("x"), LESSONS)
    assert plan.minutes == sum(moment.minutes for moment in plan.course) == 90
    assert plan.before[0].startswith("Allumez") and len(plan.before) == 2 and plan.lessons == LESSONS


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("minutes: 90", "minutes: 80", "Le déroulé dure 90 minutes, et l’en-tête dit 80."),
        ("| 60 |", "| soixante |", "« soixante » n’est pas un nombre de minutes."),
        ("module: courriel", "module: couriel", "« couriel » n’est pas un module."),
        ("niveau: Débutant", "niveau: Moyen", "« Moyen » n’est pas un niveau."),
        ("courriel/ouvrir-un-message,", "courriel/ouvrir,", "La leçon « courriel/ouvrir » n’existe pas."),
        ("## But\n", "## Le but\n", "La partie « But » manque."),
        ("- Proposez la suite à chaque personne.", "", "La partie « Après » est vide."),
        ("| Minutes | Le groupe | Vous |", "| Minutes | Groupe | Vous |", "Le déroulé n’est pas un tableau."),
        ("minutes: 90", "minutes: beaucoup", "« minutes » n’est pas un nombre entre 10 et 480 : beaucoup"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(old, new, told):
    assert old in MODEL
    assert any(told in line for line in wrong(MODEL.replace(old, new)))


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe", b"---\n", b"## But\n", b"---\ntitre: x\n---\n\n## D\xc3\xa9roul\xc3\xa9\n\ntexte\n", b"\x00"]
)
def test_a_damaged_file_is_told_and_never_raises(data):
    found = Findings("plans/x.md")
    assert read_plan(data, "x", found, LESSONS) is None and found.mistakes


def test_the_plans_of_the_house_can_be_given():
    found, problems = plans(open_shelf(ROOT))
    assert said(problems) == [] and found
    assert all(plan.minutes == 90 and plan.module in MODULES for plan in found)


def test_where_there_is_no_folder_there_is_no_plan(tmp_path):
    assert plans(open_shelf(tmp_path)) == ((), ())
