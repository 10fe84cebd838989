"""`python -m progress_db …`, `check`, and the filled example."""

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from learning.autonomy import Level
from learning.events import LessonFinished
from progress_db import backup, check, demo, door, engine, log, open_memory, people, place, sessions
from progress_db.errors import AlreadySetUp
from tests.progress_db.facts import CHEAP, LESSON, NOW, after, another, filled, somebody, with_card

ROOT = Path(__file__).parents[2]
COURSE = [(LESSON, ["mairie", "medecin", "association"]), ("courriel/reconnaitre-un-piege", ["colis", "banque", "impots"])]


def command(folder: Path, *words: str, said: str = "") -> tuple[int, str]:
    """(exit code, all that was said)."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "progress_db", *words], input=said, cwd=ROOT, env={**os.environ, "PAS_A_PAS_DATA": str(folder)},
        text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60,
    )  # fmt: skip
    return done.returncode, done.stdout


def test_a_backup_is_made_checked_and_restored_from_the_terminal(tmp_path):
    filled(tmp_path)
    code, said = command(tmp_path, "backup")
    assert code == 0 and "Sauvegarde faite et vérifiée" in said and len(backup.kept(tmp_path)) == 1
    (tmp_path / "progress.db").write_bytes(b"")
    code, said = command(tmp_path, "check")
    assert code == 1 and "abîmée ou absente" in said
    code, said = command(tmp_path, "restore", said="non\n")
    assert code == 1 and "Rien n’a été changé" in said and (tmp_path / "progress.db").read_bytes() == b""
    code, said = command(tmp_path, "restore", said="oui\n")
    assert code == 0 and "est en place" in said and "gardée à côté" in said
    code, said = command(tmp_path, "check")
    assert code == 0 and "Tout va bien\u00a0: 1 personnes, 1 événements" in said


def test_check_names_what_is_wrong_and_rebuild_puts_summaries_right(tmp_path):
    filled(tmp_path)
    base = engine.connect(tmp_path / "progress.db")
    base.run("UPDATE skills SET level = 3")
    base.close()
    code, said = command(tmp_path, "check")
    assert code == 1 and f"le résumé de «\u00a0{LESSON}\u00a0»" in said and "Maryvonne" in said
    assert command(tmp_path, "rebuild")[0] == 0
    assert command(tmp_path, "check")[0] == 0


def test_a_locked_card_is_opened_and_guests_forgotten_from_the_terminal(tmp_path):
    opened = open_memory(tmp_path, NOW)
    with opened.connection() as db:
        who, code, pin = with_card(db, "Yves Le Goff")
        for hours in range(10):
            door.sign_in(db, code, another(pin), "pc", after(hours=2 * hours), CHEAP)
        assert people.learner(db, who).locked
        guest = people.add_guest(db, NOW)
        sessions.open_session(db, guest.id, "guest", NOW)
        assert command(tmp_path, "unlock", "Yves Le Goff")[0] == 0
        assert not people.learner(db, who).locked
        status, said = command(tmp_path, "unlock", "Personne")
        assert status == 1 and said == "Personne ne s’appelle «\u00a0Personne\u00a0».\n"
        assert "effacés\u00a0: 1" in command(tmp_path, "guests", "--tous")[1]
        assert people.learner(db, guest.id) is None
    opened.close()


@pytest.mark.parametrize(
    "words, code", [((), 2), (("bidule",), 2), (("--aide",), 0), (("backup",), 1), (("check",), 1), (("restore", "--oui"), 1)]
)
def test_every_command_speaks_french_even_where_there_is_nothing(tmp_path, words, code):
    status, said = command(tmp_path, *words)
    assert status == code
    assert not {"Usage", "Error", "Traceback", "help"} & set(said.replace(":", " ").split())
    assert list(tmp_path.iterdir()) == []


# ------------------------------------------------------------------------------------------------ check
def damaged_rows(db, who):
    yield 'UPDATE events SET data = \'{"lesson":"x"}\' WHERE seq = 2', "l’événement n°\u00a02"
    yield "UPDATE events SET at = '2020-01-01T00:00:00.000000+00:00' WHERE seq = 1", "l’événement n°\u00a01"
    yield "UPDATE events SET data = 'not json' WHERE seq = 1", "pas lisible"
    yield "DELETE FROM events WHERE seq = 2", "il manque des événements"
    yield "UPDATE learners SET seq = 9", "il manque des événements"
    yield "DELETE FROM skills", "le résumé"
    yield "UPDATE skills SET due = NULL, last_seen = 'never'", "le résumé"


@pytest.mark.parametrize("case", range(7))
def test_check_finds_each_kind_of_wrong_row(db, case):
    who = somebody(db)
    for number in range(3):
        log.record(db, who, [(f"e{number}", LessonFinished(LESSON))], NOW)
    assert check.problems(db) == []
    sql, said = list(damaged_rows(db, who))[case]
    db.run(sql)
    assert any(said in problem for problem in check.problems(db))


def test_check_finds_rows_that_point_nowhere(db):
    log.record(db, somebody(db), [("e1", LessonFinished(LESSON))], NOW)
    db.raw.execute("PRAGMA foreign_keys=OFF")
    db.run("DELETE FROM learners")
    assert any("absente de learners" in problem for problem in check.problems(db))


# ------------------------------------------------------------------------------------------------- demo
def test_the_filled_example_is_twelve_believable_people(memory, db):
    made = demo.fill(memory, COURSE, NOW, Random(7), cost=CHEAP)
    there = people.learners(db)
    assert len(there) == 12 and all(p.card and p.pin and not p.guest for p in there)
    assert place.place(db).villages == ("La Vicomté-sur-Rance", "Pleudihen-sur-Rance", "Saint-Hélen")
    levels = {log.progress(db, p.id).skill(lesson).level for p in there for lesson, _ in COURSE}
    assert levels == set(Level)
    events = [e for p in there for e in log.history(db, p.id)]
    assert len(events) > 150 and NOW - timedelta(days=125) < min(e.at for e in events) <= max(e.at for e in events) <= NOW
    assert any(len(log.history(db, p.id)) == 0 or log.progress(db, p.id).seq <= 1 for p in there)
    assert check.problems(db) == []
    assert door.sign_in(db, made.code, made.pin, "pc", NOW, CHEAP).learner in {p.id for p in there}
    assert door.counsellor_sign_in(db, made.login, made.password, "pc", NOW, CHEAP).counsellor
    assert demo.fill(memory, COURSE, after(days=1), Random(7), cost=CHEAP) == made and made.pin in str(made)
    assert len(people.learners(db)) == 12
    with pytest.raises(AlreadySetUp):
        demo.fill(memory, COURSE, NOW, Random(8), cost=CHEAP)


def test_the_same_chance_makes_the_same_example(tmp_path):
    def filled_with(seed, name):
        opened = open_memory(tmp_path / name, NOW)
        made = demo.fill(opened, COURSE, NOW, Random(seed), questions={LESSON: ["a", "b", "c"]}, cost=CHEAP)
        with opened.connection() as db:
            rows = db.all("SELECT * FROM events ORDER BY id")
        opened.close()
        return made, rows

    assert filled_with(7, "one") == filled_with(7, "two") != filled_with(8, "three")


def test_the_example_takes_whatever_course_there_is(tmp_path):
    for number, course in enumerate(([], [("courriel/seul", [])], COURSE * 2)):
        opened = open_memory(tmp_path / str(number), NOW)
        demo.fill(opened, course, NOW, Random(1), cost=CHEAP)
        opened.close()
