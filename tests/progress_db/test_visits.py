"""Sign-in sessions, practices in progress, and the setting up of the place."""

import threading

import pytest

from learning.events import PracticeFinished
from progress_db import counsellors, log, people, place, practices, sessions
from progress_db.errors import AlreadySetUp, BadPassword, Gone, WrongCode
from tests.progress_db.facts import CHEAP, LESSON, NOW, PASSWORD, after, somebody

DONE = PracticeFinished(LESSON, "mairie", done=True, help="none")


# --------------------------------------------------------------------------------------------- sessions
def opened(db, role="learner"):
    who = somebody(db)
    return who, sessions.digest(sessions.open_session(db, who, role, NOW))


def test_the_token_is_nowhere_in_the_base(db):
    token = sessions.open_session(db, somebody(db), "learner", NOW)
    assert len(token) >= 43 and token not in str(db.all("SELECT * FROM sessions"))


def test_a_session_says_who_and_how_long_is_left(db):
    who, session = opened(db)
    sessions.tab_opened(db, session, NOW)
    seat = sessions.seat(db, session, after(minutes=5))
    assert (seat.who, seat.role, seat.session, seat.idle_left) == (who, "learner", session, 900)
    assert sessions.seat(db, session, after(minutes=5), touch=True).idle_left == 1200
    assert sessions.seat(db, session, after(minutes=24)).idle_left == 60


@pytest.mark.parametrize("digest", [None, "", "0" * 64, "'; DROP TABLE sessions; --"])
def test_an_unknown_session_is_nobodys(db, digest):
    assert sessions.seat(db, digest, NOW) is None


@pytest.mark.parametrize("role, minutes", [("learner", 20), ("guest", 20), ("counsellor", 15)])
def test_an_idle_session_ends(db, role, minutes):
    _, session = opened(db, role)
    sessions.tab_opened(db, session, NOW)
    assert sessions.seat(db, session, after(minutes=minutes))
    assert sessions.seat(db, session, after(minutes=minutes, seconds=1)) is None
    assert sessions.seat(db, session, NOW) is None  # ended, not asleep


def test_a_session_ends_after_eight_hours_even_when_busy(db):
    _, session = opened(db)
    sessions.tab_opened(db, session, NOW)
    for minutes in range(0, 481, 10):
        assert sessions.seat(db, session, after(minutes=minutes), touch=True)
    assert sessions.seat(db, session, after(minutes=481), touch=True) is None


def test_a_session_without_an_open_tab_survives_a_network_cut_of_five_minutes_and_ends_after_seven(db):
    _, session = opened(db)
    sessions.tab_opened(db, session, NOW)
    sessions.tab_opened(db, session, NOW)
    sessions.tab_closed(db, session, after(minutes=3))
    assert sessions.seat(db, session, after(minutes=6))
    sessions.tab_closed(db, session, after(minutes=6))
    assert sessions.seat(db, session, after(minutes=11))
    assert sessions.seat(db, session, after(minutes=13, seconds=1)) is None


def test_after_a_restart_the_tabs_have_seven_minutes_to_come_back(db):
    _, session = opened(db)
    sessions.tab_opened(db, session, NOW)
    sessions.tabs_reset(db, after(minutes=10))
    assert sessions.seat(db, session, after(minutes=11))
    assert sessions.seat(db, session, after(minutes=18)) is None


def test_a_tab_that_could_not_be_counted_still_keeps_the_session_of_who_acts(db):
    _, session = opened(db)
    for minute in range(3, 18, 3):
        assert sessions.seat(db, session, after(minutes=minute), touch=True)
    assert sessions.seat(db, session, after(minutes=30)) is None


def test_a_clock_that_jumps_ends_sessions(db):
    _, session = opened(db)
    assert sessions.seat(db, session, after(days=-400)) is None


def test_all_sessions_of_a_person_end_together(db):
    who, session = opened(db)
    other = sessions.digest(sessions.open_session(db, who, "learner", NOW))
    sessions.close_sessions_of(db, who)
    assert sessions.seat(db, session, NOW) is None and sessions.seat(db, other, NOW) is None


# -------------------------------------------------------------------------------------------- practices
def test_a_practice_is_taken_up_where_it_was_left(db):
    who = somebody(db)
    begun = practices.start(db, who, LESSON, "mairie", "ep", NOW, warm_up=True)
    assert practices.append(db, begun.id, 1, [{"k": 1}, {"k": 2}], NOW)
    assert practices.append(db, begun.id, 3, [{"k": "é’🙂"}], NOW)
    now = practices.current(db, who, LESSON)
    assert (now.id, now.variant, now.epoch, now.warm_up, now.started_at, now.length) == (begun.id, "mairie", "ep", True, NOW, 3)
    assert now.events == practices.journal(db, begun.id) == [{"k": 1}, {"k": 2}, {"k": "é’🙂"}]
    assert practices.current(db, who, "courriel/autre") is None


def test_the_same_entries_sent_twice_are_written_once(db):
    begun = practices.start(db, somebody(db), LESSON, "mairie", "ep", NOW)
    assert practices.append(db, begun.id, 1, [{"k": 1}], NOW)
    assert practices.append(db, begun.id, 1, [{"k": 1}], NOW)
    assert practices.append(db, begun.id, 1, [{"k": 1}, {"k": 2}], NOW)
    assert practices.append(db, begun.id, 3, [], NOW)
    assert practices.journal(db, begun.id) == [{"k": 1}, {"k": 2}]


