"""The place: the public digital space, its villages, who answers for the data. Set up once, with a code from the terminal."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from datetime import datetime

from progress_db.cards import LETTERS
from progress_db.counsellors import add_counsellor
from progress_db.engine import Db
from progress_db.errors import AlreadySetUp, BadName, WrongCode
from progress_db.hashing import STRONG, Cost, digest
from progress_db.memory import Memory
from progress_db.moments import to_text
from progress_db.rights import asks, require
from workshops.keeping import LONGEST, SHORTEST, USUAL

CODE_LENGTH = 8
_FACTS = ("name", "villages", "controller", "dpo_contact", "public_url", "keep_months", "accessibility_contact")
TAKEN = "Ce lieu est déjà installé. Connectez-vous avec le compte du conseiller."


@dataclass(frozen=True)
class Place:
    name: str
    villages: tuple[str, ...]
    controller: str = ""
    dpo_contact: str = ""
    public_url: str = ""
    keep_months: int = USUAL
    accessibility_contact: str = ""


def place(db: Db) -> Place | None:
    """The place, or None before it is set up. Raises StorageProblem."""
    row = db.one(f"SELECT {', '.join(_FACTS)} FROM place WHERE id = 1")
    return Place(**{**row, "villages": tuple(json.loads(row["villages"]))}) if row else None


def setup_code(memory: Memory, now: datetime) -> str:
    """Draw the one-time code to print in the terminal; "" once the place is set up. A former code is dead. Raises StorageProblem."""
    code = "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))
    with memory.connection() as db, db.transaction():
        if place(db):
            return ""
        db.run(
            "INSERT INTO setup (id, code, drawn_at) VALUES (1, :code, :at)"
            " ON CONFLICT (id) DO UPDATE SET code = excluded.code, drawn_at = excluded.drawn_at",
            code=_hidden(code), at=to_text(now),
        )  # fmt: skip
    return code


@asks("server")
def set_up(db: Db, place_: Place, name: str, login: str, password: str, code: str, now: datetime, cost: Cost = STRONG) -> str:
    """Make the place and its first counsellor (`name`, `login`, `password`), all or nothing; gives the counsellor's id.

    Raises AlreadySetUp, WrongCode, BadName, BadLogin, BadPassword (each with a French message), StorageProblem."""
    with db.transaction():
        if place(db):
            raise AlreadySetUp(TAKEN)
        kept = db.one("SELECT code FROM setup WHERE id = 1")
        if not kept or not secrets.compare_digest(kept["code"], _hidden(code)):
            raise WrongCode(
                "Ce n’est pas le code écrit dans la fenêtre noire de l’ordinateur. Regardez-le de nouveau, puis recopiez-le."
            )
        counsellor = add_counsellor(db, name, login, password, now, cost)
        found(db, place_, now)
        db.run("DELETE FROM setup")
    return counsellor.id


@asks("server")
def found(db: Db, place_: Place, now: datetime) -> None:
    """Write the place for the first time (set_up asks for the code first). Raises AlreadySetUp, StorageProblem."""
    with db.transaction():
        if place(db):
            raise AlreadySetUp(TAKEN)
        db.run(
            f"INSERT INTO place (id, {', '.join(_FACTS)}, created_at) VALUES (1, {', '.join(f':{one}' for one in _FACTS)}, :at)",
            at=to_text(now),
            **_columns(place_),
        )


@asks("place")
def change(db: Db, place_: Place, by: str) -> None:
    """Write the place's facts again. Raises NotAllowed, BadName (no name, no village), StorageProblem."""
    require(db, by, "place")
    written = _columns(place_)
    if not written["name"]:
        raise BadName("Écrivez le nom de votre espace.")
    if written["villages"] == "[]":
        raise BadName("Écrivez au moins une commune.")
    db.run(f"UPDATE place SET {', '.join(f'{one} = :{one}' for one in _FACTS)} WHERE id = 1", **written)


def _columns(place_: Place) -> dict[str, str | int]:
    villages = [clean for v in place_.villages if (clean := _line(v))]
    return {
        "name": _line(place_.name), "villages": json.dumps(villages, ensure_ascii=False), "controller": _line(place_.controller),
        "dpo_contact": _line(place_.dpo_contact), "public_url": _line(place_.public_url),
        "keep_months": min(max(int(place_.keep_months), SHORTEST), LONGEST),
        "accessibility_contact": _line(place_.accessibility_contact),
    }  # fmt: skip


def _line(raw: str) -> str:
    """One line of printable text, 200 signs at most."""
    return " ".join("".join(c if c.isprintable() else " " for c in str(raw)).split())[:200]


def _hidden(code: str) -> str:
    return digest("".join(c for c in str(code).upper() if c in LETTERS), "setup")
