"""What the counsellor follows: counted from what happened, in words, ranking nobody."""

from datetime import UTC, datetime, timedelta

from learning.autonomy import Level
from learning.events import Event, LessonFinished, PracticeFinished, QuestionAnswered
from learning.progress import add_up
from workshops.follow_up import Often, before_and_after, in_words, missed_questions, traps_fallen_into

NOW = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)
C7 = "courriel/reconnaitre-un-piege"


def history(*happenings, start=NOW, gap=timedelta(minutes=10)):
    return [Event(f"e{n}", "p", n, start + n * gap, one) for n, one in enumerate(happenings, start=1)]


def answered(question, right):
    return QuestionAnswered(C7, question, right, [0], "oui")


def test_the_questions_that_most_people_missed_come_first_each_person_once():
    one = add_up(history(answered("a", False), answered("a", False), answered("b", True)))
    two = add_up(history(answered("a", True), answered("b", False)))
    three = add_up(history(answered("b", False)))
    assert missed_questions([one, two, three]) == [Often(C7, "b", 2, 3), Often(C7, "a", 1, 2)]


def test_a_trap_is_counted_by_variant_once_a_person():
    taken = PracticeFinished(C7, "colis", True, "none", traps=3, traps_accepted=1, genuine=3)
    seen = PracticeFinished(C7, "colis", True, "none", traps=3, genuine=3)
    assert traps_fallen_into([add_up(history(taken, taken, seen)), add_up(history(seen))]) == [Often(C7, "colis", 1, 2)]
    assert traps_fallen_into([add_up(history(seen))]) == []


def test_before_at_the_end_and_today_of_a_workshop():
    done = PracticeFinished(C7, "colis", True, "hint")
    came = [*history(LessonFinished(C7), start=NOW - timedelta(days=2)), Event("x", "p", 2, NOW + timedelta(minutes=30), done)]
    other = [Event("y", "q", 1, NOW + timedelta(days=1), LessonFinished(C7))]
    [change] = before_and_after([came, other], [C7], NOW, NOW + timedelta(hours=1))
    assert in_words(change.before) == "1 avec guidage, 1 à découvrir"
    assert in_words(change.after) == "1 autonome avec guidage en cas de besoin, 1 à découvrir"
    assert change.today == {Level.WHEN_NEEDED: 1, Level.GUIDED: 1} and in_words({}) == "personne"
