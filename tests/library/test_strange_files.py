"""Whatever an author file holds or is: a value or a problem, never an exception, never a wait; the others are still read."""

from __future__ import annotations

import os
import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from library import open_shelf
from library.errors import Findings
from library.lesson_file import read_lesson
from library.quiz_file import read_quiz
from library.scenario_file import read_scenario
from library.source import read_bytes
from library.summary_file import read_summary
from tests.library.samples import LESSON, QUIZ, REF, SCENARIO, said, shelf_folder

FORMATS = {"lesson": (read_lesson, LESSON), "quiz": (read_quiz, QUIZ), "scenario": (read_scenario, SCENARIO)}


def value_or_problem(read, data: bytes) -> None:
    reading = read(data, REF, "x")
    mistakes = [p for p in reading.problems if not p.advice]
    assert (reading.value is None) == bool(mistakes)
    lines = data.count(b"\n") + data.count(b"\r") + 1
    assert all(1 <= p.line <= lines for p in reading.problems)
    assert all(line.isprintable() for line in said(reading.problems))


@pytest.mark.parametrize("kind", FORMATS)
def test_a_file_cut_at_any_byte_gives_a_value_or_a_problem(kind):
    read, text = FORMATS[kind]
    data = text.encode()
    for end in range(0, len(data), 1 if kind != "scenario" else 3):
        value_or_problem(read, data[:end])


@pytest.mark.parametrize("kind", FORMATS)
def test_flipped_bytes_give_a_value_or_a_problem(kind):
    read, text = FORMATS[kind]
    dice = random.Random(20261122)
    for _ in range(300):
        data = bytearray(text.encode())
        for _ in range(dice.randint(1, 6)):
            data[dice.randrange(len(data))] = dice.choice((dice.randrange(256), *b"{}[]<>:|#-\n\"'&*!\t "))
        value_or_problem(read, bytes(data))


@pytest.mark.parametrize("kind", FORMATS)
def test_lines_lost_doubled_or_moved_give_a_value_or_a_problem(kind):
    read, text = FORMATS[kind]
    dice = random.Random(20261122)
    for _ in range(150):
        lines = text.split("\n")
        for _ in range(dice.randint(1, 4)):
            at = dice.randrange(len(lines))
            lines[at : at + dice.randint(0, 2)] = [dice.choice(lines) for _ in range(dice.randint(0, 2))]
        value_or_problem(read, "\n".join(lines).encode())


@given(st.text(alphabet="#->[](){}!|:<x /\n\"'`*é1.") | st.text())
@settings(max_examples=100, deadline=None)
def test_any_text_gives_a_value_or_a_problem(text):
    data = text.encode("utf-8", "surrogatepass")
    for read, sample in FORMATS.values():
        value_or_problem(read, data)
        value_or_problem(read, sample.encode() + b"\n" + data)
    read_summary(data, Findings("x"))


