"""Counsellors' accounts: several, one always in charge; passwords drawn and recovered; six digits that serve once."""

from datetime import timedelta

import pyotp
import pytest

from progress_db import accounts, acts, counsellors, door, sessions
from progress_db.accounts import BadAccount
from progress_db.errors import BadLogin, BadPassword
from tests.progress_db.facts import CHEAP, NOW, PASSWORD, desk

NEW = "une autre phrase bien longue"


def enters(db, login, password, code="", now=NOW):
    return door.counsellor_sign_in(db, login, password, "pc", now, CHEAP, code).counsellor


def test_a_replacement_gets_an_account_and_a_drawn_password_that_opens(db):
    boss = desk(db)
    one, password = accounts.add(db, boss, "Yann", "yann", "counsellor", NOW, CHEAP)
    assert enters(db, "yann", password) == one.id and not accounts.account(db, one.id).administrator
    with pytest.raises(BadLogin):
        accounts.add(db, boss, "Autre", "YANN", "counsellor", NOW, CHEAP)
    with pytest.raises(BadAccount):
        accounts.add(db, boss, "Autre", "autre", "chief", NOW, CHEAP)
    assert len(counsellors.counsellors(db)) == 2


def test_a_closed_account_opens_nothing_at_once_and_works_again_when_reopened(db):
    boss, one = desk(db), desk(db, "x", "counsellor")
    token = sessions.digest(sessions.open_session(db, one, "counsellor", NOW))
    accounts.close(db, boss, one, NOW)
    assert sessions.seat(db, token, NOW) is None and enters(db, "gaelle-x", PASSWORD) is None
    assert [a.id for a in accounts.accounts(db, boss)] == [boss, one]
    accounts.reopen(db, boss, one, NOW)
    assert enters(db, "gaelle-x", PASSWORD, now=NOW + timedelta(minutes=1)) == one


def test_the_last_administrator_stays_and_nobody_closes_her_own_account(db):
    boss, one = desk(db), desk(db, "x", "counsellor")
    for refused in (
        lambda: accounts.close(db, boss, boss, NOW),
        lambda: accounts.set_role(db, boss, boss, "counsellor", NOW),
    ):
        with pytest.raises(BadAccount):
            refused()
    assert accounts.account(db, boss).administrator and not accounts.account(db, boss).closed
    accounts.set_role(db, boss, one, "administrator", NOW)
    accounts.set_role(db, one, boss, "counsellor", NOW)
    assert not accounts.account(db, boss).administrator


def test_a_session_has_the_rights_of_the_account_now(db):
    boss, one = desk(db), desk(db, "x", "counsellor")
    token = sessions.digest(sessions.open_session(db, one, "counsellor", NOW))
    assert sessions.seat(db, token, NOW).rank == "counsellor"
    accounts.set_role(db, boss, one, "administrator", NOW)
    assert sessions.seat(db, token, NOW).rank == "administrator"


def test_changing_the_password_ends_the_other_sessions_only(db):
    boss = desk(db)
    here, there = (sessions.digest(sessions.open_session(db, boss, "counsellor", NOW)) for _ in range(2))
    counsellors.set_password(db, boss, NEW, CHEAP, keep_session=here)
    assert sessions.seat(db, here, NOW) and sessions.seat(db, there, NOW) is None and enters(db, "gaelle-c", NEW) == boss


# ------------------------------------------------------------------------------------------------ the recovery sheet
def test_the_sheet_gives_a_new_password_once(db):
    boss = desk(db)
    code = accounts.draw_recovery(db, boss, NOW)
    typed = code.lower().replace(" ", "")  # as people copy
    assert door.recover(db, "Gaelle-C", typed, NEW, "pc", NOW, CHEAP).counsellor == boss
    assert enters(db, "gaelle-c", NEW) == boss and enters(db, "gaelle-c", PASSWORD) is None
    assert door.recover(db, "gaelle-c", typed, PASSWORD, "pc", NOW, CHEAP).counsellor is None


