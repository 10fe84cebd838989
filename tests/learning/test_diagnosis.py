"""Where a person stands, from a few small tasks: what the rules promise, whoever answers."""

from collections import defaultdict
from math import log2

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bench.diagnosis import most_told_apart
from learning.content import Lesson, Screen
from learning.diagnosis import (
    Answer,
    chances,
    graph,
    information,
    next_task,
    prior,
    proposed_path,
    standing,
)


def lesson(name, *after):
    screens = (Screen(title="Un", body="Bonjour."),)
    return Lesson(ref=name, title=name, minutes=8, objective="Je sais.", skill=name, after=after, screens=screens)


COURRIEL = graph([
    lesson("ouvrir"), lesson("ecrire", "ouvrir"), lesson("repondre", "ecrire"), lesson("joindre", "ecrire"), lesson("piece", "ouvrir"),
    lesson("ranger", "ouvrir"), lesson("piege", "ouvrir"), lesson("verifier", "piege"), lesson("signaler", "piege"),
])  # fmt: skip


@st.composite
def graphs(draw):
    """Up to seven skills, each after some of the others, in an order that need not be that of learning."""
    names = list("abcdefg")[: draw(st.integers(1, 7))]
    needs = {name: tuple(draw(st.sets(st.sampled_from(names[:i]))) if i else ()) for i, name in enumerate(names)}
    return {name: needs[name] for name in draw(st.permutations(names))}


@st.composite
def answered(draw):
    """A graph and any answers to some of its tasks."""
    asked = draw(graphs())
    some = draw(st.lists(st.sampled_from(list(asked)), unique=True))
    return asked, [Answer(ref, draw(st.booleans())) for ref in some]


def diagnosed(asked, knows):
    """The whole diagnosis of somebody who does what `knows` says, task by task."""
    given = []
    while (ref := next_task(asked, given)) is not None:
        given.append(Answer(ref, knows(ref)))
        assert len(given) <= len(asked)
    return given


def known(asked, answers):
    return frozenset(ref for ref, yes in standing(asked, answers).items() if yes)


# ---------------------------------------------------------------------------------------------------- states and chances
def test_the_graph_keeps_the_order_of_the_path_and_only_what_is_asked():
    assert graph([lesson("b", "a", "elsewhere"), lesson("a")]) == {"b": ("a",), "a": ()}


def test_half_of_the_people_are_thought_to_know_nothing_of_e_mail_before_any_answer():
    assert len(prior(COURRIEL)) == 101
    assert prior(COURRIEL)[frozenset()] == pytest.approx(0.5)


@given(graphs())
def test_a_state_holds_its_prerequisites_and_all_states_together_are_certain(asked):
    assert sum(prior(asked).values()) == pytest.approx(1)
    assert all(set(asked[ref]) <= state for state in prior(asked) for ref in state)


@given(graphs())
def test_a_state_is_as_likely_as_when_each_skill_within_reach_is_learnt_with_a_chance_unknown_between_0_and_1(asked):
    steps = 400
    for state, chance in prior(asked).items():
        fringe = sum(ref not in state and state.issuperset(needs) for ref, needs in asked.items())
        mean = sum(((i + 0.5) / steps) ** len(state) * (1 - (i + 0.5) / steps) ** fringe for i in range(steps)) / steps
        assert chance == pytest.approx(mean, abs=1e-5)


@given(answered(), st.data())
def test_a_task_done_never_lowers_what_comes_before_it_and_a_task_missed_never_raises_what_comes_after(case, data):
    asked, answers = case
    left = [ref for ref in asked if ref not in {a.lesson for a in answers}]
    if not left:
        return
    ref = data.draw(st.sampled_from(left))
    before, done, missed = (chances(asked, [*answers, *more]) for more in ([], [Answer(ref, True)], [Answer(ref, False)]))
    assert all(done[need] >= before[need] - 1e-12 for need in (ref, *asked[ref]))
    assert all(missed[after] <= before[after] + 1e-12 for after in asked if after == ref or ref in asked[after])


