"""`--fix` writes the missing names of questions, and touches nothing else."""

import re

from library.fix import fix, name_questions, slug
from library.quiz_file import read_quiz
from tests.library.samples import QUIZ, REF, shelf_folder

NAMELESS = re.sub(r" \{#.*\}", "", QUIZ)


def test_a_name_is_written_for_each_question_and_the_quiz_is_then_right():
    named, told = name_questions(NAMELESS.encode())
    assert [name for _line, name in told] == ["que-faites-vous-en-premier", "mettez-dans-l-ordre", "reliez-chaque-mot-a-son-sens", "quel-mot-est-sur-le-bouton"]  # fmt: skip
    assert read_quiz(named, REF, "x").value is not None
    assert name_questions(named) == (named, [])


def test_names_already_there_are_kept_and_never_taken_twice():
    text = QUIZ.replace("## Mettez dans l’ordre {#ordre}", "## Premier geste").replace(
        "## Reliez chaque mot à son sens {#mots}", "## Premier geste ##"
    )
    named, told = name_questions(text.encode())
    assert [name for _line, name in told] == ["premier-geste-2", "premier-geste-3"]
    assert "{#premier-geste}" in named.decode() and "{#bouton}" in named.decode()
    assert read_quiz(named, REF, "x").value is not None


def test_windows_line_ends_and_byte_order_mark_stay():
    data = b"\xef\xbb\xbf" + NAMELESS.replace("\n", "\r\n").encode()
    named, told = name_questions(data)
    assert (
        len(told) == 4 and named.startswith(b"\xef\xbb\xbf") and named.count(b"\r\n") == data.count(b"\r\n") == named.count(b"\n")
    )


def test_a_name_is_short_plain_and_never_empty():
    assert slug("Où est-ce ? L’Œuvre d’été") == "ou-est-ce-l-oeuvre-d-ete"
    assert slug("???") == "question"
    assert len(slug("mot " * 40)) <= 40 and not slug("mot " * 40).endswith("-")


def test_only_quizzes_in_need_are_rewritten(tmp_path):
    root = shelf_folder(tmp_path)
    quiz, other = root / f"quizzes/{REF}.md", root / "quizzes/courriel/cassé.md"
    other.write_bytes(b"\xff## Sans nom")
    before = {p: p.read_bytes() for p in root.rglob("*.*") if p.is_file()}
    assert fix(root) == []
    assert {p: p.read_bytes() for p in root.rglob("*.*") if p.is_file()} == before
    quiz.write_text(NAMELESS, encoding="utf-8")
    quiz.chmod(0o640)
    assert fix(root)[0] == f"quizzes/{REF}.md:5 : nom ajouté {{#que-faites-vous-en-premier}}"
    assert quiz.stat().st_mode & 0o777 == 0o640
    assert sorted(p.name for p in quiz.parent.iterdir()) == ["cassé.md", "joindre-un-fichier.md"]
