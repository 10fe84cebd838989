"""Erased stays erased, even when an old backup is put back; the purge tells, waits, erases, and says so in the journal."""

from datetime import timedelta

import pytest

from learning.events import LessonFinished, LessonProposed
from progress_db import acts, backup, erasing, keeper, log, open_memory, people, place, purge
from progress_db.place import Place
from tests.progress_db.facts import LESSON, NOW, desk, somebody
from tests.progress_db.test_commands import command

YEAR = timedelta(days=366)


@pytest.fixture(autouse=True)
def gaelle(request):
    """In the tests on the shared memory, the desk is there; the others make their own."""
    if "db" in request.fixturenames:
        desk(request.getfixturevalue("db"))


def names(folder):
    memory = open_memory(folder, NOW)
    try:
        with memory.connection() as db:
            return [one.name for one in people.learners(db)]
    finally:
        memory.close()


def test_whoever_was_erased_stays_erased_when_an_older_backup_is_put_back(tmp_path):
    memory = open_memory(tmp_path, NOW)
    with memory.connection() as db:
        desk(db)
        gone, _stays = people.add_learner(db, "Odette", NOW), people.add_learner(db, "Rachid", NOW)
        old = backup.backup(tmp_path, NOW)
        erasing.erase(db, tmp_path, gone.id, "c", NOW)
    memory.close()
    assert names(tmp_path) == ["Rachid"]
    backup.restore(tmp_path, old, NOW)
    assert names(tmp_path) == ["Rachid"]
    assert "Odette" not in (tmp_path / erasing.FILE).read_text("utf-8")


def test_she_stays_erased_when_the_file_could_not_be_written_at_the_time(tmp_path):
    """A full disk after the erasure, then a restore: the replaced base tells."""
    memory = open_memory(tmp_path, NOW)
    with memory.connection() as db:
        desk(db)
        gone = people.add_learner(db, "Odette", NOW)
        old = backup.backup(tmp_path, NOW)
        erasing.erase(db, tmp_path, gone.id, "c", NOW)
    memory.close()
    (tmp_path / erasing.FILE).unlink()
    backup.restore(tmp_path, old, NOW)
    assert names(tmp_path) == []


def test_she_stays_erased_when_the_base_itself_is_lost(tmp_path):
    memory = open_memory(tmp_path, NOW)
    with memory.connection() as db:
        desk(db)
        gone = people.add_learner(db, "Odette", NOW)
        old = backup.backup(tmp_path, NOW)
        erasing.erase(db, tmp_path, gone.id, gone.id, NOW)
    memory.close()
    (tmp_path / "progress.db").write_bytes(b"not a base")
    backup.restore(tmp_path, old, NOW)
    assert names(tmp_path) == []


def test_noting_twice_writes_once_and_a_cut_line_is_passed_over(memory, db):
    erasing.erase(db, memory.folder, somebody(db), "c", NOW)
    assert erasing.note(db, memory.folder) == 0
    with (memory.folder / erasing.FILE).open("a") as out:
        out.write("2026-11-23T")
    assert len(erasing.noted(memory.folder)) == 1


def test_the_file_forgets_what_no_backup_can_bring_back(memory, db):
    erasing.erase(db, memory.folder, somebody(db), "c", NOW)
    erasing.forget_old(memory.folder, NOW + acts.PROOF_KEPT - timedelta(days=1))
    assert erasing.noted(memory.folder)
    erasing.forget_old(memory.folder, NOW + acts.PROOF_KEPT + timedelta(days=1))
    assert not erasing.noted(memory.folder)


def test_a_year_without_activity_is_told_then_erased_thirty_days_later(memory, db):
    who = somebody(db)
    log.record(db, who, [("e", LessonFinished(LESSON))], NOW + timedelta(days=10))
    told = NOW + YEAR
    assert purge.purge(db, memory.folder, told - timedelta(days=30)).told == []  # ten days later than her creation
    assert [one.learner for one in purge.purge(db, memory.folder, told).told] == [who]
    assert [one.learner for one in purge.quiet(db, told)] == [who]
    assert purge.purge(db, memory.folder, told + timedelta(days=29)).erased == []
    assert [one.learner for one in purge.purge(db, memory.folder, told + timedelta(days=31)).erased] == [who]
    assert people.learner(db, who) is None
    assert [(act.what, act.about, act.who) for act in acts.recent(db, "c", 9)] == [(acts.PURGE, who, ""), (acts.NOTICE, who, "")]