@given(answered())
def test_with_a_skill_known_all_its_prerequisites_are(case):
    asked, answers = case
    judged = standing(asked, answers)
    assert all(judged[need] for ref, yes in judged.items() if yes for need in asked[ref])


@given(answered(), st.randoms())
def test_the_order_of_the_answers_changes_nothing(case, chance):
    asked, answers = case
    mixed = list(answers)
    chance.shuffle(mixed)
    assert chances(asked, mixed) == chances(asked, answers)
    assert next_task(asked, mixed) == next_task(asked, answers)


@given(answered())
def test_what_a_task_is_expected_to_tell_is_the_uncertainty_it_is_expected_to_take_away(case):
    asked, answers = case

    def uncertainty(given):
        weights = [w * _likelihood(state, given) for state, w in prior(asked).items()]
        total = sum(weights)
        return -sum(w / total * log2(w / total) for w in weights), total

    before, total = uncertainty(answers)
    for ref in set(asked) - {a.lesson for a in answers}:
        after = sum(
            left * share / total for left, share in (uncertainty([*answers, Answer(ref, right)]) for right in (True, False))
        )
        assert information(chances(asked, answers)[ref]) == pytest.approx(before - after, abs=1e-9)


def _likelihood(state, answers):
    """Slip 0.12, guess 0.05, written out."""
    product = 1.0
    for answer in answers:
        product *= {(True, True): 0.88, (True, False): 0.12, (False, True): 0.05, (False, False): 0.95}[
            answer.lesson in state, answer.right
        ]
    return product


# ---------------------------------------------------------------------------------------------------- the course of a diagnosis
@given(graphs(), st.sets(st.sampled_from("abcdefg")))
def test_never_a_fourth_miss_and_never_twice_the_same_task(asked, does):
    given = diagnosed(asked, does.__contains__)
    assert sum(not a.right for a in given) <= 3
    assert len({a.lesson for a in given}) == len(given)


def test_never_an_eleventh_task():
    many = graph([lesson(f"l{n:02}") for n in range(12)])
    assert len(diagnosed(many, lambda _ref: True)) == 10


def test_three_misses_and_it_stops_though_much_is_unknown():
    missed = [Answer(ref, False) for ref in ("ranger", "piece", "ecrire")]
    assert next_task(COURRIEL, [Answer("ouvrir", True), *missed[:2]]) is not None
    assert next_task(COURRIEL, [Answer("ouvrir", True), *missed]) is None


def test_answers_about_a_lesson_that_was_withdrawn_still_count_as_tasks_and_tell_nothing():
    gone = [Answer(f"gone{n}", False) for n in range(3)]
    assert chances(COURRIEL, gone) == chances(COURRIEL, [])
    assert next_task(COURRIEL, gone) is None


def test_the_first_task_is_the_first_skill_of_the_path():
    assert next_task(COURRIEL, []) == "ouvrir"


def test_of_two_tasks_that_tell_nearly_as_much_the_one_more_likely_done_comes_first():
    stairs, begun = {"a": (), "b": ("a",), "c": ("b",)}, [Answer("a", True)]
    chance = chances(stairs, begun)
    assert information(chance["c"]) > information(chance["b"])
    assert next_task(stairs, begun) == "b"


@example("abcdefg", {"c": False, "d": False, "f": True})  # where the chances of twins differ by their last bit
@given(st.permutations("abcdefgh"), st.dictionaries(st.sampled_from("abcdefgh"), st.booleans()))
def test_of_skills_alike_the_first_of_the_path_comes_first_whatever_the_rounding(path, answers):
    asked = next_task({name: () for name in path}, [Answer(*answer) for answer in answers.items()])
    assert asked in (None, next((name for name in path if name not in answers), None))


@given(graphs())
def test_who_knows_everything_is_proposed_nothing(asked):
    assert proposed_path(list(asked), standing(asked, diagnosed(asked, lambda _ref: True))) == ()


