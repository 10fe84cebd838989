"""The room: its computers, who is expected, who came, who calls."""

import json
from datetime import timedelta

import pytest

from learning.events import PracticeFinished, QuestionAnswered
from progress_db import log, people, room, sessions
from progress_db.moments import to_text
from tests.progress_db.facts import NOW


@pytest.fixture
def opened(db):
    """A workshop that is open, with Odette and Yann expected."""
    who = {name: people.add_learner(db, name, NOW).id for name in ("Odette", "Yann")}
    db.run(
        "INSERT INTO workshops (id, kind, title, day, starts, minutes, village, place_kind, themes, level, equipment, created_by,"
        " created_at, opened_at) VALUES ('w', 'workshop', 'Premiers courriels', '2026-11-23', '14:00', 90, 'Plou', 'LieuActivite',"
        " :themes, 'Debutant', '[]', 'c', :at, :at)",
        themes=json.dumps(["Email"]), at=to_text(NOW),
    )  # fmt: skip
    for one in who.values():
        db.run("INSERT INTO workshop_people (workshop, learner) VALUES ('w', :learner)", learner=one)
    return who


def test_a_computer_is_known_by_its_token_only_and_can_be_unmarked(db):
    token = room.mark_computer(db, "  Poste\n 1 ", NOW)
    assert room.computer(db, token).label == "Poste 1"
    assert room.computer(db, "another") is None and room.computer(db, "") is None
    room.unmark(db, room.computer(db, token).id)
    assert room.computer(db, token) is None


def test_nothing_is_open_until_the_counsellor_opens_it_nor_after_it_is_closed(db, opened):
    assert room.open_now(db).title == "Premiers courriels"
    assert [name for _who, name in room.expected(db, "w")] == ["Odette", "Yann"]
    db.run("UPDATE workshops SET closed_at = :at", at=to_text(NOW))
    assert room.open_now(db) is None


def test_who_comes_is_noted_once_and_a_latecomer_is_added(db, opened):
    late = people.add_learner(db, "Denise", NOW).id
    for who in (opened["Odette"], late):
        room.came(db, who, NOW)
        room.came(db, who, NOW + timedelta(minutes=30))
    rows = {row["learner"]: row["came_at"] for row in db.all("SELECT learner, came_at FROM workshop_people")}
    assert rows == {opened["Odette"]: to_text(NOW), opened["Yann"]: None, late: to_text(NOW)}


def test_a_guest_is_never_on_the_list(db, opened):
    guest = people.add_guest(db, NOW)
    room.came(db, guest.id, NOW)
    assert guest.name not in [one.name for one in room.board(db, room.open_now(db))]


def test_the_board_says_who_where_since_when_and_who_calls_comes_first(db, opened):
    token = room.mark_computer(db, "Poste 2", NOW)
    sessions.open_session(db, opened["Yann"], "learner", NOW, room.computer(db, token).id)
    room.is_at(db, opened["Yann"], "lecon", "courriel/ouvrir-un-message", "2", NOW)
    room.is_at(db, opened["Yann"], "lecon", "courriel/ouvrir-un-message", "2", NOW + timedelta(minutes=9))
    room.call(db, opened["Yann"], NOW + timedelta(minutes=1))
    room.call(db, opened["Yann"], NOW + timedelta(minutes=5))
    yann, odette = room.board(db, room.open_now(db))
    assert (yann.name, yann.computer, yann.step, yann.since) == ("Yann", "Poste 2", "2", NOW)
    assert yann.called_at == NOW + timedelta(minutes=1)
    assert (odette.name, odette.session, odette.called_at) == ("Odette", "", None)
    room.answered(db, opened["Yann"])
    assert not room.called(db, opened["Yann"]) and room.board(db, room.open_now(db))[0].called_at is None


def test_repeated_difficulty_is_counted_since_the_opening(db, opened):
    who = opened["Odette"]
    before, since = NOW - timedelta(days=1), NOW + timedelta(minutes=5)
    log.record(db, who, [("old", QuestionAnswered("courriel/lire", "q1", False, 0, "non"))], before)
    log.record(db, who, [(f"q{n}", QuestionAnswered("courriel/lire", "q1", n == 3, 0, "non")) for n in range(4)], since)
    log.record(db, who, [("p", PracticeFinished("courriel/lire", "v", False, "none"))], since)
    found = next(one for one in room.board(db, room.open_now(db)) if one.learner == who)
    assert (found.missed, found.left) == (3, 1)


def test_somebody_who_leaves_has_no_call_and_no_place_left(db, opened):
    room.call(db, opened["Odette"], NOW)
    room.is_at(db, opened["Odette"], "", "", "", NOW)
    room.leave(db, opened["Odette"])
    assert not room.called(db, opened["Odette"]) and not db.all("SELECT * FROM whereabouts")
