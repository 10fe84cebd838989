"""The shelf: the path in order, what is told across files, and files that change while the place is open."""

from __future__ import annotations

import pytest

from library import open_shelf
from tests.library.samples import LESSON, QUIZ, REF, SCENARIO, said, shelf_folder

OTHER = "courriel/ecrire-un-message"


@pytest.fixture
def root(tmp_path):
    return shelf_folder(tmp_path)


def mistakes(shelf) -> list[str]:
    return said(p for p in shelf.problems if not p.advice)


def test_a_complete_shelf_has_nothing_to_correct(root):
    shelf = open_shelf(root)
    assert mistakes(shelf) == []
    assert [lesson.ref for lesson in shelf.lessons] == [REF]
    assert shelf.quiz(REF).ref == shelf.practice(REF).ref == shelf.lesson(REF).ref == REF
    (module,) = shelf.modules
    assert (module.name, module.title, module.drafts) == ("courriel", "Le courriel", (OTHER,))


def test_the_summary_gives_the_order(root):
    lesson = LESSON.replace("competence: C4", "competence: C2").replace(f"apres: {OTHER}\n", "")
    (root / f"lessons/{OTHER}.md").write_text(lesson, encoding="utf-8")
    (root / "lessons/sommaire.md").write_text(f"## Le courriel\n- [b]({OTHER}.md)\n- [a]({REF}.md)\n", encoding="utf-8")
    assert [x.ref for x in open_shelf(root).lessons] == [OTHER, REF]


def write(name: str, text: str):
    return lambda root: (root / name).write_text(text, encoding="utf-8")


def rename(old: str, new: str):
    return lambda root: (root / old).rename(root / new)


TOGETHER = {
    "image missing": (
        lambda root: (root / "lessons/courriel/images/bouton-joindre.svg").unlink(),
        f"lessons/{REF}.md:19 : L’image « images/bouton-joindre.svg » n’existe pas. → Mettez le fichier dans lessons/courriel/images/, ou corrigez son nom.",
    ),
    "quiz without lesson": (
        rename(f"quizzes/{REF}.md", "quizzes/courriel/joindre-un-fichie.md"),
        "quizzes/courriel/joindre-un-fichie.md:1 : Ce quiz n’a pas de leçon. → Créez lessons/courriel/joindre-un-fichie.md, "
        f"ou changez le nom du fichier. Vouliez-vous écrire « {REF} » ?",
    ),
    "practice without lesson": (
        rename(f"scenarios/{REF}.yaml", "scenarios/courriel/autre.yaml"),
        "scenarios/courriel/autre.yaml:1 : Cette mise en situation n’a pas de leçon.",
    ),
    "unknown apres": (
        write(f"lessons/{REF}.md", LESSON.replace("apres: courriel/ecrire", "apres: courriel/ecire")),
        f"lessons/{REF}.md:8 : apres : la leçon « courriel/ecire-un-message » n’existe pas. → Vouliez-vous écrire « {OTHER} » ?",
    ),
    "apres itself": (
        write(f"lessons/{REF}.md", LESSON.replace(OTHER, "joindre-un-fichier")),
        f"lessons/{REF}.md:8 : apres : cette leçon s’attend elle-même, directement ou par une autre. → Enlevez un des apres du cercle.",
    ),
    "same skill": (
        write(f"lessons/{OTHER}.md", LESSON),
        f"lessons/{REF}.md:5 : La compétence C4 a déjà une leçon : {OTHER}. → Une leçon, une compétence : changez le code de l’une des deux.",
    ),
    "not in the summary": (
        write("lessons/sommaire.md", f"## courriel\n- {OTHER}\n"),
        f"lessons/sommaire.md:1 : La leçon « {REF} » n’est pas dans le sommaire. → Ajoutez - [Titre]({REF}.md) à sa place, sous ## courriel",
    ),
    "link to nothing": (
        write("lessons/sommaire.md", "## courriel\n- courriel/ecrire-un-message\n- [a](courriel/joindre-un-fichie.md)\n"),
        "lessons/sommaire.md:3 : Le fichier lessons/courriel/joindre-un-fichie.md n’existe pas. → Corrigez le nom, ou écrivez "
        f"- courriel/joindre-un-fichie pour une leçon à venir. Vouliez-vous écrire « {REF} » ?",
    ),
    "unknown module": (
        write("lessons/sommaire.md", f"## couriel\n- [a]({REF}.md)\n"),
        "lessons/sommaire.md:1 : Le module « couriel » n’existe pas. → Vouliez-vous écrire « courriel » ?",
    ),
    "twice in the summary": (
        write("lessons/sommaire.md", f"## courriel\n- {OTHER}\n- [a]({REF}.md)\n- [b]({REF}.md)\n"),
        f"lessons/sommaire.md:4 : La leçon « {REF} » est déjà citée, ligne 3. → Gardez une seule des deux lignes.",
    ),
    "odd line": (
        write("lessons/sommaire.md", f"## courriel\n- {OTHER}\n- [a]({REF}.md)\n- Bientôt autre chose\n"),
        "lessons/sommaire.md:4 : Cette ligne du sommaire ne nomme pas une leçon. → Écrivez - [Titre](module/lecon.md), "
        "ou - module/lecon pour une leçon à venir.",
    ),
    "yml": (
        rename(f"scenarios/{REF}.yaml", f"scenarios/{REF}.yml"),
        f"scenarios/{REF}.yml:1 : Ce fichier ne finit pas par .yaml. → Changez son nom en joindre-un-fichier.yaml, ou rangez-le ailleurs.",
    ),
    "text of a word processor": (
        lambda root: (root / "lessons/courriel/notes.docx").write_bytes(b"PK"),
        "lessons/courriel/notes.docx:1 : Ce fichier ne finit pas par .md. → Copiez son texte dans notes.md avec le Bloc-notes",
    ),
    "practice among the quizzes": (
        rename(f"scenarios/{REF}.yaml", f"quizzes/{REF}.yaml"),
        f"quizzes/{REF}.yaml:1 : Ce fichier ne finit pas par .md. → Une mise en situation se range dans scenarios/courriel/",
    ),
    "folder of no module": (
        lambda root: (root / "quizzes/couriel").mkdir(),
        "quizzes/couriel:1 : Le module « couriel » n’existe pas. → Les modules sont : premiers-pas, courriel, ",
    ),
}


