"""The tables, as named migrations that are never edited once published: a change is one more migration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from progress_db import engine
from progress_db.engine import Db

if TYPE_CHECKING:
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations


def _people_and_their_events(db: Database) -> None:
    db.execute(
        "CREATE TABLE learners (id TEXT PRIMARY KEY, name TEXT NOT NULL, guest INTEGER NOT NULL DEFAULT 0 CHECK (guest IN (0, 1)),"
        " text_size INTEGER NOT NULL DEFAULT 100 CHECK (text_size IN (100, 125, 150)), created_at TEXT NOT NULL,"
        " seq INTEGER NOT NULL DEFAULT 0 CHECK (seq >= 0))"
    )
    db.execute(
        "CREATE TABLE events (id TEXT PRIMARY KEY, learner TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,"
        " seq INTEGER NOT NULL CHECK (seq > 0), at TEXT NOT NULL, kind TEXT NOT NULL, about TEXT NOT NULL, content TEXT NOT NULL,"
        " rules TEXT NOT NULL, data TEXT NOT NULL, sum TEXT NOT NULL, UNIQUE (learner, seq))"
    )
    db.execute(
        "CREATE TABLE skills (learner TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE, lesson TEXT NOT NULL,"
        " level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 3), due TEXT, last_seen TEXT, format TEXT NOT NULL, data TEXT NOT NULL,"
        " PRIMARY KEY (learner, lesson))"
    )


def _practices_in_progress(db: Database) -> None:
    db.execute(
        "CREATE TABLE practices (id TEXT PRIMARY KEY, learner TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,"
        " lesson TEXT NOT NULL, number INTEGER NOT NULL, variant TEXT NOT NULL, warm_up INTEGER NOT NULL DEFAULT 0, epoch TEXT NOT NULL,"
        " started_at TEXT NOT NULL, state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'ended', 'dropped')),"
        " length INTEGER NOT NULL DEFAULT 0, UNIQUE (learner, lesson, number))"
    )
    db.execute(
        "CREATE TABLE journal (practice TEXT NOT NULL REFERENCES practices (id) ON DELETE CASCADE, number INTEGER NOT NULL,"
        " at TEXT NOT NULL, entry TEXT NOT NULL, PRIMARY KEY (practice, number))"
    )


def _sign_in(db: Database) -> None:
    db.execute(
        "CREATE TABLE cards (learner TEXT PRIMARY KEY REFERENCES learners (id) ON DELETE CASCADE, code TEXT UNIQUE, pin TEXT,"
        " issued_at TEXT, pin_at TEXT)"
    )
    db.execute(
        "CREATE TABLE counsellors (id TEXT PRIMARY KEY, name TEXT NOT NULL, login TEXT NOT NULL UNIQUE, password TEXT NOT NULL,"
        " created_at TEXT NOT NULL)"
    )
    db.execute(
        "CREATE TABLE sessions (digest TEXT PRIMARY KEY, who TEXT NOT NULL, role TEXT NOT NULL CHECK (role IN ('learner', 'guest',"
        " 'counsellor')), opened_at TEXT NOT NULL, seen_at TEXT NOT NULL, tabs INTEGER NOT NULL DEFAULT 0, alone_since TEXT NOT NULL)"
    )
    db.execute("CREATE INDEX sessions_of ON sessions (who)")
    db.execute("CREATE TABLE tries (what TEXT PRIMARY KEY, failures INTEGER NOT NULL, at TEXT NOT NULL)")
    db.execute("CREATE TABLE misses (id TEXT PRIMARY KEY, computer TEXT NOT NULL, at TEXT NOT NULL)")
    db.execute("CREATE INDEX misses_of ON misses (computer, at)")


def _the_place(db: Database) -> None:
    db.execute(
        "CREATE TABLE place (id INTEGER PRIMARY KEY CHECK (id = 1), name TEXT NOT NULL, villages TEXT NOT NULL, controller TEXT NOT NULL,"
        " dpo_contact TEXT NOT NULL, public_url TEXT NOT NULL, created_at TEXT NOT NULL)"
    )
    db.execute("CREATE TABLE setup (id INTEGER PRIMARY KEY CHECK (id = 1), code TEXT NOT NULL, drawn_at TEXT NOT NULL)")


STEPS = (
    ("0001 people and their events", _people_and_their_events),
    ("0002 practices in progress", _practices_in_progress),
    ("0003 sign-in", _sign_in),
    ("0004 the place", _the_place),
)


def pending(db: Db) -> list[str]:
    """The names of the migrations that this base still needs. Raises StorageProblem."""
    done = applied(db)
    return [name for name, _change in STEPS if name not in done]


def applied(db: Db) -> set[str]:
    """The names of the migrations already made, those of a newer version included. Empty for a file that is not ours."""
    if not db.all("SELECT name FROM sqlite_master WHERE name = '_sqlite_migrations'"):
        return set()
    return {row["name"] for row in db.all("SELECT name FROM _sqlite_migrations WHERE migration_set = 'progress'")}


def migrate(db: Db) -> None:
    """Make the pending migrations, each in one transaction. Raises StorageProblem."""
    from sqlite_utils import Database

    try:
        migrations().apply(Database(db.raw))
    except engine.Failure as error:
        raise engine.calm(error) from error


def migrations() -> Migrations:
    """Our migrations, for sqlite-utils."""
    from sqlite_utils.migrations import Migrations

    made = Migrations("progress")
    for name, change in STEPS:
        made(name=name)(change)
    return made
