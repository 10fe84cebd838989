"""Faults of « Faire le point » found by a reader with fresh eyes, each first shown here."""

import dataclasses
import json

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from streamlit.util import calc_hash

from learning.events import TaskTried
from library import open_shelf
from progress_db import log, people, practices
from simulator.practice import Practice
from tests.ui.conftest import press, text
from tests.ui.test_diagnosis import REFS, answer, begun, house  # noqa: F401  (the house with four small tasks)
from tests.ui.test_practice_screen import window
from ui import session, tasks


@pytest.fixture
def who(house):  # noqa: F811
    return house.person()


def tried(house, who):  # noqa: F811
    with house.memory.connection() as db:
        return [event.happening for event in log.history(db, who) if isinstance(event.happening, TaskTried)]


def open_task(house, who):  # noqa: F811
    """The one small task that is not ended: its row, or None."""
    with house.memory.connection() as db:
        rows = [practices.latest(db, who, tasks.OWN + ref) for ref in REFS]
        return next((row for row in rows if row and not row.ended), None)


def elsewhere(at, path, **where):
    """The same tab on another page."""
    at._page_hash = calc_hash(path)
    at.query_params.clear()
    for name, value in where.items():
        at.query_params[name] = value
    return at.run()


def test_a_task_left_in_the_middle_counts_for_the_next_diagnosis_when_it_is_done_there(house, who):  # noqa: F811
    at = answer(begun(house, who))
    left = open_task(house, who)
    at = press(at, "Arrêter là")
    at = press(elsewhere(at, "point", module="courriel"), "Commencer")
    for number in (1, 2, 3):
        if not at.get("bidi_component"):
            break
        assert f"Tâche {number}" in text(at)
        at = answer(at)
    again = [t for t in tried(house, who) if t.number == 2]
    assert len(again) == len({t.lesson for t in again}) and len(tried(house, who)) == 1 + len(again)
    assert left.lesson.removeprefix(tasks.OWN) in {t.lesson for t in again}


def test_a_task_left_in_the_middle_is_not_found_half_done_in_the_next_diagnosis(house, who):  # noqa: F811
    at = begun(house, who)
    proto, data = window(at)
    events = [{"seq": 1, "type": "nav.go", "args": {"url": "https://courriel.pigeon.example/repondre/question"}}]
    value = {"outbox": {"epoch": data["epoch"], "client": "t", "events": events}}
    at = at._run(WidgetStates(widgets=[WidgetState(id=proto.id, json_value=json.dumps(value))]))
    at = answer(press(at, "Je ne sais pas"))
    left = open_task(house, who)
    press(at, "Arrêter là")
    assert left and open_task(house, who) is None
    with house.memory.connection() as db:
        assert practices.journal(db, left.id) == []


def right_acts(house, row):  # noqa: F811
    """What the journal of a task holds once it is done right."""
    address = {"voisine": "annick.prigent@pigeon.example", "club": "bureau@boules-plou.example"}[row.variant]
    begin = {"type": "nav.go", "args": {"url": "https://courriel.pigeon.example/repondre/question"}}
    fields = {"a": address, "objet": "Samedi", "corps": "Oui."}
    return [begin, {"type": "courriel.envoyer", "args": {"brouillon": "question"}, "fields": fields}]


def test_a_task_whose_end_was_not_recorded_is_recorded_and_the_next_one_comes_not_the_same_again(house, who):  # noqa: F811
    begun(house, who)
    first = open_task(house, who)
    with house.memory.connection() as db:
        assert practices.append(db, first.id, 1, right_acts(house, first), house.now)  # killed right after this
    for _ in range(2):
        at = begun(house, who)
        assert not at.exception and "Tâche 2" in text(at)
    [told] = tried(house, who)
    assert told.right and told.lesson == first.lesson.removeprefix(tasks.OWN)
    assert open_task(house, who).lesson != first.lesson


def test_two_tabs_on_the_same_task_record_one_answer_the_first(house, who):  # noqa: F811
    begun(house, who)
    first = open_task(house, who)
    shelf = session.house().shelf()
    scenario = shelf.task(first.lesson.removeprefix(tasks.OWN)).scenario(first.variant)
    with house.memory.connection() as db:
        tabs = [session.Session(who, "learner", "learner", f"{n}" * 32, db, house.memory, shelf, house.now) for n in (1, 2)]
        assert [me.progress.seq for me in tabs] == [0, 0]  # both read before either wrote
        for me, acts in zip(tabs, (right_acts(house, first), [{"type": "mission.terminer"}]), strict=True):
            row = practices.start(db, who, first.lesson, first.variant, "e", house.now)
            tasks.Task(row, Practice(scenario, "e", acts, once=True), 0, 1).end(me)
    assert [t.right for t in tried(house, who)] == [True]


def test_back_after_the_end_leads_to_the_beginning_not_into_a_new_diagnosis(house, who):  # noqa: F811
    at = answer(begun(house, who))
    at = press(at, "Arrêter là")
    assert house.progress(who).skill(REFS[0]).placed
    back = elsewhere(at, "point", module="courriel", faire="1")
    assert "Commencer" in [b.label for b in back.button] and open_task(house, who) is None
    assert "Tâche 1" in text(press(back, "Commencer"))


def test_a_circle_of_prerequisites_is_an_author_s_mistake_not_a_broken_page(house, who):  # noqa: F811
    root = session.house().shelf().root
    file = root / "lessons/courriel/ouvrir.md"
    file.write_text(file.read_text("utf-8").replace("\n---\n", "\napres: courriel/ranger\n---\n", 1), "utf-8")
    shelf = open_shelf(root)
    assert any("s’attend elle-même" in str(problem) for problem in shelf.problems)
    session.furnish(session.House(house.memory, lambda: shelf, lambda: house.now))
    at = begun(house, who)
    assert not at.exception and "Tâche 1" in text(at)


def test_a_lesson_added_while_the_form_is_open_stays_on_the_path(house, who):  # noqa: F811
    shelf = session.house().shelf()
    module = shelf.modules[0]
    fewer = dataclasses.replace(shelf)
    fewer.__dict__["modules"] = (dataclasses.replace(module, lessons=module.lessons[:3]),)
    shown = [fewer]
    session.furnish(session.House(house.memory, lambda: shown[0], lambda: house.now))
    at = house.page(who, "parcours", module="courriel")
    shown[0] = shelf  # the author saves a fourth lesson
    press(at, "Garder ce parcours")
    assert all(house.progress(who).skill(ref).on_path is not False for ref in REFS)


def test_the_counsellor_sees_no_guest_s_path(house):  # noqa: F811
    with house.memory.connection() as db:
        guest = people.add_guest(db, house.now).id
    desk = house.page(house.desk(), "parcours-personne", "counsellor", id=guest, module="courriel")
    assert "plus là" in text(desk) and not desk.checkbox
