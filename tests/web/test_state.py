"""What the page's script asks, and what a watching machine asks."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette

from progress_db import open_memory, sessions
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
    assert (answer.status_code, answer.json()) == (200, {"ok": True, "lecture": True, "ecriture": True})


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
    assert visitor.get("/healthz").json() == {"ok": False, "lecture": True, "ecriture": False}
