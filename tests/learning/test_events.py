"""What is stored is read back equal; what a newer version wrote is kept and not interpreted."""

import json

from hypothesis import given

from learning.events import KINDS, Unknown, from_data, kind_of, to_data
from tests.learning.histories import happenings


@given(happenings)
def test_a_happening_survives_storage(happening):
    stored = json.loads(json.dumps(to_data(happening)))
    assert from_data(kind_of(happening), stored) == happening


def test_a_field_of_a_newer_version_is_ignored_and_a_missing_one_makes_it_unknown():
    assert from_data("lesson_finished", {"lesson": "a/b", "mood": "gaie"}).lesson == "a/b"
    assert from_data("screen_seen", {"lesson": "a/b"}) == Unknown("screen_seen", {"lesson": "a/b"})


def test_every_kind_is_named_in_the_past_tense():
    assert all(kind.endswith(("ed", "seen", "chosen")) for kind in KINDS)
