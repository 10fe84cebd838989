"""No hole in who may do what: each page, act, file and function refuses whoever the table does not name."""

from __future__ import annotations

import inspect

import pytest
from streamlit.testing.v1 import AppTest

from progress_db import accounts, acts, bin, counsellors, erasing, merging, own_data, people, place, purge
from progress_db.place import Place
from progress_db.rights import NotAllowed
from tests.progress_db.facts import CHEAP, NOW, desk, somebody
from tests.rights import matrix
from tests.ui.conftest import house as house
from tests.ui.conftest import text
from web.app_parts import _routes
from workshops.rights import COUNSELLOR, GUEST, LEARNER, NOBODY, RANKS, SIGNED_IN

ROLE = {GUEST: "guest", LEARNER: "learner", COUNSELLOR: "counsellor", "administrator": "counsellor"}
# Whoever may ask for these: what they show is nobody's.
OPEN = {
    "/connexion", "/connexion/conseiller", "/connexion/secours", "/connexion/nom", "/essai", "/deconnexion", "/c/{code}",
    "/installation", "/etat", "/healthz", "/vos-donnees", "/accessibilite", "/ressources/{path:path}", "/images/{module}/{name}",
    "/favicon.ico", "/favicon.png",
}  # fmt: skip


def test_the_page_of_rights_is_that_of_the_code():
    assert matrix.PAGE.read_text("utf-8") == matrix.written(), "python -m tests.rights.matrix"


def test_every_route_has_a_stated_right():
    known = OPEN | matrix.files().keys() | {f"/{path}" for path in matrix.pages()}
    assert {one.path for one in _routes(None)} - known == set()


def test_every_act_on_somebody_else_names_who_may_do_it():
    """An act without a role acts on the person who clicks: none of them takes a person's id."""
    from importlib import import_module

    for name, ranks in matrix.acts().items():
        if ranks == SIGNED_IN:
            file, act = name.split(": ")
            module = import_module("ui." + file.removesuffix(".py").replace("/", "."))
            found = getattr(module, act, None) or getattr(module, f"_{act}")
            assert not {"person_id", "learner", "source", "account_id"} & set(inspect.signature(found).parameters), name


# ------------------------------------------------------------------------------------------------------- the pages
@pytest.fixture
def ids(house):
    """One account of each rank, on the memory of the screens."""
    with house.memory.connection() as db:
        made = {rank: desk(db, rank, rank) for rank in (COUNSELLOR, "administrator")}
        made |= {LEARNER: people.add_learner(db, "Odette", house.now).id, GUEST: people.add_guest(db, house.now).id}
        place.found(db, Place("EPN", ("Plou",)), house.now)
    return made


@pytest.mark.parametrize("rank", [rank for rank in RANKS if rank != NOBODY])
def test_a_page_that_a_rank_may_not_see_does_not_exist_for_it(house, ids, rank):
    """What comes instead is the rank's own first page: the same title as home."""
    home = house.page(ids[rank], "", ROLE[rank])
    allowed = {path for path, ranks in matrix.pages().items() if rank in ranks}
    for path in sorted(matrix.pages().keys() - allowed):
        at = house.page(ids[rank], path, ROLE[rank], id=ids[LEARNER])
        assert _title(at) == _title(home), (rank, path)
    for path in sorted({"lieu", "comptes", "journal", "carnet"} & allowed):
        assert _title(house.page(ids[rank], path, ROLE[rank])) != _title(home), (rank, path)


def _title(at: AppTest) -> str:
    shown = text(at)
    return shown[shown.find("<h1>") : shown.find("</h1>")]


# -------------------------------------------------------------------------------------------------------- the acts
def _click(only: str) -> None:
    import streamlit as st

    from ui import session

    ran = []
    session.acting(lambda me: ran.append(1), only=only)()
    st.markdown("fait" if ran else "refusé")


@pytest.mark.parametrize("only", ["", "learner", "counsellor", "administrator"])
def test_a_click_does_something_only_for_the_ranks_of_the_table(house, ids, only):
    for rank in RANKS:
        at = AppTest.from_function(_click, kwargs={"only": only})
        if rank != NOBODY:
            at.user = house.page(ids[rank], "", ROLE[rank]).user
        assert (at.run().markdown[0].value == "fait") == (rank in matrix.BY_ROLE[only]), (rank, only)


def test_a_click_of_a_page_drawn_before_the_account_was_closed_does_nothing(house, ids):
    at = AppTest.from_function(_click, kwargs={"only": "counsellor"})
    at.user = house.page(ids[COUNSELLOR], "", "counsellor").user
    with house.memory.connection() as db:
        accounts.close(db, ids["administrator"], ids[COUNSELLOR], house.now)
    assert at.run().markdown[0].value == "refusé"


# ---------------------------------------------------------------------------------------------------- the functions
def _calls(db, folder, who, person, other):
    """What each right of the data guards, done by `who`."""
    return {
        "people": [
            lambda: bin.take_out(db, person, who, NOW), lambda: bin.put_back(db, person, who, NOW),
            lambda: merging.merge(db, other, person, who, NOW), lambda: merging.undo(db, other, who, NOW), lambda: purge.keep(db, person, who, NOW),
        ],
        "journal": [lambda: acts.recent(db, who, 9)],
        "export": [lambda: own_data.everything(db, person, who)],
        "place": [lambda: place.change(db, Place("X", ("Plou",)), who)],
        "accounts": [lambda: accounts.accounts(db, who)],
        "erase": [lambda: erasing.erase(db, folder, person, who, NOW)],
    }  # fmt: skip


@pytest.mark.parametrize("rank", [NOBODY, COUNSELLOR, "administrator", "closed"])
def test_the_data_themselves_refuse_who_has_no_right(house, rank):
    with house.memory.connection() as db:
        place.found(db, Place("EPN", ("Plou",)), NOW)
        desk(db, "boss")
        who = desk(db, "x", "counsellor" if rank == "closed" else rank) if rank != NOBODY else somebody(db)
        if rank == "closed":
            accounts.close(db, "boss", who, NOW)
        held = rank if rank in RANKS else NOBODY
        person, other = somebody(db, "Odette"), somebody(db, "Odette L.")
        for right, calls in _calls(db, house.memory.folder, who, person, other).items():
            for call in calls:
                if held in matrix.RIGHTS[right]:
                    call()
                else:
                    with pytest.raises(NotAllowed):
                        call()


def test_every_account_function_refuses_who_is_no_administrator(house):
    with house.memory.connection() as db:
        boss, one = desk(db, "boss"), desk(db, "x", "counsellor")
        for call in (
            lambda: accounts.add(db, one, "A", "aaa", "counsellor", NOW, CHEAP),
            lambda: accounts.set_role(db, one, one, "administrator", NOW),
            lambda: accounts.close(db, one, boss, NOW),
            lambda: accounts.reopen(db, one, boss, NOW),
            lambda: accounts.new_password(db, one, boss, NOW, CHEAP),
        ):
            with pytest.raises(NotAllowed):
                call()
        assert len(counsellors.counsellors(db)) == 2 and accounts.account(db, boss).administrator
