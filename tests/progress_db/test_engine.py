"""The seam: settings of every connection, transactions, calm problems."""

import sys
import threading

import pytest

from progress_db import engine, people
from progress_db.errors import Busy, StorageProblem
from tests.progress_db.facts import NOW, somebody


def pragma(db, name):
    return next(iter(db.one(f"PRAGMA {name}").values()))


def test_every_connection_keeps_what_it_confirms(memory):
    for _ in range(3):
        with memory.connection() as db:
            assert pragma(db, "synchronous") == 2  # FULL
            assert pragma(db, "journal_mode") == "wal"
            assert pragma(db, "foreign_keys") == 1
            assert pragma(db, "secure_delete") == 1
            assert pragma(db, "busy_timeout") >= 5000


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Python's own SQLite is used")
def test_the_sqlite_library_is_one_without_the_wal_reset_fault():
    assert engine.sqlite.sqlite_version_info >= engine.SAFE_SQLITE


def test_migrations_use_the_same_library_as_the_rest():
    from sqlite_utils.utils import sqlite3

    assert sqlite3.connect is engine.sqlite.connect


def test_a_transaction_is_all_or_nothing(db):
    with pytest.raises(RuntimeError), db.transaction():
        somebody(db)
        raise RuntimeError
    assert people.learners(db) == []


def test_a_nested_transaction_joins_the_outer_one(db):
    with pytest.raises(RuntimeError), db.transaction():
        with db.transaction():
            somebody(db)
        raise RuntimeError
    assert people.learners(db) == []


def test_a_connection_never_creates_a_base(tmp_path):
    with pytest.raises(StorageProblem):
        engine.connect(tmp_path / "nothing.db")
    assert list(tmp_path.iterdir()) == []


def test_a_base_held_too_long_by_another_program_is_a_calm_problem(memory, monkeypatch):
    monkeypatch.setattr(engine, "WAIT_SECONDS", 0.05)
    other = engine.connect(memory.path)
    with memory.connection() as db, other.transaction(), pytest.raises(Busy) as problem:
        somebody(db)
    other.close()
    assert "Attendez un instant" in problem.value.message


def test_eight_writers_at_once_lose_nothing(memory):
    with memory.connection() as db:
        who = somebody(db)
    barrier, errors = threading.Barrier(8), []

    def write(number):
        try:
            barrier.wait()
            for _ in range(40):
                with memory.connection() as db, db.transaction():
                    size = db.one("SELECT seq FROM learners WHERE id = :who", who=who)["seq"]
                    db.run("UPDATE learners SET seq = :seq WHERE id = :who", seq=size + 1, who=who)
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=write, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with memory.connection() as db:
        assert errors == [] and db.one("SELECT seq FROM learners")["seq"] == 320


def test_eight_writers_on_connections_that_share_no_lock_wait_for_each_other(memory):
    barrier, errors = threading.Barrier(8), []

    def write(number):
        try:
            barrier.wait()
            for n in range(15):
                db = engine.connect(memory.path)  # as another process would
                people.add_learner(db, "Yves", NOW, learner_id=f"{number}-{n}")
                db.close()
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=write, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with memory.connection() as db:
        assert errors == [] and len(people.learners(db)) == 120
