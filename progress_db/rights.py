"""The rights of an account, read from the base at the moment of the act: a page drawn before the account was closed gives none."""

from __future__ import annotations

from progress_db.engine import Db
from progress_db.errors import Refusal
from workshops.rights import NOBODY, RIGHTS, rank


class NotAllowed(Refusal):
    """This account may not do that."""


def require(db: Db, who: str, right: str) -> None:
    """Go on only if this counsellor's account is open and has this right. Raises NotAllowed, KeyError for an unknown right,
    StorageProblem."""
    row = db.one("SELECT role, closed_at FROM counsellors WHERE id = :id", id=who)
    held = rank("counsellor", row["role"] == "administrator") if row and not row["closed_at"] else NOBODY
    if held not in RIGHTS[right]:
        raise NotAllowed("Ce compte ne permet pas de faire cela. Demandez à l’administrateur du lieu. Rien n’a été changé.")
