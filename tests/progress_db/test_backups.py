"""Backups are checked before they get their name; a damaged base is never replaced by an empty one."""

import threading
from datetime import UTC, datetime, timedelta

import pytest

from learning.events import LessonFinished
from progress_db import backup, engine, log, open_memory, people, practices, sessions
from progress_db.errors import Busy, Damaged
from progress_db.keeper import BackupKeeper
from tests.progress_db.facts import LESSON, NOW, after, filled, somebody


# --------------------------------------------------------------------------------------------- backups
def test_a_backup_holds_the_last_commit_and_is_one_sound_file(memory, db):
    who = somebody(db)
    log.record(db, who, [("e1", LessonFinished(LESSON))], NOW)
    made = backup.backup(memory.folder, NOW)
    assert backup.sound(made) and backup.taken_at(made) == NOW and backup.last_good(memory.folder) == made
    assert list(made.parent.iterdir()) == [made]
    copy = engine.connect(made, read_only=True)
    assert [e.id for e in log.history(copy, who)] == ["e1"]
    copy.close()


def test_a_backup_keeps_neither_guests_nor_open_sessions(memory, db):
    guest = people.add_guest(db, NOW)
    sessions.open_session(db, guest.id, "guest", NOW)
    practice = practices.start(db, guest.id, LESSON, "mairie", "ep", NOW)
    practices.append(db, practice.id, 1, [{"texte": "mon-mot-tres-reconnaissable"}], NOW)
    made = backup.backup(memory.folder, NOW)
    assert b"mon-mot-tres-reconnaissable" not in made.read_bytes()
    copy = engine.connect(made, read_only=True)
    assert set(backup.counts(copy)[t] for t in ("learners", "sessions", "practices", "journal")) == {0}
    copy.close()
    assert people.learner(db, guest.id)


def test_a_backup_made_while_people_write_is_sound(memory):
    with memory.connection() as db:
        who = somebody(db)
    stop = threading.Event()

    def write():
        number = 0
        while not stop.is_set():
            with memory.connection() as db:
                log.record(db, who, [(f"e{number}", LessonFinished(LESSON))], NOW)
            number += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        made = [backup.backup(memory.folder, after(seconds=n)) for n in range(5)]
    finally:
        stop.set()
        writer.join()
    assert all(backup.sound(file) for file in made)


def test_thinning_keeps_48_hours_then_a_day_then_a_month(tmp_path):
    (tmp_path / "backups").mkdir()
    now = datetime(2026, 11, 22, 12, tzinfo=UTC)
    for hours in range(0, 24 * 500, 6):
        moment = now - timedelta(hours=hours)
        (tmp_path / "backups" / f"progress-{moment.strftime('%Y%m%dT%H%M%S%fZ')}.db").touch()
    (tmp_path / "backups" / "notes.txt").touch()
    backup.thin(tmp_path, now)
    ages = [(now - backup.taken_at(f)).total_seconds() / 86400 for f in backup.kept(tmp_path)]
    assert len([a for a in ages if a <= 2]) == 9
    assert 27 <= len([a for a in ages if 2 < a <= 30]) <= 29
    assert 11 <= len([a for a in ages if 30 < a <= 366]) <= 13
    assert max(ages) <= 366 and (tmp_path / "backups" / "notes.txt").exists()
    assert backup.thin(tmp_path, now) == []


def test_the_newest_backup_is_kept_however_old(tmp_path):
    filled(tmp_path)
    made = backup.backup(tmp_path, NOW)
    assert backup.thin(tmp_path, after(days=4000)) == [] and made.exists()


def test_restoring_puts_the_backup_in_place_and_keeps_the_replaced_base_aside(tmp_path):
    filled(tmp_path)
    made = backup.backup(tmp_path, NOW)
    opened = open_memory(tmp_path, NOW)
    with opened.connection() as db:
        somebody(db, "Yves")
    opened.close()
    aside = backup.restore(tmp_path, made, NOW)
    opened = open_memory(tmp_path, NOW)
    with opened.connection() as db:
        assert opened.problem is None and [p.name for p in people.learners(db)] == ["Maryvonne"]
    opened.close()
    old = engine.connect(aside, read_only=True)
    assert [p.name for p in people.learners(old)] == ["Maryvonne", "Yves"]
    old.close()


