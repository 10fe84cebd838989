"""Advice on wording: technical words that nothing explains, long instructions, and all the texts that people read."""

import re

import pytest

from library import open_shelf
from library.advice import advice
from library.errors import Findings
from library.glossary import Glossary, Term
from library.glossary_file import GLOSSARY
from library.jargon import check_jargon
from tests.library.samples import LESSON, QUIZ, REF, SCENARIO, said, shelf_folder


@pytest.fixture
def root(tmp_path):
    return shelf_folder(tmp_path)


def jargon(text: str, *known: str) -> list[str]:
    found = Findings("x")
    check_jargon([(4, "Une ligne.\n" + text)], Glossary(tuple(Term(word, "") for word in known)), found)
    return said(found.problems)


@pytest.mark.parametrize(
    ("text", "word", "entry"),
    [("Recopiez votre IBAN.", "IBAN", "IBAN"), ("Lisez les PDF.", "PDF", "pdf"), ("Les serveurs sont loin.", "serveurs", "Serveur"),
     ("Regardez l'expéditeur.", "expéditeur", "Expéditeur"), ("Les pieces jointes.", "pieces jointes", "Pièce jointe"),
     ("Son adresse IP change.", "adresse IP", "Adresse IP"), ("- [x] Ouvrir un onglet", "onglet", "Onglet")],
)  # fmt: skip
def test_a_technical_word_is_told_unless_the_glossary_explains_it(text, word, entry):
    wanted = (
        f"x:5 : Mot technique sans définition : « {word} ». → Écrivez un mot courant, ou expliquez-le dans lessons/glossaire.md."
    )
    assert wanted in jargon(text)
    assert wanted not in jargon(text, entry)


@pytest.mark.parametrize(
    "text",
    ["Il écrit : « Votre IBAN, vite ! »", "Cliquez sur OK.", "Le colis CB-4471.", "`IBAN`", "![Un onglet](images/a.svg)", "serveur.example",
     "Louis XIV", "À la mairie", "Regardez l’URL."],
)  # fmt: skip
def test_quotations_codes_known_words_and_words_already_advised_against_are_left_alone(text):
    assert jargon(text) == []


def test_a_word_is_told_once_in_a_file():
    assert len(jargon("Un onglet. Un onglet.\nUn onglet.")) == 1


def told(root) -> list[str]:
    return said(advice(open_shelf(root)))


def write(root, folder: str, text: str) -> None:
    (root / folder / (REF + (".yaml" if folder == "scenarios" else ".md"))).write_text(text, encoding="utf-8")


def test_lessons_and_quizzes_are_read_for_technical_words_and_the_glossary_answers(root):
    write(root, "lessons", LESSON.replace("Le document est déjà", "Le serveur a un"))
    write(root, "quizzes", QUIZ.replace("Votre message est prêt.", "Votre navigateur est prêt."))
    lines = told(root)
    assert any(line.startswith(f"lessons/{REF}.md:15 : Mot technique sans définition : « serveur ».") for line in lines), lines
    assert any(line.startswith(f"quizzes/{REF}.md") and "« navigateur »" in line for line in lines)
    (root / GLOSSARY).write_text(
        "| Terme | Définition |\n|---|---|\n| Serveur | Ordinateur. |\n| Navigateur | Programme. |\n", encoding="utf-8"
    )
    assert not any(word in line for line in told(root) for word in ("« serveur »", "« navigateur »"))


def test_the_definitions_themselves_are_read(root):
    (root / GLOSSARY).write_text("| Terme | Définition |\n|---|---|\n| Pistage | Suivi de l’usager. |\n", encoding="utf-8")
    assert any(line.startswith(f"{GLOSSARY}:3 : Mot à éviter : « usager ».") for line in told(root))


@pytest.mark.parametrize(
    ("folder", "text", "line"),
    [("lessons", LESSON.replace("titre: Joindre", "titre: Uploader"), 2), ("lessons", LESSON.replace("## Trouvez", "## Uploader"), 17),
     ("quizzes", QUIZ.replace("titre: Joindre", "titre: Uploader"), 2)],
)  # fmt: skip
def test_titles_are_read(root, folder, text, line):
    write(root, folder, text)
    assert f"{folder}/{REF}.md:{line} : Mot à éviter : « Uploader ». → Écrivez plutôt : envoyer un fichier." in told(root)


def test_the_reasons_of_a_lot_are_read_but_not_the_messages(root):
    text = SCENARIO.replace("          date:", "          indices: [adresse]\n          date:")
    text = text.replace("variantes:", "tri:\n  pieges:\n    demande: C’est un spam.\n  vrais: {}\n\nvariantes:")
    text = (
        text.replace("          date:", "          objet: Un spam\n          date:")
        if "objet:" not in text
        else re.sub(r"objet: .*", "objet: Un spam", text)
    )
    write(root, "scenarios", text)
    (line,) = [line for line in told(root) if "« spam »" in line]
    number = text.split("\n").index("    demande: C’est un spam.") + 1
    assert line.startswith(f"scenarios/{REF}.yaml:{number} : Mot à éviter")


def consigne(root, sentence: str) -> list[str]:
    before, _, rest = SCENARIO.partition("consigne: |\n")
    write(root, "scenarios", f"{before}consigne: |\n  Court.\n  {sentence}\n{rest}")
    return [line for line in told(root) if "Cette phrase a" in line]


def test_a_sentence_of_the_instructions_has_15_words_at_most(root):
    assert consigne(root, "mot " * 14 + "fin.") == []
    (line,) = consigne(root, "mot " * 15 + "fin.")
    number = SCENARIO.split("\n").index("consigne: |") + 3
    assert line.startswith(f"scenarios/{REF}.yaml:{number} : Cette phrase a 16 mots") and "15 mots au plus" in line


def test_a_sentence_that_explains_has_20(root):
    write(root, "lessons", LESSON + "\n" + "mot " * 19 + "fin.\n")
    assert not any("Cette phrase a" in line for line in told(root))
