"""What the counsellor types to prepare a workshop is read as people write it."""

import pytest

from workshops.preparing import read_day, read_hour, shown_day, shown_hour, themes_of, week_later


@pytest.mark.parametrize("typed", ["24/11/2026", " 24-11-26 ", "24.11.2026", "24 11 2026"])
def test_a_day_is_read_as_people_write_it(typed):
    assert read_day(typed) == "2026-11-24"


@pytest.mark.parametrize("typed", ["", "demain", "31/02/2026", "24/13/2026", "2026-11-24"])
def test_what_is_no_date_is_refused(typed):
    assert read_day(typed) is None


@pytest.mark.parametrize(
    ("typed", "read"), [("14h", "14:00"), ("14 h 30", "14:30"), ("9:05", "09:05"), ("14", "14:00"), ("25h", None), ("tôt", None)]
)
def test_an_hour_is_read_as_people_write_it(typed, read):
    assert read_hour(typed) == read


def test_what_is_shown_is_read_back():
    assert read_day(shown_day("2026-03-01")) == "2026-03-01" and read_hour(shown_hour("14:30")) == "14:30"
    assert shown_hour("14:00") == "14 h" and week_later("2026-12-28") == "2027-01-04"


def test_the_lessons_suggest_the_themes_of_la_coop_each_once():
    assert themes_of([("courriel", "C1"), ("courriel", "C7"), ("courriel", "C2")]) == ("Email", "SecuriteNumerique")
