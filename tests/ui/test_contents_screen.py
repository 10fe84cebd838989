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
