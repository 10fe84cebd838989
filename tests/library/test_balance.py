"""Advice on balance: nobody finds the right answer, or the false message, without reading."""

import pytest

from library import open_shelf
from library.advice import advice
from tests.library.samples import QUIZ, REF, SCENARIO, said, shelf_folder


@pytest.fixture
def root(tmp_path):
    return shelf_folder(tmp_path)


def quiz_told(root, *questions: str) -> list[str]:
    """What is advised on a quiz of these questions; each is its options, the right ones with a star: « *Oui/Non »."""
    text = "---\ntitre: a\n---\n\n"
    for n, options in enumerate(questions):
        text += f"## Q{n} {{#q{n}}}\n\n"
        for option in options.split("/"):
            text += f"- [{'x' if option[0] == '*' else ' '}] {option.lstrip('*')}\n  > Dit.\n"
        text += "\n"
    (root / f"quizzes/{REF}.md").write_text(text, encoding="utf-8")
    return [line.partition(" : ")[2] for line in said(advice(open_shelf(root))) if line.startswith("quizzes")]


def test_the_right_option_is_the_longest_in_more_than_two_thirds_of_the_questions(root):
    long = ["*aaa/b", "b/*aaa", "*aaa/b/c", "b/c/*aaa"]
    assert quiz_told(root, *long) == [
        "Le choix le plus long est bon dans 4 questions sur 4. → Raccourcissez-le, ou allongez un choix faux."
    ]
    assert quiz_told(root, *long[:3], "bbbb/*a") != []
    assert quiz_told(root, *long[:2], "*a/bbbb/c", "b/ccc/*a") == []
    assert quiz_told(root, "*aaa/b", "b/*aaa") == []  # too few to be a habit


def test_the_right_option_is_in_the_same_place_in_more_than_two_thirds_of_the_questions(root):
    assert quiz_told(root, "a/*b", "c/*d", "e/*f") == [
        "Le bon choix est à la place 2 dans 3 questions sur 3. → Changez l’ordre des choix dans une question ou deux."
    ]
    assert quiz_told(root, "a/*b", "c/*d", "*e/f") == []


def test_questions_with_several_right_options_are_counted_apart(root):
    several = ["*aa/*b/c", "*dd/e/*f", "g/*hh/*i"]
    told = "Le choix le plus long est bon dans 3 questions à plusieurs bons choix sur 3. → Raccourcissez-le, ou allongez un choix faux."
    assert quiz_told(root, *several) == [told]
    assert quiz_told(root, *several[:2], "gg/*h/*i") == []
    assert quiz_told(root, *several[:2], "*jj/k", "l/*mm") == []  # two of each kind: no habit in either


def test_true_or_false_questions_that_are_all_true(root):
    assert quiz_told(root, "*Vrai/Faux", "*Vrai/Faux") == [
        "Les 2 questions « vrai ou faux » ont toutes la réponse « Vrai ». → Écrivez-en une dont la réponse est l’autre."
    ]
    assert quiz_told(root, "*Vrai/Faux", "Vrai/*Faux") == []
    assert quiz_told(root, "*Vrai/Faux") == []


def test_all_the_options_of_a_question_are_right(root):
    (root / f"quizzes/{REF}.md").write_text(QUIZ.replace("[ ]", "[x]"), encoding="utf-8")
    assert any("Tous les choix de cette question sont bons." in line for line in said(advice(open_shelf(root))))


def lots_told(root, genuine: str, cues: str) -> list[str]:
    """What is advised on the example turned into lots; `cues` of its trap may hold a <word> of the variants."""
    text = SCENARIO.replace("          date:", f"          indices: [{cues}]\n          date:")
    voisine = "        - {id: voisine, nom: Léa, adresse: lea@pigeon.example, objet: Jeudi, date: hier, corps: [Bonjour]}\n"
    text = text.replace("\nbuts:", voisine + "\nbuts:", 1)
    text = text.replace("variantes:", f"tri:\n  pieges: {{demande: Faux.}}\n  vrais: {{{genuine}}}\n\nvariantes:")
    if "<" in cues:
        for variant, cue in zip(("mairie", "medecin", "association"), ("adresse", "lien", "argent"), strict=True):
            text = text.replace(f"\n  {variant}:\n", f"\n  {variant}:\n    indice: {cue}\n")
    (root / f"scenarios/{REF}.yaml").write_text(text, encoding="utf-8")
    shelf = open_shelf(root)
    assert shelf.practice(REF), said(shelf.problems)
    return [line.partition(" : ")[2] for line in said(advice(shelf)) if line.startswith("scenarios")]


def test_a_lot_with_more_traps_than_genuine_messages(root):
    unequal = lots_told(root, "", "<indice>")
    assert len(unequal) == 3 and all("1 pièges pour 0 vrais messages." in line for line in unequal)
    assert lots_told(root, "voisine: Vrai.", "<indice>") == []


def test_the_same_cues_in_every_variant_give_the_lots_away(root):
    assert lots_told(root, "voisine: Vrai.", "adresse") == [
        "Les pièges des 3 variantes ont les mêmes indices. → Changez-en : l’adresse dans l’une, la demande d’argent dans l’autre."
    ]
