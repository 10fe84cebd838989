"""Bad input at the door: other sites, huge bodies, wrong kinds, NULs."""

from __future__ import annotations

import pytest

POSTS = ["/connexion", "/connexion/conseiller", "/essai", "/deconnexion", "/installation", "/carte.pdf", "/etat"]


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize("origin", ["https://mal.example", "null", "http://pas.example.mal.example", "http://pas.example:81"])
def test_a_form_posted_from_another_site_is_refused(house, path, origin):
    answer = house.visitor().post(path, origin=origin)
    assert answer.status_code == 403 and "Demande refusée" in answer.text


@pytest.mark.parametrize("path", POSTS)
def test_a_form_that_does_not_say_where_it_comes_from_is_refused(house, path):
    assert house.visitor().post(path, origin=None).status_code == 403


def test_the_browsers_own_word_on_the_site_is_heard_too(house):
    assert house.visitor().post("/essai", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert house.visitor().post("/essai", headers={"Sec-Fetch-Site": "same-origin"}).status_code == 303
    assert house.visitor().post("/essai", origin=None, headers={"Referer": "http://pas.example/connexion"}).status_code == 303


def test_signing_out_from_another_site_leaves_the_person_signed_in(house):
    visitor, one = house.visitor(), house.people["Maryvonne"]
    visitor.sign_in(one.card, one.pin)
    visitor.post("/deconnexion", origin="https://mal.example")
    assert visitor.get("/").status_code == 200


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"carte=" + b"A" * 70_000, "application/x-www-form-urlencoded", 413),
        (b"carte=A%00B&code=1", "application/x-www-form-urlencoded", 400),
        (b"carte=%ff%fe&code=1", "application/x-www-form-urlencoded", 400),
        (b"\xff\xfe\x00", "application/x-www-form-urlencoded", 400),
        (b"&".join(b"a=1" for _ in range(500)), "application/x-www-form-urlencoded", 400),
        (b'{"carte": 1}', "application/json", 415),
        (b"--x\r\n", "multipart/form-data; boundary=x", 415),
    ],
)
@pytest.mark.parametrize("path", ["/connexion", "/connexion/conseiller", "/installation"])
def test_a_malformed_form_gets_a_french_sentence(house, path, body, kind, status):
    visitor = house.visitor()
    headers = {"Origin": "http://pas.example", "Content-Type": kind}
    answer = visitor.portal.call(lambda: visitor.client.post(path, content=body, headers=headers))
    assert answer.status_code == status and "Formulaire refusé" in answer.text and "Traceback" not in answer.text
