"""Review: FSRS dates, eight weeks at most for traps, and a clock that may lie."""

from datetime import timedelta

from hypothesis import given

from learning.events import LevelOverruled
from learning.progress import add_up
from tests.learning.histories import C4, C7, START, histories, practice, skill


def test_a_skill_never_done_is_never_due():
    assert skill((0, practice(done=False, accepted=1))).due is None


def test_alone_comes_back_later_than_with_a_hint():
    alone, hinted = (skill((0, practice(help=h)), (3, practice("b", help=h))).due for h in ("none", "hint"))
    assert START + timedelta(days=3) < hinted < alone


def test_a_trap_skill_comes_back_within_eight_weeks_however_well_it_is_known():
    known = skill(*[(30 * n, practice("ab"[n % 2])) for n in range(8)])
    assert known.due - known.attempts[-1].at == timedelta(weeks=8)


def test_another_skill_may_rest_longer_than_eight_weeks():
    known = skill(*[(30 * n, practice("ab"[n % 2], lesson=C4, lot=0)) for n in range(8)], lesson=C4)
    assert known.due - known.attempts[-1].at > timedelta(weeks=8)


def test_what_the_counsellor_says_is_known_is_reviewed_like_the_rest():
    assert skill((0, LevelOverruled(C7, 3, "vue faire", "g"))).due is not None


def test_golden_intervals_of_someone_who_does_it_alone_each_time():
    days, at, done = [], 0, []
    for n in range(5):
        done.append((at, practice("ab"[n % 2], lesson=C4, lot=0)))
        due = skill(*done, lesson=C4).due
        days.append(round((due - START).total_seconds() / 86400) - at)
        at += days[-1]
    assert days == [2, 11, 46, 163, 497]  # FSRS-6's published defaults; another list means that the scheduler changed


@given(histories)
def test_whatever_the_history_only_what_is_known_is_due_and_every_date_has_its_zone(events):
    for s in add_up(events).skills.values():
        if s.due is not None:
            assert s.due.tzinfo is not None and (s.overruled or any(a.done for a in s.attempts))
