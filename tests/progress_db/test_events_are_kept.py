"""The log and its summaries: nothing twice, nothing changed, the order of the log, rebuilt = saved."""

import ast
import json
import tempfile
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import progress_db
from learning.autonomy import Level
from learning.events import Event, LessonFinished, PracticeFinished, QuestionAnswered, ScreenSeen, Unknown
from learning.progress import Progress, SkillProgress, add_up
from progress_db import log, open_memory, summaries
from progress_db.errors import Gone
from tests.progress_db.facts import LESSON, NOW, after, happenings, somebody

ALONE = {"done": True, "help": "none"}


def test_a_new_person_has_no_progress(db):
    assert log.progress(db, somebody(db)) == Progress()


def test_an_event_is_kept_with_its_envelope(db):
    who = somebody(db)
    answer = QuestionAnswered(LESSON, "q1", True, [0, 2], "l’un ; l’autre")
    log.record(db, who, [("e1", answer)], NOW, content="abc")
    assert log.history(db, who) == [Event("e1", who, 1, NOW, answer, "abc")]


def test_the_same_event_sent_twice_is_one_row(db):
    who = somebody(db)
    first = log.record(db, who, [("e1", LessonFinished(LESSON))], NOW)
    again = log.record(db, who, [("e1", LessonFinished(LESSON)), ("e1", LessonFinished(LESSON))], after(days=1))
    assert first == again == log.progress(db, who)
    assert len(log.history(db, who)) == 1


def test_the_order_is_the_logs_even_when_the_clock_goes_back(db):
    who = somebody(db)
    moments = [NOW, after(days=400), after(days=-400), after(hours=1)]
    for number, moment in enumerate(moments, start=1):
        log.record(db, who, [(f"e{number}", ScreenSeen(LESSON, number))], moment)
    assert [e.seq for e in log.history(db, who)] == [1, 2, 3, 4]
    assert log.progress(db, who).skill(LESSON).screen == 4


def test_numbers_follow_each_other_for_each_person_apart(db):
    one, two = somebody(db), somebody(db, "Yves")
    for n in range(3):
        log.record(db, one, [(f"a{n}", ScreenSeen(LESSON, n))], NOW)
        log.record(db, two, [(f"b{n}", ScreenSeen(LESSON, n)), (f"c{n}", LessonFinished(LESSON))], NOW)
    assert [e.seq for e in log.history(db, one)] == [1, 2, 3]
    assert [e.seq for e in log.history(db, two)] == [1, 2, 3, 4, 5, 6]


def test_two_days_alone_on_two_variants_is_autonomy_in_the_list_of_the_counsellor(db):
    who = somebody(db)
    log.record(db, who, [("e1", PracticeFinished(LESSON, "mairie", **ALONE))], NOW)
    log.record(db, who, [("e2", PracticeFinished(LESSON, "club", **ALONE))], after(days=1))
    row = db.one("SELECT level, due, last_seen FROM skills WHERE learner = :who", who=who)
    assert row["level"] == Level.AUTONOMOUS and row["due"] > row["last_seen"]


def test_nothing_of_a_failed_group_is_kept(db):
    who = somebody(db)
    with pytest.raises(ValueError):
        log.record(db, who, [("e1", LessonFinished(LESSON)), ("e2", QuestionAnswered(LESSON, "q", True, float("nan"), ""))], NOW)
    assert log.history(db, who) == [] and log.progress(db, who) == Progress()


def test_nobody_records_for_a_person_who_is_gone(db):
    with pytest.raises(Gone):
        log.record(db, "nobody", [("e1", LessonFinished(LESSON))], NOW)
    assert db.all("SELECT id FROM events") == []


def test_what_is_typed_is_data_and_never_sql(db):
    who = somebody(db)
    nasty = "'); DROP TABLE events; --\0\ud800 \u202e🙂"
    log.record(db, who, [("e1", QuestionAnswered(LESSON, nasty, False, nasty, nasty))], NOW)
    assert log.history(db, who)[0].happening.said == nasty
    assert log.progress(db, who).skill(LESSON).answers == {nasty: False}


