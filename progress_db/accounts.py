"""The counsellors' accounts: added, closed, opened again, made administrator or not; passwords drawn, recovered, codes of six digits.

Every function that changes another's account is told `by` whom, and refuses who may not."""

from __future__ import annotations

import hmac
import json
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from progress_db import acts, counsellors
from progress_db.cards import LETTERS
from progress_db.counsellors import Counsellor
from progress_db.engine import Db
from progress_db.errors import Gone, Refusal
from progress_db.hashing import STRONG, Cost, digest
from progress_db.moments import to_text
from progress_db.rights import asks, require

ROLES = {"counsellor": "Conseiller ou remplaçant", "administrator": "Administrateur"}
GROUP, GROUPS = 5, 4  # a recovery code: 20 signs of 32, 100 bits
STEP = 30  # seconds a six-digit code lasts (RFC 6238)


class BadAccount(Refusal):
    """What would leave the place without an administrator, or one's own account closed."""


@dataclass(frozen=True)
class Account:
    id: str
    name: str
    login: str
    role: str
    closed: bool
    totp: bool
    recovery: bool

    @property
    def administrator(self) -> bool:
        return self.role == "administrator"


@asks("accounts", own="counsellor_id")
def account(db: Db, counsellor_id: str) -> Account | None:
    """One account, or None. Raises StorageProblem."""
    return next((one for one in _all(db) if one.id == counsellor_id), None)


@asks("accounts")
def accounts(db: Db, by: str) -> list[Account]:
    """All of them, the open ones first. Raises NotAllowed, StorageProblem."""
    require(db, by, "accounts")
    return sorted(_all(db), key=lambda one: (one.closed, one.name, one.id))


@asks("accounts")
def add(db: Db, by: str, name: str, login: str, role: str, now: datetime, cost: Cost = STRONG) -> tuple[Counsellor, str]:
    """A new account, and its first password, drawn, to be given once. Raises NotAllowed, BadName, BadLogin, StorageProblem."""
    require(db, by, "accounts")
    password = draw_password()
    with db.transaction():
        one = counsellors.add_counsellor(db, name, login, password, now, cost)
        _set(db, one.id, role=_known(role))
        acts.write(db, by, acts.ACCOUNT, one.id, now, "ajouté")
    return one, password


@asks("accounts")
def set_role(db: Db, by: str, counsellor_id: str, role: str, now: datetime) -> None:
    """Raises NotAllowed, BadAccount (the last administrator), Gone, StorageProblem."""
    require(db, by, "accounts")
    with db.transaction():
        _set(db, counsellor_id, role=_known(role))
        _still_led(db)
        acts.write(db, by, acts.ACCOUNT, counsellor_id, now, "rôle changé")


@asks("accounts")
def close(db: Db, by: str, counsellor_id: str, now: datetime) -> None:
    """Nobody comes in with this account any more; its sessions end. Raises NotAllowed, BadAccount, Gone, StorageProblem."""
    require(db, by, "accounts")
    if by == counsellor_id:
        raise BadAccount("C’est votre compte : un autre administrateur peut le fermer, pas vous.")
    with db.transaction():
        _set(db, counsellor_id, closed_at=to_text(now))
        db.run("DELETE FROM sessions WHERE who = :id", id=counsellor_id)
        _still_led(db)
        acts.write(db, by, acts.ACCOUNT, counsellor_id, now, "fermé")


@asks("accounts")
def reopen(db: Db, by: str, counsellor_id: str, now: datetime) -> None:
    """Raises NotAllowed, Gone, StorageProblem."""
    require(db, by, "accounts")
    with db.transaction():
        _set(db, counsellor_id, closed_at=None)
        acts.write(db, by, acts.ACCOUNT, counsellor_id, now, "rouvert")


@asks("accounts")
def new_password(db: Db, by: str, counsellor_id: str, now: datetime, cost: Cost = STRONG) -> str:
    """Draw a new password for somebody who lost hers; her sessions end, her six-digit codes too. Raises NotAllowed, Gone, StorageProblem."""
    require(db, by, "accounts")
    with db.transaction():
        password = reset(db, counsellor_id, cost)
        acts.write(db, by, acts.ACCOUNT, counsellor_id, now, "mot de passe")
    return password


@asks("accounts")
def reset(db: Db, counsellor_id: str, cost: Cost = STRONG) -> str:
    """The same from the terminal, where whoever holds the machine holds everything. Raises Gone, StorageProblem."""
    password = draw_password()
    with db.transaction():
        counsellors.set_password(db, counsellor_id, password, cost)
        _set(db, counsellor_id, totp=None)
    return password


