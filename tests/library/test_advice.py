"""Advice: what is not wrong, and would be better."""

import pytest

from library import open_shelf
from library.advice import advice
from library.errors import Findings
from library.language import check_language, words_shown
from tests.library.samples import LESSON, QUIZ, REF, SCENARIO, said, shelf_folder

CHOICE = "## Q{n} {{#q{n}}}\n\n- [ ] Non\n  > Non.\n- [x] {right}\n  > Oui.\n\n"


def told(root) -> list[str]:
    return said(advice(open_shelf(root)))


@pytest.fixture
def root(tmp_path):
    return shelf_folder(tmp_path)


def test_the_example_lesson_only_lacks_questions(root):
    assert told(root) == [
        f"lessons/{REF}.md:1 : Son quiz a 4 question(s). → Allez jusqu’à 6 ou plus.",
        "lessons/sommaire.md:3 : Leçon à venir : courriel/ecrire-un-message. → Écrivez lessons/courriel/ecrire-un-message.md quand vous serez prêt.",
    ]


def test_a_lesson_without_quiz_and_practice(root):
    (root / f"quizzes/{REF}.md").unlink()
    (root / f"scenarios/{REF}.yaml").unlink()
    lines = told(root)
    assert f"lessons/{REF}.md:1 : Cette leçon n’a pas de quiz. → Écrivez quizzes/{REF}.md (voir docs/ecrire-un-quiz.md)." in lines
    assert any("Cette leçon n’a pas de mise en situation." in line for line in lines)


def test_screens_too_long_or_too_many(root):
    (root / f"lessons/{REF}.md").write_text(
        LESSON + "\nmot mot mot." * 21 + "\n\n## A\n\na\n" + "\n## B\n\nb\n" * 3, encoding="utf-8"
    )
    lines = told(root)
    assert any(line.startswith(f"lessons/{REF}.md:25 : L’écran « Vérifiez avant d’envoyer » a 89 mots.") for line in lines), lines
    assert any("La leçon a 7 écran(s). → Restez entre 3 et 6 écrans." in line for line in lines)


def test_the_right_option_always_longest_and_in_the_same_place(root):
    questions = "".join(CHOICE.format(n=n, right="Une longue phrase") for n in range(3))
    (root / f"quizzes/{REF}.md").write_text("---\ntitre: a\n---\n\n" + questions, encoding="utf-8")
    lines = told(root)
    assert f"quizzes/{REF}.md:1 : Le bon choix est toujours le plus long. → Raccourcissez-le, ou allongez un choix faux." in lines
    assert (
        f"quizzes/{REF}.md:1 : Le bon choix est toujours à la place 2. → Changez l’ordre des choix dans une question ou deux."
        in lines
    )
    (root / f"quizzes/{REF}.md").write_text(QUIZ.replace("[ ]", "[x]"), encoding="utf-8")
    assert any("Tous les choix de cette question sont bons." in line for line in told(root))


def test_a_lot_with_more_traps_than_genuine_messages(root):
    text = SCENARIO.replace("          date:", "          indices: [adresse]\n          date:")
    text = text.replace("variantes:", "tri:\n  pieges: {demande: Faux.}\n  vrais: {}\n\nvariantes:")
    (root / f"scenarios/{REF}.yaml").write_text(text, encoding="utf-8")
    assert sum("1 pièges pour 0 vrais messages" in line for line in told(root)) == 3


@pytest.mark.parametrize(
    ("text", "word"),
    [("Ouvrez votre mail.", "mail"), ("Il suffit de lire.", "Il suffit"), ("Veuillez cliquer.", "Veuillez"), ("C’est très facile.", "facile"),
     ("- [x] Joindre le justificatif", "justificatif"), ("Regardez l'URL.", "URL"), ("Un pop-up arrive.", "pop-up")],
)  # fmt: skip
def test_words_to_avoid(text, word):
    found = Findings("x")
    check_language([(4, "Une ligne.\n" + text)], found)
    (line,) = said(found.problems)
    assert line.startswith(f"x:5 : Mot à éviter : « {word} ».") and found.problems[0].advice


@pytest.mark.parametrize(
    "text",
    ["Un courriel (aussi appelé mail).", "Il écrit : « Mettez à jour votre mail. »", "jean@mail.example", "`mail`", "https://mail.example/x",
     "![Un mail](images/a.svg)", "Le facilitateur répond.", "## Titre {#mail}", "mail.example", "gmail"],
)  # fmt: skip
def test_quoted_words_addresses_and_explanations_are_left_alone(text):
    found = Findings("x")
    check_language([(1, text)], found)
    assert found.problems == ()


def test_a_long_sentence_is_told_at_its_line():
    found = Findings("x")
    check_language([(10, "Court.\n\n" + "mot " * 21 + "fin. Court.")], found)
    (line,) = said(found.problems)
    assert line.startswith("x:12 : Cette phrase a 22 mots")


def test_a_list_is_not_one_long_sentence():
    found = Findings("x")
    check_language([(1, "1. " + "mot " * 9 + "\n2. " + "mot " * 9 + "\n3. " + "mot " * 9)], found)
    assert found.problems == ()


def test_what_is_not_read_is_not_counted():
    assert words_shown("![une longue description](images/a.svg)\n\n- **Deux** mots\n- [trois](https://a.example/b)") == 3
