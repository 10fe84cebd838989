"""The program's log: JSON, dated, rotated; a fault says where, never what was typed."""

import json
import logging

from web import logs


def lines(folder):
    return [json.loads(line) for line in (folder / logs.FOLDER / logs.FILE).read_text("utf-8").splitlines()]


def kept(tmp_path):
    handler = logs.keep(tmp_path)
    try:
        log = logging.getLogger("pas_a_pas.web")
        log.error("card: %s", "no paper")
        try:
            raise ValueError("Maryvonne, 1234")
        except ValueError:
            log.exception("%s failed", "/carte.pdf")
    finally:
        for name in logs.NAMES:
            logging.getLogger(name).removeHandler(handler)
        handler.close()
    return handler


def test_a_fault_says_its_kind_and_its_place_and_nothing_of_anybody(tmp_path):
    kept(tmp_path)
    first, second = lines(tmp_path)
    assert first["event"] == "card: no paper" and first["level"] == "error" and first["at"].endswith("+00:00")
    assert second["error"] == "ValueError" and second["where"][-1].startswith("test_logs.py:")
    assert "Maryvonne" not in json.dumps([first, second]) and "1234" not in json.dumps([first, second])


def test_six_months_are_kept_a_file_a_day(tmp_path):
    handler = kept(tmp_path)
    assert handler.when == "MIDNIGHT" and handler.backupCount == 183


def test_a_folder_that_cannot_be_made_stops_nothing(tmp_path):
    (tmp_path / logs.FOLDER).write_text("a file in its place")
    assert logs.keep(tmp_path) is None
