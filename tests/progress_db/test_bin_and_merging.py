"""Out of the lists for a month and back untouched; two people made one and back."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from learning.events import LessonFinished, PracticeFinished, QuestionAnswered
from progress_db import (
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
    visits,
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


def atelier(db, *people_of_it):
    workshops.add(
        db, Workshop("w", "workshop", "Courriel", "2026-11-23", "14:00", 90, "Plou", themes=("Email",), people=people_of_it), NOW
    )


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


def test_somebody_taken_out_is_expected_at_no_workshop_and_expected_again_when_back(db):
    gone, stays = somebody(db, "Odette"), somebody(db, "Yann")
    atelier(db, gone, stays)
    bin.take_out(db, gone, "c", NOW)
    assert workshops.one(db, "w").people == (stays,)
    workshops.change(db, replace(workshops.one(db, "w"), title="Courriel, suite"))
    assert workshops.copy(db, "w", "2026-12-01", NOW).people == (stays,)
    bin.put_back(db, gone, "c", SOON)
    assert set(workshops.one(db, "w").people) == {gone, stays}


def test_who_came_and_was_taken_out_afterwards_still_counts_in_the_report(db):
    gone = somebody(db)
    atelier(db, gone)
    workshops.set_came(db, "w", gone, True, NOW)
    bin.take_out(db, gone, "c", SOON)
    assert workshops.one(db, "w").came == (gone,) and workshops.one(db, "w").people == ()


def test_a_session_opened_while_she_was_being_taken_out_lets_nobody_in(db):
    who = somebody(db)
    bin.take_out(db, who, "c", NOW)
    token = sessions.open_session(db, who, "learner", NOW)
    assert sessions.seat(db, sessions.digest(token), NOW) is None


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


def test_the_days_she_came_in_follow_and_go_back(db):
    one, other = somebody(db, "Odette"), somebody(db, "Odette L.")
    visits.note(db, one, NOW, True)
    visits.note(db, other, NOW - timedelta(days=7), True)
    merging.merge(db, other, one, "c", NOW)
    assert visits.of(db, one).room == 2
    merging.undo(db, other, "c", SOON)
    assert (visits.of(db, one).room, visits.of(db, other).room) == (1, 1)


def test_what_was_told_or_attended_since_the_merge_stays_when_they_are_separated(db):
    one, other = somebody(db, "Odette"), somebody(db, "Odette L.")
    atelier(db, other)
    profiles.set_profile(db, other, Profile(1951, "Plou"), NOW)
    merging.merge(db, other, one, "c", NOW)
    workshops.set_came(db, "w", one, True, SOON)
    profiles.set_profile(db, one, Profile(1951, "Trégan"), SOON)
    merging.undo(db, other, "c", SOON + timedelta(hours=1))
    assert workshops.one(db, "w").came == (one,) and set(workshops.one(db, "w").people) == {one, other}
    assert profiles.profile(db, one) == Profile(None, "Trégan") and profiles.profile(db, other) == Profile(1951, "Plou")


def test_of_three_files_made_one_the_last_is_separated_first(db):
    one, other, third = (somebody(db, name) for name in ("Odette", "Odette L.", "Odete"))
    for day, who in enumerate((one, other, third)):
        lived(db, who, day, day + 5)
    before = [(table(db, who), log.progress(db, who)) for who in (one, other, third)]
    merging.merge(db, other, one, "c", NOW)
    merging.merge(db, third, one, "c", SOON)
    with pytest.raises(NotTwo, match="d’abord"):
        merging.undo(db, other, "c", SOON)
    merging.undo(db, third, "c", SOON)
    merging.undo(db, other, "c", SOON)
    assert [(table(db, who), log.progress(db, who)) for who in (one, other, third)] == before


def test_who_is_erased_is_erased_with_the_files_that_were_merged_into_hers(memory, db):
    one, other, third = (somebody(db, name) for name in ("Odette", "Odette L.", "Odete"))
    merging.merge(db, third, other, "c", NOW)
    merging.merge(db, other, one, "c", NOW)
    erasing.erase(db, memory.folder, one, "c", SOON)
    assert bin.removed(db) == [] and set(erasing.noted(memory.folder)) == {one, other, third}


def test_a_merge_of_long_ago_is_known_when_she_is_erased_and_an_old_backup_is_put_back(memory, db):
    one, other = somebody(db, "Odette"), somebody(db, "Odette L.")
    merging.merge(db, other, one, "c", NOW)
    keeper.sweep(db, memory.folder, NOW + bin.KEPT)
    assert erasing.noted(memory.folder) == {}  # only merged: an older backup may bring both back
    erasing.forget_old(memory.folder, NOW + timedelta(days=300))
    erasing.erase(db, memory.folder, one, "c", NOW + timedelta(days=300))
    people.add_learner(db, "Odette L.", NOW, other)  # as the old backup has her
    erasing.again(db, memory.folder)
    assert people.learners(db) == []


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


def test_whoever_had_two_files_erases_herself_and_both_go(memory, db):
    """As her own page does it: on a connection that is held for her."""
    one, other, boss = somebody(db, "Odette"), somebody(db, "Odette L."), desk(db, "boss")
    merging.merge(db, other, one, boss, NOW)
    with memory.connection(by=one) as hers:
        erasing.erase(hers, memory.folder, one, one, NOW)
    assert db.all("SELECT id FROM learners") == []


def test_a_summary_that_cannot_be_read_is_made_again_for_the_person_herself(memory, db):
    who = somebody(db)
    log.record(db, who, [("e", LessonFinished(LESSON))], NOW)
    before = log.progress(db, who)
    db.run("UPDATE skills SET data = 'x'")
    with memory.connection(by=who) as hers:
        assert log.progress(hers, who) == before
