"""The file of one's own data: all of it, no secret in it, and nobody else's."""

import json

import pytest

from learning.events import LessonFinished
from progress_db import log


@pytest.fixture
def worked(house):
    with house.memory.connection() as db:
        log.record(db, house.people["Maryvonne"].id, [("e1", LessonFinished("courriel/lire"))], house.clock())
    return house


def enter(house, name):
    visitor = house.visitor()
    visitor.sign_in(house.people[name].card, house.people[name].pin)
    return visitor


def test_a_person_takes_all_that_is_kept_and_no_secret(worked):
    one = worked.people["Maryvonne"]
    answer = enter(worked, "Maryvonne").get("/mes-donnees.json")
    told = json.loads(answer.text)
    assert told["prenom"] == "Maryvonne" and told["ce_qui_est_arrive"][0]["quoi"] == "lesson_finished"
    assert one.card not in answer.text and one.pin not in answer.text and "argon2" not in answer.text
    assert "no-store" in answer.headers["cache-control"]


def test_somebody_else_s_data_are_refused_and_say_nothing(worked):
    other = enter(worked, "D’Artagnan").get(f"/mes-donnees.json?personne={worked.people['Maryvonne'].id}")
    assert other.status_code == 403 and "Maryvonne" not in other.text
    assert worked.visitor().get("/mes-donnees.json").status_code == 403


def test_the_counsellor_answers_a_person_s_request(worked, counsellor):
    answer = counsellor.get(f"/mes-donnees.json?personne={worked.people['Maryvonne'].id}")
    assert json.loads(answer.text)["prenom"] == "Maryvonne"
    assert counsellor.get("/mes-donnees.json").status_code == 404


def test_every_table_about_a_person_is_in_the_file_or_is_known_not_to_be(worked):
    """A table added later must be told too: this list is the reminder."""
    told = {"learners", "cards", "members", "workshop_people", "events", "practices", "visits"}
    computed = {"skills", "journal", "calls", "whereabouts", "merges"}  # rebuilt from events, or gone within the workshop
    with worked.memory.connection() as db:
        about = {
            table for table in db.tables()
            if table == "learners" or any(row["table"] in ("learners", "practices") for row in db.all(f"PRAGMA foreign_key_list({table})"))
        }  # fmt: skip
    assert about == told | computed
