"""facts/: each number, price, address and right of the author files has the fact that supports it, with its source and its date."""

from datetime import date

import pytest

from library import open_shelf
from library.claims import everywhere, in_prose
from library.facts_page import page
from library.sources_file import read_sources
from library.support import supported, to_check_again, unsupported
from tests.library.samples import LESSON, REF, example, said, shelf_folder

HEAD = "| Fait | Source | Statut | Vérifié le |\n|---|---|---|---|\n"


@pytest.fixture
def root(tmp_path):
    folder = shelf_folder(tmp_path)
    (folder / "facts/courriel").mkdir(parents=True)
    return folder


def teach(root, sentence):
    (root / f"lessons/{REF}.md").write_text(LESSON + f"\n{sentence}\n", encoding="utf-8")


def state(root, *rows):
    (root / f"facts/{REF}.md").write_text(HEAD + "".join(f"| {row} |\n" for row in rows), encoding="utf-8")


def lacking(root) -> list[str]:
    return [line.partition(" : ")[2].partition(" →")[0] for line in said(unsupported(open_shelf(root)))]


def claims(text):
    return [(c.kind, c.words) for c in everywhere("x", [(1, text)])] + [(c.kind, c.words) for c in in_prose("x", [(1, text)])]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Transférez le SMS au 33700.", [("numero", "33700")]), ("Appelez le 0 805 805 817.", [("numero", "0 805 805 817")]),
        ("Appelez le 17.", [("numero", "17")]), ("Le 17 novembre, rien.", []), ("Il a 17 ans.", []), ("En 2025 et 3000 fois", []),
        ("Le 116 006 écoute.", [("numero", "116 006")]), ("Faites le 39 39.", [("numero", "39 39")]), ("le 3018 répond", [("numero", "3018")]),
        ("au 01 99 00 12 34", [("numero", "01 99 00 12 34")]), ("Code : 482915", []), ("Le 18 h 30", []),
        ("Allez sur service-public.gouv.fr.", [("adresse", "service-public.gouv.fr")]), ("finit par .gouv.fr", [("adresse", ".gouv.fr")]),
        ("a.b@pigeon.example", [("adresse", "a.b@pigeon.example")]), ("attestation.pdf", []), ("courriel.envoye", []),
        ("Cela coûte 12,50 €.", [("prix", "12,50 €")]), ("deux ou 3 euros", [("prix", "3 euros")]), ("Il dit « 187 € ».", []),
        ("C’est gratuit.", [("droit", "gratuit")]), ("Vous avez le droit de refuser.", [("droit", "droit")]),
        ("Le bouton droit, ou tout droit.", []), ("C’est loin des loisirs.", []), ("La loi le dit.", [("droit", "loi")]), ("Elle finit par .fr ou .com.", []), ("Rien ne vous oblige à finir.", []),
        ("Elle est obligatoire.", [("droit", "obligatoire")]), ("« C’est gratuit », dit-il.", []),
    ],
)  # fmt: skip
def test_what_must_be_supported_is_seen_in_a_sentence(text, found):
    assert claims(text) == found


def test_a_number_without_a_fact_is_a_mistake_and_says_what_to_type(root):
    state(root)
    teach(root, "Transférez-le au 33700.")
    (line,) = said(unsupported(open_shelf(root)))
    assert (
        f"lessons/{REF}.md:31 : Le numéro « 33700 » n’a pas de fait qui le soutient. → Écrivez ce fait, sa source et sa date"
        in line
    )
    assert f"facts/{REF}.md" in line


def test_a_fact_that_says_the_number_supports_it_whatever_its_spaces(root):
    teach(root, "Appelez le 0 805 805 817, c’est gratuit.")
    state(root, "Le 0805 805 817 est gratuit. | interieur.gouv.fr | vu | 22/11/2026")
    assert lacking(root) == []


@pytest.mark.parametrize("status", ["usage | ", "inventé | ", "choix du cours | "])
def test_a_real_number_is_supported_by_nothing_less_than_a_source(root, status):
    teach(root, "Transférez-le au 33700.")
    state(root, f"Le SMS se transfère au 33700. | de mémoire | {status}")
    assert lacking(root) == ["Le numéro « 33700 » n’a pas de fait qui le soutient."]


def test_a_number_inside_another_supports_nothing(root):
    teach(root, "Appelez le 17.")
    state(root, "Un numéro : 01 17 17 17 17 | x.fr | vu | 22/11/2026")
    assert lacking(root) == ["Le numéro « 17 » n’a pas de fait qui le soutient."]


def test_the_price_of_a_story_is_said_to_be_invented(root):
    teach(root, "Elle doit 480 € au menuisier.")
    state(root)
    assert lacking(root) == ["Le prix « 480 € » n’a pas de fait qui le soutient."]
    state(root, "480 € pour le menuisier | histoire | inventé | ")
    assert lacking(root) == []


