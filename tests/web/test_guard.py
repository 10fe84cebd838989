"""The guard: who is believed, what is closed, which headers every answer carries."""

from __future__ import annotations

import inspect

import pytest
from streamlit.web.server.starlette import starlette_routes

from progress_db import sessions
from web.guard import HOST_CONFIG, SEAT, Guard, csp
from web.house import House

OPEN_PAGES = [
    "/connexion",
    "/connexion/conseiller",
    "/vos-donnees",
    "/accessibilite",
    "/healthz",
    "/etat",
    "/nulle-part",
    "/ressources/porte.css",
    "/_stcore/host-config",
]


def signed_in(house, name: str = "Maryvonne"):
    visitor = house.visitor()
    visitor.sign_in(house.people[name].card, house.people[name].pin)
    return visitor


def test_identity_headers_sent_by_a_browser_are_thrown_away(house):
    one = house.people["Maryvonne"]
    forged = {"X-Pas-Who": one.id, "x-pas-session": "abc", "X-PAS-ROLE": "counsellor", "X_Pas_Who": one.id}
    assert house.visitor().get("/_stcore/echo", headers=forged).json() == {}
    seen = signed_in(house).get("/_stcore/echo", headers={"X-Pas-Role": "counsellor"}).json()
    assert seen["x-pas-role"] == "learner"


def test_a_made_up_cookie_is_nobody(house):
    visitor = house.visitor()
    visitor.client.cookies.set("pas-a-pas", "A" * 43)
    assert visitor.get("/_stcore/echo").json() == {}


@pytest.mark.parametrize("path", OPEN_PAGES)
def test_every_answer_carries_the_security_headers(house, path):
    headers = house.visitor().get(path).headers
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "unsafe-eval" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    if headers["content-type"].startswith("text/html"):
        assert headers["cache-control"] == "no-store"


def test_the_policy_of_the_script_names_only_this_host():
    policy = csp("pas.example:8501")
    assert "connect-src 'self' ws://pas.example:8501 wss://pas.example:8501;" in policy
    assert "script-src 'self';" in policy and "default-src 'self'" in policy
    assert "evil" not in csp("evil.example; script-src *")


def test_files_made_for_a_person_need_a_seat_and_are_never_kept(house):
    assert house.visitor().get("/media/abc.pdf").status_code == 404
    answer = signed_in(house).get("/media/abc.pdf")
    assert answer.status_code == 200 and answer.headers["cache-control"] == "private, no-store"


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/agent/openapi.json", "/_stcore/agent/interact"])
def test_streamlits_own_doors_are_closed_to_everybody(house, counsellor, path):
    assert counsellor.get(path).status_code == 404


def test_the_english_connection_dialog_is_switched_off(house):
    assert house.visitor().get("/_stcore/host-config").json()["blockErrorDialogs"] is True


def test_the_host_configuration_has_the_keys_that_this_streamlit_expects():
    source = inspect.getsource(starlette_routes.create_host_config_routes)
    assert all(f'"{key}":' in source for key in HOST_CONFIG)
    assert source.count('":') == len(HOST_CONFIG), (
        "Streamlit's host config has other keys now: read create_host_config_routes again"
    )


def test_an_unknown_address_gets_a_french_page_and_a_way_on(house):
    for path in ("/nulle-part", "/lecon/x", "/wp-login.php", "/manifest.json"):
        answer = house.visitor().get(path)
        assert answer.status_code == 404 and 'lang="fr"' in answer.text and "Revenir à l’accueil" in answer.text


def test_a_method_that_is_not_expected_gets_a_french_page(house):
    for method, path in (("GET", "/essai"), ("DELETE", "/connexion"), ("PUT", "/installation"), ("GET", "/deconnexion")):
        answer = house.visitor().request(method, path)
        assert answer.status_code == 405 and "Revenez à l’accueil" in answer.text


def test_an_idle_session_ends_by_itself(house):
    visitor = signed_in(house)
    house.clock.forward(minutes=30)
    assert visitor.get("/").headers["location"] == "/connexion"


def websocket(house, cookie: str, during) -> list:
    """Plays one websocket through the guard; `during` runs while it is open."""
    seen = []

    async def app(scope, receive, send):
        seen.append(scope)
        during()
        raise RuntimeError("cut")

    scope = {
        "type": "websocket",
        "path": "/_stcore/stream",
        "headers": [(b"cookie", cookie.encode()), (b"x-pas-role", b"counsellor")],
    }

    async def play():
        with pytest.raises(RuntimeError, match="cut"):
            await Guard(app, house=House(house.memory, lambda: None, clock=house.clock), routes=[])(scope, None, None)

    house.portal.call(play)
    return seen


def test_an_open_tab_keeps_the_session_and_the_last_one_closed_ends_it_seven_minutes_later(house):
    visitor = signed_in(house)
    digest = sessions.digest(visitor.token)

    def later():
        house.clock.forward(minutes=5)
        with house.memory.connection() as db:
            assert sessions.seat(db, digest, house.clock()) is not None

    (scope,) = websocket(house, f"pas-a-pas={visitor.token}", later)
    assert scope[SEAT].who == house.people["Maryvonne"].id
    assert (b"x-pas-role", b"counsellor") not in scope["headers"] and (b"x-pas-role", b"learner") in scope["headers"]
    house.clock.forward(minutes=8)
    assert visitor.get("/").headers["location"] == "/connexion"


def test_a_websocket_without_a_session_carries_no_identity(house):
    (scope,) = websocket(house, "", lambda: None)
    assert scope[SEAT] is None and not any(name.startswith(b"x-pas") for name, _ in scope["headers"])
