"""« Faire le point »: small tasks, « Je ne sais pas », three misses, a path that the person or the counsellor may change."""

import json

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates

from library import open_shelf
from tests.library.samples import LESSON, example
from tests.ui.conftest import press, text
from tests.ui.test_practice_screen import window
from ui import session

TASK = example("ecrire-une-petite-tache.md", "yaml")
NAMES = {"ouvrir": ("C1", ""), "ecrire": ("C2", "ouvrir"), "repondre": ("C3", "ecrire"), "ranger": ("C6", "ouvrir")}
REFS = [f"courriel/{name}" for name in NAMES]


@pytest.fixture
def house(house, tmp_path):
    """The same house, with four lessons and their small tasks."""
    root = tmp_path / "files"
    for kind in ("lessons/courriel/images", "quizzes", "scenarios", "diagnosis/courriel"):
        (root / kind).mkdir(parents=True)
    (root / "lessons/courriel/images/bouton-joindre.svg").write_text("<svg/>")
    for name, (code, after) in NAMES.items():
        lesson = LESSON.replace("C4", code).replace("titre: Joindre un fichier à un message", f"titre: Leçon {name}")
        lesson = lesson.replace("apres: courriel/ecrire-un-message", f"apres: courriel/{after}" if after else "")
        (root / f"lessons/courriel/{name}.md").write_text(lesson.replace("\n\n---", "\n---", 1), "utf-8")
        (root / f"diagnosis/courriel/{name}.yaml").write_text(TASK, "utf-8")
    links = "".join(f"- [Leçon]({ref}.md)\n" for ref in REFS)
    (root / "lessons/sommaire.md").write_text("## courriel\n\n" + links, "utf-8")
    shelf = open_shelf(root)
    assert [p for p in shelf.problems if not p.advice] == [] and len(shelf.lessons) == 4
    session.furnish(session.House(house.memory, lambda: shelf, lambda: house.now))
    return house


def answer(at, right=True):
    """Do the task on show: answer the question of the message, or put the message in the bin and go on."""
    proto, data = window(at)
    address = "annick.prigent@pigeon.example" if "Annick" in data["html"] else "bureau@boules-plou.example"
    to = address if right else "quelqu-un@autre.example"
    fields = {"a": to, "objet": "Samedi", "corps": "Oui."}
    event = {"seq": 1, "type": "courriel.envoyer", "args": {"brouillon": "question"}, "fields": fields}
    value = {"outbox": {"epoch": data["epoch"], "client": "t", "events": [event]}}
    begin = {"seq": 1, "type": "nav.go", "args": {"url": "https://courriel.pigeon.example/repondre/question"}}
    value["outbox"]["events"] = [begin, {**event, "seq": 2}]
    return at._run(WidgetStates(widgets=[WidgetState(id=proto.id, json_value=json.dumps(value))]))


def give_up(at) -> None:
    """« Je ne sais pas » until it stops, which must be within three tasks."""
    for _ in range(3):
        at = press(at, "Je ne sais pas")
        if not at.get("bidi_component"):
            return
    raise AssertionError("it did not stop")


def begun(house, who, number="1"):
    return house.page(who, "point", module="courriel", faire=number)


def test_a_new_person_is_offered_it_without_being_pushed(house):
    at = house.page(house.person(), "")
    assert "Commencer la leçon" in text(at) and "faire le point" in text(at)
    at = house.page(house.person("Yves"), "point")
    assert "Je ne sais pas" in text(at) and "Commencer" in [b.label for b in at.button]


def test_a_task_done_right_or_wrong_is_noted_without_a_verdict_and_the_next_one_comes(house):
    who = house.person()
    at = answer(begun(house, who))
    assert not at.exception and "C’est noté." in text(at) and "Tâche 2" in text(at)
    at = answer(at, right=False)
    said = text(at)
    assert "Tâche 3" in said and "bonne adresse" not in said and "Pas encore" not in said
    tried = [s.tried for s in house.progress(who).skills.values()]
    assert sorted(right for _n, _variant, right in tried) == [False, True]


def test_it_stops_kindly_after_three_misses_and_everything_is_proposed(house):
    who = house.person()
    give_up(begun(house, who))
    progress = house.progress(who)
    assert all(progress.skill(ref).placed and progress.skill(ref).on_path for ref in REFS)
    at = house.page(who, "parcours", module="courriel")
    assert "on commence par le début" in text(at) and all(box.value for box in at.checkbox)


def test_who_does_everything_is_proposed_nothing_to_learn_and_proves_it_by_practice(house):
    who = house.person()
    at = begun(house, who)
    for _ in range(10):
        if not at.get("bidi_component"):
            break
        at = answer(at)
    assert {house.progress(who).skill(ref).on_path for ref in REFS} == {False}
    assert "déjà connu" in text(house.page(who, "module", module="courriel"))


def test_the_person_changes_her_path_and_so_does_the_counsellor(house):
    who = house.person()
    at = house.page(who, "parcours", module="courriel")
    next(box for box in at.checkbox if box.label == "Leçon ranger").uncheck()
    press(at, "Garder ce parcours")
    assert house.progress(who).skill("courriel/ranger").on_path is False
    desk = house.page(house.desk(), "parcours-personne", "counsellor", id=who, module="courriel")
    next(box for box in desk.checkbox if box.label == "Leçon ranger").check()
    desk = press(desk, "Garder ce parcours")
    assert "Le parcours est gardé." in text(desk) and house.progress(who).skill("courriel/ranger").on_path is True


def test_a_person_cannot_change_the_path_of_another(house):
    who, other = house.person(), house.person("Yves")
    at = house.page(who, "parcours", module="courriel", id=other)
    next(box for box in at.checkbox if box.label == "Leçon ranger").uncheck()
    press(at, "Garder ce parcours")
    assert house.progress(other).seq == 0 and house.progress(who).skill("courriel/ranger").on_path is False


def test_taken_again_later_it_gives_other_tasks_and_keeps_the_day_of_each(house):
    who = house.person()
    give_up(begun(house, who))
    first = {ref: s.tried[1] for ref in REFS if (s := house.progress(who).skill(ref)).tried}
    house.later(days=30)
    at = answer(begun(house, who, "2"))
    again = {ref: s.tried for ref in first if (s := house.progress(who).skill(ref)).tried[0] == 2}
    assert again and all(first[ref] != variant for ref, (_n, variant, _right) in again.items())
    press(at, "Arrêter là")
    assert "23 novembre 2026" in text(house.page(who, "parcours", module="courriel"))


def test_a_reload_in_the_middle_gives_the_same_task_with_what_was_typed(house):
    who = house.person()
    at = press(begun(house, who), "Je ne sais pas")
    assert window(begun(house, who))[1]["epoch"] == window(at)[1]["epoch"]


def test_a_module_without_small_tasks_has_no_diagnosis(house):
    assert "plus là" in text(house.page(house.person(), "point", module="sources"))
