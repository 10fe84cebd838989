"""The modules: begun in any order, each with its page; what comes before a lesson is advice, never a lock."""

import pytest

from learning.events import LessonFinished
from tests.ui.conftest import C7, SAMPLE, text

SECOND = "courriel/verifier"


@pytest.fixture
def two(with_files):
    """A module of two lessons: the second is quieter after the first."""
    lesson = (SAMPLE / f"lessons/{C7}.md").read_text("utf-8")

    def write(root):
        later = lesson.replace("competence: C7", f"competence: C8\napres: {C7}").replace("titre: ", "titre: Deux fois, ")
        (root / f"lessons/{SECOND}.md").write_text(later, encoding="utf-8")
        summary = root / "lessons/sommaire.md"
        summary.write_text(summary.read_text("utf-8") + f"\n- [Deux fois]({SECOND}.md)\n", encoding="utf-8")

    with_files(write)


def test_home_shows_each_module_once_with_what_is_done(house, two):
    said = text(house.page(house.person(), ""))
    assert said.count("Le courriel : 2 leçons à découvrir") == 1


def test_a_module_says_how_long_it_takes_and_what_comes_next(house, two):
    said = text(house.page(house.person(), "module", module="courriel")).replace("\u00a0", " ")
    assert "2 leçons · environ" in said and "en tout, à votre rythme" in said
    assert "Commencer : Reconnaître" in said and said.count(" : à découvrir") == 2


def test_what_was_begun_in_a_module_goes_on_from_its_page(house, two):
    who = house.person()
    house.record(who, LessonFinished(C7))
    assert "Continuer : Reconnaître" in text(house.page(who, "module", module="courriel"))
    assert "Le courriel : 1 leçon faite sur 2" in text(house.page(who, ""))


def test_an_unknown_module_says_so_and_shows_the_way_on(house):
    for name in ("", "nulle-part", "sources"):
        assert "Rien n’est perdu" in text(house.page(house.person(), "module", module=name))


def test_a_lesson_says_what_helps_before_it_and_stays_open(house, two):
    who = house.person()
    at = house.page(who, "lecon", lecon=SECOND)
    assert "Plus tranquille après : Reconnaître" in text(at) and any(b.label == "Suivant" for b in at.button)
    house.record(who, LessonFinished(C7))
    assert "Plus tranquille après" not in text(house.page(who, "lecon", lecon=SECOND))
