"""What every page of ours is: French, ours alone, kept nowhere; and what each role may open."""

from __future__ import annotations

import re

import pytest

from web.index import COUNSELLOR_PAGES, LEARNER_PAGES, STREAMLIT_STATIC, ChangedIndex, chunks, french, french_index
from web.pages import safe_next

OWN = ["/connexion", "/connexion/conseiller", "/installation", "/nulle-part"]


@pytest.mark.parametrize("path", OWN)
def test_our_pages_are_french_and_call_nobody_outside(house, empty_house, path):
    for made in (house, empty_house):
        page = made.visitor().get(path).text
        assert '<html lang="fr">' in page and " style=" not in page
        assert re.search(r"<script(?![^>]*\ssrc=)", page) is None  # none of ours is inline; the forms work without any
        assert re.findall(r'(?:src|href|action)="(?!/|#)[^"]*"', page) == []


def test_every_file_that_our_pages_name_is_there(house):
    visitor = house.visitor()
    html = visitor.get("/connexion").text + french_index()
    ours = set(re.findall(r'"(/ressources/[^"]+)"', html))
    assert len(ours) >= 6
    for path in ours:
        answer = visitor.get(path)
        assert answer.status_code == 200, path
        assert "immutable" in answer.headers["cache-control"]
    for font in re.findall(r"url\((polices/[^)]+)\)", visitor.get("/ressources/app.css").text):
        assert visitor.get(f"/ressources/{font}").headers["content-type"] == "font/woff2"


def test_the_page_of_the_script_is_french_without_inline_script_nor_outside_address():
    html = french_index()
    assert '<html lang="fr"' in html and "<title>Pas à pas</title>" in html and "Streamlit</title>" not in html
    assert re.findall(r"<script(?![^>]*\ssrc=)[^>]*>", html) == []
    assert "SourceSans" not in html and "openapi" not in html and "You need to enable JavaScript" not in html
    assert re.findall(r'(?:src|href)="(?:https?:)?//[^"]*"', html) == []
    assert re.search(r'<script type="module" crossorigin src="\./static/js/index', html)


def test_what_the_page_fetches_ahead_is_there():
    """A part of Streamlit's front end that has another name in another version stops the start; each is linked once."""
    for html in (french_index(), french_index(True)):
        ahead = re.findall(r'<link rel="modulepreload" crossorigin href="\./static/js/([^"]+)"', html)
        assert len(ahead) == len(set(ahead)) and all((STREAMLIT_STATIC / "static" / "js" / name).is_file() for name in ahead)
        assert html.index("relier.js") < html.index('<script type="module"'), "it says where the server is before Streamlit asks"
    assert french_index(True).count("modulepreload") > french_index().count("modulepreload")
    with pytest.raises(ChangedIndex):
        chunks(("NoSuchPart",))


def test_another_streamlit_index_stops_the_start():
    for broken in ("<html></html>", '<html lang="en"><title>Streamlit</title></head>'):
        with pytest.raises(ChangedIndex):
            french(broken)


@pytest.mark.parametrize("name", LEARNER_PAGES + COUNSELLOR_PAGES)
def test_without_a_seat_every_page_leads_to_the_door(house, name):
    answer = house.visitor().get(f"/{name}")
    assert answer.status_code == 303 and answer.headers["location"].startswith("/connexion")
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("name", COUNSELLOR_PAGES)
def test_a_learner_or_a_guest_never_gets_a_counsellors_page(house, name):
    learner, guest, one = house.visitor(), house.visitor(), house.people["Maryvonne"]
    learner.sign_in(one.card, one.pin)
    guest.post("/essai")
    for visitor in (learner, guest):
        answer = visitor.get(f"/{name}")
        assert (answer.status_code, answer.headers["location"]) == (303, "/")


def test_the_name_of_the_page_open_is_shown_as_text(house):
    from progress_db import people

    visitor, one = house.visitor(), house.people["D’Artagnan"]
    visitor.sign_in(one.card, one.pin)
    with house.memory.connection() as db:
        db.run("UPDATE learners SET name = :name WHERE id = :id", name="<script>alert(1)</script>", id=one.id)
        assert people.learner(db, one.id)
    page = visitor.get("/connexion").text
    assert "<script>" not in page and "&lt;script&gt;" in page


@pytest.mark.parametrize(
    ("raw", "safe"),
    [
        ("", "/"),
        ("/", "/"),
        ("/lecon?lecon=a/b&ecran=2#x", "/lecon?lecon=a/b&ecran=2"),
        ("//x", "/"),
        ("/carnet", "/carnet"),
        ("/autre", "/"),
    ],
)
def test_where_a_person_may_be_sent(raw, safe):
    assert safe_next(raw) == safe
