"""kill -9 at random moments while answers are being recorded: nothing confirmed may be lost, doubled, or half done.

    python bench/crash.py [CYCLES] [SEED]

Each cycle, a fresh process opens the memory and writes (two threads of answers and practice entries; in one cycle of three a
backup as well), saying each id on a pipe after its commit; it is killed after 5 to 250 ms, opening included; another process
then opens what is left and checks it. In one cycle of ten the base itself is being created. POSIX only (fork)."""

from __future__ import annotations

import gc
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from learning.events import PracticeFinished, QuestionAnswered
from learning.progress import add_up
from progress_db import Memory, backup, engine, log, open_memory, people, practices, schema

LESSON = "courriel/joindre-un-fichier"
FOLDER_CYCLES = 50  # a fresh folder now and then: the check reads everything


def main(cycles: int, seed: int) -> int:
    """Run the loop and say what was found; 0 when nothing was lost, doubled or damaged."""
    schema.migrations()  # imported before the forks: else a child spends its short life importing
    gc.freeze()
    rng = random.Random(seed)
    root = Path(tempfile.mkdtemp(prefix="crash-"))
    confirmed, begun = 0, time.perf_counter()
    for cycle in range(cycles):
        creating = cycle % 10 == 9
        folder = root / (f"new-{cycle}" if creating else f"base-{cycle // FOLDER_CYCLES}")
        acks = killed(folder, cycle, rng.uniform(0.005, 0.06 if creating else 0.25), rng.randrange(3) == 0)
        faults = in_another_process(lambda folder=folder, acks=acks: check(folder, acks))
        confirmed += len(acks)
        if faults:
            print(f"cycle {cycle} (seed {seed}, {folder}):", *faults, sep="\n  ")
            return 1
        if creating or cycle % FOLDER_CYCLES == FOLDER_CYCLES - 1:
            shutil.rmtree(folder, ignore_errors=True)
    shutil.rmtree(root)
    print(f"{cycles} cycles, {confirmed} confirmed, 0 lost, 0 doubled, {time.perf_counter() - begun:.0f} s")
    return 0


def killed(folder: Path, cycle: int, seconds: float, backing_up: bool) -> list[list]:
    """Start a writer, kill it after so long, and give what it had confirmed: [kind, learner or practice, id or number]."""
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(out)
        write(folder, cycle, into, backing_up)
    os.close(into)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    with os.fdopen(out) as pipe:
        lines = pipe.read().splitlines()
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "the writer ended by itself: see its traceback above"
    return [json.loads(line) for line in lines]


def write(folder: Path, cycle: int, into: int, backing_up: bool) -> None:
    """The writer: confirms on the pipe what is committed, until it is killed."""
    memory = open_memory(folder)
    threads = [threading.Thread(target=answers, args=(memory, f"{cycle}-{n}", into)) for n in range(2)]
    if backing_up:
        threads.append(threading.Thread(target=backups, args=(folder,)))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    os._exit(1)


def answers(memory: Memory, name: str, into: int) -> None:
    """One learner's evening: answers, practice entries, ends of practices, each confirmed after its commit."""
    with memory.connection() as db:
        who = people.add_learner(db, "Yves", datetime.now(UTC)).id
    number, practice = 0, ""
    while True:
        with memory.connection() as db:
            now = datetime.now(UTC)
            event = f"{name}-{number}"
            log.record(db, who, [(event, QuestionAnswered(LESSON, f"q{number % 7}", number % 3 > 0, [1], "oui"))], now)
            say(into, "event", who, event)
            if number % 20 == 0:
                practice = practices.start(db, who, LESSON, "mairie", "ep", now).id
            practices.append(db, practice, 1 + 2 * (number % 20), [{"n": number}, {"n": number, "b": 1}], now)
            say(into, "entry", practice, 2 + 2 * (number % 20))
            if number % 20 == 19:
                practices.finish(db, practice, f"{name}-end-{number}", PracticeFinished(LESSON, "mairie", True, "none"), now)
                say(into, "event", who, f"{name}-end-{number}")
        number += 1


def backups(folder: Path) -> None:
    while True:
        backup.backup(folder, datetime.now(UTC))


def say(into: int, *words: object) -> None:
    os.write(into, (json.dumps(words) + "\n").encode())  # shorter than PIPE_BUF: lines never mix


def check(folder: Path, acks: list[list]) -> list[str]:
    """What is wrong in what is left."""
    memory = open_memory(folder)
    if memory.problem:
        return [memory.problem]
    with memory.connection() as db:
        found = db.faults() + [str(row) for row in db.orphans()]
        for row in db.all("SELECT id FROM learners"):
            history = log.history(db, row["id"])
            if [e.seq for e in history] != list(range(1, len(history) + 1)):
                found.append(f"{row['id']}: numbers with a hole")
            if log.progress(db, row["id"]) != add_up(history):
                found.append(f"{row['id']}: saved is not rebuilt")
        ids = [row["id"] for row in db.all("SELECT id FROM events")]
        found += [f"lost: {ack}" for ack in acks if ack[0] == "event" and ids.count(ack[2]) != 1]
        found += journals(db, acks)
    memory.close()
    return found + [f"bad backup: {file}" for file in backup.kept(folder)[:3] if not backup.sound(file)]


def journals(db: engine.Db, acks: list[list]) -> list[str]:
    found = []
    for row in db.all("SELECT p.id, p.length, count(j.number) AS many, max(j.number) AS top FROM practices p"
                      " LEFT JOIN journal j ON j.practice = p.id WHERE p.state <> 'dropped' GROUP BY p.id, p.length"):  # fmt: skip
        if not (row["length"] == row["many"] == (row["top"] or 0)) and row["many"]:
            found.append(f"journal: {row}")
    lengths = {row["id"]: row["length"] for row in db.all("SELECT id, length FROM practices")}
    return found + [f"lost: {ack}" for ack in acks if ack[0] == "entry" and lengths.get(ack[1], 0) < ack[2]]


def in_another_process(work) -> list[str]:
    """Run `work` in a fork, so that this process never opens a base; gives what it gives."""
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            found = work()
        except BaseException as error:
            found = [f"the check failed: {error!r}"]
        os.write(into, json.dumps(found[:20]).encode())
        os._exit(0)
    os.close(into)
    with os.fdopen(out) as pipe:
        text = pipe.read()
    os.waitpid(child, 0)
    return json.loads(text)


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:3]]
    raise SystemExit(main(given[0] if given else 50, given[1] if len(given) > 1 else random.SystemRandom().randrange(10**6)))
