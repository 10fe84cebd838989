"""Every site, played by an unpredictable hand (Hypothesis): nothing raises, every page keeps the rules, the journal gives it all back."""

from __future__ import annotations

import dataclasses
import json
import logging
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule, run_state_machine_as_test

from learning.content import Scenario
from simulator.engine import Fact
from simulator.player import Player
from simulator.practice import Practice
from simulator.sites import FACTS, SITES
from tests.simulator.page_rules import faults
from tests.simulator.test_every_scenario import FOUND

TEXT = st.one_of(
    st.text(max_size=40), st.sampled_from(["", "12", "31/02/2026", "lea@pigeon.example", "06 39 98 12 34", "\x00\ud83d", "<b>é"])
)
ODD = st.dictionaries(st.sampled_from(["id", "url", "n", "nom", "champ", "vers", "a"]), TEXT, max_size=3)


def plain(value: Any) -> Any:
    """The value as JSON would hold it. Raises TypeError on anything that is not a frozen plain value."""
    if dataclasses.is_dataclass(value):
        if not value.__dataclass_params__.frozen:
            raise TypeError(f"not frozen: {type(value)}")
        return {f.name: plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(part) for key, part in value.items()}
    if isinstance(value, tuple | frozenset):
        return [plain(part) for part in (value if isinstance(value, tuple) else sorted(value, key=str))]
    if value is None or isinstance(value, str | int | float | bool):
        return value
    raise TypeError(f"not a plain value: {type(value)}")


class Play(RuleBasedStateMachine):
    """One person on one site's practice; `told` is set by the test."""

    told: Scenario
    site: str

    @initialize()
    def begin(self) -> None:
        self.player, self.journal = Player(self.told), []
        receive = self.player.practice.receive

        def kept(outbox: Any) -> list[dict[str, Any]]:
            entries = receive(outbox)
            self.journal += entries
            return entries

        self.player.practice.receive = kept

    def going_on(self) -> bool:
        return not self.player.practice.state.ended

    @precondition(going_on)
    @rule(at=st.integers(0, 200))
    def click_what_is_offered(self, at: int) -> None:
        page = self.player.page
        offered = [e.id for e in page.clicks] + [e.id for e in page.elements if e.attributes.get("type") == "submit"]
        self.player.click(offered[at % len(offered)])

    @precondition(going_on)
    @rule(at=st.integers(0, 50), text=TEXT)
    def type_somewhere(self, at: int, text: str) -> None:
        fields = [e.id for e in self.player.page.elements if e.tag in ("input", "textarea")]
        if fields:
            self.player.type({fields[at % len(fields)]: text})

    @precondition(going_on)
    @rule(verb=st.sampled_from(["ouvrir", "envoyer", "valider", "choisir", "retour", "zzz"]), args=ODD, fields=ODD)
    def something_that_no_page_offers(self, verb: str, args: dict, fields: dict) -> None:
        self.player.send(f"{self.site}.{verb}", args, fields)

    @precondition(going_on)
    @rule(path=st.sampled_from(["/", "/zzz", "/message/zzz", "//", "/a/b/c?d=e#f"]), at=st.integers(0, 9))
    def an_address_of_the_site(self, path: str, at: int) -> None:
        hosts = sorted(h for h, name in self.player.practice.world.hosts.items() if name == self.site)
        self.player.send("nav.go", {}, {"url": f"https://{hosts[at % len(hosts)]}{path}" if hosts else path})

    @precondition(going_on)
    @rule(kind=st.sampled_from(sorted(FACTS)), data=ODD)
    def a_fact_of_another_site(self, kind: str, data: dict) -> None:
        hear = getattr(SITES[self.site], "receive", None)
        if hear:
            step = hear(self.player.practice.world.sites[self.site], Fact(kind, data))
            json.dumps(plain(step.state))

    @precondition(lambda self: not self.going_on())
    @rule()
    def rest(self) -> None:
        """The hand may have finished the practice by chance: nothing more is done, and that is right."""

    @invariant()
    def the_page_keeps_the_rules(self) -> None:
        if hasattr(self, "player"):
            assert faults(self.player.practice.payload()["html"]) == []

    def teardown(self) -> None:
        if not hasattr(self, "player"):
            return
        practice = self.player.practice
        json.dumps(plain(practice.world))
        assert {f.kind for f in practice.facts} <= set(FACTS)
        again = Practice(self.told, practice.epoch, json.loads(json.dumps(self.journal)))
        assert (again.world, again.facts) == (practice.world, practice.facts)


@pytest.mark.parametrize("site", SITES)
def test_an_unpredictable_hand_breaks_nothing(site):
    told = max((s for s in FOUND if site in (s.world.get("sites") or {})), key=lambda s: len(str(s.world["sites"][site])))
    machine = type(f"Play_{site}", (Play,), {"told": told, "site": site})
    logging.disable(logging.CRITICAL)
    try:
        run_state_machine_as_test(
            machine,
            settings=settings(max_examples=15, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)),
        )
    finally:
        logging.disable(logging.NOTSET)