def test_a_new_sheet_puts_out_the_one_before(db):
    boss = desk(db)
    old = accounts.draw_recovery(db, boss, NOW)
    accounts.draw_recovery(db, boss, NOW)
    assert accounts.recover(db, "gaelle-c", old, NEW, NOW, CHEAP) is None


@pytest.mark.parametrize("code", ["", "A" * 20, " "])
def test_no_sheet_and_an_empty_code_open_nothing(db, code):
    desk(db)
    assert (
        accounts.recover(db, "gaelle-c", code, NEW, NOW, CHEAP) is None
        and accounts.recover(db, "nobody", code, NEW, NOW, CHEAP) is None
    )


def test_a_weak_new_password_is_refused_and_the_sheet_still_serves(db):
    boss = desk(db)
    code = accounts.draw_recovery(db, boss, NOW)
    for _ in range(6):  # no wrong try: nobody waits for it
        with pytest.raises(BadPassword):
            door.recover(db, "gaelle-c", code, "court", "pc", NOW, CHEAP)
    assert door.recover(db, "gaelle-c", code, NEW, "pc", NOW, CHEAP).counsellor == boss


def test_wrong_codes_of_the_sheet_make_wait_like_wrong_passwords(db):
    desk(db)
    answers = [door.recover(db, "gaelle-c", "X" * 20, NEW, "pc", NOW, CHEAP) for _ in range(6)]
    assert answers[-1].wait_seconds > 0 and enters(db, "gaelle-c", PASSWORD) is None


# ------------------------------------------------------------------------------------------------- the six digits
def with_digits(db):
    boss, secret = desk(db), accounts.new_secret()
    assert not accounts.turn_on(db, boss, secret, "000", NOW) and not accounts.account(db, boss).totp
    assert accounts.turn_on(db, boss, secret, pyotp.TOTP(secret).at(NOW), NOW)
    return boss, pyotp.TOTP(secret)


def test_six_digits_are_asked_once_turned_on_and_each_serves_once(db):
    boss, made = with_digits(db)
    later = NOW + timedelta(minutes=2)
    assert enters(db, "gaelle-c", PASSWORD, "", later) is None
    assert enters(db, "gaelle-c", PASSWORD, made.at(later), later) == boss
    assert enters(db, "gaelle-c", PASSWORD, made.at(later), later) is None


def test_a_clock_one_step_off_is_taken_and_two_is_not(db):
    boss, made = with_digits(db)
    later = NOW + timedelta(minutes=5)
    assert enters(db, "gaelle-c", PASSWORD, made.at(later - timedelta(seconds=65)), later) is None
    assert enters(db, "gaelle-c", PASSWORD, made.at(later - timedelta(seconds=30)), later) == boss


def test_right_digits_with_a_wrong_password_open_nothing_and_are_not_used_up(db):
    boss, made = with_digits(db)
    later = NOW + timedelta(minutes=2)
    assert enters(db, "gaelle-c", "faux", made.at(later), later) is None
    assert enters(db, "gaelle-c", PASSWORD, f"{made.at(later)[:3]} {made.at(later)[3:]}", later) == boss


def test_a_lost_phone_is_cured_by_the_sheet_the_administrator_or_the_terminal(db):
    boss, _made = with_digits(db)
    accounts.recover(db, "gaelle-c", accounts.draw_recovery(db, boss, NOW), NEW, NOW, CHEAP)
    assert enters(db, "gaelle-c", NEW) == boss
    assert enters(db, "gaelle-c", accounts.reset(db, boss, CHEAP)) == boss
    one = desk(db, "x")
    assert enters(db, "gaelle-c", accounts.new_password(db, one, boss, NOW, CHEAP)) == boss


def test_what_is_done_to_accounts_is_in_the_journal_without_a_secret(db):
    boss = desk(db)
    code = accounts.draw_recovery(db, boss, NOW)
    one, password = accounts.add(db, boss, "Yann", "yann", "counsellor", NOW, CHEAP)
    accounts.close(db, boss, one.id, NOW)
    noted = acts.recent(db, boss, 9)
    assert {a.detail for a in noted} == {"feuille de secours", "ajouté", "fermé"} and all(
        code not in repr(a) and password not in repr(a) for a in noted
    )
