"""The log of the program: one JSON object a line, a file a day, six months. Never a name, a query or a value: where, and what kind of fault."""

from __future__ import annotations

import json
import logging
import traceback
from datetime import UTC, datetime
from logging.handlers import TimedRotatingFileHandler
from pathlib import Path

FOLDER, FILE = "journaux", "pas-a-pas.jsonl"
DAYS = 183  # CNIL's guide for developers, sheet 8: six months
NAMES = ("pas_a_pas", "pas-a-pas", "simulator")


class Lines(logging.Formatter):
    """A record as JSON. An exception gives its type and its places in our files, not its message: that could hold what was typed."""

    def format(self, record: logging.LogRecord) -> str:
        told = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.msg if record.exc_info else record.getMessage(),
        }
        if record.exc_info and record.exc_info[0]:
            told["error"] = record.exc_info[0].__name__
            told["where"] = [
                f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in traceback.extract_tb(record.exc_info[2])[-12:]
            ]
        return json.dumps(told, ensure_ascii=False)


class _Quiet(TimedRotatingFileHandler):
    def handleError(self, record: logging.LogRecord) -> None:
        """A full disk must not fill the terminal: the line is lost, nothing else."""


def keep(data: Path) -> logging.Handler | None:
    """Write the program's log beside the data; gives the handler, or None when the folder cannot be made."""
    try:
        folder = data / FOLDER
        folder.mkdir(parents=True, exist_ok=True)
        handler = _Quiet(folder / FILE, when="midnight", backupCount=DAYS, encoding="utf-8", delay=True, utc=True)
    except OSError:
        return None
    handler.setFormatter(Lines())
    for name in NAMES:
        logging.getLogger(name).addHandler(handler)
        logging.getLogger(name).setLevel(logging.INFO)
    return handler
