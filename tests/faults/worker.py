"""Records answers in the memory of a folder, and says each id after its commit: what a strace kills at its n-th call. `worker.py FOLDER`"""

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from learning.events import LessonFinished
from progress_db import backup, log, open_memory, people
from progress_db.errors import StorageProblem

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
WHO = "00000000-0000-4000-8000-000000000001"


def work(folder: Path) -> None:
    """A person, eight answers, a backup."""
    memory = open_memory(folder, NOW)
    with memory.connection() as db:
        if people.learner(db, WHO) is None:
            people.add_learner(db, "Odette", NOW, WHO)
    print("person", flush=True)
    for number in range(8):
        with memory.connection() as db:
            log.record(db, WHO, [(f"e{number}", LessonFinished(f"courriel/l{number}"))], NOW + timedelta(minutes=number))
        print(f"e{number}", flush=True)
    backup.backup(folder, NOW)
    print("backup", flush=True)
    memory.close()


if __name__ == "__main__":
    try:
        work(Path(sys.argv[1]))
    except StorageProblem as problem:
        print("calm", problem.message, file=sys.stderr, flush=True)
        sys.exit(3)
