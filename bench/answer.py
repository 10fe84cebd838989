"""CPU of one quiz answer, its durable commit included, against the tuned empty page, alternated in one run.

    python bench/answer.py [--learners 25] [--think 1] [--seconds 15] [--rounds 3]

Prints CPU-ms per interaction of both, and their ratio: at most 2 (design §10). The load client is
../shared/bench/st_load.py (or the file that ST_LOAD names); it speaks Streamlit's own websocket protocol.
"""

from __future__ import annotations

import argparse
import asyncio
import importlib.util
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from types import ModuleType, SimpleNamespace

ROOT = Path(__file__).resolve().parent.parent
REF = "courriel/reconnaitre-un-piege"
QUESTIONS = 600  # enough for one learner never to reach the end


def load_client() -> ModuleType:
    path = Path(os.environ.get("ST_LOAD", ROOT.parent / "shared" / "bench" / "st_load.py"))
    if not path.exists():
        sys.exit(f"The load client is not there: {path}. Set ST_LOAD to its place.")
    spec = importlib.util.spec_from_file_location("st_load", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules["st_load"] = module
    spec.loader.exec_module(module)
    return module


def guest_cookie(url: str, timeout: float) -> str:
    """Sign in as a guest, as the door's button does; a guest's answers are written like anybody's."""

    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_args):
            return None

    origin = "/".join(url.split("/")[:3])
    request = urllib.request.Request(f"{origin}/essai", data=b"", method="POST", headers={"Origin": origin})
    try:
        answer = urllib.request.build_opener(Stay).open(request, timeout=timeout)
    except urllib.error.HTTPError as redirect:
        answer = redirect
    return "; ".join(c.split(";", 1)[0] for c in answer.headers.get_all("Set-Cookie") or [])


def author_files(folder: Path) -> None:
    """The small author files of the tests, with a quiz long enough for the whole run."""
    for name in ("lessons", "quizzes", "scenarios"):
        shutil.copytree(ROOT / "tests/sample" / name, folder / name)
    blocks = ["---\ntitre: Un long quiz\n---\n"]
    for n in range(QUESTIONS):
        options = "".join(
            f"- [{'x' if i == n % 4 else ' '}] Réponse {i}\n  > Ce que nous disons à la réponse {i}.\n" for i in range(4)
        )
        blocks.append(
            f"\n## Question {n} {{#q{n}}}\n\nQue faites-vous devant ce message ?\n\n{options}\n### Indice\n\nRegardez l’adresse.\n"
        )
    (folder / "quizzes" / f"{REF}.md").write_text("".join(blocks), encoding="utf-8")


def wait(url: str) -> None:
    for _ in range(200):
        try:
            urllib.request.urlopen(url, timeout=1)
            return
        except OSError:
            time.sleep(0.1)
    sys.exit(f"{url} does not answer")


def servers(folder: Path) -> dict[str, tuple[subprocess.Popen, str, list[dict]]]:
    """Both servers, started: name -> (process, page to load, what each learner does)."""
    author_files(folder / "root")
    (folder / "data").mkdir()
    (folder / "clock").write_text("0")
    floor = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        str(ROOT / "bench/floor.py"),
        "--server.port",
        "8791",
        "--server.address",
        "127.0.0.1",
    ]
    floor += [
        "--server.headless",
        "true",
        "--runner.postScriptGC",
        "false",
        "--server.fileWatcherType",
        "none",
        "--browser.gatherUsageStats",
        "false",
    ]
    ours = [
        sys.executable,
        str(ROOT / "tests/browser/serve.py"),
        str(folder / "data"),
        "8792",
        str(folder / "clock"),
        str(folder / "root"),
    ]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    started = {
        "floor": (subprocess.Popen(floor, cwd=folder, **quiet), "http://127.0.0.1:8791/", floor_steps()),
        "answer": (subprocess.Popen(ours, cwd=ROOT, **quiet), f"http://127.0.0.1:8792/?lecon={REF}", answer_steps()),
    }
    wait("http://127.0.0.1:8791/_stcore/health")
    wait("http://127.0.0.1:8792/healthz")
    return started


def floor_steps() -> list[dict]:
    return [{"pick": "réponse", "option": "random"}, {"press": "Valider"}]


def answer_steps() -> dict:
    loop = [{"pick": "Question", "option": "random"}, {"press": "Valider"}]
    return {"setup": [{"goto": "quiz"}], "loop": loop}


def measure(client: ModuleType, options: argparse.Namespace, process: subprocess.Popen, url: str, steps) -> dict:
    args = SimpleNamespace(
        url=url, pid=[process.pid], no_children=False, script=json.dumps(steps), headers={}, timeout=30.0, compression=None,
        no_auto_rerun=True, first_get="/essai" if "lecon" in url else None, seed=1, think=options.think, ramp=3.0, warmup=3.0,
        duration=options.seconds, tag="",
    )  # fmt: skip
    return asyncio.run(client.run(args, options.learners))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--learners", type=int, default=25)
    parser.add_argument("--think", type=float, default=1.0)
    parser.add_argument("--seconds", type=float, default=15.0)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    client = load_client()
    client.get_cookies = guest_cookie
    with tempfile.TemporaryDirectory() as name:
        started = servers(Path(name))
        try:
            costs: dict[str, list[float]] = {label: [] for label in started}
            for _ in range(options.rounds):
                for label, (process, url, steps) in started.items():
                    figures = measure(client, options, process, url, steps)
                    costs[label].append(figures["cpu_ms_per_interaction"])
                    print(
                        f"{label:8} {figures['cpu_ms_per_interaction']} CPU-ms, p50 {figures['all']['p50_ms']} ms,"
                        f" p95 {figures['all']['p95_ms']} ms, {figures['per_s']}/s, {figures['all']['msgs']} messages,"
                        f" errors {figures['errors']} {figures['error_kinds'] or ''}",
                        flush=True,
                    )
        finally:
            for process, _url, _steps in started.values():
                process.terminate()
                process.wait(10)
    floor, answer = (statistics.median(costs[label]) for label in ("floor", "answer"))
    print(f"median: floor {floor} CPU-ms, answer {answer} CPU-ms, ratio {answer / floor:.2f} (at most 2)")


if __name__ == "__main__":
    main()
