"""The hard words: the author's table, what is wrong in it, and where its words stand in a sentence."""

import pytest

from library import open_shelf
from library.glossary import Glossary, Term
from library.glossary_file import GLOSSARY, read_glossary
from tests.library.samples import ROOT, said, shelf_folder

HEAD = "# Glossaire\n\n| Terme | Définition | Aussi |\n|---|---|---|\n"
GOOD = HEAD + "| Expéditeur | Personne qui envoie le message. | expéditrice |\n| Pièce jointe | Fichier attaché. | |\n"


def read(text: str) -> tuple[Glossary, list[str]]:
    glossary, problems = read_glossary(text.encode())
    return glossary, said(problems)


def words(text: str, *terms: Term) -> list[str]:
    return [text[start:end] for start, end, _term in Glossary(terms).found(text)]


def test_the_table_gives_the_terms_their_definitions_and_their_other_forms():
    glossary, problems = read(GOOD)
    assert problems == []
    assert [(t.name, t.definition, t.forms, t.line) for t in glossary.terms] == [
        ("Expéditeur", "Personne qui envoie le message.", ("Expéditeur", "expéditrice"), 5),
        ("Pièce jointe", "Fichier attaché.", ("Pièce jointe",), 6),
    ]


def test_two_columns_are_enough():
    glossary, problems = read("| Terme | Définition |\n|---|---|\n| Lien | Mot qui mène ailleurs. |\n")
    assert problems == [] and glossary.terms[0].forms == ("Lien",)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (GOOD + "| pieces jointes | Encore. | pièce  jointe |\n", "7 : « pièce jointe » est déjà dans le glossaire, ligne 6."),
        (GOOD + "| Autre | Encore. | EXPÉDITRICE |\n", "7 : « EXPÉDITRICE » est déjà dans le glossaire, ligne 5."),
        (GOOD + "| Lien | | liens |\n", "7 : Le terme « Lien » n’a pas de définition."),
        (GOOD + "| | Une définition. | |\n", "7 : Le terme est vide."),
        (GOOD + "| Lien | Un mot. | a | b |\n", "7 : Cette ligne a une case de trop"),
        (GOOD + "| Lien | Un **mot**. | |\n", "7 : Cette ligne a une case de trop, ou autre chose que du texte."),
        ("| Terme | Aussi |\n|---|---|\n| a | b |\n", "1 : La colonne « Définition » manque."),
        ("| Définition | Terme |\n|---|---|\n| a | b |\n", "1 : Les colonnes du glossaire ne sont pas dans l’ordre"),
        ("Des mots.\n", "1 : Le glossaire n’a pas de tableau."),
        ("", "1 : Le fichier est vide."),
        (GOOD + "| Lien | Un. Deux. Trois. | |\n", "7 : La définition de « Lien » est longue."),
        (GOOD + f"| Lien | {'mot ' * 16}. | |\n", "7 : La définition de « Lien » est longue."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_at_its_line(text, told):
    assert any(line.startswith(f"{GLOSSARY}:{told}") for line in read(text)[1]), read(text)[1]


def test_a_long_definition_is_advice_and_a_wrong_line_leaves_the_others():
    _glossary, problems = read_glossary((GOOD + f"| Lien | {'mot ' * 16}. | |\n").encode())
    assert [p.advice for p in problems] == [True]
    glossary, problems = read(GOOD + "| Lien | | |\n")
    assert [t.name for t in glossary.terms] == ["Expéditeur", "Pièce jointe"] and len(problems) == 1


LINK, FILE, SITE = Term("Lien", "."), Term("Pièce jointe", "."), Term("Adresse d’un site", ".")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Un lien, des liens, LIEN.", ["lien", "liens", "LIEN"]),
        ("La piece jointe, les pièces jointes.", ["piece jointe", "pièces jointes"]),
        ("La pièce\u00a0jointe.", ["pièce\u00a0jointe"]),
        ("Lisez l'adresse d'un site, puis l’adresse d’un site.", ["adresse d'un site", "adresse d’un site"]),
        ("italien, liens-utiles, lien.example, https://a.example/lien, lien@a.example, relient", []),
        ("La pièce est jointe.", []),
    ],
)
def test_whole_words_are_found_whatever_capitals_accents_plurals_and_apostrophes(text, found):
    assert words(text, LINK, FILE, SITE) == found


def test_the_longer_of_two_terms_is_found_and_brackets_give_two_forms():
    mail = Term("Courriel", "."), Term("Adresse de courriel", "."), Term("Copie cachée (Cci)", ".")
    assert words("Son adresse de courriel, un courriel, en Cci.", *mail) == ["adresse de courriel", "courriel", "Cci"]
    assert Glossary(mail).knows("COURRIELS") and not Glossary(mail).knows("mon courriel") and not Glossary().knows("courriel")


def test_the_shelf_has_the_glossary_follows_it_and_keeps_the_last_good_one(tmp_path):
    root = shelf_folder(tmp_path)
    shelf = open_shelf(root)
    assert shelf.glossary.terms == () and not [p for p in shelf.problems if not p.advice]
    (root / GLOSSARY).write_text(GOOD, encoding="utf-8")
    shelf = shelf.refreshed()
    assert len(shelf.glossary.terms) == 2 and not [p for p in shelf.problems if not p.advice]
    (root / GLOSSARY).write_text(GOOD + "| Lien | | |\n", encoding="utf-8")
    broken = shelf.refreshed()
    assert broken.glossary is shelf.glossary
    assert any("Le terme « Lien » n’a pas de définition." in line for line in said(broken.problems))
    (root / GLOSSARY).unlink()
    gone = broken.refreshed()
    assert gone.glossary is shelf.glossary and any("Le glossaire a disparu" in line for line in said(gone.problems))


def test_the_glossary_of_the_place_is_right_and_holds_the_words_that_must_stay():
    glossary, problems = read_glossary((ROOT / GLOSSARY).read_bytes())
    assert said(problems) == []
    for word in ("FranceConnect", "cookies", "hameçonnage", "destinataires", "pièces jointes", "Cci", "virus", "QR codes", "SMS"):
        assert glossary.knows(word), word
