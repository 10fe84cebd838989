"""The practice screen: the window's outbox comes in, is written, then shown; the end is recorded once and explained."""

import json
import re

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from streamlit.testing.v1 import AppTest

from library import open_shelf
from progress_db import practices
from tests.ui.conftest import C7, ROOT, press, text
from ui import session


def window(at: AppTest):
    [element] = at.get("bidi_component")
    return element.proto, json.loads(element.proto.json)


def send(at: AppTest, *events, client="t", first=1):
    """Play the browser's part: put the events in the outbox and run again, as the bridge does."""
    proto, data = window(at)
    numbered = [{"seq": n, "type": e[0], "args": e[1], "fields": dict(*e[2:])} for n, e in enumerate(events, first)]
    value = {"outbox": {"epoch": data["epoch"], "client": client, "events": numbered}}
    return at._run(WidgetStates(widgets=[WidgetState(id=proto.id, json_value=json.dumps(value))]))


@pytest.fixture
def who(house):
    return house.person("Odette")


def finish(at: AppTest) -> AppTest:
    """End a lot in which nothing was set aside: asked once more."""
    return press(press(at, "Mon tri est terminé"), "Mon tri est terminé")


def practice(house, who, **where):
    return house.page(who, "entrainement", lecon=C7, **where)


REPORT = [
    ("nav.go", {"url": "https://courriel.pigeon.example/message/faux"}),
    ("courriel.signaler", {"id": "faux"}),
    ("courriel.indice", {"indice": "adresse"}),
]


def test_the_task_and_the_window_are_there(house, who):
    at = practice(house, who)
    assert not at.exception and "Gardez le vrai." in text(at) and "Boîte de réception" in window(at)[1]["html"]


def test_what_was_done_is_written_before_it_is_shown_and_another_browser_goes_on_from_there(house, who):
    at = send(practice(house, who), *REPORT)
    assert window(at)[1]["acks"] == {"t": 3}
    with house.memory.connection() as db:
        assert practices.latest(db, who, C7).length == 3
    assert "Dernier rappel" not in window(practice(house, who))[1]["html"]


def test_alone_is_recorded_once_and_says_why_each_message_was_true_or_false(house, who):
    at = press(send(practice(house, who), *REPORT), "Mon tri est terminé")
    said = text(at)
    assert not at.success and "True" not in said
    assert "Vous l’avez fait sans aide." in said and "Solène écrit de son adresse habituelle." in said
    assert "je m’entraîne" in said and len(house.progress(who).skill(C7).attempts) == 1
    at.run()
    assert len(house.progress(who).skill(C7).attempts) == 1


def test_a_reload_at_the_end_shows_the_end_again(house, who):
    at = press(send(practice(house, who), *REPORT), "Mon tri est terminé")
    again = practice(house, who, essai=at.query_params["essai"])
    assert "Vous l’avez fait sans aide." in text(again)


def test_a_trap_left_in_the_inbox_is_told_without_blame_and_another_try_is_offered(house, who):
    said = text(finish(practice(house, who)))
    assert "Pas encore." in said and "Ils trompent beaucoup de monde" in said and "Essayer avec un autre exemple" in said
    assert not house.progress(who).skill(C7).attempts[0].done


def test_the_end_of_a_lot_with_nothing_set_aside_is_asked_twice(house, who):
    at = press(practice(house, who), "Mon tri est terminé")
    assert "aucun message" in text(at) and house.progress(who).skill(C7).attempts == ()


def test_a_hint_is_shown_and_counted(house, who):
    at = press(practice(house, who), "J’ai besoin d’un coup de main")
    assert "Lisez l’adresse de chaque message" in text(at)
    at = press(send(at, *REPORT), "Mon tri est terminé")
    assert house.progress(who).skill(C7).attempts[0].help == "hint"


def test_what_a_prohibition_explains_is_announced_and_still_folds(house, who):
    at = practice(house, who)
    at = send(at, ("nav.go", {"url": "https://courriel.pigeon.example/message/faux"}))
    trap = re.search(r'data-arg-url="(https://(?!courriel)[^"]+)"', window(at)[1]["html"])[1]
    false_site = {"hote": re.search(r"//([^/]+)", trap)[1]}
    at = send(at, ("nav.go", {"url": trap}), ("piege.valider", false_site, {"carte": "•"}), first=2)
    told = [element.proto.body for element in at.get("html") if "class='avis'" in element.proto.body]
    assert len(told) == 1 and told[0].startswith("<div class='les-avis'><div role='status'><details class='avis' open>")


def test_start_again_gives_another_variant_and_a_clean_attempt_leaves_no_trace(house, who):
    at = practice(house, who)
    first = window(at)[1]["html"]
    at = press(press(at, "Recommencer"), "Oui, recommencer avec un autre exemple")
    assert window(at)[1]["html"] != first and house.progress(who).skill(C7).attempts == ()


def test_the_next_attempt_is_another_variant(house, who):
    seen = set()
    for n in ("1", "2", "3"):
        at = practice(house, who, essai=n)
        seen.add(window(at)[1]["html"])
        finish(at)
    assert len(seen) == 3


def test_two_browsers_of_one_person_at_once_lose_nothing(house, who):
    one, two = practice(house, who), practice(house, who)
    send(one, ("nav.go", {"url": "https://courriel.pigeon.example/message/vrai"}), client="one")
    two = send(two, ("nav.go", {"url": "https://courriel.pigeon.example/message/faux"}), client="two")
    assert window(two)[1]["acks"] == {"one": 1, "two": 1}
    with house.memory.connection() as db:
        assert practices.latest(db, who, C7).length == 2


@pytest.mark.parametrize("outbox", [None, 3, "x", [], {"epoch": "x"}, {"events": 3}, {"events": [None, 3, {"seq": "a"}]}])
def test_an_odd_outbox_changes_nothing(house, who, outbox):
    at = practice(house, who)
    proto, data = window(at)
    if isinstance(outbox, dict):
        outbox["epoch"] = data["epoch"]
    at = at._run(WidgetStates(widgets=[WidgetState(id=proto.id, json_value=json.dumps({"outbox": outbox}))]))
    assert not at.exception and "Boîte de réception" in window(at)[1]["html"]


def test_a_lot_well_sorted_with_a_goal_left_names_what_is_left(house):
    """C8: the trap is set aside, and nobody was called nor any address typed."""
    shelf, ref = open_shelf(ROOT), "courriel/verifier-par-un-autre-chemin"
    session.furnish(session.House(house.memory, lambda: shelf, lambda: house.now))
    who = house.person()
    at = house.page(who, "entrainement", lecon=ref)
    with house.memory.connection() as db:
        variant = practices.latest(db, who, ref).variant
    [trap] = shelf.practice(ref).scenario(variant).sorting.traps
    where = f"https://courriel.pigeon.example/message/{trap}"
    reported = [("courriel.signaler", {"id": trap}), ("courriel.indice", {"indice": "adresse"})]
    at = press(send(at, ("nav.go", {"url": where}), *reported), "Mon tri est terminé")
    said = text(at)
    assert "Aucun piège n’est passé. Il restait ceci à faire" in said and "par un autre chemin." in said
    assert "trompent" not in said
