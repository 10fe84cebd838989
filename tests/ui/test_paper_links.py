"""The links to what is printed: where they stand, where they lead, and for whom."""

from __future__ import annotations

import re

from progress_db import people
from tests.ui.conftest import C7, text
from web.app_parts import door
from web.house import ROOT

LINK = re.compile(r"<a class='feuille' href='([^']+)' target='_blank'[^>]*>([^<]+)</a>")


def links(at) -> dict[str, str]:
    assert not at.exception
    return {words: address for address, words in LINK.findall(text(at))}


def test_the_notebook_leads_to_its_sheet_and_to_the_attestation(house):
    at = house.page(house.person(), "carnet")
    assert links(at) == {"Imprimer mon carnet": "/carnet.pdf", "Mon attestation": "/attestation.pdf"}


def test_a_guest_who_is_forgotten_today_is_promised_no_attestation(house):
    with house.memory.connection() as db:
        guest = people.add_guest(db, house.now).id
    assert links(house.page(guest, "carnet", role="guest")) == {"Imprimer mon carnet": "/carnet.pdf"}


def test_the_counsellor_prints_the_sheets_of_the_person_on_show(house):
    who = house.person()
    at = house.page(house.desk(), "personne", role="counsellor", id=who)
    assert links(at) == {
        "Imprimer son carnet": f"/carnet.pdf?personne={who}",
        "Son attestation": f"/attestation.pdf?personne={who}",
    }


def test_the_memo_sheet_is_offered_on_the_last_screen_of_a_lesson_only(house):
    who = house.person()
    assert links(house.page(who, "lecon", lecon=C7)) == {}
    assert links(house.page(who, "lecon", lecon=C7, ecran="3")) == {"Imprimer la fiche mémo": f"/fiche.pdf?lecon={C7}"}


def test_each_link_leads_to_a_route_of_ours(house):
    who = house.person()
    routes, _middleware = door(house.memory, lambda: None, root=ROOT)
    known = {route.path for route in routes}
    seen = links(house.page(who, "carnet")) | links(house.page(who, "lecon", lecon=C7, ecran="3"))
    assert len(seen) == 3 and {address.partition("?")[0] for address in seen.values()} <= known


def test_the_link_says_that_another_tab_opens(house):
    assert "title='Imprimer mon carnet (nouvel onglet)'" in text(house.page(house.person(), "carnet"))
