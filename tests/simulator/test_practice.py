"""One attempt: what counts, what is kept, what a browser may send."""

import json
import logging

import pytest

from learning.content import Rule
from simulator import practice
from simulator.practice import Practice
from tests.simulator.small_world import FALSE, HINTS, SECRET, Hand, scenario, sorting


def box(play: Practice, *events, client: str = "c") -> list[dict]:
    return play.receive({"epoch": play.epoch, "client": client, "events": list(events)})


def reload(n) -> dict:
    return {"seq": n, "type": "nav.reload"}


def test_alone():
    hand = Hand().answers()
    state = hand.practice.state
    assert state.done and state.ended and state.help == "none" and not state.broken
    end = hand.practice.happening("courriel/essai")
    assert (end.done, end.help, end.traps, end.traps_accepted) == (True, "none", 0, 0)


def test_the_file_was_forgotten_then_sent():
    hand = Hand().answers(files=0)
    assert hand.reached() == {"repondre"} and not hand.practice.state.ended
    assert hand.answers().practice.state.done


@pytest.mark.parametrize(("asked", "help_"), [(1, "hint"), (2, "shown"), (4, "shown")])
def test_hints_change_the_help(asked, help_):
    hand = Hand()
    for _ in range(asked):
        assert hand.practice.ask_hint() == [{"type": "mission.aide"}]
    assert hand.practice.state.help == help_ and len(hand.practice.state.hints) == asked
    assert hand.answers().practice.state.done and hand.practice.state.help == help_


def test_a_hint_for_a_goal_already_reached_is_skipped_and_not_counted_as_shown():
    hand = Hand().answers(files=0)
    hand.practice.ask_hint()
    assert hand.practice.state.hints == (HINTS[2],) and hand.practice.state.help == "hint"


def test_when_no_hint_is_left_asking_gives_nothing():
    play = Hand().practice
    for _ in HINTS:
        play.ask_hint()
    assert play.ask_hint() == [] and not play.state.more_hints and len(play.state.hints) == 4


def test_the_last_hint_says_what_to_point_at_until_its_goal_is_reached():
    hand = Hand()
    assert hand.practice.payload()["spot"] is None
    hand.practice.ask_hint()
    assert hand.practice.payload()["spot"] == '[id="mail-mairie"]' and hand.page.find("mail-mairie")
    assert hand.answers(files=0).practice.payload()["spot"] is None


def test_the_same_outbox_twice_is_once_and_an_outbox_sent_whole_again_adds_only_what_is_new():
    play = Hand().practice
    events = [reload(n) for n in range(1, 21)]
    assert len(box(play, *events[:3])) == 3
    assert len(box(play, *events)) == 17
    assert box(play, *events) == [] and play.length == 20 and play.lost == []


def test_another_window_counts_for_itself():
    play = Hand().practice
    assert len(box(play, reload(1))) == len(box(play, reload(1), client="after F5")) == 1
    assert play.acks == {"c": 1, "after F5": 1}


def test_a_hole_in_the_numbers_is_seen_and_stops_nothing():
    play = Hand().practice
    assert len(box(play, reload(1), reload(4))) == 2
    assert play.lost == [("c", 1, 4)] and play.acks == {"c": 4}


def test_events_of_another_life_of_the_exercise_are_ignored():
    play = Hand().practice
    assert play.receive({"epoch": "another", "client": "c", "events": [reload(1)]}) == [] and play.acks == {}


@pytest.mark.parametrize(
    "outbox", [None, 3, "x", [], {}, {"epoch": "essai"}, {"epoch": "essai", "events": 3}, {"epoch": ["essai"], "events": []}]
)
def test_an_odd_outbox_is_ignored(outbox):
    play = Hand().practice
    assert play.receive(outbox) == [] and play.length == 0


ODD = [
    None, 3, "x", [], {}, {"type": "nav.reload"}, {"seq": 1}, {"seq": 1, "type": 1}, {"seq": "1", "type": "nav.reload"}, {"seq": True, "type": "x"},
    {"seq": 1.5, "type": "x"}, {"seq": 0, "type": "x"}, {"seq": -1, "type": "x"}, {"seq": 1, "type": "nav.reload", "args": 3},
    {"seq": 1, "type": "nav.reload", "args": [1]}, {"seq": 1, "type": "nav.reload", "fields": "x"}, {"seq": 1, "type": "x", "drafts": {"f": 3}},
    {"seq": 1, "type": "x", "drafts": {str(i): {} for i in range(11)}}, {"seq": 1, "type": "x", "args": {str(i): "" for i in range(61)}},
    {"seq": 1, "type": "mission.terminer"}, {"seq": 1, "type": "mission.aide"},
]  # fmt: skip


