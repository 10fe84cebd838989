"""The counsellors: a name, a login, a real password."""

from __future__ import annotations

import unicodedata
import uuid
from dataclasses import dataclass
from datetime import datetime

from progress_db.engine import Db
from progress_db.errors import BadLogin, BadPassword, Conflict, Gone
from progress_db.hashing import STRONG, Cost, verify
from progress_db.moments import to_text
from progress_db.names import clean_name
from progress_db.rights import asks

SHORTEST = 12


@dataclass(frozen=True)
class Counsellor:
    id: str
    name: str
    login: str


@asks("accounts")
def add_counsellor(
    db: Db, name: str, login: str, password: str, now: datetime, cost: Cost = STRONG, counsellor_id: str | None = None
) -> Counsellor:
    """Raises BadName, BadLogin, BadPassword (each with a French message), StorageProblem."""
    one = Counsellor(counsellor_id or str(uuid.uuid4()), clean_name(name), normal_login(login))
    if not 3 <= len(one.login) <= 60 or not all(c.isalnum() or c in ".-_@" for c in one.login):
        raise BadLogin("Choisissez un identifiant de 3 à 60 signes\u00a0: des lettres, des chiffres, le point ou le tiret.")
    kept = cost.hash(good_password(password, one.login))
    try:
        db.run(
            "INSERT INTO counsellors (id, name, login, password, created_at) VALUES (:id, :name, :login, :password, :at)",
            id=one.id, name=one.name, login=one.login, password=kept, at=to_text(now),
        )  # fmt: skip
    except Conflict as error:
        raise BadLogin("Cet identifiant est déjà pris. Choisissez-en un autre.") from error
    return one


def counsellor(db: Db, counsellor_id: str) -> Counsellor | None:
    """One counsellor, or None. Raises StorageProblem."""
    row = db.one("SELECT id, name, login FROM counsellors WHERE id = :id", id=counsellor_id)
    return Counsellor(**row) if row else None


@asks("journal")
def counsellors(db: Db) -> list[Counsellor]:
    """All of them, by name. Raises StorageProblem."""
    return [Counsellor(**row) for row in db.all("SELECT id, name, login FROM counsellors ORDER BY name, id")]


@asks("accounts", own="counsellor_id")
def check_password(db: Db, counsellor_id: str, password: str) -> bool:
    """Whether it is this counsellor's password (asked again before an erasure). Not counted: he or she is signed in."""
    row = db.one("SELECT password FROM counsellors WHERE id = :id", id=counsellor_id)
    return bool(row) and verify(row["password"], str(password)[:1000])


@asks("accounts", own="counsellor_id")
def set_password(db: Db, counsellor_id: str, password: str, cost: Cost = STRONG, keep_session: str = "") -> None:
    """Change the password; the sessions opened with the old one are closed, but the one whose digest is `keep_session`.

    Raises BadPassword, Gone, StorageProblem."""
    one = counsellor(db, counsellor_id)
    if one is None:
        raise Gone
    kept = cost.hash(good_password(password, one.login))
    with db.transaction():
        db.run("UPDATE counsellors SET password = :kept WHERE id = :id", kept=kept, id=counsellor_id)
        db.run("DELETE FROM sessions WHERE who = :id AND digest <> :kept", id=counsellor_id, kept=keep_session)


def normal_login(raw: object) -> str:
    """A login as typed, without capitals or spaces around."""
    return unicodedata.normalize("NFC", str(raw or "")[:200]).strip().casefold()


def good_password(password: object, login: str) -> str:
    """The password, if it is hard enough to guess. Raises BadPassword."""
    text = password if isinstance(password, str) else ""
    if len(text) < SHORTEST:
        raise BadPassword(f"Choisissez un mot de passe de {SHORTEST} signes ou plus. Une phrase convient bien.")
    if len(text) > 1000:
        raise BadPassword("Ce mot de passe est trop long. Choisissez-en un de 1\u202f000 signes au plus.")
    if (
        len(set(text)) < 5
        or text.casefold() in (login * 40)[: len(text)]
        or text.casefold().startswith(("motdepasse", "azertyuiop", "123456789"))
    ):
        raise BadPassword("Ce mot de passe se devine vite. Choisissez une phrase à vous, par exemple quatre mots sans rapport.")
    return text
