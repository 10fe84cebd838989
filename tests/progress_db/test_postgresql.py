"""The same memory on PostgreSQL: moved there and back with nothing lost, calm when it does not answer, one writer at a time."""

import socket
import threading
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learning.events import LessonFinished
from progress_db import backup, check, demo, engine, keeper, log, moving, open_memory, people, postgresql, schema
from progress_db.errors import Damaged, Refusal, StorageProblem
from progress_db.pg_memory import PgMemory
from progress_db.postgresql import translated
from tests.progress_db.facts import CHEAP, LESSON, NOW, after, desk, somebody
from tests.progress_db.test_commands import COURSE, command


@pytest.fixture
def there(postgres, tmp_path):
    """A memory on PostgreSQL."""
    opened = open_memory(tmp_path / "la-bas", NOW, postgres.new_base())
    yield opened
    opened.close()


@pytest.fixture
def filled(tmp_path):
    """A place with twelve people and months of history, on SQLite."""
    opened = open_memory(tmp_path / "ici", NOW)
    demo.fill(opened, COURSE, NOW, Random(7), cost=CHEAP)
    yield opened
    opened.close()


def fingerprints(memory) -> dict[str, str]:
    with memory.connection() as db:
        return {row["id"]: moving.fingerprint(db, row["id"]) for row in db.all("SELECT id FROM learners")}


def test_every_table_is_moved(memory, db):
    assert set(moving.TABLES) == set(db.tables()) - {"_sqlite_migrations"}


def test_a_filled_base_is_moved_to_postgresql_and_back_the_same_person_by_person(filled, there, tmp_path):
    with filled.connection() as here, there.connection() as db:
        counted = moving.move(here, db)
        assert counted["learners"] == 12 and counted["events"] > 100 and check.problems(db) == []
    assert fingerprints(there) == fingerprints(filled)
    back = open_memory(tmp_path / "retour", NOW)
    with there.connection() as db, back.connection() as again:
        assert moving.move(db, again) == counted and check.problems(again) == []
    assert fingerprints(back) == fingerprints(filled)
    back.close()


def test_a_base_that_holds_people_is_never_written_over(filled, there):
    with there.connection() as db:
        who = somebody(db)
        with filled.connection() as here, pytest.raises(Refusal, match="contient déjà"):
            moving.move(here, db)
        assert [one.id for one in people.learners(db)] == [who]


def test_a_move_cut_in_the_middle_leaves_nothing_and_is_made_again(filled, there):
    class Cut(Exception):
        pass

    def told(done, _total):
        if done == 5:
            raise Cut

    with filled.connection() as here, there.connection() as db:
        with pytest.raises(Cut):
            moving.move(here, db, told)
        assert moving.counts(db)["learners"] == 0
        assert moving.move(here, db)["learners"] == 12


def test_a_person_who_does_not_arrive_whole_is_told_and_nothing_is_kept(filled, there, monkeypatch):
    with filled.connection() as here, there.connection() as db:
        db.run("CREATE RULE lose AS ON INSERT TO skills WHERE NEW.level = 3 DO INSTEAD NOTHING")  # a base that loses rows
        with pytest.raises(Damaged):
            moving.move(here, db)
        assert moving.counts(db)["learners"] == 0


def test_a_backup_of_postgresql_is_a_file_that_sqlite_opens(there, tmp_path):
    with there.connection() as db:
        who = somebody(db)
        desk(db)
        people.add_guest(db, NOW)
        log.record(db, who, [("e1", LessonFinished(LESSON))], NOW)
    guardian = keeper.BackupKeeper(there, lambda: NOW)
    guardian.start()
    guardian.stop()
    assert guardian.problem is None
    [made] = backup.kept(there.folder)
    assert backup.sound(made)
    copy = engine.connect(made, read_only=True)
    assert [one.id for one in people.learners(copy)] == [who] and backup.counts(copy)["learners"] == 1
    assert not schema.pending(copy) and [e.id for e in log.history(copy, who)] == ["e1"]
    copy.close()