@pytest.mark.parametrize("raw", ODD, ids=str)
def test_odd_input_is_refused_and_does_not_block_what_follows(raw, caplog):
    caplog.set_level(logging.CRITICAL)
    play = Hand().practice
    assert all(entry["type"] == "nav.rien" for entry in box(play, raw)) and not play.facts and not play.state.ended
    assert box(play, raw, reload(2))[-1]["type"] == "nav.reload" and play.acks["c"] == 2
    play.payload()


def test_what_is_too_long_is_cut_and_half_an_emoji_can_still_be_stored_and_shown():
    play = Hand().practice
    [entry] = box(play, {"seq": 1, "type": "nav.go", "args": {"url": "x" * 9_000, "\ud83d": "\ud83d\0"}}, client="\ud83d" * 90)
    json.dumps([entry, play.payload()], ensure_ascii=False).encode("utf-8")
    assert len(entry["args"]["url"]) == 5_000 and len(play.world.tab.url) < 600 and len(entry["client"]) <= 60


def test_a_broken_journal_entry_does_not_lose_the_others(caplog):
    caplog.set_level(logging.CRITICAL)
    good = {"type": "nav.reload", "client": "c", "seq": 2}
    play = Practice(
        scenario(), "essai", [None, 3, {"client": "c"}, {"type": "x", "client": 3, "seq": "a"}, {"type": "x", "drafts": 3}, good]
    )
    assert play.acks == {"c": 2} and play.payload()["html"]


def test_after_the_end_nothing_changes_any_more():
    hand = Hand().answers()
    play, length = hand.practice, hand.practice.length
    assert box(play, {"seq": 1, "type": "courriel.supprimer", "args": {"id": "mairie"}}) == [] and play.acks["c"] == 1
    assert play.finish() == play.ask_hint() == [] and play.length == length


def test_an_attempt_given_up_is_not_done():
    play = Hand().practice
    assert play.finish() == [{"type": "mission.terminer"}] and play.state.ended and not play.state.done
    assert not play.happening("courriel/essai").done


def test_a_goal_after_another_counts_only_later_wherever_it_is_written():
    late = Rule(id="verifier", text="Relire", fact="courriel.ouvert", where={"id": "envoye-1"}, after="repondre")
    first = Rule(id="repondre", text="Répondre", fact="courriel.envoye")
    hand = Hand(scenario(goals=(late, first))).answers()
    assert hand.reached() == {"repondre"}
    assert hand.clicks("dossier-envoyes", "mail-envoye-1").reached() == {"repondre", "verifier"}


def test_a_practice_with_no_rule_at_all_is_never_done():
    play = Hand(scenario(goals=())).practice
    assert not play.state.ended
    play.finish()
    assert not play.state.done


def test_very_many_events_end_calmly(monkeypatch):
    monkeypatch.setattr(practice, "MAX_EVENTS", 5)
    play = Hand().practice
    assert len(box(play, *[reload(n) for n in range(1, 9)])) == 5
    assert play.acks["c"] == 5 and "Recommencer" in play.payload()["html"]
    assert play.finish() and play.state.ended


# ------------------------------------------------------------------------------------------------ the lot to sort
def test_a_lot_is_judged_when_the_person_says_she_has_finished():
    hand = Hand(sorting()).clicks("mail-colis", "signaler", "indice-urgence")
    assert not hand.practice.state.ended and hand.practice.state.verdict == ()
    hand.practice.finish()
    end = hand.practice.happening("x")
    assert (end.done, end.traps, end.traps_accepted, end.genuine, end.genuine_rejected) == (True, 1, 0, 2, 0)
    assert [(s.id, s.trap, s.rejected, s.cue) for s in hand.practice.state.verdict] == [
        ("mairie", False, False, False), ("colis", True, True, True), ("solene", False, False, False)]  # fmt: skip


def test_a_trap_may_be_set_aside_without_its_cue_and_a_wrong_cue_is_not_one():
    for way in (("indesirable",), ("supprimer",), ("signaler", "indice-argent")):
        hand = Hand(sorting()).clicks("mail-colis", *way)
        hand.practice.finish()
        assert hand.practice.state.done and not hand.practice.state.verdict[1].cue


