"""Start the real application for a journey: serve.py DATA PORT CLOCK_FILE. The file holds the hours to add to the clock; « now »
instead of a file: the clock of the machine, as in real life."""

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from app import HERE, build, utc_now

data, port, shift = Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
root = Path(sys.argv[4]) if len(sys.argv) > 4 else HERE


def clock() -> datetime:
    return datetime.now(UTC) + timedelta(hours=float(shift.read_text() or 0))


sys.argv = [str(HERE / "app.py")]  # so that Streamlit reads the shipped .streamlit/config.toml
build(data, root, utc_now if shift.name == "now" else clock).run(config={"server.port": port, "server.address": "127.0.0.1"})
