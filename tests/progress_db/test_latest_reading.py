"""What is kept of the saved skills that were read: always what the text says, one for each place, never more than so many."""

from hypothesis import given
from hypothesis import strategies as st

from learning.progress import SkillProgress
from progress_db.summaries import Latest, from_json, to_json

LESSON = "courriel/ecrire"
TEXTS = [to_json(SkillProgress(LESSON, tries={"q1": n})) for n in range(4)]


@given(st.lists(st.tuples(st.sampled_from("abcde"), st.sampled_from(TEXTS)), max_size=40), st.integers(1, 6))
def test_a_reading_says_what_the_text_says_whoever_asked_before_and_never_more_are_kept(asked, kept):
    latest = Latest(kept)
    for who, text in asked:
        assert latest.read(who, LESSON, text) == from_json(LESSON, text)
        assert len(latest) <= kept


def test_the_same_text_is_read_once_and_an_answer_takes_the_place_of_the_one_before():
    latest = Latest()
    first = latest.read("odette", LESSON, TEXTS[0])
    assert latest.read("odette", LESSON, TEXTS[0]) is first
    for text in TEXTS:
        latest.read("odette", LESSON, text)
    assert len(latest) == 1
