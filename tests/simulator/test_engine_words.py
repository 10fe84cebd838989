"""What every site shares to read an event: a rank, and the function that answers a verb."""

import pytest

from simulator.engine import Event, answer, oui, rank


@pytest.mark.parametrize(
    ("typed", "found"),
    [("1", 1), ("3", 3), ("4", 0), ("0", 0), ("", 0), ("-1", 0), ("²", 0), ("٣", 0), ("9" * 5_000, 0), ("1.0", 0)],
)
def test_a_rank_is_one_that_the_list_has(typed, found):
    assert rank(typed, 3) == found


def test_the_first_room_that_knows_the_verb_answers():
    class One:
        on_ouvrir = staticmethod(lambda: "un")

    class Two(One):
        on_ouvrir = staticmethod(lambda: "deux")
        on_fermer = staticmethod(lambda: "fermé")

    assert answer(Event("bureau.ouvrir"), One, Two)() == "un" and answer(Event("bureau.fermer"), One, Two)() == "fermé"
    assert answer(Event("bureau.zzz"), One, Two) is None and answer(Event("bureau"), One) is None


def test_oui_is_what_facts_say():
    assert (oui(True), oui(""), oui("different"), oui(None)) == ("oui", "non", "oui", "non")
