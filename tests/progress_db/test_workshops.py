"""Workshops: prepared, copied, opened, closed; the lessons proposed once; who came."""

from dataclasses import replace
from datetime import timedelta

import pytest

from progress_db import log, people, room, workshops
from progress_db.errors import Gone
from progress_db.workshops import BadWorkshop
from tests.progress_db.facts import NOW
from workshops.workshop import Proposed, Workshop

PLAIN = Workshop("", "workshop", "Premiers courriels", "2026-11-23", "14:00", 90, "Plou", themes=("Email",), created_by="g")


@pytest.fixture
def two(db):
    return tuple(people.add_learner(db, name, NOW).id for name in ("Odette", "Yann"))


def test_a_workshop_is_kept_as_it_was_prepared(db, two):
    made = workshops.add(db, replace(PLAIN, people=two, lessons=(Proposed("courriel/lire", "Commencez par là."),)), NOW)
    assert workshops.one(db, made.id) == replace(made, people=tuple(sorted(two)))
    assert [w.id for w in workshops.all_of(db, "2026-11-01", "2026-11-30")] == [made.id] and not workshops.all_of(
        db, "2026-12-01"
    )


@pytest.mark.parametrize(
    "wrong",
    [{"title": " "}, {"themes": ()}, {"themes": ("Cuisine",)}, {"minutes": 0}, {"level": "Expert"}, {"equipment": ("Four",)},
     {"place_kind": "Lune"}],
)  # fmt: skip
def test_a_value_outside_la_coop_is_refused_with_a_sentence(db, wrong):
    with pytest.raises(BadWorkshop) as told:
        workshops.add(db, replace(PLAIN, **wrong), NOW)
    assert told.value.message.endswith((".", "demande.")) and workshops.all_of(db) == []


def test_opening_proposes_the_lessons_once_and_to_who_is_added_later(db, two):
    made = workshops.add(db, replace(PLAIN, people=two[:1], lessons=(Proposed("courriel/lire", "Bon courage"),)), NOW)
    workshops.open_one(db, made.id, NOW)
    workshops.open_one(db, made.id, NOW + timedelta(minutes=1))
    workshops.add_person(db, made.id, two[1], NOW)
    for who in two:
        assert [e.happening.note for e in log.history(db, who)] == ["Bon courage"]
    assert room.open_now(db).id == made.id


def test_only_one_workshop_is_open_at_a_time(db):
    first, second = workshops.add(db, PLAIN, NOW), workshops.add(db, PLAIN, NOW)
    workshops.open_one(db, first.id, NOW)
    with pytest.raises(BadWorkshop, match="encore ouvert"):
        workshops.open_one(db, second.id, NOW)
    workshops.close(db, first.id, NOW)
    workshops.open_one(db, second.id, NOW)
    workshops.close(db, second.id, NOW)
    with pytest.raises(BadWorkshop, match="fini"):
        workshops.open_one(db, first.id, NOW)


def test_a_closed_workshop_is_not_changed_nor_removed_and_keeps_its_counts(db, two):
    made = workshops.add(db, replace(PLAIN, people=two), NOW)
    workshops.open_one(db, made.id, NOW)
    room.call(db, two[0], NOW)
    workshops.close(db, made.id, NOW, {"total": 2})
    assert not room.called(db, two[0])
    for act in (lambda: workshops.change(db, made), lambda: workshops.remove(db, made.id)):
        with pytest.raises(BadWorkshop):
            act()
    people.erase(db, two[0])
    assert workshops.one(db, made.id).counts == {"total": 2}


def test_the_same_workshop_next_week_has_the_same_people_and_nobody_came_yet(db, two):
    made = workshops.add(db, replace(PLAIN, people=two, lessons=(Proposed("courriel/lire"),)), NOW)
    workshops.set_came(db, made.id, two[0], True, NOW)
    again = workshops.one(db, workshops.copy(db, made.id, "2026-11-30", NOW).id)
    assert (set(again.people), again.came, again.lessons, again.day) == (set(two), (), made.lessons, "2026-11-30")
    assert workshops.came_before(db, again) == {two[0]} and workshops.came_before(db, made) == set()


def test_changing_keeps_who_came(db, two):
    made = workshops.add(db, replace(PLAIN, people=two), NOW)
    workshops.set_came(db, made.id, two[0], True, NOW)
    workshops.change(db, replace(made, title="Autre titre", people=two[:1]))
    kept = workshops.one(db, made.id)
    assert (kept.title, kept.people, kept.came) == ("Autre titre", two[:1], two[:1])
    with pytest.raises(Gone):
        workshops.change(db, replace(made, id="none"))
