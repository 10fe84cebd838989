"""The rights of an account, read from the base at the moment of the act: a page drawn before the account was closed gives none.

A connection knows for whom it is held (`Db.by`, set in one place for the screens and one for the files). A function that reads or
writes people's data says which right it asks for, and whether a person has it over herself."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from inspect import signature
from typing import Any, NamedTuple, TypeVar

from progress_db.engine import Db
from progress_db.errors import Refusal
from workshops.rights import NOBODY, RIGHTS, rank

Function = TypeVar("Function", bound=Callable[..., Any])


class NotAllowed(Refusal):
    """This account may not do that."""


class Asked(NamedTuple):
    """What a function asks for: a right, and the name of the argument that says whose data; empty: one's own gives no right."""

    right: str
    own: str
    function: Callable[..., Any]


ASKED: dict[str, Asked] = {}  # « module.function »; the page of rights and its tests are made from it


def asks(right: str, own: str = "") -> Callable[[Function], Function]:
    """The function is done only for whoever has this `right`, or acts on the data of `own`, an argument, which are hers.

    Held for nobody (`Db.by` is None), a connection is the server's own: the terminal, the entrance, the cleaning. Raises NotAllowed."""

    def guard(function: Function) -> Function:
        place = list(signature(function).parameters).index(own) - 1 if own else None

        @wraps(function)
        def asked(db: Db, *args: Any, **named: Any) -> Any:
            if db.by is not None:
                whose = None if place is None else named[own] if own in named else args[place] if place < len(args) else None
                if whose != db.by:
                    require(db, db.by, right)
            return function(db, *args, **named)

        assert right in RIGHTS, right
        ASKED[f"{function.__module__.removeprefix('progress_db.')}.{function.__name__}"] = Asked(right, own, asked)
        return asked  # type: ignore[return-value]

    return guard


def require(db: Db, who: str, right: str) -> None:
    """Go on only if this counsellor's account is open and has this right. Raises NotAllowed, KeyError for an unknown right,
    StorageProblem."""
    row = db.one("SELECT role, closed_at FROM counsellors WHERE id = :id", id=who)
    held = rank("counsellor", row["role"] == "administrator") if row and not row["closed_at"] else NOBODY
    if held not in RIGHTS[right]:
        raise NotAllowed("Ce compte ne permet pas de faire cela. Demandez à l’administrateur du lieu. Rien n’a été changé.")
