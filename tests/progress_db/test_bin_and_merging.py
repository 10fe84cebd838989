"""Out of the lists for a month and back untouched; two people made one and back; a hundred sign-ups at once."""

import threading
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from learning.events import LessonFinished, PracticeFinished, QuestionAnswered
from progress_db import (
    acts,
    bin,
    cards,
    check,
    door,
    erasing,
    groups,
    keeper,
    log,
    merging,
    people,
    profiles,
    sessions,
    workshops,
)
from progress_db.errors import Gone
from progress_db.merging import NotTwo
from progress_db.profiles import Profile
from tests.progress_db.facts import CHEAP, LESSON, NOW, desk, somebody
from workshops.workshop import Workshop

SOON = NOW + timedelta(hours=1)


@pytest.fixture(autouse=True)
def gaelle(db):
    desk(db)


def done(day: int, variant: str = "mairie") -> PracticeFinished:
    return PracticeFinished(LESSON, f"{variant}{day}", True, "none")


def lived(db, who, *days):
    for day in days:
        log.record(db, who, [(f"{who}-{day}", done(day))], NOW + timedelta(days=day))


def table(db, who):
    return db.all("SELECT * FROM events WHERE learner = :who ORDER BY seq", who=who)


# ------------------------------------------------------------------------------------------------------ the bin
def test_somebody_taken_out_is_on_no_list_and_comes_in_no_more(memory, db):
    who, group = somebody(db), groups.add(db, "Le mardi", NOW)
    groups.set_people(db, group.id, [who])
    code, pin = cards.issue_card(db, who, NOW), cards.draw_pin(db, who, NOW, cost=CHEAP)
    token = sessions.open_session(db, who, "learner", NOW)
    bin.take_out(db, who, "c", NOW)
    assert people.learners(db) == [] and people.learner(db, who) is None and groups.groups(db)[0].people == ()
    assert sessions.seat(db, sessions.digest(token), NOW) is None
    assert door.sign_in(db, code, pin, "pc", NOW, CHEAP).learner is None
    assert door.sign_in_named(db, who, pin, "pc2", NOW, CHEAP).learner is None


def test_put_back_within_the_month_everything_is_as_before(memory, db):
    who, group = somebody(db), groups.add(db, "Le mardi", NOW)
    groups.set_people(db, group.id, [who])
    code, pin = cards.issue_card(db, who, NOW), cards.draw_pin(db, who, NOW, cost=CHEAP)
    lived(db, who, 0)
    before = (table(db, who), log.progress(db, who))
    bin.take_out(db, who, "c", NOW)
    groups.set_people(db, group.id, [])  # the counsellor saves the group meanwhile: she is not on that screen
    bin.put_back(db, who, "c", SOON)
    assert (table(db, who), log.progress(db, who)) == before and groups.groups(db)[0].people == (who,)
    assert door.sign_in(db, code, pin, "pc", SOON, CHEAP).learner == who


def test_after_a_month_she_is_erased_for_good_and_stays_so(memory, db):
    who = somebody(db)
    bin.take_out(db, who, "c", NOW)
    keeper.sweep(db, memory.folder, NOW + bin.KEPT - timedelta(seconds=1))
    assert [one.id for one in bin.removed(db)] == [who]
    keeper.sweep(db, memory.folder, NOW + bin.KEPT)
    assert bin.removed(db) == [] and who in erasing.noted(memory.folder)
    with pytest.raises(Gone):
        bin.put_back(db, who, "c", NOW + bin.KEPT)


def test_taking_out_nobody_says_so(db):
    with pytest.raises(Gone):
        bin.take_out(db, "nobody", "c", NOW)


# -------------------------------------------------------------------------------------------------- two made one
def test_two_logs_become_one_in_the_order_of_time_and_the_levels_follow(memory, db):
    one, other = people.add_learner(db, "Odette", NOW).id, people.add_learner(db, "Odette L.", NOW).id
    lived(db, one, 0, 4)
    lived(db, other, 2)
    merging.merge(db, other, one, "c", NOW + timedelta(days=5))
    assert [row["id"] for row in table(db, one)] == [f"{one}-0", f"{other}-2", f"{one}-4"] and table(db, other) == []
    assert [p.id for p in people.learners(db)] == [one] and check.problems(db) == []
    assert len(log.progress(db, one).skill(LESSON).attempts) == 3


def test_groups_workshops_and_untold_facts_follow_and_nobody_is_counted_twice(db):
    one, other = people.add_learner(db, "Odette", NOW).id, people.add_learner(db, "Odette L.", NOW).id
    group = groups.add(db, "Le mardi", NOW)
    groups.set_people(db, group.id, [other])
    profiles.set_profile(db, one, Profile(1950), NOW)
    profiles.set_profile(db, other, Profile(1951, "Plou", "Feminin"), NOW)
    workshops.add(
        db, Workshop("w", "workshop", "Courriel", "2026-11-23", "14:00", 90, "Plou", themes=("Email",), people=(one, other)), NOW
    )
    workshops.set_came(db, "w", other, True, NOW)
    merging.merge(db, other, one, "c", NOW)
    assert groups.groups(db)[0].people == (one,) and workshops.one(db, "w").came == (one,) == workshops.one(db, "w").people
    assert profiles.profile(db, one) == Profile(1950, "Plou", "Feminin")
    merging.undo(db, other, "c", SOON)
    assert groups.groups(db)[0].people == (other,) and profiles.profile(db, one) == Profile(1950)
    assert workshops.one(db, "w").came == (other,) and set(workshops.one(db, "w").people) == {one, other}


