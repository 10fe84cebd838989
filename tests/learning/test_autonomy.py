"""Golden histories of autonomy (design §4), and the laws it keeps whatever happens."""

from datetime import timedelta

import pytest
from hypothesis import given

from learning.autonomy import Level, proof
from learning.events import LessonFinished, LevelOverruled, QuestionAnswered, QuizFinished
from learning.progress import add_up
from tests.learning.histories import C7, histories, practice, skill

TO_DISCOVER, GUIDED, WHEN_NEEDED, AUTONOMOUS = Level


@pytest.mark.parametrize(
    "told, happened, level",
    [
        ("nothing yet", [], TO_DISCOVER),
        ("the lesson was read", [(0, LessonFinished(C7))], GUIDED),
        ("the quiz alone proves nothing", [(0, QuestionAnswered(C7, "q", True, [0], "oui")), (0, QuizFinished(C7))], TO_DISCOVER),
        ("fell in the trap", [(0, practice(done=False, accepted=1))], TO_DISCOVER),
        ("the answer was shown", [(0, practice(help="shown"))], GUIDED),
        ("with a hint", [(0, practice(help="hint"))], WHEN_NEEDED),
        ("alone once", [(0, practice())], WHEN_NEEDED),
        ("alone twice on the same day", [(0, practice("a")), (0.2, practice("b"))], WHEN_NEEDED),
        ("alone twice on the same variant", [(0, practice("a")), (2, practice("a"))], WHEN_NEEDED),
        ("a day later but with a hint", [(0, practice("a")), (1, practice("b", help="hint"))], WHEN_NEEDED),
        ("an hour short of a day", [(0, practice("a")), (23 / 24, practice("b"))], WHEN_NEEDED),
        ("alone on two variants, a day apart", [(0, practice("a")), (1, practice("b"))], AUTONOMOUS),
        ("falls, then a hint, then alone, a day later alone elsewhere",
         [(0, practice("a", done=False, accepted=2)), (0, practice("b", help="hint")), (0, practice("c")), (1, practice("a"))], AUTONOMOUS),
        ("the two times alone need not follow each other",
         [(0, practice("a")), (1, practice("a", help="hint")), (3, practice("b"))], AUTONOMOUS),
        ("all traps found but two genuine in four thrown away", [(0, practice(rejected=2))], GUIDED),
        ("one genuine in four thrown away is allowed", [(0, practice("a", rejected=1)), (1, practice("b", rejected=1))], AUTONOMOUS),
        ("suspicion of everything never proves anything", [(d, practice(v, rejected=4)) for d, v in enumerate("abc")], GUIDED),
        ("a failed review goes back to level two", [(0, practice("a")), (1, practice("b")), (30, practice("c", done=False, accepted=1))], WHEN_NEEDED),
        ("after a lapse one success is not enough",
         [(0, practice("a")), (1, practice("b")), (30, practice("c", done=False, accepted=1)), (31, practice("a"))], WHEN_NEEDED),
        ("after a lapse, alone twice again",
         [(0, practice("a")), (1, practice("b")), (30, practice("c", False, accepted=1)), (31, practice("a")), (32, practice("b"))], AUTONOMOUS),
        ("a hint in a review is not a failure", [(0, practice("a")), (1, practice("b")), (30, practice("c", help="hint"))], AUTONOMOUS),
        ("the counsellor raises", [(0, practice(help="hint")), (1, LevelOverruled(C7, 3, "vue faire chez elle", "g"))], AUTONOMOUS),
        ("the counsellor lowers", [(0, practice("a")), (1, practice("b")), (2, LevelOverruled(C7, 1, "aidée", "g"))], GUIDED),
        ("after lowering, evidence starts afresh",
         [(0, practice("a")), (1, practice("b")), (2, LevelOverruled(C7, 1, "aidée", "g")), (3, practice("a"))], WHEN_NEEDED),
        ("the counsellor may put it back to nothing", [(0, LessonFinished(C7)), (1, LevelOverruled(C7, 0, "à revoir", "g"))], TO_DISCOVER),
        ("a clock set back never proves a day", [(5, practice("a")), (0, practice("b"))], WHEN_NEEDED),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)  # fmt: skip
def test_the_level_is_what_the_history_proves(told, happened, level):
    assert skill(*happened).level == level


@given(histories)
def test_a_practice_never_brings_the_level_under_two_once_it_was_there(events):
    before = {}
    for n, event in enumerate(events, 1):
        after = {ref: s.level for ref, s in add_up(events[:n]).skills.items()}
        if type(event.happening).__name__ != "LevelOverruled":
            for ref, level in before.items():
                assert after[ref] >= min(level, Level.WHEN_NEEDED)
        before = after


@given(histories)
def test_autonomous_always_rests_on_two_proofs_or_on_the_counsellor(events):
    for s in add_up(events).skills.values():
        if s.level == Level.AUTONOMOUS and s.floor < Level.AUTONOMOUS:
            first, second = proof(s.attempts[s.since :])
            assert first.alone and second.alone and first.variant != second.variant
            assert second.at - first.at >= timedelta(days=1)


@given(histories)
def test_folding_one_by_one_or_all_at_once_or_twice_is_the_same(events):
    once = add_up(events)
    assert add_up([*events, *events]) == once
    half = len(events) // 2
    from learning.progress import evolve

    progress = add_up(events[:half])
    for event in events[half:]:
        progress = evolve(progress, event)
    assert progress == once


def test_old_evidence_that_leaves_the_window_does_not_take_the_level_away():
    many = [(0, practice("a")), (1, practice("b")), *[(2 + n, practice("a", help="hint")) for n in range(60)]]
    assert skill(*many).level == Level.AUTONOMOUS
