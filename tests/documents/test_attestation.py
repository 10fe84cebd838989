"""The attestation: what is said of a person, and how it stands on paper."""

from __future__ import annotations

import pytest

from documents.attestation import Done, attestation_pdf, known
from library import open_shelf
from tests.documents.reader import assert_readable_by_everyone, dark_outside_the_margins, pages_text, squeezed, text_of, title_of
from tests.documents.test_memo import ROOT

DAY = "mardi 24 novembre 2026"
ATTACH = Done("Je sais joindre un fichier à un message.", DAY)


def test_the_attestation_says_what_is_done_without_help_and_since_when():
    (text,) = pages_text(attestation_pdf("Maryvonne", [ATTACH], "EPN de la Rance", "Katell"))
    for part in (
        "Attestation",
        "Maryvonne",
        "sait joindre un fichier à un message, sans aide",
        "le mardi 24 novembre 2026",
        "Lieu : EPN de la Rance",
        "Personne qui signe : Katell",
        "Date :",
        "Signature :",
        "Cette attestation dit ce que la personne a fait dans des exercices. Ce n’est ni un diplôme ni une certification.",
    ):
        assert part in text


@pytest.mark.parametrize(
    "objective, said",
    [
        ("Je sais ranger mes messages.", "sait ranger ses messages, sans aide"),
        ("Je sais protéger mon compte et ma boîte", "sait protéger son compte et sa boîte, sans aide"),
        ("Je sais m’inscrire et me souvenir de mon code.", "sait s’inscrire et se souvenir de son code, sans aide"),
        ("Je sais **envoyer** un *message*.", "sait envoyer un message, sans aide"),
        ("Je sais me connecter, mesurer, aimer.", "sait se connecter, mesurer, aimer, sans aide"),
    ],
)
def test_the_objective_is_said_of_somebody(objective, said):
    assert known(objective).replace("\u00a0", " ") == said


@pytest.mark.parametrize(
    "objective", ["J’ouvre un message.", "Je sais lire ce que je reçois.", "Je sais vérifier ce qui m’étonne."]
)
def test_an_objective_that_cannot_be_turned_is_quoted_as_the_person_says_it(objective):
    assert known(objective).replace("\u00a0", " ") == f"a montré, sans aide : « {objective} »"


@pytest.mark.parametrize("lesson", open_shelf(ROOT).lessons, ids=lambda one: one.ref)
def test_each_objective_of_the_shelf_can_be_said_of_somebody(lesson):
    assert known(lesson.objective).startswith("sait ")


def test_no_gender_is_guessed():
    text = text_of(attestation_pdf("Dominique", [ATTACH] * 3, "EPN", "Claude")).lower().replace("signature", "")
    assert not {"seul", "seule", "il", "elle", "conseiller", "conseillère"} & set(text.replace(":", " ").split())


def test_fifty_skills_take_numbered_pages_and_none_is_lost():
    done = [Done(f"Je sais faire le geste {n} dans une longue suite de gestes à faire un par un.", DAY) for n in range(50)]
    pages = pages_text(attestation_pdf("Maryvonne", done, "EPN"))
    assert 3 <= len(pages) <= 8
    for number, page in enumerate(pages, 1):
        assert f"page {number} sur {len(pages)}" in page and "Attestation · Maryvonne" in page
    assert all(f"le geste {n} dans" in " ".join(pages) for n in range(50))
    assert "certification." in pages[-1] and "Signature :" in pages[-1]


def test_what_is_not_known_is_left_to_be_written_by_hand():
    made = attestation_pdf("", [ATTACH], "")
    assert (
        "Prénom :" in text_of(made)
        and "Personne qui signe : Date :" in text_of(made)
        and title_of(made) == "Attestation · Pas à pas"
    )


def test_there_is_no_empty_attestation():
    with pytest.raises(ValueError):
        attestation_pdf("Maryvonne", [], "EPN")


@pytest.mark.parametrize("name", ["W" * 60, "Anne-Sophie de la Tour d’Auvergne", "مريم", "李明", "*gras* #let", "Odette 😀"])
def test_a_long_or_odd_name_stays_on_the_page(name):
    made = attestation_pdf(name, [Done("Je sais " + "x" * 150 + ".", DAY)], "P" * 200, "K" * 60)
    assert not dark_outside_the_margins(made)
    text = squeezed(text_of(made))
    assert "x" * 150 in text and "P" * 200 in text and "K" * 60 in text
    if name.isascii():
        assert squeezed(name) in text


def test_the_attestation_is_tagged_titled_and_carries_its_fonts():
    made = attestation_pdf("Maryvonne", [ATTACH], "EPN")
    assert_readable_by_everyone(made)
    assert title_of(made) == "Attestation de Maryvonne · Pas à pas"