def test_one_process_makes_the_backups_and_another_takes_over(there):
    other = PgMemory(there.folder, there.url)
    assert there.leads() and there.leads() and not other.leads()
    there._leader._raw.close()  # its process dies
    assert other.leads() and not there.leads()
    other.close()


def test_a_server_that_does_not_answer_is_told_calmly_and_found_again(postgres, there):
    with there.connection() as db:
        who = somebody(db)
    postgres.stop("immediate")
    try:
        with pytest.raises(StorageProblem) as told, there.connection() as db:
            people.learner(db, who)
        assert "enregistré" in told.value.message
    finally:
        postgres.start()
    with there.connection() as db:
        assert people.learner(db, who)


def test_a_server_away_for_long_is_tried_again_every_second():
    """The pool alone waits twice as long after each failure, so minutes at the tenth: people would wait for a server that is back."""
    with socket.socket() as nobody:  # a port that is ours and where nobody listens
        nobody.bind(("127.0.0.1", 0))
        with postgresql.pool(f"postgresql://pas@127.0.0.1:{nobody.getsockname()[1]}/rien") as pool:
            for _ in range(600):
                if pool.get_stats().get("connections_errors", 0) >= 10:
                    break
                threading.Event().wait(0.1)
            else:
                pytest.fail(f"{pool.get_stats()}")


def test_what_was_confirmed_is_there_after_the_server_is_killed(postgres, tmp_path):
    """kill -9 of PostgreSQL under writers: a confirmed answer is read again (fsync is off in tests: this is about its log, not the disk)."""
    there = open_memory(tmp_path / "tue", NOW, postgres.new_base())
    with there.connection() as db:
        who = somebody(db)
    confirmed: list[str] = []

    def write():
        for number in range(100_000):
            try:
                with there.connection() as db:
                    log.record(db, who, [(f"e{number}", LessonFinished(LESSON))], after(seconds=number))
            except StorageProblem:
                return
            confirmed.append(f"e{number}")

    writer = threading.Thread(target=write)
    writer.start()
    while len(confirmed) < 30:
        threading.Event().wait(0.01)
    postgres.stop("immediate")
    writer.join(timeout=30)
    postgres.start()
    with there.connection() as db:
        kept = [event.id for event in log.history(db, who)]
        assert kept[: len(confirmed)] == confirmed and len(kept) <= len(confirmed) + 1 and check.problems(db) == []
    there.close()


def test_thirty_threads_adding_to_one_person_lose_nothing(there):
    with there.connection() as db:
        who = somebody(db)

    def add(number):
        with there.connection() as db:
            log.record(db, who, [(f"e{number}", LessonFinished(f"courriel/l{number}"))], NOW)

    threads = [threading.Thread(target=add, args=(n,)) for n in range(30)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    with there.connection() as db:
        assert len(log.history(db, who)) == 30 and check.problems(db) == []


@given(st.text(alphabet="ab:'%_ ", max_size=30))
def test_what_stands_between_quotes_is_never_a_parameter(inside):
    quoted = "'" + inside.replace("'", "''") + "'"
    made = translated(f"SELECT * FROM t WHERE a LIKE {quoted} AND b = :name")
    assert made % {"name": "X"} == f"SELECT * FROM t WHERE a LIKE {quoted} AND b = X"


def test_the_move_from_the_terminal_there_and_back(filled, postgres, tmp_path):
    wanted = fingerprints(filled)
    filled.close()
    url = postgres.new_base("template0")
    code, said = command(tmp_path / "ici", "move", url)
    assert code == 0 and "comparé personne par personne" in said and "DATABASE_URL" in said
    code, said = command(tmp_path / "ici", "move", url)
    assert code == 1 and "contient déjà" in said
    code, said = command(tmp_path / "retour", "move", url, "--retour")
    assert code == 0
    back = open_memory(tmp_path / "retour", NOW)
    assert fingerprints(back) == wanted
    back.close()
    code, said = command(tmp_path / "retour", "move", url, "--retour")
    assert code == 1 and "Rien n’a été changé" in said
    assert command(tmp_path / "ici", "move", "mysql://x")[0] == 1
