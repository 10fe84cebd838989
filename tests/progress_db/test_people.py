"""People, their names, and guests of whom nothing stays."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learning.events import LessonFinished
from progress_db import log, people, practices, sessions
from progress_db.errors import BadName, Gone
from progress_db.names import LONGEST, clean_name
from tests.progress_db.facts import LESSON, NOW, after, somebody


@pytest.mark.parametrize(
    "name",
    ["Maryvonne", "Jean-Baptiste de La Motte", "Jeannine d’Hervé", "L'Hostis", "Émile", "Le Goff M.", "Anaïs", "Fatima El Amrani", "Nguyễn",
     "Ольга", "O" * 60],
)  # fmt: skip
def test_a_name_is_kept_as_people_write_it(db, name):
    assert people.add_learner(db, name, NOW).name == name
    assert people.learners(db)[0].name == name


@pytest.mark.parametrize(
    "typed, kept",
    [("  Marie   Le  Goff ", "Marie Le Goff"), ("Marie\u00a0Le\u202fGoff\n", "Marie Le Goff"), ("E\u0301mile", "Émile"),
     ("Ma\u200brie\u202e", "Marie"), ("Jean‑Yves", "Jean-Yves"), ("Marie\x00", "Marie")],
)  # fmt: skip
def test_spaces_and_invisible_signs_are_put_right(typed, kept):
    assert clean_name(typed) == kept


@pytest.mark.parametrize(
    "typed, said",
    [("", "Écrivez un prénom"), ("   \u200b", "Écrivez un prénom"), (None, "Écrivez un prénom"), ("Marie 🙂", "avec des lettres"),
     ("<script>alert(1)</script>", "avec des lettres"), ("=1+1", "avec des lettres"), ("Marie2", "avec des lettres"),
     ("...", "au moins une lettre"), ("- '", "au moins une lettre"), ("A" * 61, "en 60 signes au plus"), ("Z\u0300\u0301\u0302", "avec des lettres")],
)  # fmt: skip
def test_what_is_not_a_name_gets_a_plain_sentence(typed, said):
    with pytest.raises(BadName) as refusal:
        clean_name(typed)
    assert said in refusal.value.message


@given(st.text() | st.text(alphabet="aé-'’. <\u0301\u200b1") | st.none() | st.integers())
def test_whatever_comes_it_is_a_clean_name_or_bad_name(raw):
    try:
        name = clean_name(raw)
    except BadName as refusal:
        assert refusal.message.endswith(".")
        return
    assert 1 <= len(name) <= LONGEST and name == name.strip() and "  " not in name
    assert any(c.isalpha() for c in name) and not set(name) & set('<>&"=@\n\t\0')
    assert name == unicodedata.normalize("NFC", name) == clean_name(name)


def test_two_people_may_have_the_same_name(db):
    assert somebody(db) != somebody(db)
    assert len(people.learners(db)) == 2


def test_people_are_in_the_order_of_names_whatever_the_accents(db):
    for name in ("Zoé", "emma", "Émile", "Yves"):
        somebody(db, name)
    assert [p.name for p in people.learners(db)] == ["Émile", "emma", "Yves", "Zoé"]


def test_a_name_and_a_text_size_can_change(db):
    who = somebody(db)
    people.rename(db, who, " Yvonne ")
    people.set_text_size(db, who, 150)
    one = people.learner(db, who)
    assert (one.name, one.text_size, one.card, one.pin, one.locked) == ("Yvonne", 150, False, False, False)
    with pytest.raises(ValueError):
        people.set_text_size(db, who, 500)
    with pytest.raises(Gone):
        people.rename(db, "nobody", "Yves")
    assert people.learner(db, "nobody") is None


def rows(db):
    return {
        t: db.one(f"SELECT count(*) AS n FROM {t}")["n"]
        for t in ("learners", "events", "skills", "practices", "journal", "sessions")
    }


def visit(db, now=NOW):
    """A guest who did something: (learner, digest of the session)."""
    guest = people.add_guest(db, now)
    token = sessions.open_session(db, guest.id, "guest", now)
    log.record(db, guest.id, [(f"e-{guest.id}", LessonFinished(LESSON))], now)
    practice = practices.start(db, guest.id, LESSON, "mairie", "ep", now)
    practices.append(db, practice.id, 1, [{"k": "clic"}], now)
    return guest.id, sessions.digest(token)


def test_nothing_of_a_guest_stays_after_signing_out(db):
    before = rows(db)
    _, session = visit(db)
    assert rows(db) != before and people.learners(db) == []
    sessions.close_session(db, session)
    assert rows(db) == before


def test_nothing_of_a_guest_stays_after_the_session_is_over(db):
    before = rows(db)
    _, session = visit(db)
    assert sessions.seat(db, session, after(minutes=21)) is None
    assert rows(db) == before


def test_at_start_up_guests_who_left_are_forgotten_and_one_who_is_here_is_not(db):
    visit(db)
    here, _ = visit(db, after(minutes=30))
    without_session = people.add_guest(db, NOW)
    assert people.forget_old_guests(db, after(minutes=31)) >= 1
    assert [row["id"] for row in db.all("SELECT id FROM learners")] == [here]
    assert people.learner(db, without_session.id) is None


def test_a_forgotten_guests_answers_are_not_in_the_files_any_more(memory, db):
    guest = people.add_guest(db, NOW)
    token = sessions.open_session(db, guest.id, "guest", NOW)
    practice = practices.start(db, guest.id, LESSON, "mairie", "ep", NOW)
    practices.append(db, practice.id, 1, [{"texte": "mon-mot-tres-reconnaissable"}], NOW)
    sessions.close_session(db, sessions.digest(token))
    for file in memory.folder.glob("progress.db*"):
        assert b"mon-mot-tres-reconnaissable" not in file.read_bytes()


def test_a_person_with_an_account_is_never_forgotten_as_a_guest(db):
    who = somebody(db)
    people.forget_guest(db, who)
    people.forget_old_guests(db, after(days=900))
    assert people.learner(db, who)


def test_an_erased_person_leaves_no_row_and_no_session(db):
    empty = rows(db)
    who = somebody(db)
    sessions.open_session(db, who, "learner", NOW)
    log.record(db, who, [("e1", LessonFinished(LESSON))], NOW)
    people.erase(db, who)
    assert rows(db) == empty
