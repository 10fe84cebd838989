"""A damaged base is said and shown from its backup, never replaced by an empty one; migrations keep everything."""

import threading
from pathlib import Path
from random import Random

import pytest

from learning.events import LessonFinished, QuestionAnswered
from progress_db import backup, check, engine, log, memory, open_memory, people, schema, sessions
from progress_db.errors import Damaged, ReadOnly, StorageProblem
from tests.progress_db.facts import LESSON, NOW, after, filled, somebody


def zero(path):
    path.write_bytes(b"")


def truncated(path):
    path.write_bytes(path.read_bytes()[: 4096 * 3 + 100])


def bad_header(path):
    path.write_bytes(b"X" * 100 + path.read_bytes()[100:])


def bad_middle(path):
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    path.write_bytes(bytes(content))


def folder_in_its_place(path):
    path.unlink()
    path.mkdir()


def missing(path):
    path.unlink()


def another_program(path):
    path.unlink()
    engine.sqlite.connect(str(path)).executescript("CREATE TABLE music (id)").connection.close()


DAMAGES = [zero, truncated, bad_header, bad_middle, folder_in_its_place, missing, another_program]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_base_is_shown_from_the_last_good_backup_read_only(tmp_path, damage):
    who = filled(tmp_path)
    good = backup.backup(tmp_path, NOW)
    bad = good.with_name("progress-20991231T000000000000Z.db")
    bad.write_bytes(good.read_bytes()[:8000])
    path = tmp_path / "progress.db"
    damage(path)
    left = path.read_bytes() if path.is_file() else path.exists()
    opened = open_memory(tmp_path, after(days=1))
    assert opened.read_only and opened.path == good
    assert "22/11/2026 à 10\u00a0h\u00a030" in opened.problem and "restore" in opened.problem
    with opened.connection() as db:
        assert [e.id for e in log.history(db, who)] == ["e1"]
        with pytest.raises(ReadOnly):
            log.record(db, who, [("e2", LessonFinished(LESSON))], NOW)
        assert sessions.seat(db, "x", NOW, touch=True) is None
    opened.close()
    assert (path.read_bytes() if path.is_file() else path.exists()) == left


@pytest.mark.parametrize("damage", [d for d in DAMAGES if d is not missing])
def test_without_a_backup_a_damaged_base_is_left_alone_and_every_connection_says_so(tmp_path, damage):
    filled(tmp_path)
    path = tmp_path / "progress.db"
    damage(path)
    left = path.read_bytes() if path.is_file() else path.exists()
    opened = open_memory(tmp_path, NOW)
    assert "aucune sauvegarde" in opened.problem
    with pytest.raises(Damaged) as problem, opened.connection():
        pass
    assert problem.value.message == opened.problem
    assert (path.read_bytes() if path.is_file() else path.exists()) == left


def test_a_lost_base_whose_wal_is_still_there_is_not_begun_again(tmp_path):
    (tmp_path / "progress.db-wal").write_bytes(b"x")
    assert open_memory(tmp_path, NOW).problem
    assert not (tmp_path / "progress.db").exists()


def test_every_truncation_is_said_or_survived(tmp_path):
    filled(tmp_path)
    whole = (tmp_path / "progress.db").read_bytes()
    for size in range(0, len(whole), 4096 * 2):
        (tmp_path / "progress.db").write_bytes(whole[:size])
        opened = open_memory(tmp_path, NOW)
        assert opened.problem, size
        opened.close()


# ----------------------------------------------------------------------------------------- migrations
def test_the_names_of_migrations_are_never_edited():
    assert [name for name, _ in schema.STEPS][:4] == [
        "0001 people and their events", "0002 practices in progress", "0003 sign-in", "0004 the place",
    ]  # fmt: skip


def add_colour(db):
    db.execute("ALTER TABLE learners ADD COLUMN colour TEXT")


def break_half_way(db):
    db.execute("ALTER TABLE learners ADD COLUMN shape TEXT")
    raise StorageProblem


def with_more_steps(monkeypatch, *steps):
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, *steps))


def test_a_backup_is_made_before_a_migration_and_everything_is_still_there(tmp_path, monkeypatch):
    who = filled(tmp_path)
    with_more_steps(monkeypatch, ("0099 colour", add_colour))
    opened = open_memory(tmp_path, NOW)
    with opened.connection() as db:
        assert opened.problem is None and db.one("SELECT id, colour FROM learners") == {"id": who, "colour": None}
    opened.close()
    assert len(backup.kept(tmp_path)) == 1
    assert open_memory(tmp_path, NOW).problem is None and len(backup.kept(tmp_path)) == 1


