"""Faults found by a second reader, each first shown here."""

import json

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates

from learning.events import LessonFinished, PracticeFinished, QuestionAnswered, QuizFinished
from library import open_shelf
from progress_db import counsellors, people, practices
from tests.ui.conftest import C7, SAMPLE, press, text
from tests.ui.test_practice_screen import REPORT, finish, practice, send, window
from ui import session


@pytest.fixture
def who(house):
    return house.person("Odette")


def test_what_the_window_sent_counts_even_when_the_button_comes_in_the_same_run(house, who):
    at = practice(house, who)
    proto, data = window(at)
    events = [{"seq": n, "type": kind, "args": args} for n, (kind, args) in enumerate(REPORT, 1)]
    value = {"outbox": {"epoch": data["epoch"], "client": "t", "events": events}}
    finish = next(b for b in at.button if b.label == "Mon tri est terminé")
    states = [WidgetState(id=proto.id, json_value=json.dumps(value)), WidgetState(id=finish.id, trigger_value=True)]
    at = at._run(WidgetStates(widgets=states))
    assert not at.exception
    attempt = house.progress(who).skill(C7).attempts[0]
    assert attempt.done and attempt.traps_accepted == 0


def test_an_end_that_was_not_recorded_is_recorded_at_the_next_look(house, who):
    at = send(practice(house, who), *REPORT)
    with house.memory.connection() as db:
        row = practices.latest(db, who, C7)
        practices.append(db, row.id, row.length + 1, [{"type": "mission.terminer"}], house.now)  # killed right after this
    again = practice(house, who)
    assert "Vous l’avez fait sans aide." in text(again) and len(house.progress(who).skill(C7).attempts) == 1
    assert not at.exception


def test_an_older_attempt_in_the_address_shows_the_last_one_and_begins_nothing(house, who):
    for n in ("1", "2"):
        finish(practice(house, who, essai=n))
    assert "Regardons ensemble" in text(practice(house, who, essai="1"))
    with house.memory.connection() as db:
        assert practices.latest(db, who, C7).number == 2


@pytest.mark.parametrize("missing", ["scenarios", "quizzes"])
def test_home_never_proposes_what_does_not_exist(house, who, tmp_path, missing):
    import shutil

    shutil.copytree(SAMPLE, tmp_path / "root")
    shutil.rmtree(tmp_path / "root" / missing)
    shelf = open_shelf(tmp_path / "root")
    session.furnish(session.House(house.memory, lambda: shelf, lambda: house.now))
    house.record(who, LessonFinished(C7))
    said = text(house.page(who, ""))
    assert ("Répondre aux questions" if missing == "scenarios" else "M’entraîner") in said


def test_the_same_form_sent_twice_adds_one_person(house):
    with house.memory.connection() as db:
        desk = counsellors.add_counsellor(db, "Gaëlle Le Bris", "gaelle", "une longue phrase de passe", house.now).id
    at = house.page(desk, "conseiller", "counsellor")
    field = at.text_input[0].set_value("Odette")
    again = [WidgetState(id=field.id, string_value="Odette")]
    add = next(b for b in at.button if b.label == "Ajouter")
    again.append(WidgetState(id=add.id, trigger_value=True))
    at = press(at, "Ajouter")._run(WidgetStates(widgets=again))
    assert not at.exception and not at.warning
    with house.memory.connection() as db:
        assert [p.name for p in people.learners(db)] == ["Odette"]


def test_nearly_there_is_only_said_when_once_more_is_enough(house, who):
    at = press(practice(house, who), "J’ai besoin d’un coup de main")
    at = press(send(at, *REPORT), "Mon tri est terminé")
    assert "ce sera « je sais faire »" not in text(at) and "avec un coup de main" in text(at)


def test_a_guest_whose_visit_is_over_is_not_told_that_the_work_is_kept(house):
    with house.memory.connection() as db:
        guest = people.add_guest(db, house.now).id
    at = house.page(guest, "", "guest")
    house.later(hours=2)
    assert "Avec une carte, votre travail est gardé" in text(at.run())


def test_a_damaged_journal_begins_the_exercise_again(house, who):
    send(practice(house, who), *REPORT)
    with house.memory.connection() as db:
        db.run("UPDATE journal SET entry = :odd WHERE number = 2", odd="{abîmé")
    at = practice(house, who)
    assert not at.exception and "Boîte de réception" in window(at)[1]["html"]


def test_the_warm_up_is_five_minutes_a_visit(house, who):
    done = PracticeFinished(C7, "a", True, "none", 4, 0, 4, 0)
    house.record(who, LessonFinished(C7), done, QuizFinished(C7))
    house.later(days=60)
    assert "M’échauffer" in text(house.page(who, ""))
    assert "M’échauffer" not in text(house.page(who, "", passer="1"))


def test_two_lines_pressed_before_the_page_is_drawn_again_are_both_placed(house, who):
    house.record(who, *(QuestionAnswered(C7, name, True, [0], "oui") for name in ("expediteur", "signes")))
    at = house.page(who, "quiz", lecon=C7)
    pressed = [WidgetState(id=b.id, trigger_value=True) for b in at.button if b.label in ("Je m’arrête.", "Je lis l’adresse.")]
    at = at._run(WidgetStates(widgets=pressed))
    assert len(pressed) == 2 and [b.label for b in at.button if b.label.startswith("Je ")] == [
        "Je demande de l’aide si j’ai un doute.",
        "Je ne sais pas",
    ]