def test_a_trap_left_in_the_inbox_is_accepted():
    play = Hand(sorting()).practice
    play.finish()
    assert not play.state.done and play.happening("x").traps_accepted == 1


def test_genuine_messages_set_aside_are_counted_apart():
    hand = Hand(sorting()).clicks("mail-colis", "indesirable", "mail-solene", "supprimer")
    hand.practice.finish()
    end = hand.practice.happening("x")
    assert end.done and end.genuine_rejected == 1 and end.traps_accepted == 0


def test_only_the_last_thing_done_to_a_message_counts():
    hand = Hand(sorting()).clicks("mail-solene", "signaler", "indice-lien", "dossier-indesirables", "mail-solene", "remettre")
    hand.clicks("dossier-recus", "mail-colis", "supprimer", "dossier-corbeille", "mail-colis", "remettre")
    hand.practice.finish()
    end = hand.practice.happening("x")
    assert end.genuine_rejected == 0 and end.traps_accepted == 1 and not end.done


def test_a_secret_sent_to_a_false_site_is_a_trap_accepted_even_if_the_message_is_reported_after():
    hand = Hand(sorting()).falls().clicks("piege-valider", "onglet-t0", "signaler", "indice-adresse")
    assert [r.id for r in hand.practice.state.broken] == ["envoye"]
    hand.practice.finish()
    assert not hand.practice.state.done and hand.practice.happening("x").traps_accepted == 1


def test_a_dangerous_prohibition_takes_the_success_of_a_goals_practice():
    hand = Hand().falls().clicks("piege-valider").answers()
    assert hand.practice.state.ended and not hand.practice.state.done
    assert hand.practice.happening("x").traps_accepted == 1


def test_a_prohibition_that_is_not_dangerous_explains_and_takes_nothing():
    hand = Hand().falls()
    hand.clicks("onglet-t0").answers()
    assert [r.id for r in hand.practice.state.broken] == ["tape"] and hand.practice.state.done


def test_a_lot_with_goals_needs_its_goals_too():
    hand = Hand(sorting(goals=scenario().goals)).clicks("mail-colis", "indesirable")
    hand.practice.finish()
    assert not hand.practice.state.done
    hand = Hand(sorting(goals=scenario().goals)).answers().clicks("mail-colis", "indesirable")
    assert not hand.practice.state.ended
    hand.practice.finish()
    assert hand.practice.state.done


def test_the_secret_is_nowhere():
    hand = Hand()
    kept: list[dict] = []
    receive = hand.practice.receive
    hand.practice.receive = lambda outbox: kept.extend(receive(outbox)) or []
    hand.falls().clicks("onglet-t0", "onglet-t1").types(piege_nom=SECRET, piege_carte=SECRET).clicks("piege-valider")
    everything = (
        json.dumps([kept, hand.practice.payload()])
        + repr(hand.practice.world)
        + repr(hand.practice.facts)
        + repr(hand.practice.state)
    )
    assert SECRET not in everything and "•" in json.dumps(kept, ensure_ascii=False) and FALSE in everything
    again = Practice(hand.practice.scenario, "essai", kept)
    assert (again.world, again.facts) == (hand.practice.world, hand.practice.facts) and len(again.state.broken) == 2


def test_a_wrong_sending_put_right_counts_as_helped_not_as_alone():
    from pathlib import Path

    from library import open_shelf
    from simulator.player import Player

    scenario = open_shelf(Path(__file__).parents[2]).practice("courriel/joindre-un-fichier").variants[0]
    player = Player(scenario)
    steps = [dict(step) for step in scenario.solutions[0].steps]
    for step in steps:
        if "fichier" not in str(step.get("clic", "")) and step.get("clic") != "joindre":
            player.do(step)  # the file is forgotten
    assert not player.practice.ended
    for step in steps:
        player.do(step)
    assert player.practice.state.done and player.practice.help == "hint"


def test_what_was_broken_last_is_told_first():
    late = Rule(id="z", text="Supprimé", fact="courriel.supprime", explanation="Corbeille.")
    early = Rule(id="a", text="Ouvert", fact="courriel.ouvert", explanation="Ouvert.")
    hand = Hand(scenario(prohibitions=(early, late))).clicks("mail-colis", "supprimer")
    assert [rule.id for rule in hand.practice.state.broken] == ["z", "a"]
