"""Pas à pas: the ASGI application (own routes, middleware, the Streamlit script). `make run` starts it; `python app.py --help`."""

from __future__ import annotations

import argparse
import gc
import os
import socket
import sys
from collections.abc import Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import streamlit as st

import ui.screens  # here, not at the first click: what is imported before gc.freeze() costs the collector nothing
import web
import web.logs
from library import open_shelf
from library.follow import followed
from progress_db import Memory, open_memory, place
from progress_db.errors import StorageProblem
from progress_db.keeper import BackupKeeper, Keepers
from progress_db.organisations import Organisations, several
from simulator.window import register
from ui import session
from web.tuning import tune

HERE = Path(__file__).resolve().parent
TROUBLE = "Quelque chose n’a pas marché. Ce n’est pas votre faute, et ce qui était enregistré est gardé. Appuyez sur « Accueil »."


def utc_now() -> datetime:
    return datetime.now(UTC)


def build(data: Path, root: Path = HERE, clock: Callable[[], datetime] = utc_now) -> st.App:
    """The application on this data folder and these author files. `clock` gives the time (UTC): tests move it.

    DATABASE_URL=postgresql://… puts the base there; the folder then holds its backups only. A folder with `organisations/` in it
    serves several organisations that share nothing."""
    url = os.environ.get("DATABASE_URL", "")
    many = Organisations(data, url) if several(data) else None
    memory = Memory(data, None, problem="Choisissez d’abord votre lieu.") if many else open_memory(data, url=url)
    shelf = followed(open_shelf(root))
    session.furnish(session.House(memory, shelf, clock, many))
    routes, middleware = web.door(memory, shelf, root=root, clock=clock, organisations=many)

    @asynccontextmanager
    async def life(_app: Any):
        keeper = Keepers(many, clock) if many else BackupKeeper(memory, clock)
        keeper.start()  # also counts no tab as open any more, and forgets the guests of before
        untune = tune()
        register()  # so that the first page may fetch the window's files before its first run asks for them
        gc.collect()
        gc.freeze()  # what the imports made stays out of the collector's sight: measured, shared notes/performance.md §3
        yield {}
        untune()
        keeper.stop()
        (many or memory).close()

    assert ui.screens
    return st.App(HERE / "ui" / "script.py", lifespan=life, routes=routes, middleware=middleware, on_script_error=trouble)


def trouble(error: BaseException) -> bool:
    """A fault in a screen: a calm sentence for the person, the details in the terminal for whoever maintains it."""
    import logging

    logging.getLogger("pas-a-pas").exception("fault in a screen", exc_info=error)
    st.error(TROUBLE, title="Oups")
    return True


def free_port(wanted: int, address: str) -> int:
    """`wanted` if nobody listens there, else the next free one."""
    for port in range(wanted, wanted + 50):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((address, port))
                return port
            except OSError:
                continue
    raise SystemExit(
        f"Aucun port libre entre {wanted} et {wanted + 49}. Fermez un programme, ou donnez un port : make run PORT=9000"
    )


def main() -> None:
    options = read_options()
    data = Path(options.donnees or os.environ.get("PAS_A_PAS_DATA") or HERE / "data").resolve()
    if options.demo:
        data = data / "demo"
        demo(data)
    web.logs.keep(data)
    port = options.port or free_port(8501, options.adresse)
    app = build(data)
    announce(port, data)
    app.run(config={"server.port": port, "server.address": options.adresse})


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Pas à pas, le numérique à mon rythme.")
    parser.add_argument("--port", type=int, help="le port ; sans lui, le premier libre à partir de 8501")
    parser.add_argument("--adresse", default="0.0.0.0", help="l’adresse d’écoute (127.0.0.1 : cet ordinateur seulement)")
    parser.add_argument("--donnees", help="le dossier des données (data/ par défaut)")
    parser.add_argument("--demo", action="store_true", help="un exemple rempli, à part des vraies données")
    return parser.parse_args()


def announce(port: int, data: Path) -> None:
    """Print where to go and, while the place is not set up, the code that its installation asks for."""
    memory, many = session.house().memory, session.house().organisations
    print(f"\n  Pas à pas est prêt : http://localhost:{port}\n  Données : {data}", flush=True)
    if many:
        print(f"  Lieux : {', '.join(many.names()) or 'aucun encore (python -m progress_db lieu NOM)'}", flush=True)
    elif memory.problem:
        print(f"  ATTENTION : {memory.problem}", flush=True)
    elif not memory.read_only:
        try:
            with memory.connection() as db:
                installed = place.place(db)
            if installed is None:
                print(f"  Code d’installation (une seule fois) : {place.setup_code(memory, utc_now())}", flush=True)
        except StorageProblem as problem:  # PostgreSQL is not there yet: the site says so, and goes on when it is
            print(f"  ATTENTION : {problem.message}", flush=True)
    print("  Pour arrêter : Ctrl + C\n", flush=True)


def demo(data: Path) -> None:
    """Fill an example once: three villages, a counsellor, twelve people with months of history."""
    import random

    from progress_db import demo as example

    memory, shelf = open_memory(data), open_shelf(HERE)
    course = [(p.ref, [s.variant for s in p.variants]) for lesson in shelf.lessons if (p := shelf.practice(lesson.ref))]
    questions = {q.ref: [question.id for question in q.questions] for lesson in shelf.lessons if (q := shelf.quiz(lesson.ref))}
    print(example.fill(memory, course, utc_now(), random.Random(2026), questions=questions), flush=True)
    memory.close()


def __getattr__(name: str) -> Any:
    """`uvicorn app:app` builds the application when it is asked for; importing this file does not."""
    if name == "app":
        return build(Path(os.environ.get("PAS_A_PAS_DATA") or HERE / "data").resolve())
    raise AttributeError(name)


if __name__ == "__main__":
    sys.exit(main())