HOSTILE = {
    "ten thousand brackets": "a: " + "[" * 10_000,
    "deep flow": "a: " + "[" * 300 + "]" * 300,
    "deep block": "".join(" " * i + "a:\n" for i in range(120)),
    "alias bomb": "a: &a [x,x]\nb: &b [*a,*a]\n",
    "a lone star": "*",
    "several documents": "a: b\n---\na: c\n",
    "a null byte": "titre: a\0b",
    "a line separator": "titre: a\u2028b",
    "only comments": "# rien\n",
    "a list at the top": "- a\n- b\n",
    "a text at the top": "bonjour",
    "a complex key": "? [a, b]\n: c\n",
    "merge": "<<: {a: b}\n",
    "nested quotations": ">" * 3000 + " a",
    "nested lists": "".join("  " * i + "- a\n" for i in range(200)),
    "emphasis": "*a **a " * 5000,
    "open brackets": "![" * 5000,
    "many questions": "---\ntitre: a\n---\n" + "".join(f"## Q {{#q{i}}}\n\nRéponse : a\n\n> b\n\n" for i in range(2000)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_answered_in_seconds(name):
    start = time.monotonic()
    for read in (read_lesson, read_quiz, read_scenario):
        value_or_problem(read, HOSTILE[name].encode())
    assert time.monotonic() - start < 5


def strange(folder, name: str) -> None:
    """Put a strange file at lessons/courriel/etrange.md."""
    path = folder / "lessons/courriel/etrange.md"
    match name:
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)
        case "circle of links":
            path.symlink_to(path)
        case "link out":
            path.symlink_to("/etc/hostname")
        case "huge":
            with path.open("wb") as file:
                file.truncate(1_000_000_000)
        case "latin-1":
            path.write_bytes(LESSON.replace("’", "'").replace("…", ".").encode("latin-1", "ignore"))
        case "utf-16":
            path.write_bytes(LESSON.encode("utf-16"))
        case "empty":
            path.write_bytes(b"")
        case "binary":
            path.write_bytes(bytes(range(256)) * 40)


STRANGE = {
    "folder": "Ce n’est pas un fichier de texte, mais un dossier. → Mettez un vrai fichier à cette place.",
    "pipe": "Ce n’est pas un fichier de texte, mais un fichier spécial. → Mettez un vrai fichier à cette place.",
    "circle of links": "Ce n’est pas un fichier de texte, mais un raccourci (lien). → Mettez un vrai fichier à cette place.",
    "link out": "Ce n’est pas un fichier de texte, mais un raccourci (lien). → Mettez un vrai fichier à cette place.",
    "huge": "Le fichier est trop gros (plus de 1 Mo). → Coupez-le, ou vérifiez que c’est bien le bon fichier.",
    "latin-1": "Une lettre n’est pas enregistrée en UTF-8. → Dans le Bloc-notes : Fichier, Enregistrer sous, Encodage : UTF-8.",
    "utf-16": "Le fichier est enregistré en UTF-16. → Dans le Bloc-notes : Fichier, Enregistrer sous, Encodage : UTF-8.",
    "empty": "Le fichier est vide. → Écrivez-le, ou supprimez-le. Un modèle est dans le dossier docs.",
    "binary": "Une lettre n’est pas enregistrée en UTF-8.",
}


@pytest.mark.parametrize("name", STRANGE)
def test_a_strange_file_is_told_and_takes_nothing_else_down(tmp_path, name):
    strange(shelf_folder(tmp_path), name)
    shelf = open_shelf(tmp_path)
    assert any(STRANGE[name] in line for line in said(shelf.problems)), said(shelf.problems)
    assert shelf.lesson(REF) and shelf.quiz(REF) and shelf.practice(REF)
    assert [lesson.ref for lesson in shelf.lessons] == [REF]


@pytest.mark.parametrize(
    "name", ["a\nb.md", "é.md", "A.md", "a b.md", "..md", b"\xff.md".decode("utf-8", "surrogateescape"), "x" * 200 + ".txt"]
)
def test_a_strange_name_is_told_and_printed_on_one_line(tmp_path, name):
    shelf_folder(tmp_path)
    (tmp_path / "lessons/courriel" / name).write_text(LESSON, encoding="utf-8")
    problems = [p for p in open_shelf(tmp_path).problems if not p.advice]
    assert len(problems) == (0 if name.startswith(".") else 1)
    assert all("\n" not in str(p) and str(p).encode() for p in problems)


@pytest.mark.parametrize("gone", ["lessons", "quizzes", "scenarios", "lessons/sommaire.md"])
def test_a_missing_folder_is_told(tmp_path, gone):
    shelf_folder(tmp_path)
    (tmp_path / gone).rename(tmp_path / "ailleurs")
    assert any(p.file == gone for p in open_shelf(tmp_path).problems)


def test_an_empty_place_is_an_empty_shelf(tmp_path):
    shelf = open_shelf(tmp_path)
    assert shelf.lessons == () and shelf.modules == () and len(shelf.problems) == 4
    assert shelf.lesson(REF) is None and shelf.refreshed() is shelf


def test_nothing_is_opened_outside_the_author_folders(tmp_path):
    """S9: a link, wherever it stands, is told and not followed."""
    (tmp_path / "dehors").mkdir()
    (tmp_path / "dehors/lecon.md").write_text(LESSON, encoding="utf-8")
    root = shelf_folder(tmp_path / "racine")
    (root / "lessons/sources").symlink_to(tmp_path / "dehors")
    shelf = open_shelf(root)
    assert [lesson.ref for lesson in shelf.lessons] == [REF]
    assert any(p.file == "lessons/sources" for p in shelf.problems)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the administrator may read everything")
def test_a_file_that_may_not_be_read_is_told(tmp_path):
    root = shelf_folder(tmp_path)
    (root / f"quizzes/{REF}.md").chmod(0)
    shelf = open_shelf(root)
    assert shelf.quiz(REF) is None and any("ne peut pas être lu" in line for line in said(shelf.problems))


def test_a_file_that_is_not_there_is_told_in_french(tmp_path):
    found = Findings("questions.txt")
    assert read_bytes(tmp_path / "questions.txt", found) is None
    assert found.problems[0].what == "Ce fichier n’existe pas."
