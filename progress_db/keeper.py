"""A small thread beside the site: each minute it ends what is over, each day it erases what has been kept long enough, and each half-hour
it makes a backup when something changed."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

from progress_db import acts, backup, bin, engine, erasing, people, purge, sessions, tries
from progress_db.engine import Db
from progress_db.errors import StorageProblem
from progress_db.memory import Memory
from progress_db.organisations import Organisations

EVERY = timedelta(minutes=30)
ROUND = timedelta(minutes=1)
JUMP = timedelta(days=31)
BELIEVED = 24 * 60  # rounds

# What changes whenever something worth a backup does (guests are in no backup).
WORTH_A_BACKUP = (
    "SELECT (SELECT sum(seq) FROM learners WHERE guest = 0) AS events, (SELECT count(*) FROM learners WHERE guest = 0) AS people,"
    " (SELECT sum(p.length + 1) FROM practices p JOIN learners l ON l.id = p.learner WHERE l.guest = 0) AS journal,"
    " (SELECT max(issued_at) FROM cards) AS cards, (SELECT max(pin_at) FROM cards) AS pins,"
    " (SELECT sum(text_size) FROM learners WHERE guest = 0) AS sizes, (SELECT count(*) FROM counsellors) AS counsellors,"
    " (SELECT count(*) FROM place) AS place, (SELECT count(*) FROM acts) AS acts, (SELECT count(*) FROM cards WHERE code IS NULL) AS revoked"
)


def sweep(db: Db, folder: Path, now: datetime) -> None:
    """What is done once a day: the purge, and the journals that are old enough. Raises StorageProblem."""
    bin.empty(db, folder, now)
    purge.purge(db, folder, now)
    erasing.note(db, folder)
    erasing.forget_old(folder, now)
    acts.forget_old(db, now)


class BackupKeeper:
    """`start` at the start of the site, `stop` at its end. `problem` is a French sentence when the last backup failed."""

    def __init__(
        self,
        memory: Memory,
        clock: Callable[[], datetime],
        every: timedelta = EVERY,
        pause: timedelta = ROUND,
        leads: Callable[[], bool] | None = None,
    ) -> None:
        self._leads = leads or memory.leads
        self.problem: str | None = None
        self._memory, self._clock, self._every, self._pause = memory, clock, every, pause
        self._last = clock()
        self._seen, self._doubt = self._last_trace(self._last), 0  # rounds during which nothing old is thrown away
        self._state: object = None
        self._swept: date | None = None
        self._over = threading.Event()
        self._thread: threading.Thread | None = None

    def begin(self) -> None:
        """What `start` does, without the rounds: another thread makes them."""
        try:
            with self._memory.connection() as db:
                sessions.tabs_reset(db, self._last)
            self._state = self._in_newest_backup()
        except StorageProblem:
            pass
        self.round(self._last)

    def start(self) -> None:
        """At the start of the site: no tab is connected yet, guests who left are forgotten; then begin the rounds.

        Raises nothing of the storage: a full disk or a damaged base does not stop the site."""
        self.begin()
        self._thread = threading.Thread(target=self._rounds, name="backups", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End the thread, and make a last backup of what changed."""
        self._over.set()
        if self._thread:
            self._thread.join()
            self._thread = None
            self.end()

    def end(self) -> None:
        """The last backup, of what changed."""
        if self._leads():
            self._backup(self._clock())

    def round(self, now: datetime) -> None:
        """What one round does: forget the guests who left, once a day what has been kept long enough, and make a backup when it is
        time. Raises nothing of the storage."""
        believed = self._believes(now)
        try:
            if not self._leads():
                return  # another process does it
            with self._memory.connection() as db:
                people.forget_old_guests(db, now)
                tries.forget_old(db, now)
                if believed and self._swept != now.date() and not self._memory.read_only:
                    sweep(db, self._memory.folder, now)
                    self._swept = now.date()
        except StorageProblem:
            pass  # the next round tries again
        if abs(now - self._last) >= self._every:  # abs: a clock set back must not stop backups for a year
            self._backup(now)

    def _believes(self, now: datetime) -> bool:
        """Whether what is old may be thrown away at this hour. A clock that jumped by more than a month (a flat battery, a wrong year, or a
        summer without the machine) is believed only once the site has run with it for a whole day."""
        if abs(now - self._seen) > JUMP:
            self._doubt = BELIEVED
        elif self._doubt:
            self._doubt -= 1
        self._seen = now
        return not self._doubt

    def _last_trace(self, now: datetime) -> datetime:
        """The backup whose date is nearest to `now`: where the clock stood when the site last ran. `now` itself when there is none."""
        dates = [backup.taken_at(file) for file in backup.kept(self._memory.folder)]
        return min(dates, key=lambda one: abs(one - now), default=now)

    def _rounds(self) -> None:
        while not self._over.wait(self._pause.total_seconds()):
            self.round(self._clock())

    def _backup(self, now: datetime) -> None:
        self._last = now
        if self._memory.read_only:
            return
        try:
            state = self._now_there()
            if state != self._state or not backup.kept(self._memory.folder):
                self._copy(now)
                self._state = state
            if not self._doubt:
                backup.thin(self._memory.folder, now)
            self.problem = None
        except (StorageProblem, OSError) as problem:
            self.problem = f"La dernière sauvegarde n’a pas marché. {getattr(problem, 'message', '')}".strip()

    def _copy(self, now: datetime) -> None:
        if self._memory.url:
            with self._memory.connection() as db:
                backup.backup_of(db, self._memory.folder, now)
        else:
            backup.backup(self._memory.folder, now)

    def _now_there(self) -> object:
        with self._memory.connection() as db:
            return db.one(WORTH_A_BACKUP)

    def _in_newest_backup(self) -> object:
        newest = next(iter(backup.kept(self._memory.folder, self._last)), None)
        if newest is None:
            return None
        db = engine.connect(newest, read_only=True)
        try:
            return db.one(WORTH_A_BACKUP)
        finally:
            db.close()


class Keepers:
    """The same for several organisations, in one thread; an organisation added while the site runs is looked after at the next round."""

    def __init__(self, organisations: Organisations, clock: Callable[[], datetime], pause: timedelta = ROUND) -> None:
        self._organisations, self._clock, self._pause = organisations, clock, pause
        self._kept: dict[str, BackupKeeper] = {}
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._rounds, name="backups", daemon=True)

    def start(self) -> None:
        """The first round at once. Raises nothing of the storage: one damaged base does not stop the others."""
        self.round()
        self._thread.start()

    def stop(self) -> None:
        """End the thread, and make the last backups."""
        self._over.set()
        self._thread.join()
        for keeper in self._kept.values():
            keeper.end()

    def round(self) -> None:
        """One round of each organisation."""
        for name, memory in self._organisations.all():
            if name in self._kept:
                self._kept[name].round(self._clock())
            else:
                self._kept[name] = BackupKeeper(memory, self._clock, leads=self._organisations.leads)
                self._kept[name].begin()

    def _rounds(self) -> None:
        while not self._over.wait(self._pause.total_seconds()):
            self.round()
