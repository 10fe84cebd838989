"""What a diagnosis and the choice of a path leave in a person's progress."""

from datetime import timedelta

from learning.autonomy import Level
from learning.events import DiagnosisFinished, PathChosen, TaskTried
from learning.progress import add_up
from tests.learning.histories import C4, C7, START, history, practice


def test_each_diagnosis_is_kept_with_its_day_for_a_before_and_an_after():
    before = DiagnosisFinished("courriel", 1, known=(), to_learn=(C4, C7))
    after = DiagnosisFinished("courriel", 2, known=(C4,), to_learn=(C7,))
    progress = add_up(history((0, before), (30, after)))
    assert progress.skill(C4).placed == ((1, False, START), (2, True, START + timedelta(days=30)))
    assert [known for _number, known, _at in progress.skill(C7).placed] == [False, False]


def test_a_diagnosis_alone_proves_no_level_and_makes_nothing_due():
    progress = add_up(history((0, TaskTried(C7, 1, "a", True)), (0, DiagnosisFinished("courriel", 1, (C7,), (C4,)))))
    assert progress.skill(C7).level == Level.TO_DISCOVER and progress.skill(C7).due is None


def test_the_last_choice_of_a_path_holds_and_what_was_practised_stays():
    progress = add_up(
        history((0, practice()), (1, PathChosen("courriel", (C4,), (C7,))), (2, PathChosen("courriel", (C7,), (C4,), "g")))
    )
    assert (progress.skill(C4).on_path, progress.skill(C7).on_path) == (False, True)
    assert progress.skill(C7).level == Level.WHEN_NEEDED and progress.skill(C4).last_seen is None
