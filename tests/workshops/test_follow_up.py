"""What the counsellor follows: counted from what happened, in words, ranking nobody."""

from datetime import UTC, date, datetime, timedelta

from learning.autonomy import Level
from learning.events import Event, LessonFinished, PracticeFinished, QuestionAnswered
from learning.progress import add_up
from workshops.follow_up import (
    Often,
    before_and_after,
    genuine_rejected,
    in_words,
    missed_questions,
    proofs,
    traps_fallen_into,
)

NOW = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)
C7 = "courriel/reconnaitre-un-piege"


def history(*happenings, start=NOW, gap=timedelta(minutes=10)):
    return [Event(f"e{n}", "p", n, start + n * gap, one) for n, one in enumerate(happenings, start=1)]


def answered(question, right):
    return QuestionAnswered(C7, question, right, [0], "oui")


def test_the_questions_that_most_people_missed_come_first_each_person_once():
    said = [(f"p{n}", answered("a", n > 1)) for n in range(6)] + [(f"p{n}", answered("b", n > 2)) for n in range(6)]
    said += [("p0", answered("a", False)), ("p0", answered("a", True))]  # again, then right: she missed it, once
    assert missed_questions(said) == ([Often(C7, "b", 3, 6), Often(C7, "a", 2, 6)], 0)


def test_a_figure_needs_five_people_behind_it():
    four = [(f"p{n}", answered("a", False)) for n in range(4)]
    assert missed_questions(four) == ([], 1)
    assert missed_questions([*four, ("p4", answered("a", True))]) == ([Often(C7, "a", 4, 5)], 0)
    assert missed_questions([(f"p{n}", answered("a", True)) for n in range(9)]) == ([], 0)


def test_traps_accepted_and_genuine_messages_rejected_are_counted_by_lesson_once_a_person():
    taken = PracticeFinished(C7, "colis", True, "none", traps=3, traps_accepted=1, genuine=4, genuine_rejected=1)
    wary = PracticeFinished(C7, "banque", True, "none", traps=3, genuine=4, genuine_rejected=2)
    plain = PracticeFinished("courriel/ouvrir", "a", True, "none")
    said = [("p0", taken), ("p0", taken), ("p1", taken), *[(f"p{n}", wary) for n in range(1, 5)]]
    said += [(f"p{n}", plain) for n in range(9)]
    assert traps_fallen_into(said) == ([Often(C7, "", 2, 5)], 0)
    assert genuine_rejected(said) == ([Often(C7, "", 4, 5)], 0)


def test_a_proof_says_the_day_the_place_and_the_help():
    skill = add_up(
        history(
            LessonFinished(C7),
            PracticeFinished(C7, "colis", True, "hint"),
            PracticeFinished(C7, "colis", True, "none", traps=2, traps_accepted=1),
            PracticeFinished(C7, "banque", False, "none"),
            gap=timedelta(days=1),
        )
    ).skill(C7)
    [tried, trapped, helped, read] = proofs(
        skill, {date(2026, 11, 25): {True}, date(2026, 11, 26): {False}, date(2026, 11, 27): {True, False}}
    )
    assert tried == "Vendredi 27 novembre 2026 : exercice essayé."
    assert trapped.startswith("Jeudi 26 novembre 2026, ailleurs : exercice fait sans aide, des pièges acceptés")
    assert helped == "Mercredi 25 novembre 2026, dans la salle : exercice fait avec des indices."
    assert read == "Mardi 24 novembre 2026 : leçon lue." and proofs(add_up([]).skill(C7), {}) == []


def test_before_at_the_end_and_today_of_a_workshop():
    done = PracticeFinished(C7, "colis", True, "hint")
    came = [*history(LessonFinished(C7), start=NOW - timedelta(days=2)), Event("x", "p", 2, NOW + timedelta(minutes=30), done)]
    other = [Event("y", "q", 1, NOW + timedelta(days=1), LessonFinished(C7))]
    [change] = before_and_after([came, other], [C7], NOW, NOW + timedelta(hours=1))
    assert in_words(change.before) == "1 avec guidage, 1 à découvrir"
    assert in_words(change.after) == "1 autonome avec guidage en cas de besoin, 1 à découvrir"
    assert change.today == {Level.WHEN_NEEDED: 1, Level.GUIDED: 1} and in_words({}) == "personne"
