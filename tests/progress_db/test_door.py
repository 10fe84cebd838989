"""Cards, PINs, waits and locks: the same answer for everything wrong, and nobody locks out a class."""

import threading
import time
from collections import Counter
from random import Random

import pytest

from progress_db import cards, door, hashing, people, sessions, tries
from progress_db.door import SignIn
from progress_db.errors import Gone
from tests.progress_db.facts import CHEAP, NOW, after, another, somebody, with_card


def try_in(db, code, pin, computer="salle-1", now=NOW):
    return door.sign_in(db, code, pin, computer, now, CHEAP)


# ------------------------------------------------------------------------------------------------ cards
def test_a_card_has_ten_characters_that_do_not_look_alike_and_only_its_hash_is_kept(db):
    who, code, pin = with_card(db)
    assert len(code) == 10 and not set(code) - set(cards.LETTERS) and not set("01OI") & set(cards.LETTERS)
    assert len(pin) == 4 and pin.isdecimal()
    kept = db.one("SELECT * FROM cards")
    assert code not in str(kept) and pin not in kept["pin"].split("$")[-2:] and kept["pin"].startswith("$argon2id$")
    assert people.learner(db, who).card and people.learner(db, who).pin


@pytest.mark.parametrize("typed", ["{0}", " {0} ", "{1}", "{2}"])
def test_a_card_code_is_taken_as_people_type_it(db, typed):
    who, code, pin = with_card(db)
    shown = typed.format(code, code.lower(), f"{code[:5]}-{code[5:]}")
    assert try_in(db, shown, f" {pin[:2]} {pin[2:]}").learner == who


def test_a_new_card_kills_the_old_one_at_once(db):
    who, code, pin = with_card(db)
    fresh = cards.issue_card(db, who, NOW)
    assert try_in(db, code, pin).learner is None
    assert try_in(db, fresh, pin).learner == who


def test_a_lost_card_opens_nothing_and_closes_what_it_opened(db):
    who, code, pin = with_card(db)
    token = sessions.open_session(db, who, "learner", NOW)
    cards.revoke_card(db, who)
    assert try_in(db, code, pin).learner is None
    assert sessions.seat(db, sessions.digest(token), NOW) is None
    assert not people.learner(db, who).card


def test_a_card_without_a_pin_opens_nothing(db):
    who = somebody(db)
    code = cards.issue_card(db, who, NOW)
    assert [try_in(db, code, pin).learner for pin in ("", "0000", "1234")] == [None] * 3


def test_a_guest_has_no_card(db):
    with pytest.raises(Gone):
        cards.issue_card(db, people.add_guest(db, NOW).id, NOW)


@pytest.mark.parametrize(
    "pin", ["0000", "7777", "1212", "1221", "1122", "1234", "4321", "9876", "7890", "2468", "1357", "1968", "2026", "1407", "0714", "3112",
            "2580", "0852", "8888"]
)  # fmt: skip
def test_pins_that_people_try_first_are_never_drawn(pin):
    assert not cards.good_pin(pin)


def test_thousands_of_good_pins_are_left():
    assert sum(cards.good_pin(f"{n:04}") for n in range(10_000)) > 7000


def test_a_pin_is_drawn_until_it_is_a_good_one(db):
    digits = iter("0000" + "1234" + "1968" + "7391")
    assert cards.draw_pin(db, somebody(db), NOW, draw=lambda _: next(digits), cost=CHEAP) == "7391"


# ---------------------------------------------------------------------------------------------- sign-in
def test_unknown_revoked_and_wrong_get_the_same_answers_to_the_end(db):
    who, known, pin = with_card(db)
    lost, dead, lost_pin = with_card(db, "Yves")
    cards.revoke_card(db, lost)
    answers = []
    for computer, (code, typed) in enumerate([(known, another(pin)), (dead, lost_pin), ("ABCDEFGHJK", "7391"), ("", "")]):
        moment = NOW
        said = []
        for _ in range(12):
            got = try_in(db, code, typed, f"pc-{computer}", moment)
            said.append(got)
            moment += max(1, got.wait_seconds) * (after(seconds=1) - NOW)
        answers.append(said)
    assert answers[0] == answers[1] == answers[2] == answers[3]
    assert answers[0][-1] == SignIn(locked=True)
    assert people.learner(db, who).locked


def test_unknown_card_and_wrong_pin_cost_the_same_work(db):
    cost = hashing.Cost(time=1, memory=8192)
    who = somebody(db)
    code = cards.issue_card(db, who, NOW)
    pin = cards.draw_pin(db, who, NOW, cost=cost)

    def best(code):
        took = []
        for n in range(4):
            begun = time.process_time()
            door.sign_in(db, code, another(pin), f"pc-{n}", NOW, cost)
            took.append(time.process_time() - begun)
        return min(took)

    known, unknown = best(code), best("ABCDEFGHJK")
    assert 0.4 < known / unknown < 2.5


def test_four_tries_are_free_then_the_waits_double_and_the_tenth_locks(db):
    _, code, pin = with_card(db)
    moment, waits = NOW, []
    for _ in range(10):
        got = try_in(db, code, another(pin), now=moment)
        waits.append(got.wait_seconds)
        moment += (after(seconds=1) - NOW) * (got.wait_seconds + 1)
    assert waits == [0, 0, 0, 0, 30, 60, 120, 240, 480, 960]
    assert got.locked
    assert try_in(db, code, pin, now=after(days=2)) == SignIn(locked=True)


