"""Advice: what is not wrong, and would be better."""

import pytest

from library import open_shelf
from library.advice import advice
from library.errors import Findings
from library.language import check_language, words_shown
from tests.library.samples import LESSON, REF, SCENARIO, said, shelf_folder


def told(root) -> list[str]:
    return said(advice(open_shelf(root)))


@pytest.fixture
def root(tmp_path):
    return shelf_folder(tmp_path)


def test_the_example_lesson_only_lacks_questions_its_neighbours_and_a_glossary(root):
    assert told(root) == [
        f"lessons/{REF}.md:1 : Son quiz a 4 question(s). → Allez jusqu’à 6 ou plus.",
        "lessons/sommaire.md:1 : Module « Le courriel » : pas encore de leçon pour C1, C2, C3, C5, C6, C7, C8, C9. → Écrivez une leçon, avec competence: C1 dans son en-tête.",
        "lessons/sommaire.md:3 : Leçon à venir : courriel/ecrire-un-message. → Écrivez lessons/courriel/ecrire-un-message.md quand vous serez prêt.",
        f"quizzes/{REF}.md:37 : Mot technique sans définition : « Destinataire ». → Écrivez un mot courant, ou expliquez-le dans lessons/glossaire.md.",
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


def test_a_small_task_is_asked_for_only_where_there_is_a_folder_for_them(root):
    missing = f"lessons/{REF}.md:1 : Cette leçon n’a pas de petite tâche pour situer la personne. → Écrivez diagnosis/{REF}.yaml (voir docs/ecrire-une-petite-tache.md)."
    assert missing not in told(root)
    (root / "diagnosis/courriel").mkdir(parents=True)
    assert missing in told(root)
    (root / f"diagnosis/{REF}.yaml").write_text(SCENARIO, encoding="utf-8")
    assert missing not in told(root)


def test_a_module_whose_skills_all_have_a_lesson_is_complete(root):
    for n in (1, 2, 3, 5, 6, 7, 8, 9):
        lesson = LESSON.replace("competence: C4", f"competence: C{n}")
        (root / f"lessons/courriel/lecon-{n}.md").write_text(lesson, encoding="utf-8")
    assert not any("pas encore de leçon" in line for line in told(root))


def test_advice_is_worked_out_once_for_the_same_shelf(root):
    shelf = open_shelf(root)
    assert advice(shelf) is advice(shelf)
    (root / f"lessons/{REF}.md").write_text(LESSON + "\nVeuillez lire.\n", encoding="utf-8")
    assert len(advice(shelf.refreshed())) == len(advice(shelf)) + 1


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
