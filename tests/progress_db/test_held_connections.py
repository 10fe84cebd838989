"""Connections are given back and used again, but never held by two at once."""

import threading

import pytest

from progress_db import open_memory


def test_a_connection_given_back_is_used_again(tmp_path):
    memory = open_memory(tmp_path)
    with memory.connection() as first:
        pass
    with memory.connection() as again, memory.connection() as other:
        assert again is first and other is not first
    memory.close()


def test_a_connection_that_met_a_fault_is_not_used_again(tmp_path):
    memory = open_memory(tmp_path)
    with pytest.raises(RuntimeError), memory.connection() as first:
        raise RuntimeError
    with memory.connection() as again:
        assert again is not first
    memory.close()


def test_many_threads_never_hold_the_same_one(tmp_path):
    memory, held, twice = open_memory(tmp_path), set(), []
    start = threading.Barrier(8)

    def work():
        start.wait()
        for _ in range(200):
            with memory.connection() as db:
                if id(db) in held:
                    twice.append(db)
                held.add(id(db))
                db.one("SELECT 1 AS one")
                held.discard(id(db))

    threads = [threading.Thread(target=work) for _ in range(8)]
    [t.start() for t in threads]
    [t.join() for t in threads]
    memory.close()
    assert not twice