def test_another_browser_that_wrote_first_is_told_and_nothing_is_mixed(db):
    begun = practices.start(db, somebody(db), LESSON, "mairie", "ep", NOW)
    practices.append(db, begun.id, 1, [{"k": 1}, {"k": 2}], NOW)
    assert not practices.append(db, begun.id, 2, [{"k": "other"}], NOW)
    assert not practices.append(db, begun.id, 2, [], NOW)
    assert not practices.append(db, begun.id, 5, [{"k": 5}], NOW)
    assert not practices.append(db, begun.id, 0, [{"k": 5}], NOW)
    assert not practices.append(db, "unknown", 1, [{"k": 1}], NOW)
    assert practices.journal(db, begun.id) == [{"k": 1}, {"k": 2}]


def test_two_browsers_at_once_one_wins(memory):
    with memory.connection() as db:
        begun = practices.start(db, somebody(db), LESSON, "mairie", "ep", NOW)
    barrier, answers = threading.Barrier(6), []

    def write(number):
        barrier.wait()
        with memory.connection() as db:
            answers.append(practices.append(db, begun.id, 1, [{"by": number}], NOW))

    threads = [threading.Thread(target=write, args=(n,)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == [False] * 5 + [True]


def test_the_end_and_its_event_are_one_and_twice_is_once(db):
    who = somebody(db)
    begun = practices.start(db, who, LESSON, "mairie", "ep", NOW)
    first = practices.finish(db, begun.id, "e1", DONE, NOW, "abc")
    again = practices.finish(db, begun.id, "e2", DONE, after(days=1), "abc")
    assert first == again and [e.id for e in log.history(db, who)] == ["e1"]
    assert practices.current(db, who, LESSON) is None
    assert practices.latest(db, who, LESSON).ended
    assert not practices.append(db, begun.id, 1, [{"k": 1}], NOW)


def test_a_practice_whose_event_fails_is_not_ended(db):
    who = somebody(db)
    begun = practices.start(db, who, LESSON, "mairie", "ep", NOW)
    with pytest.raises(ValueError):
        practices.finish(db, begun.id, "e1", PracticeFinished(LESSON, "mairie", True, float("nan")), NOW)
    assert practices.current(db, who, LESSON).id == begun.id


def test_beginning_again_drops_what_was_not_ended(db):
    who = somebody(db)
    first = practices.start(db, who, LESSON, "mairie", "ep", NOW)
    practices.append(db, first.id, 1, [{"k": 1}], NOW)
    second = practices.start(db, who, LESSON, "club", "ep2", NOW)
    assert (first.number, second.number) == (1, 2)
    assert practices.current(db, who, LESSON) == second
    assert practices.journal(db, first.id) == [] and log.history(db, who) == []
    assert not practices.append(db, first.id, 2, [{"k": 2}], NOW)


def test_nobody_practises_for_a_person_who_is_gone(db):
    with pytest.raises(Gone):
        practices.start(db, "nobody", LESSON, "mairie", "ep", NOW)
    with pytest.raises(Gone):
        practices.finish(db, "nothing", "e1", DONE, NOW)


# ------------------------------------------------------------------------------------------------ place
HERE = place.Place(
    "EPN de la Rance", ("La Vicomté-sur-Rance", " Saint-Hélen ", ""), "Mairie", "dpo@mairie.example", "http://epn.example"
)


def set_up(db, code, password=PASSWORD):
    return place.set_up(db, HERE, "Gaëlle Le Bris", "gaelle", password, code, NOW, CHEAP)


def test_the_place_is_set_up_once_with_the_code_of_the_terminal(memory, db):
    code = place.setup_code(memory, NOW)
    assert len(code) == 8 and code not in str(db.all("SELECT * FROM setup")) and place.place(db) is None
    who = set_up(db, f" {code[:4].lower()} {code[4:]}")
    assert place.place(db).villages == ("La Vicomté-sur-Rance", "Saint-Hélen")
    assert counsellors.counsellor(db, who).name == "Gaëlle Le Bris"
    assert place.setup_code(memory, NOW) == ""
    with pytest.raises(AlreadySetUp, match="déjà installé"):
        set_up(db, code)


def test_another_code_or_the_code_of_a_former_start_sets_nothing_up(memory, db):
    with pytest.raises(WrongCode):
        set_up(db, "")
    old = place.setup_code(memory, NOW)
    place.setup_code(memory, NOW)
    for code in (old, "", "ABCDEFGH"):
        with pytest.raises(WrongCode, match="Regardez-le"):
            set_up(db, code)
    assert place.place(db) is None and counsellors.counsellors(db) == []


def test_a_weak_password_leaves_the_code_good_and_nothing_half_made(memory, db):
    code = place.setup_code(memory, NOW)
    with pytest.raises(BadPassword):
        set_up(db, code, "court")
    assert place.place(db) is None and counsellors.counsellors(db) == []
    assert set_up(db, code)


def test_the_places_facts_can_change(memory, db):
    set_up(db, place.setup_code(memory, NOW))
    [gaelle] = counsellors.counsellors(db)
    place.change(db, place.Place("EPN\n<b>", ("Pleudihen-sur-Rance",)), gaelle.id)
    assert place.place(db) == place.Place("EPN <b>", ("Pleudihen-sur-Rance",))
    assert people.learners(db) == []