@pytest.mark.parametrize("case", TOGETHER)
def test_what_only_shows_across_files_is_told(root, case):
    change, message = TOGETHER[case]
    change(root)
    assert any(line.startswith(message) for line in mistakes(open_shelf(root))), mistakes(open_shelf(root))


def test_a_bad_lesson_does_not_make_an_orphan_of_its_quiz(root):
    (root / f"lessons/{REF}.md").write_text("rien", encoding="utf-8")
    assert all(line.startswith("lessons/") for line in mistakes(open_shelf(root)))


def test_a_file_that_becomes_bad_keeps_its_last_good_value_and_says_so(root):
    before = open_shelf(root)
    for name, text in ((f"lessons/{REF}.md", LESSON), (f"quizzes/{REF}.md", QUIZ), (f"scenarios/{REF}.yaml", SCENARIO)):
        (root / name).write_text(text[: len(text) // 12], encoding="utf-8")
    after = before.refreshed()
    assert (after.lesson(REF), after.quiz(REF), after.practice(REF)) == (
        before.lesson(REF),
        before.quiz(REF),
        before.practice(REF),
    )
    told = [line for line in mistakes(after) if "la dernière bonne version reste affichée" in line]
    assert len(told) == 3 and len(mistakes(after)) >= 6
    again = after.refreshed()
    assert again is after
    (root / f"lessons/{REF}.md").write_text(LESSON.replace("minutes: 8", "minutes: 9"), encoding="utf-8")
    assert again.refreshed().lesson(REF).minutes == 9


def test_a_file_that_disappears_keeps_its_last_value_and_says_so(root):
    shelf = open_shelf(root)
    (root / f"quizzes/{REF}.md").unlink()
    for _ in range(3):
        shelf = shelf.refreshed()
        assert shelf.quiz(REF) is not None
        assert [line for line in mistakes(shelf) if line.startswith(f"quizzes/{REF}.md:1 : Le fichier a disparu")]
    (root / f"quizzes/{REF}.md").write_text(QUIZ, encoding="utf-8")
    assert mistakes(shelf.refreshed()) == []


def test_a_broken_summary_keeps_the_last_order(root):
    shelf = open_shelf(root)
    (root / "lessons/sommaire.md").write_bytes(b"\xff\xfe")
    after = shelf.refreshed()
    assert after.summary == shelf.summary and mistakes(after)


def test_nothing_changed_gives_the_same_shelf(root):
    shelf = open_shelf(root)
    assert shelf.refreshed() is shelf


def test_an_image_that_arrives_is_seen(root):
    image = root / "lessons/courriel/images/bouton-joindre.svg"
    image.rename(root / "image.svg")
    shelf = open_shelf(root)
    assert mistakes(shelf)
    (root / "image.svg").rename(image)
    assert mistakes(shelf.refreshed()) == []


def test_the_hash_changes_with_the_file_and_only_then(root):
    first = open_shelf(root).lesson(REF).content
    assert open_shelf(root).lesson(REF).content == first
    (root / f"lessons/{REF}.md").write_text(LESSON + "\n", encoding="utf-8")
    assert open_shelf(root).lesson(REF).content != first


def test_fifty_lessons_are_read_once_and_not_again_while_no_file_changes(root, monkeypatch):
    for number in range(50):
        for kind, ending, text in (("lessons", ".md", LESSON), ("quizzes", ".md", QUIZ), ("scenarios", ".yaml", SCENARIO)):
            (root / kind / f"courriel/lecon-{number}{ending}").write_text(text.replace("8", str(number), 1), encoding="utf-8")
    shelf = open_shelf(root)
    assert len(shelf.kept) == 153
    monkeypatch.setattr("library.shelf.read_bytes", lambda path, _found: pytest.fail(f"read again: {path}"))
    assert shelf.refreshed() is shelf


def test_a_practice_written_before_its_lesson_is_no_mistake_when_the_summary_says_it_is_to_come(tmp_path):
    root = shelf_folder(tmp_path)
    (root / "scenarios/courriel/ecrire-un-message.yaml").write_text(SCENARIO, encoding="utf-8")
    (root / "scenarios/courriel/autre.yaml").write_text(SCENARIO, encoding="utf-8")
    problems = open_shelf(root).problems
    assert [(p.file, p.advice) for p in problems if "n’a pas de leçon" in p.what] == [("scenarios/courriel/autre.yaml", False)]
    assert [p.advice for p in problems if "Leçon à venir" in p.what] == [True]