def test_a_migration_that_fails_changes_nothing_and_says_so(tmp_path, monkeypatch):
    filled(tmp_path)
    with_more_steps(monkeypatch, ("0099 broken", break_half_way))
    opened = open_memory(tmp_path, NOW)
    assert opened.problem.startswith("La base de données n’a pas pu être mise à jour.")
    monkeypatch.undo()
    opened = open_memory(tmp_path, NOW)
    with opened.connection() as db:
        assert opened.problem is None and "shape" not in db.one("SELECT * FROM learners")
    opened.close()


def test_a_base_of_a_newer_version_is_shown_and_never_written(tmp_path, monkeypatch):
    who = filled(tmp_path)
    with_more_steps(monkeypatch, ("0099 colour", add_colour))
    open_memory(tmp_path, NOW).close()
    monkeypatch.undo()
    opened = open_memory(tmp_path, NOW)
    assert opened.read_only and "plus récente" in opened.problem
    with opened.connection() as db:
        assert [e.id for e in log.history(db, who)] == ["e1"]


def test_a_backup_of_before_a_migration_can_still_be_shown(tmp_path, monkeypatch):
    who = filled(tmp_path)
    backup.backup(tmp_path, NOW)
    zero(tmp_path / "progress.db")
    with_more_steps(monkeypatch, ("0099 colour", add_colour))
    opened = open_memory(tmp_path, NOW)
    with opened.connection() as db:
        assert opened.read_only and db.one("SELECT id, colour FROM learners") == {"id": who, "colour": None}


def test_the_first_start_makes_a_whole_base_or_none(tmp_path, monkeypatch):
    monkeypatch.setattr(memory.schema, "migrate", lambda db: (_ for _ in ()).throw(StorageProblem()))
    assert open_memory(tmp_path, NOW).problem
    assert list(tmp_path.iterdir()) == []


def test_a_first_start_on_a_usb_stick_without_hard_links_works(tmp_path, monkeypatch):
    def refused(*_):
        raise PermissionError

    monkeypatch.setattr("os.link", refused)
    opened = open_memory(tmp_path, NOW)
    assert opened.problem is None and [f.name for f in tmp_path.glob("*.new*")] == []
    opened.close()


def test_two_processes_starting_at_once_share_one_base(tmp_path):
    barrier, opened = threading.Barrier(4), []

    def start():
        barrier.wait()
        opened.append(open_memory(tmp_path, NOW))

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for number, one in enumerate(opened):
        assert one.problem is None
        with one.connection() as db:
            somebody(db)
            assert len(people.learners(db)) == number + 1
        one.close()


# ----------------------------------------------------------------------------------------- changed bytes
def test_a_changed_byte_of_an_answer_is_found(tmp_path):
    """SQLite's own check misses half of them: our checksums must not."""
    who = filled(tmp_path)
    opened = open_memory(tmp_path, NOW)
    with opened.connection() as db:
        log.record(db, who, [(f"e-{n}", QuestionAnswered(LESSON, f"q{n}", True, [n], "une réponse")) for n in range(40)], NOW)
        right = log.history(db, who)
    opened.close()
    path, rng, found = tmp_path / "progress.db", Random(5), 0
    whole = path.read_bytes()
    written = [place for place, byte in enumerate(whole) if byte]  # the rest is room to spare
    for _ in range(60):
        place = rng.choice(written)
        path.write_bytes(whole[:place] + bytes([whole[place] ^ (1 << rng.randrange(8))]) + whole[place + 1 :])
        found += not _as_before(tmp_path, who, right)
        for left in ("-wal", "-shm"):
            Path(f"{path}{left}").unlink(missing_ok=True)
    assert found > 30


def _as_before(folder, who, right):
    """True when the answers are the right ones; else fails unless the change was noticed."""
    opened = open_memory(folder, NOW)
    try:
        with opened.connection() as db:
            noticed = bool(check.problems(db))
            assert noticed or log.history(db, who) == right
            return not noticed
    except StorageProblem:
        return False
    finally:
        opened.close()


def test_a_column_whose_name_was_changed_on_the_disk_is_damage_and_not_a_fault_of_ours(tmp_path):
    whole = open_memory(tmp_path, NOW)
    with whole.connection() as db:
        who = somebody(db)
        log.record(db, who, [("e1", LessonFinished(LESSON))], NOW)
        db.run("ALTER TABLE events RENAME COLUMN content TO contenu")
        with pytest.raises(Damaged):
            log.history(db, who)
    whole.close()