@given(graphs())
def test_who_knows_nothing_is_proposed_everything_after_three_tasks_at_most(asked):
    given = diagnosed(asked, lambda _ref: False)
    assert len(given) <= 3
    assert proposed_path(list(asked), standing(asked, given)) == tuple(asked)


def test_a_beginner_meets_two_tasks_not_three():
    assert [a.lesson for a in diagnosed(COURRIEL, lambda _ref: False)] == ["ouvrir", "ecrire"]


@pytest.mark.parametrize("slipped", COURRIEL)
def test_a_slip_of_somebody_who_knows_everything_costs_that_one_lesson_at_most(slipped):
    assert known(COURRIEL, diagnosed(COURRIEL, lambda ref: ref != slipped)) >= set(COURRIEL) - {slipped}


# ---------------------------------------------------------------------------------------------------- every state of e-mail
def ends_of(asked):
    """The states that lead to each way a diagnosis can end, when nobody slips or guesses."""
    ends = defaultdict(list)
    for state in prior(asked):
        ends[tuple(diagnosed(asked, state.__contains__))].append(state)
    return ends


def test_nobody_is_told_to_skip_a_lesson_she_needs_when_she_answers_without_slip():
    assert all(known(COURRIEL, given) <= state for given, states in ends_of(COURRIEL).items() for state in states)


def test_who_stops_before_three_misses_is_placed_exactly():
    ended = [(g, s) for g, s in ends_of(COURRIEL).items() if sum(not a.right for a in g) < 3]
    assert len(ended) > 20
    assert all(states == [known(COURRIEL, given)] for given, states in ended)


@pytest.mark.parametrize("n", range(len(COURRIEL) + 1))
def test_who_learnt_the_first_part_of_the_path_is_proposed_the_rest(n):
    first = frozenset(list(COURRIEL)[:n])
    assert known(COURRIEL, diagnosed(COURRIEL, lambda ref: ref in first)) == first


def test_as_many_states_are_placed_exactly_as_three_misses_can_tell_apart():
    """Three misses cannot tell all 101 apart: who knows one skill only misses three of four next ones, and the fourth is not asked.
    68 is the most any rule can; those who answer alike are placed on one of their states, the one that holds the least."""
    ends = ends_of(COURRIEL)
    assert len(ends) == most_told_apart(COURRIEL) == 68
    assert all(known(COURRIEL, given) == min(states, key=len) for given, states in ends.items())


# ---------------------------------------------------------------------------------------------------- the path, and what is refused
def test_the_path_keeps_its_order_and_leaves_out_what_is_known():
    judged = standing(COURRIEL, [Answer(ref, ref in ("ouvrir", "ecrire", "joindre")) for ref in COURRIEL])
    assert proposed_path(list(COURRIEL), judged) == ("repondre", "piece", "ranger", "piege", "verifier", "signaler")


def test_a_lesson_nobody_judged_is_proposed():
    assert proposed_path(["a", "new"], {"a": True}) == ("new",)


def test_more_than_sixteen_skills_are_refused():
    with pytest.raises(ValueError, match="16 skills at most, not 17"):
        next_task({f"l{n}": () for n in range(17)}, [])


def test_skills_that_ask_for_one_another_are_refused():
    with pytest.raises(ValueError, match="one another"):
        next_task({"a": ("b",), "b": ("a",)}, [])


def test_with_nothing_to_ask_it_is_over_at_once():
    assert next_task({}, []) is None


def test_what_comes_after_a_lesson_without_a_task_comes_after_what_that_lesson_waits_for():
    a, b, c = lesson("a"), lesson("b", "a"), lesson("c", "b")
    assert graph([a, c], [a, b, c]) == {"a": (), "c": ("a",)}
    assert standing(graph([a, c], [a, b, c]), [Answer("c", True)])["a"]


def test_a_circle_written_by_mistake_is_opened_and_the_rest_is_kept():
    asked = graph([lesson("a", "c"), lesson("b", "a"), lesson("c", "b")])
    assert asked == {"a": ("c",), "b": ("a",), "c": ()} and next_task(asked, [])
