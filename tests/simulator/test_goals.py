"""Goals and lots, judged over the facts alone."""

import pytest

from learning.content import Rule, Sorting, Way
from simulator.engine import Fact
from simulator.goals import broken, first, matches, reached, verdict


@pytest.mark.parametrize(
    ("value", "wanted", "expected"),
    [
        ("Facture.pdf", "  facture.PDF ", True),
        ("facture", "factures", False),
        (None, "", True),
        (["a.pdf"], ["A.PDF"], True),
        (["a.pdf", "b.pdf"], ["a.pdf"], False),
        ("a.pdf", ["a.pdf"], False),
        (["a.pdf", "b.pdf"], {"contient": "B.pdf"}, True),
        (["ab.pdf"], {"contient": "a"}, False),
        ("lea@pigeon.example", {"contient": "pigeon"}, True),
        ("x", {"parmi": ["y", "X"]}, True),
        ("x", {"parmi": []}, False),
        ("Bonjour Anne", {"motif": "^bonjour"}, True),
        (None, {"motif": "."}, False),
        (["a"], {"present": "oui"}, True),
        ([], {"present": "oui"}, False),
        ("", {"present": "non"}, True),
        (["b", "a"], {"seulement": ["A", "b"]}, True),
        (["a", "a"], {"seulement": ["a"]}, False),
        ("a", {"seulement": ["a"]}, False),
        ("x", {"sauf": ["y", "X"]}, False),
        ("x", {"sauf": ["y"]}, True),
        (["a", "b"], {"sauf": ["a", "b", "c"]}, False),
        (["a", "d"], {"sauf": ["a", "b"]}, True),
        ([], {"sauf": ["a"]}, False),
        (None, {"sauf": ["a"]}, True),
        ("x", {"inconnu": "x"}, False),
    ],
)
def test_a_value_is_compared_as_a_person_would(value, wanted, expected):
    assert matches(value, wanted) is expected


def rule(name: str, fact: str = "a", after: str | None = None, **where) -> Rule:
    return Rule(id=name, text=name, fact=fact, where=where, after=after)


def test_the_first_fact_that_fits_is_given():
    facts = (Fact("a", {"id": "1"}, 1), Fact("b", {"id": "2"}, 2), Fact("a", {"id": "2"}, 3), Fact("a", {"id": "2"}, 4))
    assert first(rule("x", id="2"), facts).number == 3 and first(rule("x", "c"), facts) is None


def test_a_goal_after_another_needs_a_later_event_and_the_order_of_writing_does_not_matter():
    facts = [Fact("a", {}, 1), Fact("b", {}, 1), Fact("b", {}, 2), Fact("c", {}, 3)]
    chain = (rule("three", "c", "two"), rule("two", "b", "one"), rule("one", "a"))
    assert reached(chain, facts) == reached(chain[::-1], facts) == {"one": 1, "two": 2, "three": 3}
    assert reached(chain, facts[:2]) == {"one": 1}


def test_a_goal_after_one_that_never_came_is_not_reached():
    assert reached((rule("x", "a", "nowhere"),), [Fact("a", {}, 1)]) == {} and reached((), [Fact("a", {}, 1)]) == {}


def test_a_prohibition_before_a_goal_is_broken_only_until_that_goal_is_reached():
    goal, sooner, later = rule("read", "read"), Fact("share", {}, 1), Fact("share", {}, 3)
    share = Rule(id="share", text="", fact="share", before="read")
    assert broken(share, (goal,), [sooner, Fact("read", {}, 2), later]) == sooner
    assert broken(share, (goal,), [Fact("read", {}, 2), later]) is None
    assert broken(share, (goal,), [later]) == later and broken(rule("x", "share"), (goal,), [Fact("read", {}, 2), later]) == later


def test_a_lot_is_told_in_the_order_of_the_mailbox_and_leaves_out_what_is_not_of_the_lot():
    lot = Sorting(traps={"t": "faux"}, genuine={"v": "vrai"})
    messages = [{"id": "v", "nom": "V", "objet": "o"}, {"id": "autre"}, {"id": "t", "indices": ["lien"]}]
    facts = [Fact("courriel.signale", {"id": "t", "indice": "lien"}, 1), Fact("courriel.ouvert", {"id": "v"}, 2)]
    assert [(s.id, s.trap, s.rejected, s.cue) for s in verdict(lot, facts, messages)] == [
        ("v", False, False, False),
        ("t", True, True, True),
    ]
    back = [*facts, Fact("courriel.remis", {"id": "t"}, 3)]
    assert not any(s.rejected or s.cue for s in verdict(lot, back, messages))


def test_another_way_reaches_the_same_goal_and_the_first_of_them_counts():
    either = Rule(id="x", text="x", fact="site", where={"adresse": "a"}, otherwise=(Way(fact="appel", where={"numero": "1"}),))
    facts = (
        Fact("site", {"adresse": "b"}, 1),
        Fact("appel", {"numero": "2"}, 2),
        Fact("appel", {"numero": "1"}, 3),
        Fact("site", {"adresse": "a"}, 4),
    )
    assert first(either, facts).number == 3 and first(either, facts[:2]) is None


def test_a_lot_of_files_is_judged_on_what_was_opened_whatever_is_set_aside():
    lot = Sorting(gesture="open", traps={"t": "inattendu", "u": "inattendu"}, genuine={"v": "attendu", "w": "attendu"})
    messages = [{"id": name, "nom": name, "objet": "o"} for name in "tuvw"]
    facts = (
        Fact("courriel.piece_ouverte", {"id": "v"}, 1),
        Fact("courriel.piece_ouverte", {"id": "t"}, 2),
        Fact("courriel.supprime", {"id": "w"}, 3),
    )
    assert [(item.id, item.rejected) for item in verdict(lot, facts, messages)] == [
        ("t", False),
        ("u", True),
        ("v", False),
        ("w", True),
    ]
