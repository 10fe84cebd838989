"""No hole in who may do what: each page, act, file and function refuses whoever the table does not name."""

from __future__ import annotations

import inspect
from importlib import import_module

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
    "/connexion", "/connexion/conseiller", "/connexion/secours", "/connexion/nom", "/essai", "/deconnexion", "/c/{code}", "/lieux", "/chez/{name}", "/chez/{name}/c/{code}",
    "/installation", "/etat", "/healthz", "/metrics", "/reparation", "/vos-donnees", "/accessibilite", "/ressources/{path:path}", "/images/{module}/{name}",
    "/favicon.ico", "/favicon.png",
}  # fmt: skip


def test_the_page_of_rights_is_that_of_the_code():
    assert matrix.PAGE.read_text("utf-8") == matrix.written(), "python -m tests.rights.matrix"


def test_every_route_has_a_stated_right():
    known = OPEN | matrix.files().keys() | {f"/{path}" for path in matrix.pages()}
    assert {one.path for one in _routes(None)} - known == set()


def test_every_act_on_somebody_else_names_who_may_do_it():
    """An act without a role acts on the person who clicks: none of them takes a person's id."""
    for name, ranks in matrix.acts().items():
        file, act = name.split(": ")
        if ranks == SIGNED_IN and act not in matrix.INDIRECT.get(file, {}):
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
# Where nobody's work is read or written: the engine, the door's counts, backups (the server's own).
HOUSEHOLD = {"engine", "schema", "rights", "tries", "backup", "check", "keeper", "moving"}
# What anybody's page needs and holds nobody's work, or what only a function that has asked already calls.
UNASKED = {
    "place.place", "purge.months", "room.open_now", "room.computer", "counsellors.counsellor",
    "sessions.seat", "sessions.close_session", "sessions.tab_opened", "sessions.tab_closed",
    "practices.journal", "practices.append", "practices.finish",  # by a drawn id, that only `current` gives
    "acts.write", "bin.hide", "erasing.note", "log.deal", "people.erase", "people.forget_guest",
}  # fmt: skip


def test_every_function_of_the_data_asks_for_a_right_or_is_named_here():
    found = set()
    for module in {name.split(".")[0] for name in matrix.asked()}:
        for name, one in vars(import_module(f"progress_db.{module}")).items():
            ours = inspect.isfunction(one) and one.__module__ == f"progress_db.{module}" and not name.startswith("_")
            if ours and next(iter(inspect.signature(one).parameters), "") == "db":
                found.add(f"{module}.{name}")
    assert found - matrix.asked().keys() == UNASKED


def test_every_module_of_the_data_is_looked_at():
    """A new file that takes a connection is in the register, or holds nobody's work."""
    known = {name.split(".")[0] for name in matrix.asked()} | HOUSEHOLD
    for path in (matrix.ROOT / "progress_db").glob("[!_]*.py"):
        takes = any(
            line.startswith("def ") and "(db: Db" in line and not line.startswith("def _")
            for line in path.read_text("utf-8").split("\n")
        )
        assert not takes or path.stem in known, path.stem


@pytest.mark.parametrize("rank", [*RANKS, "closed"])
def test_the_data_themselves_refuse_who_has_no_right(house, rank):
    with house.memory.connection() as db:
        place.found(db, Place("EPN", ("Plou",)), NOW)
        who = _somebody_of(db, rank)
        other = people.add_learner(db, "Odette", NOW).id
    for name, one in matrix.asked().items():
        named = _arguments(one.function, house.memory.folder, who)
        held = rank if rank in RANKS else NOBODY
        with house.memory.connection(by=who) as db:
            told = _refused(one.function, db, {**named, **({one.own: other} if one.own else {})})
            assert told == (held not in matrix.RIGHTS[one.right]), (rank, name)
            if one.own and held != NOBODY:
                assert not _refused(one.function, db, {**named, one.own: who}), (rank, name, "her own")


def _somebody_of(db, rank: str) -> str:
    desk(db, "boss")
    if rank in (COUNSELLOR, "administrator", "closed"):
        who = desk(db, "x", COUNSELLOR if rank == "closed" else rank)
        if rank == "closed":
            accounts.close(db, "boss", who, NOW)
        return who
    made = {GUEST: people.add_guest, LEARNER: lambda db, now: people.add_learner(db, "Maryvonne", now)}.get(rank)
    return made(db, NOW).id if made else ""


def _arguments(function, folder, who) -> dict[str, object]:
    """Words and moments in the place of what is asked: nobody of these names exists, the right is asked before."""
    said = {
        "now": NOW,
        "folder": folder,
        "who": who,
        "by": who,
        "cost": CHEAP,
        "since": NOW,
        "until": NOW,
        "place_": Place("X", ("Plou",)),
    }
    asked = list(inspect.signature(function).parameters.values())[1:]
    return {one.name: said.get(one.name, "x") for one in asked if one.default is inspect.Parameter.empty}


def _refused(function, db, named: dict[str, object]) -> bool:
    """Whether it says that this account may not; what was done is undone."""
    try:
        with db.transaction():
            function(db, **named)
            raise Undone
    except NotAllowed:
        return True
    except Exception:  # it was let in, and the words of the test led nowhere
        return False


class Undone(Exception):
    pass


def test_a_right_named_by_hand_is_asked_too(house):
    """The functions that are told who acts ask for that person's right, and not for the connection's only."""
    with house.memory.connection() as db:
        one, person = desk(db, "x", "counsellor"), somebody(db, "Odette")
        accounts.close(db, desk(db, "boss"), one, NOW)
        for call in (
            lambda: bin.take_out(db, person, one, NOW), lambda: bin.put_back(db, person, one, NOW),
            lambda: merging.merge(db, somebody(db, "O"), person, one, NOW), lambda: merging.undo(db, person, one, NOW),
            lambda: purge.keep(db, person, one, NOW), lambda: acts.recent(db, one, 9), lambda: own_data.everything(db, person, one),
            lambda: place.change(db, Place("X", ("Plou",)), one), lambda: accounts.accounts(db, one),
            lambda: erasing.erase(db, house.memory.folder, person, one, NOW),
        ):  # fmt: skip
            with pytest.raises(NotAllowed):
                call()


def test_a_connection_given_back_is_held_for_nobody(house):
    with house.memory.connection(by="somebody") as db:
        raw = db.raw
    with house.memory.connection() as db:
        assert db.raw is raw and db.by is None


def test_only_the_entrance_and_the_state_of_the_site_take_a_connection_of_the_server():
    """Screens take theirs from `session.opened`, files from `House.connection`: both say for whom."""
    server = {
        "guard.py",
        "setup.py",
        "sign_in.py",
        "state.py",
        "recovery.py",
        "room.py",
        "house.py",
        "metrics.py",
        "vitals.py",
        "places.py",
    }
    assert {path.name for path in (matrix.ROOT / "web").glob("*.py") if "memory.connection(" in path.read_text("utf-8")} == server
    assert [path.name for path in (matrix.ROOT / "ui").rglob("*.py") if "memory.connection(" in path.read_text("utf-8")] == [
        "session.py"
    ]


def test_no_act_hides_behind_another_name():
    assert matrix.indirect() == matrix.INDIRECT.keys()


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
