"""The servers that the measures compare: the tuned empty page, stock Streamlit, and the real application on real author files."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
QUIZ = "courriel/reconnaitre-un-piege"
PRACTICE = "courriel/ouvrir-un-message"
QUESTIONS = 600  # enough for one learner never to reach the end
QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


def wait(url: str) -> None:
    """Until the server answers there; leaves the program when it never does."""
    for _ in range(600):
        try:
            urllib.request.urlopen(url, timeout=1)
            return
        except OSError:
            time.sleep(0.05)
    sys.exit(f"{url} does not answer")


def author_files(folder: Path) -> Path:
    """The real author files, with one quiz made long enough for a whole measure."""
    for name in ("lessons", "quizzes", "scenarios", "diagnosis", "facts", "plans"):
        shutil.copytree(ROOT / name, folder / name)
    blocks = ["---\ntitre: Un long quiz\n---\n"]
    for n in range(QUESTIONS):
        options = "".join(
            f"- [{'x' if i == n % 4 else ' '}] Réponse {i}\n  > Ce que nous disons à la réponse {i}.\n" for i in range(4)
        )
        blocks.append(
            f"\n## Question {n} {{#q{n}}}\n\nQue faites-vous devant ce message ?\n\n{options}\n### Indice\n\nRegardez l’adresse.\n"
        )
    (folder / "quizzes" / f"{QUIZ}.md").write_text("".join(blocks), encoding="utf-8")
    return folder


@contextmanager
def empty_page(folder: Path, port: int, script: str = "floor.py", tuned: bool = True) -> Iterator[tuple[subprocess.Popen, str]]:
    """An empty page of Streamlit, `tuned` as ours is or stock; gives (process, address)."""
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "bench" / script), "--server.port", str(port)]
    command += ["--server.address", "127.0.0.1", "--server.headless", "true", "--browser.gatherUsageStats", "false"]
    if tuned:
        command += ["--runner.postScriptGC", "false", "--server.fileWatcherType", "none"]
    with _running(command, folder, port, "/_stcore/health") as running:
        yield running


@contextmanager
def application(folder: Path, port: int, real: bool = False) -> Iterator[tuple[subprocess.Popen, str]]:
    """The application, on new data in `folder`; `real`: on the author files as they are, else with the long quiz."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    root = [] if real else [str(author_files(folder / "root"))]
    command = [
        sys.executable,
        str(ROOT / "tests/browser/serve.py"),
        str(folder / "data"),
        str(port),
        "now",
        *root,
    ]
    with _running(command, ROOT, port, "/healthz") as running:
        yield running


@contextmanager
def _running(command: list[str], folder: Path, port: int, health: str) -> Iterator[tuple[subprocess.Popen, str]]:
    process = subprocess.Popen(command, cwd=folder, **QUIET)
    try:
        wait(f"http://127.0.0.1:{port}{health}")
        yield process, f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(20)
