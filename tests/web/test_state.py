"""What the page's script asks, and what a watching machine asks."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette

from progress_db import backup, open_memory, sessions
from tests.web.conftest import Visitor
from web import door


def test_the_page_learns_whose_session_it_is_and_how_long_it_lasts(house):
    visitor, one = house.visitor(), house.people["Maryvonne"]
    assert visitor.get("/etat").json() == {"s": None, "reste": 0}
    visitor.sign_in(one.card, one.pin)
    house.clock.forward(seconds=90)
    said = visitor.get("/etat").json()
    assert said["s"] == sessions.digest(visitor.token)[:12]
    assert said["reste"] == 20 * 60 - 90


def test_only_an_act_keeps_the_session_alive(house):
    visitor, one = house.visitor(), house.people["Maryvonne"]
    visitor.sign_in(one.card, one.pin)
    with house.memory.connection() as db:
        sessions.tab_opened(db, sessions.digest(visitor.token), house.clock())
    house.clock.forward(minutes=15)
    assert visitor.get("/etat").json()["reste"] == 5 * 60
    assert visitor.post("/etat").json()["reste"] == 20 * 60
    house.clock.forward(minutes=15)
    assert visitor.get("/etat").json()["reste"] == 5 * 60
    house.clock.forward(minutes=6)
    assert visitor.get("/etat").json()["s"] is None


def test_health_says_nothing_about_anybody(house):
    answer = house.visitor().get("/healthz")
    said = answer.json()
    assert answer.status_code == 200 and said.pop("disque_libre_mo") > 0
    assert said == {"ok": True, "lecture": True, "ecriture": True, "sauvegarde_age_min": None, "contenus_a_corriger": 0}


def test_health_tells_the_age_of_the_last_backup(house):
    backup.backup(house.memory.folder, house.clock())
    house.clock.forward(minutes=42)
    assert house.visitor().get("/healthz").json()["sauvegarde_age_min"] == 42


def test_the_figures_are_for_this_machine_only_and_name_nobody(house):
    one = house.people["Maryvonne"]
    house.visitor().sign_in(one.card, one.pin)
    text = house.visitor("127.0.0.1").get("/metrics").text
    assert (
        "pas_a_pas_base_writes 1.0" in text and 'pas_a_pas_sessions{role="learner"} 1.0' in text and 'route="/connexion"' in text
    )
    assert "Maryvonne" not in text and one.id not in text
    assert house.visitor("10.0.0.9").get("/metrics").status_code == 404
    assert house.visitor("127.0.0.1").get("/metrics", headers={"X-Forwarded-For": "10.0.0.9"}).status_code == 404


@pytest.fixture
def damaged(tmp_path, house, shelf):
    """A door whose memory cannot be read at all."""
    folder = tmp_path / "abimee"
    folder.mkdir()
    (folder / "progress.db").write_bytes(b"rien de bon" * 500)
    routes, middleware = door(open_memory(folder), lambda: shelf, house.clock)
    visitor = Visitor(house.portal, Starlette(routes=routes, middleware=middleware))
    yield visitor
    house.portal.call(visitor.client.aclose)


def test_a_damaged_memory_is_said_calmly_at_the_door(damaged):
    damaged.client.cookies.set("pas-a-pas", "A" * 43)
    for path in ("/connexion", "/", "/lecon?lecon=a/b", "/etat", "/installation"):
        answer = damaged.get(path)
        assert answer.status_code == 503 and 'lang="fr"' in answer.text and "Traceback" not in answer.text, path
    for path in ("/essai", "/connexion/conseiller"):
        assert damaged.post(path, {"identifiant": "a", "motdepasse": "b"}).status_code == 503
    answer = damaged.get("/healthz")
    assert (answer.status_code, answer.json()["ok"]) == (503, False)


def test_when_nothing_can_be_written_nobody_comes_in_and_the_page_says_why(house):
    one, visitor = house.people["Maryvonne"], house.visitor()
    house.memory.read_only = True
    answer = visitor.sign_in(one.card, one.pin)
    assert answer.status_code == 503 and "peut seulement lire" in answer.text
    assert visitor.get("/connexion").status_code == 200
    answer = visitor.get("/healthz")
    assert answer.status_code == 503 and {"ok": False, "lecture": True, "ecriture": False}.items() <= answer.json().items()
