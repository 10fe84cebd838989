"""Counsellors: a real password, waits, never a lock."""

import pytest

from progress_db import counsellors, door, hashing, sessions
from progress_db.door import SignIn
from progress_db.errors import BadLogin, BadName, BadPassword
from tests.progress_db.facts import CHEAP, NOW, PASSWORD, after


def add(db, login="gaelle", password=PASSWORD):
    return counsellors.add_counsellor(db, "Gaëlle Le Bris", login, password, NOW, CHEAP)


def come_in(db, login, password, now=NOW, computer="bureau"):
    return door.counsellor_sign_in(db, login, password, computer, now, CHEAP)


def test_a_counsellor_comes_in_with_a_login_and_a_password(db):
    one = add(db, " Gaelle ")
    assert one.login == "gaelle"
    assert come_in(db, "GAELLE", PASSWORD).counsellor == one.id
    assert come_in(db, "gaelle", "autre chose") == come_in(db, "personne", PASSWORD) == SignIn()
    assert counsellors.counsellor(db, one.id) == one == counsellors.counsellors(db)[0]
    assert counsellors.check_password(db, one.id, PASSWORD) and not counsellors.check_password(db, one.id, "x")


def test_a_counsellor_waits_an_hour_at_most_and_is_never_locked(db):
    one = add(db)
    moment, longest = NOW, 0
    for _ in range(20):
        got = come_in(db, "gaelle", "autre chose", moment)
        longest = max(longest, got.wait_seconds)
        assert not got.locked
        moment += (after(seconds=1) - NOW) * (got.wait_seconds + 1)
    assert longest == 3600
    door.unlock_counsellor(db, "gaelle")
    assert come_in(db, "gaelle", PASSWORD, moment).counsellor == one.id


@pytest.mark.parametrize(
    "password", ["", "onze signes", "aaaaaaaaaaaaaaaa", "motdepasse2026", "123456789012", "gaellegaelle", None, "x" * 2000]
)
def test_a_password_is_twelve_signs_or_more_and_not_one_of_the_first_tried(db, password):
    with pytest.raises(BadPassword) as refusal:
        add(db, password=password)
    assert refusal.value.message.startswith(("Choisissez", "Ce mot de passe"))


def test_a_login_is_one_persons(db):
    add(db)
    with pytest.raises(BadLogin, match="déjà pris"):
        add(db, "Gaelle")
    with pytest.raises(BadLogin, match="identifiant"):
        add(db, "<b>")
    with pytest.raises(BadName):
        counsellors.add_counsellor(db, "🙂", "yves", PASSWORD, NOW, CHEAP)


def test_a_new_password_closes_the_sessions_opened_with_the_old_one(db):
    one = add(db)
    token = sessions.open_session(db, one.id, "counsellor", NOW)
    counsellors.set_password(db, one.id, "une autre phrase longue", CHEAP)
    assert sessions.seat(db, sessions.digest(token), NOW) is None
    assert come_in(db, "gaelle", PASSWORD).counsellor is None
    assert come_in(db, "gaelle", "une autre phrase longue").counsellor == one.id


def test_the_default_work_is_argon2id_and_never_less_than_recommended():
    kept = hashing.STRONG.hash("7391")
    assert kept.startswith("$argon2id$v=19$m=32768,t=2,p=1$")
    assert not hashing.verify(hashing.STRONG.nobody(), "7391") and hashing.verify(kept, "7391")
    assert not hashing.verify("", "7391") and not hashing.verify("nonsense", "7391")
