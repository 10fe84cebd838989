"""The recipes: what an author copies is read without a mistake, and every word they name is a true one."""

import re

import pytest

from library import facts_page, open_shelf, scenario_file, skills_page, vocabulary
from library.check import check
from library.errors import Findings
from library.lesson_file import NEEDED, OPTIONAL, read_lesson
from library.quiz_file import read_quiz
from library.scenario_file import read_scenario
from library.summary_file import read_summary
from library.vocabulary_page import of, page
from simulator.sites import SITES
from tests.library.samples import LESSON, QUIZ, REF, ROOT, SCENARIO, example, said, shelf_folder

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


def test_the_page_of_words_is_the_one_the_simulated_web_tells():
    """Write it again with `python -m library.vocabulary_page`. That each name on a page is told there: tests/simulator/page_rules.py."""
    assert (ROOT / "docs/vocabulaire.md").read_text(encoding="utf-8") == page()


def test_the_pages_of_facts_and_of_skills_are_those_of_the_author_files():
    """Write them again with `python -m library.facts_page` and `python -m library.skills_page`."""
    shelf = open_shelf(ROOT)
    assert (ROOT / "docs/faits.md").read_text(encoding="utf-8") == facts_page.page(shelf)
    assert (ROOT / "docs/competences.md").read_text(encoding="utf-8") == skills_page.page(shelf)


def test_each_place_has_its_words_and_a_refusal_lists_them():
    for site in SITES:
        words = of(site)
        assert words.PLACE.endswith(".") and dict(SITES[site].facts) == words.FACTS
        above = {path.rpartition(".")[0] for path in words.STARTS} - {""}
        assert above <= set(words.STARTS), site
        hosts = [path for path in words.STARTS if path == "<adresse>"]
        data = {"un.example": {"pasunmot": "x"}} if hosts else {"pasunmot": "x"}
        with pytest.raises(ValueError, match="le mot « pasunmot » n’existe pas ici"):
            SITES[site].init(data)


def test_every_skill_stands_in_the_list_of_skills_under_its_folder():
    parts = (ROOT / "docs/ecrire-pour-une-competence.md").read_text(encoding="utf-8").split("\n## ")[1:]
    listed = {
        code: re.search(r"dossier `([\w-]+)`", part)[1] for part in parts for code in re.findall(r"^\| ([A-Z]\d+) ", part, re.M)
    }
    assert listed == vocabulary.SKILLS
    lesson = (ROOT / "docs" / DOCS[0]).read_text(encoding="utf-8")
    for module in set(vocabulary.SKILLS.values()):
        codes = [code for code, its in vocabulary.SKILLS.items() if its == module]
        assert f"| `{module}` | {codes[0]} à {codes[-1]} |" in lesson


def test_the_example_with_a_phone_and_an_answer_sheet_is_read_and_played(tmp_path):
    root = shelf_folder(tmp_path)
    start, rest = SCENARIO.partition("monde:")[0], SCENARIO[SCENARIO.index("variantes:") :]
    praise = SCENARIO[SCENARIO.index("bravo:") : SCENARIO.index("solution:")]
    variants = re.sub(r"    (fichier|rang): .*\n", "", rest)
    text = start + example(DOCS[2], "monde") + "\n" + praise + variants
    (root / f"scenarios/{REF}.yaml").write_text(text, encoding="utf-8")
    assert said(check(root)[0]) == []
