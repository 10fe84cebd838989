"""The command that authors run."""

import subprocess
import sys

from library.check import main
from tests.library.samples import REF, ROOT, SCENARIO, shelf_folder


def test_all_mistakes_of_all_files_are_printed_and_the_exit_code_says_it(tmp_path, capsys):
    root = shelf_folder(tmp_path)
    (root / f"lessons/{REF}.md").write_text("---\ntitre: a\n", encoding="utf-8")
    (root / f"quizzes/{REF}.md").write_text("## a\n", encoding="utf-8")
    (root / f"scenarios/{REF}.yaml").write_text(SCENARIO.replace("bravo", "brvo"), encoding="utf-8")
    assert main([str(root)]) == 1
    printed = capsys.readouterr().out
    for name in ("lessons/", "quizzes/", "scenarios/"):
        assert f"\n{name}{REF}" in printed
    assert "À CORRIGER" in printed and "CONSEILS" in printed and "Traceback" not in printed


def test_a_right_folder_is_said_right_and_advice_is_not_a_mistake(tmp_path, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "simulator.player", None)  # the example is played where the simulator is tested
    assert main([str(shelf_folder(tmp_path))]) == 0
    printed = capsys.readouterr().out.replace("\u00a0", " ")
    assert "Rien à corriger : 1 leçon(s), 1 quiz, 1 mise(s) en situation, 0 petite(s) tâche(s), 0 liste(s) de faits." in printed
    assert "À CORRIGER" not in printed and "Leçon à venir : courriel/ecrire-un-message." in printed


def test_fix_then_check(tmp_path, capsys):
    root = shelf_folder(tmp_path)
    quiz = root / f"quizzes/{REF}.md"
    quiz.write_text(quiz.read_text(encoding="utf-8").replace(" {#ordre}", ""), encoding="utf-8")
    assert main([str(root)]) == 1
    main(["--fix", str(root)])
    assert "nom ajouté {#mettez-dans-l-ordre}" in capsys.readouterr().out
    assert "n’a pas de nom" not in capsys.readouterr().out


def test_a_strange_command_gets_the_manual(capsys):
    assert main(["--nimporte"]) == 2 and main(["/nulle/part"]) == 2 and main(["--help"]) == 0
    assert capsys.readouterr().out.count("python -m library.check --fix") == 3


def test_the_command_runs_as_authors_type_it_even_on_an_ascii_console(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "library.check", str(shelf_folder(tmp_path))],
        cwd=ROOT, capture_output=True, env={"PYTHONIOENCODING": "ascii", "PATH": "/usr/bin"}, timeout=60,
    )  # fmt: skip
    assert done.returncode in (0, 1) and done.stderr == b"", done.stderr.decode()
    assert "CONSEILS" in done.stdout.decode("utf-8")
