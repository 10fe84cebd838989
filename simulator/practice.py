"""One person in one scenario: the journal of what she did is the truth, everything else is computed from it. Pure."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from learning.content import Hint, Rule, Scenario
from learning.events import Help, PracticeFinished
from simulator import browser
from simulator.engine import LONGEST_NAME, Event, Fact, readable
from simulator.goals import Sorted, broken, lot, reached, verdict

log = logging.getLogger(__name__)
MAX_EVENTS = 5_000
HINT, END = "mission.aide", "mission.terminer"


@dataclass(frozen=True)
class PracticeState:
    """All that a screen needs to show beside the window."""

    goals: tuple[tuple[Rule, bool], ...]
    broken: tuple[Rule, ...]
    hints: tuple[Hint, ...]
    more_hints: bool
    next_shows: bool
    ended: bool
    done: bool
    help: Help
    verdict: tuple[Sorted, ...] = ()


@dataclass(frozen=True)
class Judged:
    """What the facts known so far mean: asked ten times a click, computed once."""

    facts: int  # how many there were
    reached: dict[str, int]
    breaches: dict[str, Fact]  # prohibition -> the first fact that breaks it


class Practice:
    """`receive`, `ask_hint` and `finish` give the journal entries to store; `Practice(scenario, epoch, journal)` replays them."""

    def __init__(self, scenario: Scenario, epoch: str, journal: Iterable[dict[str, Any]] = (), *, once: bool = False) -> None:
        self.scenario = scenario
        self.once = once  # a small task of a diagnosis: a wrong final act ends it, there is no second try
        self.epoch = epoch
        self.world = browser.init(scenario.world)
        self.facts: list[Fact] = []
        self.length = 0  # events in the journal
        self.acks: dict[str, int] = {}  # window -> last number applied
        self.hints: tuple[Hint, ...] = ()  # those that were shown
        self.finished = False
        self.say: tuple[int, str] | None = None
        self.lost: list[tuple[str, int, int]] = []  # holes seen in a window's numbers; stays empty
        self._judged = Judged(-1, {}, {})
        self._titles: browser.Titles = {}
        for entry in journal:
            self._replay(entry)
        self.say = None

    # ------------------------------------------------------------------------------------------ events in
    def receive(self, outbox: Any) -> list[dict[str, Any]]:
        """Apply what a window sent, and give the new journal entries. The same outbox twice changes nothing."""
        if not isinstance(outbox, dict) or outbox.get("epoch") != self.epoch or not isinstance(outbox.get("events"), list):
            return []  # from another life of this exercise
        client, entries = readable(outbox.get("client"), LONGEST_NAME), []
        for raw in outbox["events"]:
            number, last = raw.get("seq") if isinstance(raw, dict) else None, self.acks.get(client, 0)
            if not isinstance(number, int) or isinstance(number, bool) or number <= last:
                continue
            if self._full():
                break  # not acknowledged: a replay must acknowledge as much as this practice did
            if number != last + 1:
                self.lost.append((client, last, number))
            self.acks[client] = number  # first: an event that cannot be applied must not come back for ever
            if self.ended:
                continue
            # Refused or not, the journal knows the number: after a restart the window is answered with what it was told before.
            entries.append({**self._take(raw).to_json(), "client": client, "seq": number})
        return entries

    def _take(self, raw: Any) -> Event:
        """Apply one event of a window; what cannot be applied becomes an event that does nothing."""
        try:
            event = browser.sealed(Event.parse(raw))
            if not event.type.startswith("mission."):
                self._apply(event)
                return event
        except Exception:
            log.exception("event refused")
        nothing = Event("nav.rien")
        self._apply(nothing)
        return nothing

    def ask_hint(self) -> list[dict[str, Any]]:
        """Show one more hint, the next that helps with a goal not reached yet."""
        return [] if self.ended or not self._hints_left() else [self._own(HINT)]

    def finish(self) -> list[dict[str, Any]]:
        """« J’ai fini »: the attempt ends as it stands."""
        return [] if self.ended else [self._own(END)]

    def _full(self) -> bool:
        full = self.length >= MAX_EVENTS
        if full:
            self.say = (self.length, "Cet exercice est devenu trop long. Cliquez sur « Recommencer ».")
        return full

    def _own(self, kind: str) -> dict[str, Any]:
        self._apply(Event(kind))
        return {"type": kind}

    def _replay(self, entry: dict[str, Any]) -> None:
        try:
            self._apply(Event.parse(entry))
        except Exception:
            log.exception("journal entry refused")
        client, number = (entry.get("client"), entry.get("seq")) if isinstance(entry, dict) else (None, None)
        if isinstance(client, str) and isinstance(number, int):
            self.acks[client] = max(number, self.acks.get(client, 0))

    def _apply(self, event: Event) -> None:
        number = self.length + 1
        event = Event(event.type, event.args, event.fields, event.drafts, number)
        if event.type == HINT:
            self.hints += self._hints_left()[:1]
        elif event.type == END:
            self.finished = True
            self.facts.append(Fact("mission.terminee", {}, number))
        else:
            self.world, facts, say = browser.update(self.world, event)
            self.facts.extend(facts)
            if say or (event.type not in ("lien.vu",) and not event.type.endswith(".brouillon")):
                self.say = (number, say) if say else None
        self.length = number

    def _hints_left(self) -> tuple[Hint, ...]:
        """The hints not shown yet that help with a goal not reached."""
        return tuple(h for h in self.scenario.hints if h not in self.hints and h.goal not in self._reached)

    # ------------------------------------------------------------------------------------------- what it is now
    def _judge(self) -> Judged:
        if self._judged.facts != len(self.facts):  # facts are only ever added
            goals, facts = self.scenario.goals, self.facts
            breaches = {rule.id: fact for rule in self.scenario.prohibitions if (fact := broken(rule, goals, facts))}
            self._judged = Judged(len(facts), reached(goals, facts), breaches)
        return self._judged

    @property
    def _reached(self) -> dict[str, int]:
        return self._judge().reached

    @property
    def ended(self) -> bool:
        return self.finished or self._all_reached or (self.once and self._wrong)

    @property
    def _wrong(self) -> bool:
        return any((rule.corrects or rule.dangerous) and self._breach(rule) for rule in self.scenario.prohibitions)

    @property
    def right(self) -> bool:
        """Done, without help, without a wrong final act, every message judged as it is: what a diagnosis counts."""
        judged = all(item.trap == item.rejected for item in self.verdict)
        return self._done and self.help == "none" and not self._wrong and judged

    @property
    def _all_reached(self) -> bool:
        goals = self.scenario.goals
        return bool(goals) and self.scenario.sorting is None and len(self._reached) == len(goals)

    @property
    def state(self) -> PracticeState:
        scenario, done = self.scenario, self._reached
        left = self._hints_left()
        return PracticeState(
            goals=tuple((goal, goal.id in done) for goal in scenario.goals),
            broken=self._broken(),
            hints=self.hints, more_hints=bool(left), next_shows=bool(left) and left[0].shows,
            ended=self.ended, done=self._done, help=self.help,
            verdict=self.verdict if self.ended else (),
        )  # fmt: skip

    def _breach(self, rule: Rule) -> Fact | None:
        return self._judge().breaches.get(rule.id)

    def _broken(self) -> tuple[Rule, ...]:
        """The prohibitions that happened, the latest first: what is said now is about what was done now."""
        when = {rule.id: fact.number for rule in self.scenario.prohibitions if (fact := self._breach(rule))}
        return tuple(sorted((r for r in self.scenario.prohibitions if r.id in when), key=lambda rule: -when[rule.id]))

    @property
    def help(self) -> Help:
        """A wrong final act that its explanation put right is a help too: done "without hint and without correction" is alone."""
        if any(h.shows for h in self.hints):
            return "shown"
        corrected = any(rule.corrects and self._breach(rule) for rule in self.scenario.prohibitions)
        return "hint" if self.hints or corrected else "none"

    @property
    def verdict(self) -> tuple[Sorted, ...]:
        if self.scenario.sorting is None:
            return ()
        sorting = self.scenario.sorting
        return verdict(sorting, self.facts, lot(self.scenario.world, sorting.gesture))

    @property
    def _done(self) -> bool:
        if not self.ended:
            return False
        goals = len(self._reached) == len(self.scenario.goals)
        something = bool(self.scenario.goals) or self.scenario.sorting is not None
        return something and goals and self._traps_accepted == 0

    @property
    def _trapped(self) -> int:
        return sum(rule.dangerous and self._breach(rule) is not None for rule in self.scenario.prohibitions)

    @property
    def _traps_accepted(self) -> int:
        missed = sum(s.trap and not s.rejected for s in self.verdict)
        return max(missed, 1) if self._trapped else missed

    def happening(self, lesson: str) -> PracticeFinished:
        """The event of the end of this attempt."""
        lot = self.verdict
        return PracticeFinished(
            lesson, self.scenario.variant, self._done, self.help,
            traps=sum(s.trap for s in lot), traps_accepted=self._traps_accepted,
            genuine=sum(not s.trap for s in lot), genuine_rejected=sum(not s.trap and s.rejected for s in lot),
        )  # fmt: skip

    # ------------------------------------------------------------------------------------------------- drawing
    def payload(self) -> dict[str, Any]:
        """What the bridge paints: it depends on the state alone."""
        html, page = browser.view(self.world, self.say, self._titles)
        return {
            "epoch": self.epoch, "acks": dict(self.acks), "rev": self.length, "html": html, "page": browser.key(self.world),
            "dialog": page.dialog, "spot": self._spot(),
        }  # fmt: skip

    def _spot(self) -> str | None:
        """The CSS selector of what the last hint points at, while its goal is not reached."""
        hint = self.hints[-1] if self.hints and not self.ended else None
        if hint is None or not hint.target or hint.goal in self._reached:
            return None
        return f"[id={json.dumps(hint.target, ensure_ascii=False)}]"
