"""Marking: every kind, every odd answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learning.content import Choice, Match, Option, Order, ShortAnswer
from learning.marking import mark


def option(text, right):
    return Option(text=text, right=right, feedback=f"À propos de {text}.")


ONE = Choice(id="un", title="?", options=(option("A", False), option("B", True), option("C", False)))
SEVERAL = Choice(id="deux", title="?", options=(option("A", True), option("B", True), option("C", False)))
ORDER = Order(id="ordre", title="?", items=("un", "deux", "trois"), explanation="Dans cet ordre.")
MATCH = Match(id="paires", title="?", pairs=(("jour", "soleil"), ("nuit", "lune")))
SHORT = ShortAnswer(id="mot", title="?", accepted=("l'arobase", "@"))
ALL = [ONE, SEVERAL, ORDER, MATCH, SHORT]


@pytest.mark.parametrize(
    "question, answer, right",
    [
        (ONE, [1], True), (ONE, [0], False), (ONE, [0, 1], False), (ONE, [], False),
        (SEVERAL, [1, 0], True), (SEVERAL, [0], False), (SEVERAL, [0, 1, 2], False),
        (ORDER, [0, 1, 2], True), (ORDER, [1, 0, 2], False), (ORDER, [0, 1], False),
        (MATCH, [0, 1], True), (MATCH, [1, 0], False), (MATCH, [0, 0], False),
        (SHORT, "@", True), (SHORT, " L’AROBASE. ", True), (SHORT, "arobase", False), (SHORT, "", False),
    ],
)  # fmt: skip
def test_an_answer_is_right_or_not(question, answer, right):
    assert mark(question, answer).right is right


def test_each_wrong_choice_gets_its_own_answer():
    assert mark(ONE, [2]).feedback == ("À propos de C.",)


def test_a_half_answer_says_that_more_is_right():
    assert "autre bonne réponse" in mark(SEVERAL, [0]).feedback[-1]


def test_the_answer_is_kept_in_words_for_the_counsellor():
    assert mark(MATCH, [1, 0]).said == "jour : lune ; nuit : soleil"


@pytest.mark.parametrize("question", ALL, ids=lambda q: q.kind)
@given(
    answer=st.one_of(st.none(), st.booleans(), st.text(), st.integers(), st.lists(st.one_of(st.integers(), st.text(), st.none())))
)
def test_no_answer_however_odd_raises(question, answer):
    mark(question, answer)
