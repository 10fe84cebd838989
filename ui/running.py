"""A practice in progress: found or begun in the database, replayed, fed with what the window sends, ended once."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from learning import content
from learning.next_step import choose_variant
from progress_db import practices
from progress_db.errors import StorageProblem
from simulator.practice import Practice
from ui import session
from ui.session import Session


@dataclass
class Running:
    """One attempt: its row in the database and its replayed state."""

    row: practices.InProgress
    play: Practice
    written: int  # journal entries known to be in the database

    @property
    def key(self) -> str:
        return f"fenetre-{self.row.id}"

    @property
    def number(self) -> int:
        return self.row.number

    def keep(self, me: Session, entries: list[dict]) -> bool:
        """Write new journal entries before anything is shown; the attempt's end and its event go in one transaction.

        False when another browser of the same person wrote first: this state is then forgotten. Raises StorageProblem."""
        if not entries:
            return True
        try:
            if not practices.append(me.db, self.row.id, self.written + 1, entries, me.now):
                session.drop(self.key + "-jeu")
                return False
            self.written += len(entries)
            if self.play.state.ended:
                end(me, self)
        except StorageProblem:
            session.drop(self.key + "-jeu")  # what is not written is not true: the browser keeps it and sends it again
            raise
        return True


def take(me: Session, practice: content.Practice, outbox: object) -> Running:
    """The attempt after what the browser sent. Raises StorageProblem, and then nothing of it was taken."""
    run = running(me, practice)
    for _ in range(3):
        if run.play.state.ended or run.keep(me, run.play.receive(outbox)):
            break
        run = running(me, practice)
    return run


def running(me: Session, practice: content.Practice) -> Running:
    """The attempt that the address names (`essai`), else the one not ended, else a new one."""
    warm_up = bool(session.here("echauffement", ""))
    last = practices.latest(me.db, me.who, practice.ref)
    wanted = me.number("essai", 0, (last.number if last else 0) + 1)
    if last is None or (last.ended and wanted != last.number):
        last = _begin(me, practice, warm_up)
    kept: Running | None = session.value(f"fenetre-{last.id}-jeu")
    if kept and kept.written == last.length:
        return kept
    scenario = practice.scenario(last.variant)
    if scenario is None:  # the author took this variant away: begin again on another one
        last = _begin(me, practice, warm_up)
        scenario = practice.scenario(last.variant)
    play = Practice(scenario, last.epoch, practices.journal(me.db, last.id))
    fresh = Running(last, play, last.length)
    session.keep(f"{fresh.key}-jeu", fresh)
    if play.state.ended and not last.ended:  # killed between the last click and the end
        end(me, fresh)
    return fresh


def give_up(me: Session, run: Running) -> None:
    """« Recommencer »: another variant. An attempt helped or trapped ends as not done; a clean one is just left."""
    practice = me.shelf.practice(run.row.lesson)
    if run.play.state.hints or run.play.state.broken:
        run.keep(me, run.play.finish())
    if practice:
        _begin(me, practice, run.row.warm_up, last=run.row.variant)


def _begin(me: Session, practice: content.Practice, warm_up: bool, last: str = "") -> practices.InProgress:
    attempts = me.progress.skill(practice.ref).attempts
    names = [s.variant for s in practice.variants]
    variant = choose_variant([v for v in names if v != last] or names, attempts)
    return practices.start(me.db, me.who, practice.ref, variant, uuid.uuid4().hex[:8], me.now, warm_up)


def end(me: Session, run: Running) -> None:
    """Record the end of the attempt (the same end twice is one event), and name it in the address: F5 shows it again."""
    session.move(essai=run.number)
    me.progress = practices.finish(
        me.db,
        run.row.id,
        session.event_id("end", run.row.id),
        run.play.happening(run.row.lesson),
        me.now,
        run.play.scenario.content,
    )
