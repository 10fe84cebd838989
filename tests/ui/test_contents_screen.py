"""« Les contenus »: the advice of `library.check`, file by file, for whoever looks after the author files."""

import re

from tests.ui.conftest import C7, text
from tests.ui.test_counsellor_screens import desk

__all__ = ["desk"]


def test_advice_is_grouped_by_file_with_its_line_and_its_cure(house, desk):
    said = text(house.page(desk, "contenus", "counsellor")).replace("\u00a0", " ")
    files = re.findall(r"<summary>([^<]*) : (\d+) conseils?</summary>", said)
    assert [file for file, _count in files] == sorted({file for file, _count in files})
    assert f"quizzes/{C7}.md" in dict(files) or f"lessons/{C7}.md" in dict(files)
    assert "Tous les fichiers sont en ordre." in said
    assert "Ligne 1 : Son quiz a 5 question(s). → Allez jusqu’à 6 ou plus." in said


def test_the_counsellor_sees_the_facts_that_were_checked_more_than_a_year_ago(house, desk, with_files):
    rows = "| Le 33700 reçoit les SMS. | 33700.fr | vu | 01/02/2020 |\n| Un autre. | a.fr | vu | 22/11/2026 |\n"

    def write(root):
        (root / "facts/courriel").mkdir(parents=True)
        (root / f"facts/{C7}.md").write_text(
            "| Fait | Source | Statut | Vérifié le |\n|---|---|---|---|\n" + rows, encoding="utf-8"
        )

    with_files(write)
    said = text(house.page(desk, "contenus", "counsellor")).replace("\u00a0", " ")
    assert "vérifiés il y a plus d’un an" in said
    assert "01/02/2020 : Le 33700 reçoit les SMS. Source : 33700.fr" in said and "Un autre." not in said


def test_the_counsellor_sees_what_is_said_without_a_source(house, desk, with_files):
    def write(root):
        (root / "facts").mkdir()
        lesson = root / f"lessons/{C7}.md"
        lesson.write_text(lesson.read_text("utf-8") + "\nAppelez le 3018.\n", encoding="utf-8")

    with_files(write)
    said = text(house.page(desk, "contenus", "counsellor")).replace("\u00a0", " ")
    assert "Le numéro « 3018 » n’a pas de fait qui le soutient." in said
    assert "Aucun fait n’a de date de vérification." in said
