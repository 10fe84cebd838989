"""Setting the place up: only with the code of the terminal, once, with all the errors told together."""

from __future__ import annotations

import pytest

from progress_db import place

GOOD = {
    "lieu": "EPN de la Rance",
    "villages": "La Vicomté-sur-Rance\n Pleudihen-sur-Rance \n\nSaint-Hélen",
    "responsable": "Mairie de La Vicomté",
    "dpo": "dpo@mairie.example",
    "adresse": "https://pas.example/",
    "nom": "Katell Le Goff",
    "identifiant": "Katell",
    "motdepasse": "quatre mots sans rapport",
    "motdepasse2": "quatre mots sans rapport",
}


def form(house, **changes: str) -> dict[str, str]:
    return {**GOOD, "code": house.setup_code, **changes}


def kept(house):
    with house.memory.connection() as db:
        return place.place(db)


def test_the_right_code_sets_the_place_up_and_signs_the_counsellor_in(empty_house):
    visitor = empty_house.visitor()
    answer = visitor.post("/installation", form(empty_house))
    assert (answer.status_code, answer.headers["location"]) == (303, "/conseiller")
    assert visitor.get("/conseiller").status_code == 200
    here = kept(empty_house)
    assert here.villages == ("La Vicomté-sur-Rance", "Pleudihen-sur-Rance", "Saint-Hélen")
    assert here.public_url == "https://pas.example"


@pytest.mark.parametrize("code", ["AAAAAAAA", "' OR 1=1", "é" * 8])
def test_without_the_code_of_the_terminal_nothing_is_kept(empty_house, code):
    answer = empty_house.visitor().post("/installation", form(empty_house, code=code))
    assert answer.status_code == 422 and 'href="#code"' in answer.text and kept(empty_house) is None


def test_the_code_works_once(empty_house):
    empty_house.visitor().post("/installation", form(empty_house))
    again = empty_house.visitor().post("/installation", form(empty_house, lieu="Autre"))
    assert again.status_code == 403 and "déjà installé" in again.text
    assert empty_house.visitor().get("/installation").status_code == 403
    assert kept(empty_house).name == "EPN de la Rance"


def test_an_empty_form_tells_everything_at_once(empty_house):
    page = empty_house.visitor().post("/installation", {}).text
    for name in ("code", "lieu", "villages", "responsable", "dpo", "nom", "identifiant", "motdepasse"):
        assert f'href="#{name}"' in page and f'id="{name}-erreur"' in page
    assert 'id="adresse-erreur"' not in page


def test_what_was_typed_stays_but_for_the_passwords(empty_house):
    page = empty_house.visitor().post("/installation", form(empty_house, motdepasse2="autre", lieu='Lieu "<b>')).text
    assert "Les deux mots de passe sont différents" in page
    assert "Lieu &#34;&lt;b&gt;" in page and "Saint-Hélen" in page
    assert GOOD["motdepasse"] not in page


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"motdepasse": "court", "motdepasse2": "court"}, "motdepasse"),
        ({"adresse": "pas.example"}, "adresse"),
        ({"adresse": "https://pas.example/x"}, "adresse"),
        ({"adresse": "javascript:alert(1)"}, "adresse"),
        ({"adresse": "https://[::"}, "adresse"),
        ({"identifiant": "a b"}, "identifiant"),
        ({"nom": "<script>"}, "nom"),
        ({"nom": "🙂"}, "nom"),
        ({"villages": " \n \n"}, "villages"),
        ({"lieu": "x" * 300}, "lieu"),
    ],
)
def test_each_odd_answer_is_told_next_to_its_field(empty_house, changes, field):
    answer = empty_house.visitor().post("/installation", form(empty_house, **changes))
    assert answer.status_code == 422 and f'id="{field}-erreur"' in answer.text and kept(empty_house) is None
    assert answer.text.count('-erreur">') == 1
