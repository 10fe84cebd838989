"""A full disk and a damaged base, on the screens: a calm sentence, nothing lost, the way on when it is over."""

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from library import open_shelf
from progress_db import open_memory
from tests.ui.conftest import C7, SAMPLE, House, press, text
from ui import session


@pytest.fixture
def small_disk(tmp_path):
    """A disk of two megabytes. Needs root; elsewhere the same is tried by the tests of the memory."""
    folder = tmp_path / "disque"
    folder.mkdir()
    if os.name == "nt" or os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)], capture_output=True).returncode:
        pytest.skip("this machine does not let us mount a small disk")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=False)


def furnished(folder: Path) -> House:
    memory, shelf = open_memory(folder), open_shelf(SAMPLE)
    rooms = House(memory, datetime(2026, 11, 23, 14, 0, tzinfo=UTC))
    session.furnish(session.House(memory, lambda: shelf, lambda: rooms.now))
    return rooms


def fill(folder: Path) -> Path:
    """Fill the disk to its last byte."""
    ballast = folder / "lest"
    with ballast.open("wb", buffering=0) as file:
        for size in (65536, 512, 1):
            try:
                while True:
                    file.write(b"x" * size)
            except OSError:
                pass
    return ballast


def test_a_full_disk_says_so_keeps_what_was_confirmed_and_all_goes_on_when_there_is_room(small_disk):
    house = furnished(small_disk)
    who = house.person("Odette")
    at = press(house.page(who, "quiz", lecon=C7), "Je ne sais pas")
    ballast = fill(small_disk)
    for _ in range(4):
        at = press(at, "Je ne sais pas")
        assert not at.exception
        if at.warning:
            break
    assert "disque est plein" in text(at)
    confirmed = house.progress(who).seq
    ballast.unlink()
    at = press(at, "Je ne sais pas")
    assert not at.exception and house.progress(who).seq == confirmed + 1
    house.memory.close()


def test_a_practice_on_a_full_disk_stays_on_show_and_ends_when_there_is_room(small_disk):
    house = furnished(small_disk)
    who = house.person("Odette")
    at = press(house.page(who, "entrainement", lecon=C7), "Mon tri est terminé")  # asked once, meant the second time
    ballast = fill(small_disk)
    at = press(at, "Mon tri est terminé")
    if at.warning:
        assert "disque est plein" in text(at) and at.get("bidi_component")
        ballast.unlink()
        at = press(at, "Mon tri est terminé")
    assert not at.exception and len(house.progress(who).skill(C7).attempts) == 1
    house.memory.close()


def test_a_damaged_base_shows_the_last_backup_says_so_and_writes_nothing(tmp_path):
    from progress_db import backup

    house = furnished(tmp_path)
    who = house.person("Odette")
    press(house.page(who, "lecon", lecon=C7), "Suivant")
    with house.memory.connection() as db:
        from progress_db import sessions

        token = sessions.open_session(db, who, "learner", house.now)
    backup.backup(tmp_path, house.now)
    house.memory.close()
    (tmp_path / "progress.db").write_bytes(b"abime" * 2000)
    for left in tmp_path.glob("progress.db-*"):
        left.unlink()
    again = open_memory(tmp_path)
    assert again.read_only and "sauvegarde" in again.problem
    with again.connection() as db:
        assert [row["name"] for row in db.all("SELECT name FROM learners")] == ["Odette"]
        assert sessions.seat(db, sessions.digest(token), house.now) is None  # nobody is signed in on a copy
    assert (tmp_path / "progress.db").read_bytes().startswith(b"abime")
    again.close()