def test_reserved_addresses_and_numbers_need_nothing(root):
    state(root)
    teach(root, "Écrivez à mairie@plou.example ou appelez le 01 99 00 12 34.")
    assert lacking(root) == []
    assert {one.claim.words for one in supported(open_shelf(root)) if one.held} >= {"mairie@plou.example", "01 99 00 12 34"}


def test_a_right_is_supported_by_the_nearest_of_the_facts_that_tell_of_it(root):
    teach(root, "Le signalement d’un SMS est gratuit.")
    state(root, "La carte est gratuite. | a.fr | vu | 22/11/2026", "Signaler un SMS est gratuit. | b.fr | vu | 22/11/2026")
    (one,) = [s for s in supported(open_shelf(root)) if s.claim.kind == "droit"]
    assert one.by.source == "b.fr"


def test_a_lesson_without_its_list_of_facts_is_told_too(root):
    teach(root, "C’est gratuit.")
    assert lacking(root) == ["Ce qui est dit avec le mot « gratuit » n’a pas de fait qui le soutient."]


def test_the_glossary_and_the_plans_are_supported_by_the_facts_of_any_lesson(root):
    (root / "plans").mkdir()
    (root / "plans/atelier.md").write_text("Le groupe appelle le 3018.\n", encoding="utf-8")
    (root / "lessons/glossaire.md").write_text("| Terme | Définition |\n|---|---|\n| Aide | Lieu gratuit. |\n", encoding="utf-8")
    state(root)
    assert set(lacking(root)) == {
        "Ce qui est dit avec le mot « gratuit » n’a pas de fait qui le soutient.",
        "Le numéro « 3018 » n’a pas de fait qui le soutient.",
    }
    state(root, "Le 3018 est gratuit. | 3018.fr | vu | 22/11/2026")
    assert lacking(root) == []


def test_nothing_is_asked_where_nobody_keeps_facts(tmp_path):
    folder = shelf_folder(tmp_path)
    teach(folder, "Appelez le 17.")
    assert supported(open_shelf(folder)) == ()


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("Un fait | a.fr | lu | 22/11/2026", "Le statut « lu » n’existe pas."),
        ("Un fait | a.fr | vu | ", "Ce fait n’a pas de date de vérification."),
        ("Un fait | a.fr | vu | 2026-11-22", "« 2026-11-22 » n’est pas une date."),
        ("Un fait | | vu | 22/11/2026", "Ce fait n’a pas de source."),
        (" | a.fr | vu | 22/11/2026", "Le fait est vide."),
    ],
)
def test_a_line_that_cannot_be_read_is_told_with_its_number(root, row, told):
    state(root, row)
    (line,) = [p for p in said(open_shelf(root).problems) if "facts/" in p]
    assert line.startswith(f"facts/{REF}.md:3 : {told}")


def test_other_columns_are_told():
    reading = read_sources(b"| Fait | Source |\n|---|---|\n| a | b |\n", REF, "facts/x.md")
    assert [p.what for p in reading.problems] == ["Les colonnes ne sont pas celles d’une liste de faits."]


def test_the_example_of_the_page_for_authors_reads():
    reading = read_sources(example("ecrire-les-faits.md", "markdown").encode(), REF, "facts/x.md")
    assert not reading.problems and len(reading.value.statements) == 6


def test_what_was_checked_more_than_a_year_ago_is_to_be_checked_again_the_oldest_first(root):
    state(
        root,
        "Récent | a.fr | vu | 23/11/2025",
        "Vieux | a.fr | vu | 21/11/2025",
        "Très vieux | a.fr | vu indirect | 01/01/2020",
        "Sans date | x | usage | ",
    )
    assert [one.text for _ref, one in to_check_again(open_shelf(root), date(2026, 11, 22))] == ["Très vieux", "Vieux"]


def test_a_list_of_facts_without_its_lesson_is_an_orphan(root):
    (root / "facts/courriel/ailleurs.md").write_text(HEAD + "| a | b | usage | |\n", encoding="utf-8")
    assert any(
        "facts/courriel/ailleurs.md:1 : Cette liste de faits n’a pas de leçon." in p for p in said(open_shelf(root).problems)
    )


def test_the_page_shows_each_claim_with_its_fact(root):
    teach(root, "Transférez-le au 33700. Écrivez à a@plou.example.")
    state(root, "Un SMS se transfère au 33700. | 33700.fr | vu | 22/11/2026")
    text = page(open_shelf(root)).replace("\u00a0", " ")
    assert "| Numéro | 33700 | Un SMS se transfère au 33700. (vu, 22/11/2026) |" in text
    assert "Inventés par leur forme" in text
