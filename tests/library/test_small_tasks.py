"""The small tasks of a diagnosis: read like a practice, without help nor praise."""

from library.check import check
from library.scenario_file import read_scenario, read_task
from library.shelf import open_shelf
from tests.library.samples import REF, SCENARIO, example, said, shelf_folder

TASK = example("ecrire-une-petite-tache.md", "yaml")


def with_task(root, text=TASK):
    folder = shelf_folder(root) / "diagnosis/courriel"
    folder.mkdir(parents=True)
    (root / "diagnosis" / (REF + ".yaml")).write_text(text, encoding="utf-8")
    return root


def test_the_example_of_the_recipe_is_read_and_its_solutions_are_played(tmp_path):
    mistakes, _advice, shelf = check(with_task(tmp_path))
    assert said(mistakes) == [] and len(shelf.task(REF).variants) == 2


def test_a_folder_without_tasks_is_fine(tmp_path):
    shelf = open_shelf(shelf_folder(tmp_path))
    assert shelf.task(REF) is None and not [p for p in shelf.problems if "diagnosis" in str(p)]


def test_help_has_no_place_in_a_task_and_one_variant_is_not_enough():
    helped = TASK.replace("solution:", "aides:\n  - {texte: Cliquez., reponse: oui}\n\nsolution:")
    assert any("« aides » est inconnu" in line for line in said(read_task(helped.encode(), REF, "x").problems))
    one = TASK[: TASK.index("  club:")]
    assert any("il en faut 2 ou plus" in line for line in said(read_task(one.encode(), REF, "x").problems))


def test_a_solution_that_does_not_play_and_a_task_without_a_lesson_are_told(tmp_path):
    root = with_task(tmp_path, TASK.replace("- clic: envoyer", "- clic: joindre"))
    (root / "diagnosis/courriel/autre.yaml").write_text(TASK, encoding="utf-8")
    mistakes = said(check(root)[0])
    assert any("ne va pas au bout" in line for line in mistakes)
    assert any("Cette petite tâche n’a pas de leçon" in line for line in mistakes)


def test_the_minutes_of_a_practice_are_read_and_odd_ones_refused():
    assert read_scenario(SCENARIO.encode(), REF, "x").value.minutes is None
    assert read_scenario(f"minutes: 4\n{SCENARIO}".encode(), REF, "x").value.minutes == 4
    for odd in ("0", "99", "quatre", "²"):
        assert read_scenario(f"minutes: {odd}\n{SCENARIO}".encode(), REF, "x").value is None
