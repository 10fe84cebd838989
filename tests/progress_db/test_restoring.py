"""A backup put back from the counsellor's space while the site runs: what is lost is said before, and a failure changes nothing."""

import threading
from datetime import timedelta

import pytest

from learning.events import LessonFinished
from progress_db import acts, backup, check, erasing, keeper, log, people, restoring, sessions
from progress_db.errors import Busy, Damaged, Refusal, StorageProblem
from progress_db.restoring import Lost
from progress_db.rights import NotAllowed
from tests.progress_db.facts import LESSON, NOW, after, desk

LATER = NOW + timedelta(hours=2)


@pytest.fixture
def place(memory):
    """Odette with one event and Rachid, backed up; then Rachid erased, Yann added, one more event. Gives (memory, the backup, Odette)."""
    with memory.connection() as db:
        desk(db)
        one, gone = people.add_learner(db, "Odette", NOW).id, people.add_learner(db, "Rachid", NOW).id
        log.record(db, one, [("e1", LessonFinished(LESSON))], NOW)
    guardian = keeper.BackupKeeper(memory, lambda: NOW, every=timedelta(0))
    guardian.round(NOW)
    [made] = backup.kept(memory.folder)
    with memory.connection() as db:
        erasing.erase(db, memory.folder, gone, "c", after(minutes=5))
        people.add_learner(db, "Yann", after(minutes=6))
        log.record(db, one, [("e2", LessonFinished(LESSON))], after(minutes=7))
    return memory, made, one


def test_what_would_be_lost_is_counted_before(place):
    memory, made, _one = place
    with memory.connection() as db:
        assert restoring.lost(memory, db, made.name) == Lost(people=1, events=1, workshops=0)
    assert [one.name for one in restoring.offers(memory)] == [made.name]


def test_put_back_all_is_as_it_was_but_the_erased_stay_erased_and_nobody_is_signed_in(place):
    memory, made, one = place
    with memory.connection() as db:
        token = sessions.digest(sessions.open_session(db, one, "learner", LATER))
    restoring.restore(memory, made.name, "c", LATER)
    with memory.connection() as db:
        assert [p.name for p in people.learners(db)] == ["Odette"] and [e.id for e in log.history(db, one)] == ["e1"]
        assert sessions.seat(db, token, LATER) is None and check.problems(db) == []
        assert acts.RESTORE in [act.what for act in acts.recent(db, "c", 9)]
    assert not memory.read_only and memory.problem is None


def test_the_state_of_before_is_backed_up_first_and_can_come_back(place):
    memory, made, one = place
    restoring.restore(memory, made.name, "c", LATER)
    newest = backup.kept(memory.folder)[0]
    assert newest != made
    restoring.restore(memory, newest.name, "c", LATER + timedelta(minutes=1))
    with memory.connection() as db:
        assert [p.name for p in people.learners(db)] == ["Odette", "Yann"] and len(log.history(db, one)) == 2


def test_whoever_is_no_administrator_puts_nothing_back(place):
    memory, made, _one = place
    with memory.connection() as db:
        desk(db, "x", "counsellor")
    with pytest.raises(NotAllowed):
        restoring.restore(memory, made.name, "x", LATER)
    with memory.connection() as db:
        assert len(people.learners(db)) == 2


@pytest.mark.parametrize("name", ["progress-20200101T000000000000Z.db", "../progress.db", ""])
def test_a_backup_that_is_not_there_is_refused(place, name):
    with pytest.raises(Refusal):
        restoring.restore(place[0], name, "c", LATER)


def test_a_damaged_backup_changes_nothing(place):
    memory, made, _one = place
    made.write_bytes(made.read_bytes()[:5000])
    with pytest.raises(Damaged):
        restoring.restore(memory, made.name, "c", LATER)
    with memory.connection() as db:
        assert len(people.learners(db)) == 2


@pytest.mark.sqlite
def test_somebody_who_does_not_let_go_makes_it_wait_then_refuse_and_the_base_of_before_is_there(place, monkeypatch):
    memory, made, _one = place
    monkeypatch.setattr(restoring, "PATIENCE", 2)
    with memory.connection() as held:
        held.all("SELECT id FROM learners")
        with pytest.raises(Busy):
            restoring.restore(memory, made.name, "c", LATER)
        assert len(people.learners(held)) == 2
    with memory.connection() as db:
        assert len(people.learners(db)) == 2 and not memory.read_only
        people.add_learner(db, "Denise", LATER)


def test_people_at_work_meanwhile_are_told_to_wait_or_go_on_and_never_lose_what_was_confirmed_after(place):
    memory, made, one = place
    over, done, odd = threading.Event(), [], []

    def work(number):
        turn = 0
        while not over.is_set():
            turn += 1
            try:
                with memory.connection() as db:
                    log.record(db, one, [(f"w{number}-{turn}", LessonFinished(LESSON))], LATER)
                done.append(f"w{number}-{turn}")
            except StorageProblem:
                over.wait(0.02)
            except Exception as fault:
                odd.append(fault)

    workers = [threading.Thread(target=work, args=(n,)) for n in range(4)]
    for worker in workers:
        worker.start()
    over.wait(0.3)
    restoring.restore(memory, made.name, "c", LATER)
    mark = len(done)
    while len(done) < mark + 20:
        over.wait(0.01)
    over.set()
    for worker in workers:
        worker.join()
    with memory.connection() as db:
        kept = {event.id for event in log.history(db, one)}
        assert odd == [] and set(done[mark + 4 :]) <= kept and check.problems(db) == []
