"""A hundred sign-ups at the same moment, with one name: a hundred whole people or clear refusals, none half made."""

import threading
from collections.abc import Callable

import pytest

from progress_db import acts, cards, check, door, groups, people, profiles
from progress_db.errors import BadName, Refusal
from progress_db.profiles import BadProfile, Profile
from tests.progress_db.facts import CHEAP, NOW, after

MANY = 100


def at_once(act: Callable[[int], object]) -> tuple[list, list[Exception]]:
    """What a hundred threads, started together, gave; and what they raised."""
    start, given, raised = threading.Barrier(MANY), [], []

    def one(number: int) -> None:
        start.wait()
        try:
            given.append(act(number))
        except Exception as trouble:
            raised.append(trouble)

    threads = [threading.Thread(target=one, args=(number,)) for number in range(MANY)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return given, raised


def test_a_hundred_people_of_one_name_are_a_hundred_people_each_with_her_own_card(memory):
    def add(number: int) -> tuple[str, str, str]:
        with memory.connection() as db, db.transaction():
            one = people.add_learner(db, "Marie", NOW).id
            profiles.set_profile(db, one, Profile(1950), NOW)
            acts.write(db, "c", acts.ADD, one, NOW)
            return one, cards.issue_card(db, one, NOW), cards.draw_pin(db, one, NOW, cost=CHEAP)

    made, raised = at_once(add)
    assert raised == [] and len({card for _who, card, _pin in made}) == MANY
    with memory.connection() as db:
        assert {one.id for one in people.learners(db)} == {who for who, _card, _pin in made} and check.problems(db) == []
        opened = [door.sign_in(db, card, pin, f"pc{n}", after(hours=n), CHEAP) for n, (_who, card, pin) in enumerate(made)]
        assert [one.learner for one in opened] == [who for who, _card, _pin in made]


def test_a_hundred_lists_for_one_new_group_make_one_group_and_whoever_is_refused_is_not_half_there(memory):
    def add(number: int) -> str:
        with memory.connection() as db, db.transaction():
            one = people.add_learner(db, "Marie", NOW).id
            group = groups.add(db, "Le mardi", NOW)  # all but one find the name taken
            groups.set_people(db, group.id, [one])
            return one

    made, raised = at_once(add)
    assert len(made) == 1 and len(raised) == MANY - 1 and all(isinstance(one, BadName) and one.message for one in raised)
    with memory.connection() as db:
        assert [one.id for one in people.learners(db)] == made and groups.groups(db)[0].people == tuple(made)


def test_one_in_two_refused_at_the_second_step_leaves_only_whole_people(memory):
    def add(number: int) -> str:
        with memory.connection() as db, db.transaction():
            one = people.add_learner(db, "Marie", NOW).id
            profiles.set_profile(db, one, Profile(1950 if number % 2 else 9999), NOW)
            return one

    made, raised = at_once(add)
    assert len(made) == MANY // 2 and all(isinstance(one, Refusal) and isinstance(one, BadProfile) for one in raised)
    with memory.connection() as db:
        assert len(people.learners(db)) == MANY // 2
        with pytest.raises(BadProfile):
            profiles.set_profile(db, made[0], Profile(9999), NOW)