def draw_password() -> str:
    """Sixteen signs easy to copy: 80 bits."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4)).lower()


# ------------------------------------------------------------------------------------------------ the recovery sheet
@asks("accounts", own="counsellor_id")
def draw_recovery(db: Db, counsellor_id: str, now: datetime) -> str:
    """Draw the code of the recovery sheet; the one before is dead; only its hash is kept. Raises Gone, StorageProblem."""
    code = " ".join("".join(secrets.choice(LETTERS) for _ in range(GROUP)) for _ in range(GROUPS))
    with db.transaction():
        _set(db, counsellor_id, recovery=_hidden(code))
        acts.write(db, counsellor_id, acts.ACCOUNT, counsellor_id, now, "feuille de secours")
    return code


@asks("server")
def recover(db: Db, login: str, code: str, password: str, now: datetime, cost: Cost = STRONG) -> str | None:
    """A new password with the code of the sheet, which serves once; the six-digit codes end. Gives the account's id, or None when
    the login and the code do not go together. The caller counts the tries. Raises BadPassword, StorageProblem."""
    name = counsellors.normal_login(login)
    kept = cost.hash(counsellors.good_password(password, name))
    with db.transaction():  # read inside: of two hands with one code, one is late
        row = db.one("SELECT id, recovery FROM counsellors WHERE login = :login AND closed_at IS NULL", login=name)
        if not hmac.compare_digest((row and row["recovery"]) or "nothing", _hidden(code)) or row is None:
            return None
        _set(db, row["id"], password=kept, recovery=None, totp=None)
        db.run("DELETE FROM sessions WHERE who = :id", id=row["id"])
        acts.write(db, row["id"], acts.ACCOUNT, row["id"], now, "feuille de secours utilisée")
    return row["id"]


# ------------------------------------------------------------------------------------------------- six-digit codes
def new_secret() -> str:
    """A secret for an application of codes (RFC 6238), not kept yet."""
    import pyotp

    return pyotp.random_base32()


@asks("accounts", own="counsellor_id")
def turn_on(db: Db, counsellor_id: str, secret: str, code: str, now: datetime) -> bool:
    """Keep the secret once the person has shown a right code of it. Raises Gone, StorageProblem."""
    step = _step_of(secret, code, now, 0)
    if step is None:
        return False
    with db.transaction():
        _set(db, counsellor_id, totp=json.dumps({"secret": secret, "last": step}))
        acts.write(db, counsellor_id, acts.ACCOUNT, counsellor_id, now, "code à 6 chiffres : oui")
    return True


@asks("accounts", own="counsellor_id")
def turn_off(db: Db, counsellor_id: str, now: datetime) -> None:
    """Raises Gone, StorageProblem."""
    with db.transaction():
        _set(db, counsellor_id, totp=None)
        acts.write(db, counsellor_id, acts.ACCOUNT, counsellor_id, now, "code à 6 chiffres : non")


@asks("server")
def code_right(db: Db, counsellor_id: str, code: str, now: datetime) -> bool:
    """Whether this account asks for no code, or this is its code now (one step before or after is taken), not used yet: it is then
    used. Raises StorageProblem."""
    with db.transaction():
        row = db.one("SELECT totp FROM counsellors WHERE id = :id", id=counsellor_id)
        if row is None or not row["totp"]:
            return row is not None
        kept = json.loads(row["totp"])
        step = _step_of(kept["secret"], code, now, kept["last"])
        if step is not None:
            _set(db, counsellor_id, totp=json.dumps({**kept, "last": step}))
    return step is not None


@asks("server")
def code_fits(db: Db, counsellor_id: str, code: str, now: datetime) -> bool:
    """The same, on a base that can only be read: the code is not used up. Raises StorageProblem."""
    row = db.one("SELECT totp FROM counsellors WHERE id = :id", id=counsellor_id)
    if row is None or not row["totp"]:
        return row is not None
    kept = json.loads(row["totp"])
    return _step_of(kept["secret"], code, now, kept["last"]) is not None


@asks("server")
def digits_asked(db: Db) -> bool:
    """Whether any account of the place asks for six digits: else the sign-in page has no field for them. Raises StorageProblem."""
    return db.one("SELECT id FROM counsellors WHERE totp IS NOT NULL AND closed_at IS NULL") is not None


def _step_of(secret: str, code: str, now: datetime, last: int) -> int | None:
    import pyotp

    typed = "".join(c for c in str(code)[:40] if c.isdigit())
    made, present = pyotp.TOTP(secret, interval=STEP), int(now.timestamp()) // STEP
    steps = [step for step in (present, present - 1, present + 1) if step > last]
    return next((step for step in steps if hmac.compare_digest(made.at(step * STEP), typed)), None)


def _hidden(code: str) -> str:
    return digest("".join(c for c in str(code)[:200].upper() if c in LETTERS), "recovery")


def _known(role: str) -> str:
    if role not in ROLES:
        raise BadAccount("Choisissez un rôle dans la liste.")
    return role


def _still_led(db: Db) -> None:
    if not db.one("SELECT id FROM counsellors WHERE role = 'administrator' AND closed_at IS NULL"):
        raise BadAccount("Il faut au moins un administrateur. Donnez d’abord ce rôle à quelqu’un d’autre.")


def _set(db: Db, counsellor_id: str, **values: Any) -> None:
    columns = ", ".join(f"{name} = :{name}" for name in values)
    if not db.run(f"UPDATE counsellors SET {columns} WHERE id = :id", id=counsellor_id, **values):
        raise Gone


def _all(db: Db) -> list[Account]:
    rows = db.all("SELECT id, name, login, role, closed_at, totp, recovery FROM counsellors")
    return [
        Account(
            row["id"], row["name"], row["login"], row["role"], bool(row["closed_at"]), bool(row["totp"]), bool(row["recovery"])
        )
        for row in rows
    ]
