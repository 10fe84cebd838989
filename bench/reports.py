"""What the counsellor's pages cost as the log grows: the group's map, the period's report, what is often missed, the purge, the room's board.

    python -m bench.reports [--events 1000 100000 10000000] [--rounds 9]

For each size, a base is filled by the engine itself (200 people, three years), then each question is asked several times: median
milliseconds, beside the floor of the same run (`SELECT 1`). A flat line means that the page reads summaries, or a bounded period."""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from learning.autonomy import Attempt
from learning.events import PracticeFinished
from learning.progress import SkillProgress
from progress_db import difficulties, groups, log, open_memory, people, purge, queries, reports, room, workshops
from progress_db.engine import Db
from progress_db.moments import to_text
from web.report import villages_rows
from workshops.workshop import Workshop

NOW = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
PEOPLE, LESSONS, DAYS = 200, 53, 1095


def fill(db: Db, events: int) -> tuple[str, list[str]]:
    """People, a group of twelve, a closed and an open workshop, `events` events over three years, the summaries; (workshop, the group)."""
    who = [people.add_learner(db, "Odette", NOW - timedelta(days=DAYS)).id for _ in range(PEOPLE)]
    group = groups.add(db, "Le mardi", NOW)
    groups.set_people(db, group.id, who[:12])
    for name in ("a", "b"):
        workshops.add(
            db,
            Workshop(name, "workshop", "Courriel", "2026-11-20", "14:00", 90, "Plou", themes=("Email",), people=tuple(who[:12])),
            NOW,
        )
    workshops.open_one(db, "a", NOW - timedelta(hours=3))
    for one in who[:8]:
        workshops.set_came(db, "a", one, True, NOW)
    reports.close(db, "a", NOW - timedelta(hours=2))
    workshops.open_one(db, "b", NOW - timedelta(hours=1))
    skill = SkillProgress("courriel/l1", attempts=tuple(Attempt(NOW - timedelta(days=9 - n), f"v{n}", True) for n in range(3)))
    with db.transaction():
        for one in who:
            for lesson in range(LESSONS):
                row = log.summary_row(f"courriel/l{lesson}", SkillProgress(f"courriel/l{lesson}", attempts=skill.attempts))
                db.run(
                    "INSERT INTO skills (learner, lesson, level, due, last_seen, format, data)"
                    " VALUES (:learner, :lesson, :level, :due, :last_seen, :format, :data)",
                    learner=one, **row,
                )  # fmt: skip
        _events(db, events)
    return "b", who[:12]


def _events(db: Db, many: int) -> None:
    """Rows made by the engine: their sums are not ours, nobody checks them here."""
    each = max(many // PEOPLE, 1)
    db.run(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :each)"
        " INSERT INTO events (id, learner, seq, at, kind, about, content, rules, data, sum)"
        " SELECT l.id || '-' || n.i, l.id, n.i, strftime('%Y-%m-%dT%H:%M:%S', :begun, '+' || (n.i * :span / :each) || ' seconds') || '.000000+00:00',"
        " CASE n.i % 3 WHEN 0 THEN 'question_answered' WHEN 1 THEN 'practice_finished' ELSE 'screen_seen' END, 'courriel/l' || (n.i % 53), '', '1',"
        " CASE n.i % 3 WHEN 0 THEN '{\"lesson\":\"courriel/l' || (n.i % 53) || '\",\"question\":\"q1\",\"right\":false,\"answer\":[0],\"said\":\"oui\"}'"
        " WHEN 1 THEN '{\"lesson\":\"courriel/l' || (n.i % 53) || '\",\"variant\":\"v\",\"done\":true,\"help\":\"none\",\"traps\":2,\"traps_accepted\":1,\"genuine\":2,\"genuine_rejected\":0}'"
        " ELSE '{\"lesson\":\"courriel/l' || (n.i % 53) || '\",\"screen\":2}' END, ''"
        " FROM learners l CROSS JOIN n",
        each=each, begun=to_text(NOW - timedelta(days=DAYS))[:19], span=DAYS * 86_400,
    )  # fmt: skip
    db.run("UPDATE learners SET seq = :each", each=each)


def median(asked: Callable[[], object], rounds: int) -> float:
    """Milliseconds."""
    asked()
    times = []
    for _ in range(rounds):
        begun = time.perf_counter()
        asked()
        times.append(1000 * (time.perf_counter() - begun))
    return statistics.median(times)


def measured(db: Db, workshop: str, group: list[str], rounds: int) -> dict[str, float]:
    """Each question of the counsellor's pages, in ms."""
    opened = room.open_now(db)
    assert opened and opened.id == workshop
    return {
        "floor (SELECT 1)": median(lambda: db.one("SELECT 1 AS one"), rounds),
        "map of a group of 12": median(lambda: queries.standings(db, group), rounds),
        "map of 200 people": median(lambda: queries.standings(db), rounds),
        "a person's sheet": median(lambda: log.progress(db, group[0]), rounds),
        "period report (villages)": median(lambda: villages_rows(db, "2026-11-01", "2026-11-30"), rounds),
        "often missed, 30 days": median(lambda: difficulties.answered(db, group, NOW - timedelta(days=30)), rounds),
        "the room's board": median(lambda: room.board(db, opened), rounds),
        "an answer recorded": median(_record(db, group[0]), rounds),
        "purge, once a day": median(lambda: purge.look(db, NOW), min(rounds, 3)),
    }


def _record(db: Db, who: str) -> Callable[[], object]:
    count = iter(range(10**9))
    return lambda: log.record(db, who, [(f"bench-{next(count)}", PracticeFinished("courriel/l1", "v", True, "none"))], NOW)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, nargs="+", default=[1_000, 100_000, 10_000_000])
    parser.add_argument("--rounds", type=int, default=9)
    asked = parser.parse_args()
    table: dict[str, list[float]] = {}
    for many in asked.events:
        with tempfile.TemporaryDirectory() as folder:
            memory = open_memory(Path(folder), NOW)
            with memory.connection() as db:
                begun = time.perf_counter()
                workshop, group = fill(db, many)
                print(f"{many} events written in {time.perf_counter() - begun:.0f} s", file=sys.stderr, flush=True)
                for name, ms in measured(db, workshop, group, asked.rounds).items():
                    table.setdefault(name, []).append(ms)
            memory.close()
    print("| ms, median | " + " | ".join(f"{many:,} events" for many in asked.events) + " |\n|---|" + "---|" * len(asked.events))
    for name, found in table.items():
        print(f"| {name} | " + " | ".join(f"{ms:.2f}" for ms in found) + " |")


if __name__ == "__main__":
    main()
