"""A clock 400 days wrong, either way, and the hour that October has twice: nothing is thrown away, nobody is told a wrong thing."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from learning.events import LessonFinished
from progress_db import Memory, backup, log, open_memory, people, sessions
from progress_db.keeper import BELIEVED, BackupKeeper
from progress_db.moments import in_paris
from tests.progress_db.facts import LESSON, NOW, after, somebody

MINUTE = timedelta(minutes=1)


class Site:
    """A site with a year of backups behind it, whose clock a test moves."""

    def __init__(self, folder: Path) -> None:
        self.now, self.folder = NOW, folder
        self.memory: Memory = open_memory(folder, NOW)
        with self.memory.connection() as db:
            self.who = somebody(db)
            log.record(db, self.who, [("e1", LessonFinished(LESSON))], NOW - timedelta(days=1))
        self.old = [backup.backup(folder, NOW - timedelta(days=days)) for days in (*range(1, 30, 7), 60, 120, 200, 300)]

    def start(self) -> BackupKeeper:
        keeper = BackupKeeper(self.memory, lambda: self.now)
        keeper.begin()
        return keeper

    def run(self, keeper: BackupKeeper, minutes: int) -> None:
        for _ in range(minutes):
            self.now += MINUTE
            keeper.round(self.now)

    def work(self, name: str) -> None:
        with self.memory.connection() as db:
            log.record(db, self.who, [(name, LessonFinished(LESSON))], self.now)

    def all_there(self) -> bool:
        with self.memory.connection() as db:
            return all(one.exists() for one in self.old) and people.learner(db, self.who) is not None


@pytest.fixture
def site(tmp_path):
    made = Site(tmp_path / "data")
    yield made
    made.memory.close()


@pytest.mark.parametrize("days", [400, -400])
def test_a_clock_that_jumps_while_the_site_runs_throws_nothing_away(site, days):
    keeper = site.start()
    site.run(keeper, 5)
    site.now += timedelta(days=days)
    site.work("e2")
    site.run(keeper, 8 * 60)
    assert site.all_there()
    site.now -= timedelta(days=days)  # somebody set it right
    site.work("e3")
    site.run(keeper, 8 * 60)
    assert site.all_there()


@pytest.mark.parametrize("days", [400, -400])
def test_a_site_started_with_a_wrong_clock_throws_nothing_away_that_day(site, days):
    site.now += timedelta(days=days)
    keeper = site.start()
    site.run(keeper, 8 * 60)
    assert site.all_there()


def test_after_a_whole_day_a_clock_is_believed(site):
    site.now += timedelta(days=400)
    keeper = site.start()
    site.run(keeper, BELIEVED + 40)
    assert not all(one.exists() for one in site.old)  # really 400 days later: what is older than a year goes


def test_a_backup_dated_in_the_future_does_not_hide_what_was_done_since(site):
    site.now += timedelta(days=400)
    site.work("wrong")
    wrong = backup.backup(site.folder, site.now)
    site.now -= timedelta(days=400)
    site.work("right")
    right = backup.backup(site.folder, site.now)
    assert backup.kept(site.folder, site.now)[0] == right and backup.last_good(site.folder, site.now) == right
    assert backup.kept(site.folder, site.now)[-1] == wrong  # still there, for whoever asks for it
    site.memory.close()
    (site.folder / "progress.db").write_bytes(b"")
    shown = open_memory(site.folder, site.now)
    with shown.connection() as db:
        assert [event.id for event in log.history(db, site.who)] == ["e1", "wrong", "right"]
    shown.close()


def test_with_a_clock_far_behind_all_backups_are_in_the_future_and_the_newest_is_still_shown(site):
    newest = backup.backup(site.folder, NOW)
    assert backup.last_good(site.folder, NOW - timedelta(days=4000)) == newest


def test_in_the_hour_that_october_has_twice_nobody_is_signed_out_and_the_order_is_kept(tmp_path):
    begun = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # 2 h 30 in summer time; one hour later it is 2 h 30 again
    memory = open_memory(tmp_path / "data", begun)
    with memory.connection() as db:
        who = people.add_learner(db, "Odette", begun).id
        digest = sessions.digest(sessions.open_session(db, who, "learner", begun))
        sessions.tab_opened(db, digest, begun)
        for minutes in range(0, 120, 10):
            now = begun + timedelta(minutes=minutes)
            assert sessions.seat(db, digest, now, touch=True)
            log.record(db, who, [(f"e{minutes}", LessonFinished(LESSON))], now)
        told = log.history(db, who)
    assert [event.at for event in told] == sorted(event.at for event in told)
    assert in_paris(told[0].at) == in_paris(told[6].at) and told[6].at - told[0].at == timedelta(hours=1)
    memory.close()


def test_the_keeper_goes_on_making_backups_when_the_clock_is_set_back(site):
    keeper = site.start()
    site.run(keeper, 31)
    site.now -= timedelta(hours=3)
    site.work("e2")
    before = len(backup.kept(site.folder))
    site.run(keeper, 31)
    assert len(backup.kept(site.folder)) == before + 1
    assert after(hours=1) > NOW
