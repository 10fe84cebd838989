"""« Les bilans »: a period, the workshops that are closed in it, and the ways to tell them."""

from dataclasses import replace

import pytest

from progress_db import counsellors, reports, workshops
from tests.ui.conftest import text
from workshops.workshop import Workshop

PLAIN = Workshop("w", "workshop", "Les courriels", "2026-11-20", "14:00", 90, "Plou", themes=("Email",))


@pytest.fixture
def desk(house):
    with house.memory.connection() as db:
        return counsellors.add_counsellor(db, "Gaëlle Le Bris", "gaelle", "une longue phrase de passe", house.now).id


def test_an_empty_period_says_when_a_report_comes(house, desk):
    at = house.page(desk, "bilans", "counsellor")
    assert not at.exception and "quand l’atelier est fermé" in text(at)


def test_closed_workshops_of_the_period_are_told_and_an_open_one_is_named(house, desk):
    with house.memory.connection() as db:
        for one in (
            PLAIN,
            replace(PLAIN, id="old", day="2026-10-02", title="Octobre"),
            replace(PLAIN, id="open", title="En cours"),
        ):
            workshops.add(db, one, house.now)
            workshops.open_one(db, one.id, house.now)
            if one.id != "open":
                reports.close(db, one.id, house.now)
    at = house.page(desk, "bilans", "counsellor")
    said = text(at)
    assert "/bilan.pdf?atelier=w" in said and "essai" in said and "Encore ouvert : En cours" in said
    assert "/bilan.xlsx?du=2026-11-01&amp;au=2026-11-30" in said and "atelier=old" not in said
    at.radio[0].set_value("octobre 2026")
    assert "atelier=old" in text(at.run())
