"""What only the sites can say: a start they refuse, a solution that does not go to the end."""

import pytest

from library import open_shelf
from library.check import check
from tests.library.samples import REF, SCENARIO, said, shelf_folder

pytest.importorskip("simulator.sites")
pytest.importorskip("simulator.player")


@pytest.fixture
def root(tmp_path):
    return shelf_folder(tmp_path)


def write(root, before: str, after: str) -> None:
    assert before in SCENARIO
    (root / f"scenarios/{REF}.yaml").write_text(SCENARIO.replace(before, after), encoding="utf-8")


def test_the_solution_of_the_recipe_plays_in_each_variant(root):
    assert said(check(root)[0]) == []


def test_a_start_that_the_site_refuses_is_a_mistake_of_each_variant(root):
    write(root, "      moi: maryvonne.treguidel@pigeon.example\n", "      moii: a@b.example\n")
    shelf = open_shelf(root)
    assert shelf.practice(REF) is None
    told = [line for line in said(shelf.problems) if "site « courriel »" in line]
    assert len(told) == 3 and "Variante « mairie »" in "".join(told)


def test_a_solution_that_meets_nothing_to_click_is_a_mistake(root):
    write(root, "- clic: joindre", "- clic: nulle-part")
    told = said(check(root)[0])
    assert len(told) == 1 and "Dans les 3 variantes : la solution « par le bouton Répondre » ne va pas au bout." in told[0], told


def test_a_solution_wrong_in_one_variant_names_it(root):
    write(root, "    rang: 3\n", "    rang: 9\n")
    told = said(check(root)[0])
    assert len(told) == 1 and "Variante « medecin » : la solution" in told[0], told


def test_a_solution_that_does_not_reach_the_goals_is_a_mistake(root):
    write(root, "      - clic: envoyer\n", "")
    told = said(check(root)[0])
    assert any("À la fin, ce n’est pas réussi. But « envoyer » : courriel.envoye n’est pas arrivé." in line for line in told)


def test_a_goal_that_waits_for_another_value_says_what_came(root):
    write(root, "ou: {a: <adresse>, pieces", "ou: {adresse: <adresse>, pieces")
    told = said(check(root)[0])
    assert any("courriel.envoye est arrivé avec a: accueil@mairie-plou.example" in line for line in told), told


def test_a_file_with_mistakes_is_not_said_to_be_missing(root):
    write(root, "bravo:", "bravoo:")
    (root / f"quizzes/{REF}.md").write_text("---\ntitre: x\n---\n", encoding="utf-8")
    mistakes, tips, _shelf = check(root)
    assert len(mistakes) >= 2 and not any("Cette leçon n’a pas" in line for line in said(tips))


def test_a_goal_that_waits_for_a_goal_not_reached_says_so(root):
    text = SCENARIO.replace("      - clic: envoyer\n", "").replace(
        "interdits:", "  - {id: relire, texte: Relisez., fait: courriel.ouvert, apres: envoyer}\n\ninterdits:"
    )
    (root / f"scenarios/{REF}.yaml").write_text(text, encoding="utf-8")
    assert any("But « relire » : il attend le but « envoyer »." in line for line in said(check(root)[0]))
