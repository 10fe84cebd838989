"""The recipes: what an author copies is read without a mistake, and every word they name is a true one."""

import re

import pytest

from library import scenario_file, vocabulary
from library.errors import Findings
from library.lesson_file import NEEDED, OPTIONAL, read_lesson
from library.quiz_file import read_quiz
from library.scenario_file import read_scenario
from library.summary_file import read_summary
from tests.library.samples import LESSON, QUIZ, REF, ROOT, SCENARIO, example, said

DOCS = ("ecrire-une-lecon.md", "ecrire-un-quiz.md", "ecrire-une-mise-en-situation.md")


@pytest.mark.parametrize(("read", "text"), [(read_lesson, LESSON), (read_quiz, QUIZ), (read_scenario, SCENARIO)], ids=DOCS)
def test_the_complete_example_is_read_without_a_mistake(read, text):
    reading = read(text.encode(), REF, "x")
    assert said(reading.problems) == [] and reading.value is not None


def test_the_example_of_a_summary_is_read():
    found = Findings("x")
    summary = read_summary(example("ecrire-une-lecon.md", "sommaire").encode(), found)
    assert found.problems == () and [e.draft for e in summary.entries] == [True, False]


def test_every_word_of_the_formats_is_explained():
    lesson, scenario = ((ROOT / "docs" / name).read_text(encoding="utf-8") for name in (DOCS[0], DOCS[2]))
    assert all(f"`{word}`" in lesson for word in (*NEEDED, *OPTIONAL))
    words = scenario.partition("## Les mots\n")[2].partition("\n## ")[0]
    listed = set(re.findall(r"^\| `(\w+)`", words, re.MULTILINE))
    assert listed == {*scenario_file.NEEDED, *scenario_file.OPTIONAL}
    assert all(word in scenario for word in (*vocabulary.OPERATORS, *vocabulary.GESTURES, *vocabulary.CUES))


def test_the_example_of_a_lot_to_sort_is_read():
    """The lot of the recipe, put in the example: its trap gets a cue, and a genuine message is added."""
    text = SCENARIO.replace("          date:", "          indices: [adresse]\n          date:")
    voisine = "        - {id: voisine, nom: Léa, adresse: lea@pigeon.example, objet: Jeudi, date: hier, corps: [Bonjour]}\n"
    text = text.replace("\nbuts:", voisine + "\nbuts:", 1).replace("variantes:", example(DOCS[2], "tri") + "\nvariantes:")
    reading = read_scenario(text.encode(), REF, "x")
    assert said(reading.problems) == []
    assert set(reading.value.variants[0].sorting.genuine) == {"voisine"}