def test_during_a_wait_even_the_right_pin_waits_and_nothing_is_counted(db):
    who, code, pin = with_card(db)
    for _ in range(5):
        try_in(db, code, another(pin))
    assert try_in(db, code, pin, now=after(seconds=10)) == SignIn(wait_seconds=20)
    assert try_in(db, code, pin, now=after(seconds=31)).learner == who


def test_a_right_pin_starts_the_count_again(db):
    who, code, pin = with_card(db)
    for day in range(4):
        for _ in range(4):
            assert try_in(db, code, another(pin), now=after(days=day)).wait_seconds == 0
        assert try_in(db, code, pin, now=after(days=day)).learner == who


def test_the_counsellor_unlocks_and_nothing_else_changes(db):
    who, code, pin = with_card(db)
    db.run(
        "INSERT INTO tries (what, failures, at) VALUES (:what, 10, :at)",
        what=tries.card_key(cards.code_digest(code)),
        at=NOW.isoformat(),
    )
    assert people.learner(db, who).locked
    door.unlock(db, who)
    assert not people.learner(db, who).locked and try_in(db, code, pin).learner == who


def test_a_new_pin_unlocks_too(db):
    who, code, pin = with_card(db)
    for n in range(10):
        try_in(db, code, another(pin), now=after(hours=2 * n))
    assert people.learner(db, who).locked
    fresh = cards.draw_pin(db, who, NOW, cost=CHEAP)
    assert try_in(db, code, fresh, now=after(hours=30)).learner == who


def test_a_clock_set_back_makes_nobody_wait_for_a_year(db):
    who, code, pin = with_card(db)
    for _ in range(6):
        try_in(db, code, another(pin))
    assert try_in(db, code, pin, now=after(days=-400)).learner == who


def test_counts_survive_a_restart(memory):
    from progress_db import open_memory

    with memory.connection() as db:
        _, code, pin = with_card(db)
        for _ in range(5):
            try_in(db, code, another(pin))
    memory.close()
    again = open_memory(memory.folder, NOW, memory.url)
    with again.connection() as db:
        assert try_in(db, code, pin, now=after(seconds=1)).wait_seconds == 29
    again.close()


def test_twenty_tries_at_once_are_counted_as_twenty(memory):
    with memory.connection() as db:
        _, code, pin = with_card(db)
    answers, barrier = [], threading.Barrier(20)

    def guess(number):
        barrier.wait()
        with memory.connection() as db:
            answers.append(try_in(db, code, another(pin), f"pc-{number}"))

    threads = [threading.Thread(target=guess, args=(n,)) for n in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with memory.connection() as db:
        assert db.one("SELECT failures FROM tries")["failures"] == 5  # the fifth makes the other fifteen wait


def test_one_computer_cannot_lock_out_a_class(db):
    people_ = [with_card(db, name) for name in ("Anne", "Yves", "Odette", "Albert", "Émile", "Fatima", "Ginette", "Nolwenn")]
    moment, longest, rng = NOW, 0, Random(4)
    while moment < after(minutes=10):
        _, code, pin = rng.choice(people_)
        got = try_in(db, code, another(pin), "salle-1", moment)
        longest = max(longest, got.wait_seconds if tries.failures(db, tries.card_key(cards.code_digest(code))) <= 4 else 0)
        moment += after(seconds=1) - NOW
    assert 30 <= longest <= 60
    moment = after(minutes=25)
    assert not [who for who, _, _ in people_ if people.learner(db, who).locked]
    assert [try_in(db, code, pin, "salle-2", moment).learner for _, code, pin in people_] == [who for who, _, _ in people_]


def test_a_computer_waits_a_minute_at_most_and_is_never_locked(db):
    who, code, pin = with_card(db)
    moment, waits = NOW, Counter()
    rng = Random(2)
    for _ in range(60):
        wrong = "".join(rng.choice(cards.LETTERS) for _ in range(10))
        got = try_in(db, wrong, "7391", "salle-1", moment)
        waits[got.wait_seconds] += 1
        moment += (after(seconds=1) - NOW) * (got.wait_seconds + 1)
    assert 0 < max(waits) <= 60 and waits[0] >= 19
    assert try_in(db, code, pin, "salle-1", moment).learner == who


def test_counts_of_codes_that_nobody_has_do_not_stay_for_ever(db):
    with_card(db)
    try_in(db, "ABCDEFGHJK", "7391")
    tries.forget_old(db, after(days=31))
    assert db.all("SELECT * FROM tries") == []


@pytest.mark.parametrize("typed", ["\ud800", "\0", "🙂" * 500, "'; DROP TABLE cards; --", "%s %d {0}", None, 12])
def test_whatever_is_typed_at_the_door_is_only_wrong(db, typed):
    who, code, pin = with_card(db)
    assert try_in(db, typed, typed, str(typed)).learner is None
    assert try_in(db, code, typed).learner is None
    assert door.counsellor_sign_in(db, typed, typed, "pc", NOW, CHEAP).counsellor is None
    assert people.learner(db, "\ud800") is None
    assert try_in(db, code, pin).learner == who
