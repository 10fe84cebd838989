"""A practice in progress: found or begun in the database, replayed, fed with what the window sends, ended once."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from learning import content
from learning.next_step import choose_variant
from progress_db import practices
from progress_db.errors import Damaged
from simulator import window
from simulator.practice import Practice
from ui import session
from ui.session import Session

STALE = -1  # entries were applied that may not be written: the state is read again from the database


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
        # Forgotten unless all of it is done: what is not written is not true, and the browser keeps it and sends it again.
        # A mark, not a call: Streamlit may interrupt a run at any of its own calls.
        first, self.written = self.written + 1, STALE
        if not practices.append(me.db, self.row.id, first, entries, me.now):
            return False
        if self.play.ended:
            self.end(me)
        self.written = first - 1 + len(entries)
        return True

    def end(self, me: Session) -> None:
        """Record the end of the attempt (the same end twice is one event), then name it in the address: F5 shows it again."""
        happening, name = self.play.happening(self.row.lesson), session.event_id("end", self.row.id)
        me.progress = practices.finish(me.db, self.row.id, name, happening, me.now, self.play.scenario.content)
        session.move(essai=self.number)


def take(me: Session, practice: content.Practice, outbox: object, run: Running | None = None) -> Running:
    """The attempt after what the browser sent; `run`: as it was just read. Raises StorageProblem, and then nothing of it was taken."""
    run = run or running(me, practice)
    for _ in range(3):
        if run.play.ended or run.keep(me, run.play.receive(outbox)):
            break
        run = running(me, practice)
    return run


def running(me: Session, practice: content.Practice) -> Running:
    """The attempt not ended; else the last one when the address names it or a former one; else a new one."""
    last = practices.latest(me.db, me.who, practice.ref)
    wanted = me.number("essai", 0, (last.number if last else 0) + 1)
    if last is None or (last.ended and (wanted == 0 or wanted > last.number)):
        last = _begin(me, practice)
    run = _kept(last) or _replayed(me, practice, last)
    if run is None or (last.ended and not run.play.ended):  # the author changed it since, or a row is damaged: begin again
        run = _replayed(me, practice, _begin(me, practice))
    if run.play.ended and not last.ended:  # killed between the last click and the end
        run.end(me)
    session.keep(f"{run.key}-jeu", run)
    return run


def _kept(row: practices.InProgress) -> Running | None:
    """The attempt as this tab holds it, unless the journal went on elsewhere."""
    run = session.value(f"fenetre-{row.id}-jeu")
    return run if run and run.written == row.length else None


def _replayed(me: Session, practice: content.Practice, row: practices.InProgress) -> Running | None:
    """The attempt replayed from its journal; None when its variant is gone or its journal cannot be read."""
    scenario = practice.scenario(row.variant)
    try:
        return scenario and Running(row, Practice(scenario, row.epoch, practices.journal(me.db, row.id)), row.length)
    except (Damaged, ValueError):
        return None


def give_up(me: Session, run: Running) -> None:
    """« Recommencer »: another variant. An attempt helped or trapped ends as not done; a clean one is just left."""
    practice = me.shelf.practice(run.row.lesson)
    if practice is None:
        return
    run = take(me, practice, window.outbox(run.key))
    if not run.play.ended and (run.play.state.hints or run.play.state.broken):
        run.keep(me, run.play.finish())
    _begin(me, practice)
    session.move(essai=run.number + 1)


def _begin(me: Session, practice: content.Practice) -> practices.InProgress:
    attempts = me.progress.skill(practice.ref).attempts
    begun = practices.begun(me.db, me.who, practice.ref)
    variant = choose_variant([s.variant for s in practice.variants], attempts, begun)
    return practices.start(me.db, me.who, practice.ref, variant, uuid.uuid4().hex[:8], me.now, warming_up())


def warming_up() -> bool:
    """Is this practice part of a warm-up? The address says so."""
    return bool(session.here("echauffement", ""))