def test_what_a_counsellor_proposes_is_no_sign_of_life(memory, db):
    who = somebody(db)
    log.record(db, who, [("p", LessonProposed(LESSON, "c"))], NOW + timedelta(days=300))
    assert [one.learner for one in purge.purge(db, memory.folder, NOW + YEAR).told] == [who] and purge.told(db) == 1


def test_looking_before_purging_changes_nothing(memory, db):
    who = somebody(db)
    assert [one.learner for one in purge.look(db, NOW + YEAR).told] == [who]
    assert purge.look(db, NOW + YEAR).told and acts.recent(db, "c", 9) == []


def test_somebody_who_comes_back_during_the_notice_is_kept(memory, db):
    who = somebody(db)
    purge.purge(db, memory.folder, NOW + YEAR)
    log.record(db, who, [("e", LessonFinished(LESSON))], NOW + YEAR + timedelta(days=3))
    assert [one.learner for one in purge.purge(db, memory.folder, NOW + YEAR + timedelta(days=40)).active] == [who]
    assert people.learner(db, who) and purge.quiet(db, NOW + YEAR + timedelta(days=40)) == []


def test_the_counsellor_keeps_somebody_for_another_term(memory, db):
    who = somebody(db)
    purge.purge(db, memory.folder, NOW + YEAR)
    purge.keep(db, who, "c", NOW + YEAR + timedelta(days=1))
    assert purge.purge(db, memory.folder, NOW + YEAR + timedelta(days=60)).erased == [] and people.learner(db, who)


def test_a_clock_four_hundred_days_ahead_erases_nobody(memory, db):
    who = somebody(db)
    wrong = NOW + timedelta(days=400)
    for minutes in range(3):
        keeper.sweep(db, memory.folder, wrong + timedelta(minutes=minutes))
    keeper.sweep(db, memory.folder, NOW + timedelta(days=1))
    assert people.learner(db, who) and purge.quiet(db, NOW + timedelta(days=1)) == []


def test_the_place_chooses_its_term_within_the_bounds(memory, db):
    place.found(db, Place("Lieu", ("Plou",), keep_months=6), NOW)
    who = somebody(db)
    assert [one.learner for one in purge.look(db, NOW + timedelta(days=160)).told] == [who]
    place.change(db, Place("Lieu", ("Plou",), keep_months=600), "c")
    assert purge.months(db) == 24


def test_the_dry_run_of_the_terminal_shows_and_changes_nothing(tmp_path):
    long_ago = NOW - timedelta(days=3000)
    memory = open_memory(tmp_path, NOW)
    with memory.connection() as db:
        desk(db)
        people.add_learner(db, "Odette", long_ago)
    memory.close()
    code, said = command(tmp_path, "purge", "--essai")
    assert code == 0 and "Odette" in said and "rien n’a été changé" in said
    memory = open_memory(tmp_path, NOW)
    with memory.connection() as db:
        assert acts.recent(db, "c", 9) == []
    memory.close()


# ------------------------------------------------------------------------------------------------ the journal
def test_the_same_page_looked_at_again_within_the_hour_is_one_consultation(db):
    for minutes in (0, 5, 59):
        acts.write(db, "c", acts.VIEW, "p", NOW.replace(minute=0) + timedelta(minutes=minutes))
    acts.write(db, "c", acts.VIEW, "p", NOW.replace(minute=0) + timedelta(minutes=60))
    assert len(acts.recent(db, "c", 9)) == 2


def test_the_journal_forgets_consultations_after_six_months_and_erasures_after_three_years(db):
    acts.write(db, "c", acts.VIEW, "p", NOW)
    acts.write(db, "c", acts.ERASE, "p", NOW)
    acts.forget_old(db, NOW + timedelta(days=190))
    assert [act.what for act in acts.recent(db, "c", 9)] == [acts.ERASE]
    acts.forget_old(db, NOW + timedelta(days=1200))
    assert acts.recent(db, "c", 9) == []


def test_an_act_of_an_unknown_kind_is_refused(db):
    with pytest.raises(ValueError, match="kind of act"):
        acts.write(db, "c", "spying", "p", NOW)
