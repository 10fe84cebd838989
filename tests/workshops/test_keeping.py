"""How long data are kept: nobody is erased without thirty days of notice, whatever the clock does."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshops.keeping import CHOICES, NOTICE, Quiet, erased_on, later, stage

LAST = datetime(2026, 1, 31, 9, 0, tzinfo=UTC)


def quiet(noticed: datetime | None = None) -> Quiet:
    return Quiet("p", "Odette", LAST, noticed)


def test_a_person_seen_within_the_term_is_kept_and_told_thirty_days_before_its_end():
    end = later(LAST, 12)
    assert stage(quiet(), end - NOTICE - timedelta(seconds=1), 12) == "keep"
    assert stage(quiet(), end - NOTICE, 12) == "notice"


def test_after_the_term_and_thirty_days_of_notice_she_is_erased():
    told = later(LAST, 12) - NOTICE
    assert stage(quiet(told), told + NOTICE - timedelta(seconds=1), 12) == "notice"
    assert stage(quiet(told), told + NOTICE, 12) == "erase" and erased_on(quiet(told), 12) == told + NOTICE


def test_long_after_the_term_without_notice_the_notice_comes_first():
    assert stage(quiet(), LAST + timedelta(days=3000), 12) == "notice"


def test_a_notice_dated_in_the_future_is_none():
    """The clock was wrong by a year, then put right."""
    now = later(LAST, 12)
    assert stage(quiet(now + timedelta(days=400)), now, 12) == "notice"


def test_a_month_without_that_day_ends_on_its_last_day():
    assert later(LAST, 1) == datetime(2026, 2, 28, 9, 0, tzinfo=UTC)


def test_a_term_outside_the_law_s_advice_is_refused():
    for months in (5, 25):
        with pytest.raises(ValueError, match="months"):
            stage(quiet(), LAST, months)


@given(st.sampled_from(CHOICES), st.integers(0, 4000), st.none() | st.integers(-500, 4000))
def test_nobody_is_erased_before_the_term_nor_before_thirty_days_of_notice(months, days, noticed_days):
    now = LAST + timedelta(days=days)
    noticed = None if noticed_days is None else LAST + timedelta(days=noticed_days)
    if stage(quiet(noticed), now, months) == "erase":
        assert now >= later(LAST, months) and noticed and now - noticed >= NOTICE and now >= erased_on(quiet(noticed), months)
