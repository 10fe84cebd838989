"""What the page's script asks, and what a watching machine asks."""

from __future__ import annotations

from starlette.requests import Request

from progress_db import open_memory, sessions
from web.house import House
from web.state import health


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


def test_health_is_bad_when_the_memory_is_damaged_and_the_door_says_it_calmly(tmp_path, house):
    other = tmp_path / "abimee"
    other.mkdir()
    (other / "progress.db").write_bytes(b"rien de bon" * 500)
    memory = open_memory(other)
    asked = Request({"type": "http", "method": "GET", "path": "/healthz", "headers": []})
    answer = house.portal.call(lambda: health(House(memory, lambda: None), asked))
    assert answer.status_code == 503 and b'"ok":false' in answer.body
