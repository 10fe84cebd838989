"""A full, limited or read-only disk: a calm sentence, nothing confirmed is lost, and all is well again when there is room."""

import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from learning.events import LessonFinished, QuestionAnswered
from progress_db import backup, log, open_memory, people, sessions
from progress_db.errors import ReadOnly, StorageFull, StorageProblem
from progress_db.keeper import BackupKeeper
from tests.progress_db.facts import LESSON, NOW, after, filled, somebody

FULL = "L’enregistrement n’a pas marché\u00a0: le disque est plein. Rien de ce qui était enregistré n’est perdu. Appelez votre conseiller."


@contextmanager
def small_disk(folder: Path, size: str = "1m"):
    """A disk of so much, made of memory; skips the test where we may not mount one."""
    folder.mkdir()
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("needs root on Linux")
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], capture_output=True)
    if mounted.returncode:
        pytest.skip("may not mount here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True, capture_output=True)


def fill(disk: Path) -> None:
    with open(disk / "filler", "wb", buffering=0) as filler:
        for block in (4096, 512, 1):
            try:
                while filler.write(b"x" * block):
                    pass
            except OSError:
                pass


def answer(number: int) -> tuple[str, QuestionAnswered]:
    return f"e{number}", QuestionAnswered(LESSON, f"q{number}", True, [1], "oui " * 40)


def test_a_full_disk_gets_a_sentence_loses_nothing_and_ends_with_the_disk(tmp_path):
    with small_disk(tmp_path / "disk") as disk:
        opened = open_memory(disk, NOW)
        with opened.connection() as db:
            who = somebody(db)
            token = sessions.digest(sessions.open_session(db, who, "learner", NOW))
        fill(disk)
        kept = 0
        with pytest.raises(StorageFull) as problem:
            for number in range(5000):
                with opened.connection() as db:
                    log.record(db, who, [answer(number)], NOW)
                kept += 1
        assert problem.value.message == FULL
        with opened.connection() as db:  # the site is alive: pages read, nobody is signed out
            assert len(log.history(db, who)) == kept == log.progress(db, who).seq
            assert sessions.seat(db, token, after(minutes=1), touch=True)
            sessions.tab_opened(db, token, NOW)
            with pytest.raises(StorageFull):
                backup.backup(disk, NOW)
            assert backup.kept(disk) == []
        keeper = BackupKeeper(opened, lambda: NOW)
        keeper.round(after(hours=1))
        assert "le disque est plein" in keeper.problem
        (disk / "filler").unlink()
        with opened.connection() as db:
            log.record(db, who, [answer(9999)], NOW)
            assert len(log.history(db, who)) == kept + 1
        opened.close()


def test_a_first_start_on_a_full_disk_says_so_and_leaves_nothing_half_made(tmp_path):
    with small_disk(tmp_path / "disk", "64k") as disk:
        fill(disk)
        opened = open_memory(disk, NOW)
        assert "le disque est plein" in opened.problem
        (disk / "filler").unlink()
    assert opened.path is None


@pytest.mark.parametrize("backed_up", [True, False])
def test_a_start_on_a_full_disk_is_not_taken_for_a_damaged_base(tmp_path, backed_up):
    with small_disk(tmp_path / "disk") as disk:
        who = filled(disk)
        if backed_up:
            backup.backup(disk, NOW)
        fill(disk)
        opened = open_memory(disk, NOW)
        assert opened.problem == FULL
        keeper = BackupKeeper(opened, lambda: NOW)
        keeper.start()
        with pytest.raises(StorageProblem) as problem, opened.connection():
            pass
        assert problem.value.message == FULL
        (disk / "filler").unlink()
        with opened.connection() as db:  # no restart
            log.record(db, who, [answer(2)], NOW)
            assert [e.id for e in log.history(db, who)] == ["e1", "e2"]
        assert opened.problem is None and not opened.read_only
        keeper.stop()
        assert len(backup.kept(disk)) == 1
        opened.close()


def test_a_folder_that_may_only_be_read_is_shown_and_says_so(tmp_path):
    with small_disk(tmp_path / "disk", "4m") as disk:
        who = filled(disk)
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        opened = open_memory(disk, NOW)
        assert opened.read_only and "protégé contre l’écriture" in opened.problem
        with opened.connection() as db:
            assert [e.id for e in log.history(db, who)] == ["e1"]
            with pytest.raises(ReadOnly, match="seulement lire"):
                log.record(db, who, [("e2", LessonFinished(LESSON))], NOW)


LIMITED = """
import resource, sys
from pathlib import Path
from progress_db import open_memory, log, people
from progress_db.errors import StorageFull
from tests.progress_db.facts import NOW, somebody
from tests.progress_db.test_full_disk import answer
memory = open_memory(Path(sys.argv[1]), NOW)
with memory.connection() as db:
    who = somebody(db)
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, resource.RLIM_INFINITY))
    kept, said = 0, ""
    try:
        while kept < 5000:
            log.record(db, who, [answer(kept)], NOW)
            kept += 1
    except StorageFull as problem:
        said = problem.message
    assert "le disque est plein" in said, said
    assert 10 < kept == len(log.history(db, who)) == log.progress(db, who).seq, kept
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    log.record(db, who, [answer(9999)], NOW)
with memory.connection() as db:
    assert len(log.history(db, who)) == kept + 1
memory.close()
print("well again")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit")
def test_a_limit_on_the_size_of_files_gets_the_same_sentence_and_the_same_connection_goes_on(tmp_path):
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", LIMITED, str(tmp_path)], capture_output=True, text=True, cwd=root, timeout=60)
    assert done.stdout == "well again\n", done.stderr


def test_people_are_read_while_nothing_can_be_written(tmp_path):
    filled(tmp_path)
    opened = open_memory(tmp_path, NOW)
    with opened.connection() as db:
        db.read_only = True
        assert [p.name for p in people.learners(db)] == ["Maryvonne"]
        with pytest.raises(ReadOnly):
            people.add_learner(db, "Yves", NOW)
    opened.close()