def test_a_restored_base_can_come_back_from_a_damaged_one(tmp_path):
    filled(tmp_path)
    made = backup.backup(tmp_path, NOW)
    (tmp_path / "progress.db").write_bytes(b"nothing readable" * 500)
    aside = backup.restore(tmp_path, made, NOW)
    assert aside.read_bytes().startswith(b"nothing readable")
    opened = open_memory(tmp_path, NOW)
    assert opened.problem is None
    opened.close()


def test_nothing_is_restored_while_the_site_runs_or_from_a_bad_backup(memory, db):
    somebody(db)
    made = backup.backup(memory.folder, NOW)
    with pytest.raises(Busy, match="en marche"):
        backup.restore(memory.folder, made, NOW)
    bad = made.with_name("bad.db")
    bad.write_bytes(made.read_bytes()[:5000])
    with pytest.raises(Damaged, match="Rien n’a été changé"):
        backup.restore(memory.folder, bad, NOW)
    assert [p.name for p in people.learners(db)] == ["Maryvonne"]


# ---------------------------------------------------------------------------------------------- keeper
def test_the_keeper_backs_up_when_something_changed_and_only_then(memory, db):
    keeper = BackupKeeper(memory, lambda: NOW)
    keeper.round(after(minutes=29))
    assert backup.kept(memory.folder) == []
    keeper.round(after(minutes=30))
    keeper.round(after(minutes=61))
    assert len(backup.kept(memory.folder)) == 1
    log.record(db, somebody(db), [("e1", LessonFinished(LESSON))], NOW)
    keeper.round(after(minutes=70))
    keeper.round(after(minutes=95))
    assert len(backup.kept(memory.folder)) == 2 and keeper.problem is None


def test_the_keeper_forgets_guests_who_left(memory, db):
    guest = people.add_guest(db, NOW)
    sessions.open_session(db, guest.id, "guest", NOW)
    keeper = BackupKeeper(memory, lambda: NOW)
    keeper.round(after(minutes=1))
    assert people.learner(db, guest.id)
    keeper.round(after(minutes=25))
    assert people.learner(db, guest.id) is None


def test_the_keeper_says_that_a_backup_failed_and_goes_on(memory, db):
    (memory.folder / "backups").write_text("a file in its place")
    keeper = BackupKeeper(memory, lambda: NOW)
    keeper.round(after(minutes=31))
    assert keeper.problem.startswith("La dernière sauvegarde n’a pas marché.")
    (memory.folder / "backups").unlink()
    keeper.round(after(minutes=62))
    assert keeper.problem is None and len(backup.kept(memory.folder)) == 1


def test_the_keeper_starts_by_forgetting_guests_and_tabs_and_stops_with_a_last_backup(memory, db):
    left = people.add_guest(db, NOW)
    session = sessions.digest(sessions.open_session(db, somebody(db), "learner", NOW))
    sessions.tab_opened(db, session, NOW)
    keeper = BackupKeeper(memory, lambda: NOW, pause=timedelta(milliseconds=5))
    keeper.start()
    assert people.learner(db, left.id) is None and db.one("SELECT tabs FROM sessions")["tabs"] == 0
    keeper.stop()
    assert len(backup.kept(memory.folder)) == 1


def test_stopping_and_starting_again_without_a_change_makes_no_other_backup(memory, db):
    somebody(db)
    for minutes in range(3):
        keeper = BackupKeeper(memory, lambda minutes=minutes: after(minutes=minutes))
        keeper.start()
        people.add_guest(db, NOW)
        keeper.stop()
    assert len(backup.kept(memory.folder)) == 1
