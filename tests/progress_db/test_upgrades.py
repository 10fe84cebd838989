"""A base of every earlier version, with people in it, opens in this version: nothing of theirs is lost, on both engines."""

import threading

import pytest

from progress_db import backup, check, engine, log, open_memory, people, postgresql, schema
from progress_db.moments import to_text
from progress_db.postgresql import PgDb
from tests.progress_db.facts import NOW

NAMES = [name for name, _change in schema.STEPS]


def filled(db) -> None:
    """Somebody as the first version wrote her, in the tables that every version has."""
    at = to_text(NOW)
    db.run("INSERT INTO learners (id, name, guest, text_size, created_at, seq) VALUES ('o', 'Odette', 0, 125, :at, 1)", at=at)
    row = {
        "id": "e1", "learner": "o", "seq": 1, "at": at, "kind": "lesson_finished", "about": "courriel/a", "content": "", "rules": "1",
        "data": '{"lesson":"courriel/a"}',
    }  # fmt: skip
    db.run(
        "INSERT INTO events (id, learner, seq, at, kind, about, content, rules, data, sum)"
        " VALUES (:id, :learner, :seq, :at, :kind, :about, :content, :rules, :data, :sum)",
        **row, sum=log.checksum(row),
    )  # fmt: skip


def the_same(memory) -> None:
    with memory.connection() as db:
        assert not schema.pending(db) and [(one.name, one.text_size) for one in people.learners(db)] == [("Odette", 125)]
        log.rebuild(db)
        assert [event.id for event in log.history(db, "o")] == ["e1"] and check.problems(db) == []


@pytest.mark.parametrize("version", NAMES[:-1])
def test_a_base_of_each_earlier_version_is_brought_up_to_date(tmp_path, monkeypatch, version):
    with monkeypatch.context() as then:
        then.setattr(schema, "STEPS", schema.STEPS[: NAMES.index(version) + 1])
        db = engine.create(tmp_path / "progress.db")
        schema.migrate(db)
        filled(db)
        db.close()
    memory = open_memory(tmp_path, NOW)
    assert memory.problem is None and backup.kept(tmp_path), "a backup is made before the base is changed"
    the_same(memory)
    memory.close()


@pytest.mark.parametrize("version", NAMES[:-1])
def test_the_same_on_postgresql(postgres, tmp_path, version):
    url = postgres.new_base("template0")
    with postgresql.pool(url) as pool, pool.connection() as raw:
        postgresql.migrate(PgDb(raw), schema.STEPS[: NAMES.index(version) + 1], to_text(NOW))
        filled(PgDb(raw))
    memory = open_memory(tmp_path, NOW, url)
    the_same(memory)
    memory.close()


def test_two_processes_that_start_together_migrate_once(postgres, tmp_path):
    url, faults = postgres.new_base("template0"), []

    def start(number):
        memory = open_memory(tmp_path / str(number), NOW, url)
        try:
            with memory.connection() as db:
                people.add_learner(db, "Marie", NOW)
        except Exception as fault:
            faults.append(fault)
        finally:
            memory.close()

    threads = [threading.Thread(target=start, args=(n,)) for n in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    memory = open_memory(tmp_path / "vu", NOW, url)
    with memory.connection() as db:
        assert faults == [] and len(people.learners(db)) == 4
    memory.close()