def test_a_guest_s_work_goes_to_a_person_and_the_guest_is_signed_out(db):
    who, guest = somebody(db), people.add_guest(db, NOW).id
    token = sessions.open_session(db, guest, "guest", NOW)
    lived(db, guest, 0)
    assert [row[0] for row in merging.guests(db)] == [guest]
    merging.merge(db, guest, who, "c", SOON)
    people.forget_old_guests(db, NOW + timedelta(days=1))
    assert len(table(db, who)) == 1 and sessions.seat(db, sessions.digest(token), SOON) is None
    merging.undo(db, guest, "c", SOON)  # a mistake: the work is a person's own again, not lost
    assert len(table(db, guest)) == 1 and table(db, who) == [] and check.problems(db) == []


def test_what_was_done_since_stays_with_the_person_when_they_are_separated(db):
    one, other = people.add_learner(db, "Odette", NOW).id, people.add_learner(db, "Odette L.", NOW).id
    lived(db, one, 0)
    lived(db, other, 1)
    merging.merge(db, other, one, "c", NOW + timedelta(days=2))
    lived(db, one, 3)
    merging.undo(db, other, "c", NOW + timedelta(days=4))
    assert [row["id"] for row in table(db, one)] == [f"{one}-0", f"{one}-3"] and [r["id"] for r in table(db, other)] == [
        f"{other}-1"
    ]


def test_after_a_month_the_empty_shell_goes_and_the_work_stays(memory, db):
    one, other = people.add_learner(db, "Odette", NOW).id, people.add_learner(db, "Odette L.", NOW).id
    lived(db, other, 0)
    merging.merge(db, other, one, "c", NOW)
    bin.empty(db, memory.folder, NOW + bin.KEPT)
    assert len(table(db, one)) == 1 and bin.removed(db) == [] and erasing.noted(memory.folder) == {}


def test_what_cannot_be_merged_says_so_and_changes_nothing(db):
    one, other, third = (people.add_learner(db, name, NOW).id for name in ("A", "B", "C"))
    with pytest.raises(NotTwo):
        merging.merge(db, one, one, "c", NOW)
    with pytest.raises(Gone):
        merging.merge(db, "nobody", one, "c", NOW)
    merging.merge(db, one, other, "c", NOW)
    merging.merge(db, other, third, "c", NOW)
    with pytest.raises(NotTwo, match="Remettez-la d’abord"):
        merging.undo(db, one, "c", NOW)
    with pytest.raises(Gone):
        bin.put_back(db, other, "c", NOW)  # merged: separated, not put back


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.booleans(), st.integers(0, 9), st.sampled_from("abc")), max_size=12))
def test_merge_twice_is_once_and_undo_gives_both_back_as_they_were(db, acts_of_both):
    """Whatever each did, whatever the clock: also what was saved is what is computed again."""
    one, other = people.add_learner(db, "Odette", NOW).id, people.add_learner(db, "Odette L.", NOW).id
    for number, (first, day, lesson) in enumerate(acts_of_both):
        who, about = (one if first else other), f"courriel/{lesson}"
        happening = (
            LessonFinished(about),
            QuestionAnswered(about, "q", True, [0], "oui"),
            PracticeFinished(about, "v", True, "none"),
        )[day % 3]
        log.record(db, who, [(f"{who}-{number}", happening)], NOW + timedelta(days=day))
    before = (table(db, one), table(db, other), log.progress(db, one), log.progress(db, other))
    merging.merge(db, other, one, "c", NOW)
    merged = (table(db, one), log.progress(db, one))
    merging.merge(db, other, one, "c", SOON)
    assert (table(db, one), log.progress(db, one)) == merged and len(merged[0]) == len(acts_of_both)
    log.rebuild(db, one)
    assert log.progress(db, one) == merged[1]
    merging.undo(db, other, "c", SOON)
    assert (table(db, one), table(db, other), log.progress(db, one), log.progress(db, other)) == before


# ------------------------------------------------------------------------------------- a hundred sign-ups at once
def test_a_hundred_people_of_one_name_added_at_once_are_a_hundred_people(memory):
    made, troubles = [], []

    def add():
        try:
            with memory.connection() as db, db.transaction():
                one = people.add_learner(db, "Marie", NOW)
                acts.write(db, "c", acts.ADD, one.id, NOW)
                made.append(cards.issue_card(db, one.id, NOW))
        except Exception as trouble:
            troubles.append(trouble)

    threads = [threading.Thread(target=add) for _ in range(100)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    with memory.connection() as db:
        assert troubles == [] and len(set(made)) == 100 == len(people.learners(db)) and check.problems(db) == []
