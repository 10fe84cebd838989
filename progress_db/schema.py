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


def _groups_and_optional_facts(db: Database) -> None:
    """What is asked for the report only, each with the right not to answer; groups; people put in the bin or merged."""
    for column in (
        "birth_year INTEGER",
        "commune TEXT NOT NULL DEFAULT ''",
        "gender TEXT NOT NULL DEFAULT ''",
        "status TEXT NOT NULL DEFAULT ''",
        "removed_at TEXT",  # in the bin: can be put back for a month
        "noticed_at TEXT",  # when the counsellor was told that this person will be erased
    ):
        db.execute(f"ALTER TABLE learners ADD COLUMN {column}")
    db.execute("CREATE TABLE learner_groups (id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, created_at TEXT NOT NULL)")
    db.execute(
        "CREATE TABLE members (learner_group TEXT NOT NULL REFERENCES learner_groups (id) ON DELETE CASCADE,"
        " learner TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE, PRIMARY KEY (learner_group, learner))"
    )
    db.execute(
        "CREATE TABLE merges (id TEXT PRIMARY KEY, source TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,"
        " target TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE, at TEXT NOT NULL, events TEXT NOT NULL)"
    )


def _workshops(db: Database) -> None:
    db.execute(
        "CREATE TABLE workshops (id TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('workshop', 'open')), title TEXT NOT NULL,"
        " day TEXT NOT NULL, starts TEXT NOT NULL, minutes INTEGER NOT NULL, village TEXT NOT NULL, place_kind TEXT NOT NULL,"
        " themes TEXT NOT NULL, level TEXT NOT NULL, equipment TEXT NOT NULL, others INTEGER NOT NULL DEFAULT 0,"
        " pin_waived INTEGER NOT NULL DEFAULT 0, created_by TEXT NOT NULL, created_at TEXT NOT NULL, opened_at TEXT, closed_at TEXT,"
        " counts TEXT)"  # counts: the anonymous report, written at closing, which outlives the people
    )
    db.execute("CREATE INDEX workshops_by_day ON workshops (day)")
    db.execute(
        "CREATE TABLE workshop_people (workshop TEXT NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,"
        " learner TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE, came_at TEXT, PRIMARY KEY (workshop, learner))"
    )
    db.execute(
        "CREATE TABLE workshop_lessons (workshop TEXT NOT NULL REFERENCES workshops (id) ON DELETE CASCADE, position INTEGER NOT NULL,"
        " lesson TEXT NOT NULL, note TEXT NOT NULL DEFAULT '', PRIMARY KEY (workshop, position))"
    )


def _the_room_and_the_accounts(db: Database) -> None:
    db.execute("CREATE TABLE computers (id TEXT PRIMARY KEY, label TEXT NOT NULL, marked_at TEXT NOT NULL)")
    db.execute("ALTER TABLE sessions ADD COLUMN computer TEXT")
    db.execute("CREATE TABLE calls (learner TEXT PRIMARY KEY REFERENCES learners (id) ON DELETE CASCADE, at TEXT NOT NULL)")
    db.execute(
        "CREATE TABLE whereabouts (learner TEXT PRIMARY KEY REFERENCES learners (id) ON DELETE CASCADE, page TEXT NOT NULL,"
        " lesson TEXT NOT NULL, step TEXT NOT NULL, since TEXT NOT NULL)"
    )
    for column in ("role TEXT NOT NULL DEFAULT 'administrator'", "totp TEXT", "recovery TEXT", "closed_at TEXT"):
        db.execute(f"ALTER TABLE counsellors ADD COLUMN {column}")
    db.execute(
        "CREATE TABLE acts (id TEXT PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, what TEXT NOT NULL, about TEXT NOT NULL,"
        " detail TEXT NOT NULL DEFAULT '')"
    )
    db.execute("CREATE INDEX acts_by_date ON acts (at)")
    for column in ("keep_months INTEGER NOT NULL DEFAULT 12", "accessibility_contact TEXT NOT NULL DEFAULT ''"):
        db.execute(f"ALTER TABLE place ADD COLUMN {column}")


def _visits(db: Database) -> None:
    """The days on which a person came in, on a computer of the room or elsewhere."""
    db.execute(
        "CREATE TABLE visits (learner TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE, day TEXT NOT NULL,"
        " room INTEGER NOT NULL CHECK (room IN (0, 1)), PRIMARY KEY (learner, day, room))"
    )


def _events_by_date(db: Database) -> None:
    """What a group answered over a period is found without reading the whole log."""
    db.execute("CREATE INDEX events_by_date ON events (at)")


STEPS = (
    ("0001 people and their events", _people_and_their_events),
    ("0002 practices in progress", _practices_in_progress),
    ("0003 sign-in", _sign_in),
    ("0004 the place", _the_place),
    ("0005 groups and optional facts", _groups_and_optional_facts),
    ("0006 workshops", _workshops),
    ("0007 the room and the accounts", _the_room_and_the_accounts),
    ("0008 visits", _visits),
    ("0009 events by date", _events_by_date),
)


def pending(db: Db) -> list[str]:
    """The names of the migrations that this base still needs. Raises StorageProblem."""
    done = applied(db)
    return [name for name, _change in STEPS if name not in done]


def applied(db: Db) -> set[str]:
    """The names of the migrations already made, those of a newer version included. Empty for a file that is not ours."""
    if not isinstance(db.raw, engine.sqlite.Connection):
        from progress_db import postgresql

        return postgresql.applied(db)  # type: ignore[arg-type]
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
