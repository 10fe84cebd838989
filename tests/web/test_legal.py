"""What the law asks to say: readable by anybody before anything is created; the counsellor's papers filled with what is known."""

import pytest

from progress_db import acts, counsellors
from progress_db.place import Place
from web.legal import TO_FILL, filled


def test_the_notice_is_read_without_signing_in_and_says_who_answers(house):
    text = house.visitor().get("/vos-donnees").text
    assert "Mairie" in text and "dpo@mairie.example" in text and "12 mois" in text and "CNIL" in text
    assert "/vos-donnees" in house.visitor().get("/connexion").text


def test_the_declaration_is_one_click_from_the_door_and_says_how_to_complain(house):
    assert "Accessibilité&nbsp;: non conforme" in house.visitor().get("/connexion").text
    text = house.visitor().get("/accessibilite").text
    assert "non conforme" in text and "Défenseur des droits" in text and "dpo@mairie.example" in text


@pytest.mark.parametrize("path", ["/registre.txt", "/analyse-d-impact.txt"])
def test_the_counsellor_s_papers_are_filled_with_what_is_known(house, counsellor, path):
    answer = counsellor.get(path)
    assert (
        "EPN de la Rance" in answer.text and "Mairie" in answer.text and TO_FILL in answer.text.replace("[À COMPLÉTER :", TO_FILL)
    )
    assert "[LIEU]" not in answer.text and "attachment" in answer.headers["content-disposition"]
    assert house.visitor().get(path).status_code == 403


def test_what_is_not_known_stays_to_be_completed():
    assert filled("[LIEU], [DPO]", None) == f"{TO_FILL}, {TO_FILL}"
    assert filled("[LIEU], [DURÉE]", Place("Ici", ("Plou",), keep_months=18)) == "Ici, 18 mois"


def test_an_export_and_a_print_are_in_the_journal_and_one_s_own_file_is_not(house, counsellor):
    who = house.people["Maryvonne"]
    counsellor.get(f"/mes-donnees.json?personne={who.id}")
    counsellor.get(f"/carnet.pdf?personne={who.id}")
    counsellor.post(f"/carte.pdf?personne={house.people['D’Artagnan'].id}")
    counsellor.get("/bilan.csv")
    with house.memory.connection() as db:
        noted = {(one.what, one.about) for one in acts.recent(db, counsellors.counsellors(db)[0].id, 20)}
    assert (acts.EXPORT, who.id) in noted and (acts.PRINT, who.id) in noted and (acts.EXPORT, "") in noted
    assert (acts.CARD, house.people["D’Artagnan"].id) in noted
    visitor = house.visitor()
    visitor.sign_in(who.card, who.pin)
    visitor.get("/mes-donnees.json")
    with house.memory.connection() as db:
        assert len(acts.recent(db, counsellors.counsellors(db)[0].id, 20)) == len(noted)
