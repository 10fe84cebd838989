"""The one thing to do now, the variant to play, the question to ask."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learning.content import Choice, Lesson, Option, Quiz, Screen
from learning.events import (
    DiagnosisFinished,
    LessonFinished,
    LessonProposed,
    PathChosen,
    QuestionAnswered,
    QuizFinished,
    QuizRestarted,
    ScreenSeen,
)
from learning.next_step import choose_variant, module_first, next_step, warm_up
from learning.progress import add_up
from learning.quiz_round import next_question, shuffled
from tests.learning.histories import C4, C7, START, histories, history, practice, skill


def lesson(ref):
    return Lesson(ref=ref, title=ref, minutes=8, objective="Je sais.", skill="C4", screens=(Screen(title="Un", body="Bonjour."),))


PATH = [lesson(C4), lesson(C7)]
READ = LessonFinished(C4)


def now_step(*happened, after=0.0, **options):
    return next_step(PATH, add_up(history(*happened)), START + timedelta(days=after), **options)


@pytest.mark.parametrize(
    "told, happened, after, kind, ref",
    [
        ("a new person starts with the first lesson", [], 0, "lesson", C4),
        ("a lesson begun goes on first", [(0, ScreenSeen(C7, 2))], 0, "lesson", C7),
        ("after the lesson, the practice", [(0, READ)], 0, "practice", C4),
        ("after the practice, the quiz", [(0, READ), (0, practice(lesson=C4))], 0, "quiz", C4),
        (
            "then the next lesson, until another day",
            [(0, READ), (0, practice(lesson=C4)), (0, QuizFinished(C4))],
            0.1,
            "lesson",
            C7,
        ),
        ("what the counsellor proposes comes before the path", [(0, LessonProposed(C7, "g"))], 0, "lesson", C7),
        ("a trap fallen into is tried again", [(0, READ), (0, practice(lesson=C4, done=False))], 0, "practice", C4),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_one_thing_to_do(told, happened, after, kind, ref):
    step = now_step(*happened, after=after)
    assert (step.kind, step.lesson) == (kind, ref)


DONE_ONCE = [(0, what) for ref in (C4, C7) for what in (LessonFinished(ref), practice(lesson=ref), QuizFinished(ref))]


def test_when_all_was_done_today_the_person_is_told_when_to_come_back():
    step = now_step(*DONE_ONCE, after=0.1)
    assert step.kind == "come_back" and step.at == START + timedelta(days=1)


def test_the_next_day_the_practice_is_proposed_again():
    assert now_step(*DONE_ONCE, after=1, warmed_up=True).kind == "practice"


def test_what_is_due_opens_the_session_and_may_be_skipped():
    assert now_step(*DONE_ONCE, after=40).kind == "warm_up"
    assert now_step(*DONE_ONCE, after=40, warmed_up=True).kind == "practice"


def test_a_warm_up_is_five_minutes_at_most():
    many = [(0, practice(lesson=f"courriel/{n}")) for n in range(9)]
    assert len(warm_up(add_up(history(*many)), [f"courriel/{n}" for n in range(9)], START + timedelta(days=90))) == 2


def test_two_a_visit_and_no_more_once_they_are_seen():
    many = [(0, practice(lesson=f"courriel/{n}")) for n in range(9)]
    seen = [(90, practice("b", lesson=f"courriel/{n}")) for n in range(2)]
    refs = [f"courriel/{n}" for n in range(9)]
    assert warm_up(add_up(history(*many, *seen)), refs, START + timedelta(days=90, hours=1)) == ()
    assert len(warm_up(add_up(history(*many, *seen)), refs, START + timedelta(days=91))) == 2


def test_a_practice_missed_then_done_again_in_the_same_warm_up_still_takes_its_minutes():
    many = [(0, practice(lesson=f"courriel/{n}")) for n in range(9)]
    seen = [(90 + t, practice("b", done=t > 0, lesson=f"courriel/{n}")) for n in range(2) for t in (0, 0.01)]
    refs = [f"courriel/{n}" for n in range(9)]
    assert warm_up(add_up(history(*many, *seen)), refs, START + timedelta(days=90, hours=1)) == ()


def test_who_needs_a_hint_each_time_goes_on_along_the_path_and_comes_back_another_day():
    hinted = [(0, READ), (0, practice(lesson=C4, help="hint")), (0, QuizFinished(C4))]
    assert now_step(*hinted, after=0.1).lesson == C7
    assert now_step(*hinted, after=1, warmed_up=True).lesson == C4


def test_all_known_is_said():
    known = [(d, practice(v, lesson=ref)) for ref in (C4, C7) for d, v in ((0, "a"), (1, "b"))]
    assert now_step(*known, after=1.1).kind == "all_done"


@given(histories, st.integers(0, 800))
def test_there_is_always_a_next_step_and_it_is_on_the_path(events, days):
    step = next_step(PATH, add_up(events), START + timedelta(days=days))
    assert step.lesson in (None, C4, C7) and (step.kind != "come_back" or step.at)


def test_variants_are_all_seen_before_one_comes_back_and_never_twice_in_a_row():
    seen = []
    for day in range(9):
        seen.append(choose_variant(["a", "b", "c"], skill(*[(d, practice(v)) for d, v in enumerate(seen)]).attempts))
        assert day == 0 or seen[-1] != seen[-2]
    assert set(seen[:3]) == {"a", "b", "c"}


def test_the_only_variant_is_played_again():
    assert choose_variant(["a"], skill((0, practice("a"))).attempts) == "a"


QUIZ = Quiz(ref=C7, title="Quiz", questions=tuple(
    Choice(id=i, title=i, options=(Option(text="oui", right=True, feedback="Oui."), Option(text="non", right=False, feedback="Non.")))
    for i in ("q1", "q2")))  # fmt: skip


def answered(question, right):
    return 0, QuestionAnswered(C7, question, right, [0], "")


@pytest.mark.parametrize(
    "happened, expected",
    [
        ([], "q1"),
        ([answered("q1", True)], "q2"),
        ([answered("q1", False)], "q2"),
        ([answered("q1", False), answered("q2", True)], "q1"),
        ([answered("q1", False), answered("q2", True), answered("q1", False)], None),
        ([answered("q1", True), answered("q2", True)], None),
        ([answered("q1", True), answered("q2", True), (0, QuizFinished(C7)), answered("q1", False)], "q2"),
        ([answered("q1", True), answered("q2", True), (0, QuizFinished(C7)), (0, QuizRestarted(C7))], "q1"),
    ],
)
def test_a_missed_question_comes_back_once_and_holds_nobody(happened, expected):
    question = next_question(QUIZ, skill(*happened))
    assert (question and question.id) == expected


@given(st.integers(0, 8), st.text())
def test_a_shuffle_keeps_everything_and_never_gives_the_answer_away(size, seed):
    order = shuffled(size, seed)
    assert sorted(order) == list(range(size)) and (size < 2 or order != list(range(size)))


KNOWN_HALF = DiagnosisFinished("courriel", 1, known=(C4,), to_learn=(C7,))


def test_who_knows_already_half_is_proposed_the_other_half_and_proves_the_first_at_the_end():
    chosen = [(0, KNOWN_HALF), (0, PathChosen("courriel", chosen=(C7,), left_out=(C4,)))]
    assert (now_step(*chosen).kind, now_step(*chosen).lesson) == ("lesson", C7)
    done = [*chosen, (0, LessonFinished(C7)), (0, practice()), (0, QuizFinished(C7))]
    step = now_step(*done, after=0.1)
    assert (step.kind, step.lesson) == ("practice", C4)  # without the lesson
    assert now_step(*done, (0.1, practice(lesson=C4)), after=0.2).kind == "come_back"


def test_a_lesson_left_out_is_a_lesson_again_when_it_is_proposed_or_put_back():
    left = [(0, PathChosen("courriel", chosen=(C7,), left_out=(C4,)))]
    assert now_step(*left, (0, LessonProposed(C4, "gaelle"))).kind == "lesson"
    back = now_step(*left, (0, PathChosen("courriel", chosen=(C4, C7), left_out=())))
    assert (back.kind, back.lesson) == ("lesson", C4)


@pytest.mark.parametrize(("minutes", "chosen"), [({}, {C4, C7}), ({C4: 5.0, C7: 5.0}, {C4}), ({C4: 9.0}, {C4}), ({C4: 3.0, C7: 2.0}, {C4, C7})])  # fmt: skip
def test_the_warm_up_takes_five_minutes_at_most(minutes, chosen):
    seen = add_up(history((0, practice(lesson=C4)), (1, practice(lesson=C7))))
    assert set(warm_up(seen, [C7, C4], START + timedelta(days=90), minutes)) == chosen


def test_variants_begun_and_left_are_not_given_again_before_the_others():
    begun: list[str] = []
    for _ in range(4):
        begun.append(choose_variant("abcd", (), begun))
    assert sorted(begun) == list("abcd") and choose_variant("abcd", (), begun) == "a"


def test_the_module_last_worked_in_comes_first_and_the_others_keep_their_order():
    path = [lesson("premiers-pas/a"), lesson("courriel/b"), lesson("courriel/c"), lesson("sources/d")]
    assert module_first(path, add_up([])) == tuple(path)
    worked = add_up(history((0, LessonFinished("sources/d")), (1, LessonFinished("courriel/c"))))
    assert [one.ref for one in module_first(path, worked)] == ["courriel/b", "courriel/c", "premiers-pas/a", "sources/d"]