def test_a_summary_of_another_version_is_read_from_the_log_when_nothing_can_be_written(db):
    who = somebody(db)
    wanted = log.record(db, who, [("e1", LessonFinished(LESSON))], NOW)
    db.run("UPDATE skills SET format = 'other'")
    db.read_only = True
    assert log.progress(db, who) == wanted


def test_an_event_of_a_newer_version_is_kept_and_counted(db):
    who = somebody(db)
    log.record(db, who, [("e1", Unknown("badge_given", {"lesson": LESSON, "x": 1})), ("e2", LessonFinished(LESSON))], NOW)
    assert log.history(db, who)[0].happening == Unknown("badge_given", {"lesson": LESSON, "x": 1})
    assert log.progress(db, who) == add_up(log.history(db, who))


@pytest.mark.parametrize("column, value", [("format", "other"), ("data", "{}"), ("data", "not json"), ("data", '{"screen": 1}')])
def test_a_summary_of_another_version_is_computed_again_in_silence(db, column, value):
    who = somebody(db)
    wanted = log.record(db, who, [("e1", PracticeFinished(LESSON, "mairie", **ALONE))], NOW)
    db.run(f"UPDATE skills SET {column} = :value", value=value)
    assert log.progress(db, who) == wanted
    assert db.one("SELECT format FROM skills")["format"] == summaries.FORMAT
    assert log.record(db, who, [("e2", LessonFinished(LESSON))], NOW) == add_up(log.history(db, who))


def test_summaries_are_rebuilt_from_the_log(db):
    who = somebody(db)
    wanted = log.record(db, who, [("e1", LessonFinished(LESSON)), ("e2", ScreenSeen(LESSON, 2))], NOW)
    db.run("DELETE FROM skills")
    assert log.rebuild(db) == 1
    assert log.progress(db, who) == wanted


def test_a_changed_row_no_longer_has_its_checksum(db):
    who = somebody(db)
    log.record(db, who, [("e1", LessonFinished(LESSON))], NOW)
    row = db.one("SELECT * FROM events")
    assert row["sum"] == log.checksum(row)
    for name in ("id", "learner", "seq", "at", "kind", "about", "content", "rules", "data"):
        assert log.checksum({**row, name: f"{row[name]} "}) != row["sum"]


def test_one_place_writes_events_and_none_changes_them():
    literals = [
        node.value.upper()
        for path in Path(progress_db.__file__).parent.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    assert len([t for t in literals if "INSERT INTO EVENTS" in t]) == 1
    assert not [t for t in literals if "UPDATE EVENTS" in t]
    assert (
        len([t for t in literals if "DELETE FROM EVENTS" in t]) == 1
    )  # log.deal: two people made one, none lost (test_bin_and_merging)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.tuples(
            st.lists(st.tuples(st.integers(0, 30), happenings), max_size=4),
            st.integers(-900, 900),
            st.sampled_from(["", "abc"]),
        ),
        max_size=12,
    )
)
def test_what_is_saved_is_what_the_log_adds_up_to(groups):
    with tempfile.TemporaryDirectory() as folder:
        memory = open_memory(Path(folder), NOW)
        with memory.connection() as db:
            who = somebody(db)
            given_back = Progress()
            for group, hours, content in groups:  # small ids: some come twice; hours: the clock jumps
                given_back = log.record(db, who, [(f"e{n}", h) for n, h in group], NOW + timedelta(hours=hours), content)
            history = log.history(db, who)
            assert log.progress(db, who) == add_up(history) == given_back
            assert [e.seq for e in history] == list(range(1, len(history) + 1))
            saved = db.all("SELECT * FROM skills ORDER BY lesson")
            log.rebuild(db)
            assert db.all("SELECT * FROM skills ORDER BY lesson") == saved
        memory.close()


def test_every_field_of_a_skill_is_in_its_summary():
    kept = json.loads(summaries.to_json(SkillProgress(LESSON)))
    assert {*kept, "lesson"} == set(SkillProgress.__dataclass_fields__)
