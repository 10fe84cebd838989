"""The live board: what the counsellor sees of a room, and the hand that a person raises."""

from datetime import timedelta

import pytest

from progress_db import counsellors, people, room, sessions
from progress_db.moments import to_text
from tests.ui.conftest import C7, press, text


@pytest.fixture
def desk(house):
    with house.memory.connection() as db:
        db.run(
            "INSERT INTO workshops (id, kind, title, day, starts, minutes, village, place_kind, themes, level, equipment, created_by,"
            " created_at, opened_at) VALUES ('w', 'workshop', 'Premiers *courriels*', '2026-11-23', '14:00', 90, 'Plou',"
            " 'LieuActivite', '[\"Email\"]', 'Debutant', '[]', 'c', :at, :at)",
            at=to_text(house.now),
        )  # fmt: skip
        return counsellors.add_counsellor(db, "Gaëlle Le Bris", "gaelle", "une longue phrase de passe", house.now).id


def expect(house, who: str) -> str:
    with house.memory.connection() as db:
        db.run("INSERT INTO workshop_people (workshop, learner) VALUES ('w', :who)", who=who)
    return who


def test_a_person_calls_and_the_board_says_so_until_the_counsellor_comes(house, desk):
    odette = expect(house, house.person("Odette"))
    expect(house, house.person("Yann"))
    at = press(house.page(odette, "lecon", lecon=C7, ecran="1"), "J’ai besoin d’aide")
    assert "Aide demandée" in " ".join(b.label for b in at.button)
    board = house.page(desk, "salle", "counsellor")
    assert "Premiers *courriels*" in text(board) and "demande de l’aide" in text(board) and "écran 1" in text(board)
    board = press(board, "J’y vais")
    assert "demande de l’aide" not in text(board) and "Pas encore là" in text(board)


def test_the_person_may_take_the_call_back(house, desk):
    odette = expect(house, house.person("Odette"))
    press(press(house.page(odette, ""), "J’ai besoin d’aide"), "Aide demandée. Annuler ?")
    with house.memory.connection() as db:
        assert not room.called(db, odette)


def test_without_a_workshop_nobody_calls_and_no_place_is_noted(house):
    at = house.page(house.person("Odette"), "")
    assert "J’ai besoin d’aide" not in [b.label for b in at.button]
    with house.memory.connection() as db:
        assert db.all("SELECT * FROM whereabouts") == []


def test_a_long_stillness_is_told_as_a_fact(house, desk):
    odette = expect(house, house.person("Odette"))
    house.page(odette, "lecon", lecon=C7)
    house.later(minutes=8)
    assert "Aucun geste depuis 8 minutes." in text(house.page(desk, "salle", "counsellor"))


def test_a_session_is_closed_from_the_board_and_the_work_stays(house, desk):
    odette = expect(house, house.person("Odette"))
    house.page(odette, "lecon", lecon=C7)
    press(house.page(desk, "salle", "counsellor"), "Fermer la session : Odette")
    with house.memory.connection() as db:
        assert not db.all("SELECT * FROM sessions WHERE who = :who", who=odette) and people.learner(db, odette)


def test_looking_at_the_board_keeps_nobody_signed_in(house, desk):
    house.page(desk, "salle", "counsellor")
    with house.memory.connection() as db:
        seen = db.one("SELECT digest, seen_at FROM sessions WHERE who = :who", who=desk)
        assert sessions.seat(db, seen["digest"], house.now + timedelta(minutes=16)) is None


def test_a_lesson_is_shown_to_the_group_and_records_nothing(house, desk):
    at = house.page(desk, "projection", "counsellor", lecon=C7, ecran="1")
    assert not at.exception and "écran 1 sur" in text(at)
    assert "Montrer une leçon" in text(house.page(desk, "projection", "counsellor"))
    with house.memory.connection() as db:
        assert db.all("SELECT * FROM events") == []
