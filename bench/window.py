"""A click in the simulated window, from the press to the painted answer, against a native button: same Chromium, same run, in turn.

    python -m bench.window [--clicks 60]

Prints milliseconds to the changed page and to the painted one (median, 95th percentile), the servers' CPU an event (idle time taken off),
and the ratios. A click opens a message or goes back to the list: the longest page of the first practice.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Locator, Page, sync_playwright

from bench.servers import ROOT, wait
from tests.conftest import FLAGS, chromium

NATIVE, OURS = 8793, 8794
THINK = 0.6  # seconds between two clicks: less in one place would be a double click, which counts once
WATCH = """(button) => {
  const root = button.getRootNode(), seen = () => root.querySelector('[data-page]')?.dataset.page ?? document.body.innerText;
  const before = seen();
  window.measured = new Promise((done) => button.addEventListener('click', () => {
    const start = performance.now();
    const watch = new MutationObserver(() => {
      if (seen() === before) return;
      watch.disconnect();
      const changed = performance.now() - start;
      requestAnimationFrame(() => setTimeout(() => done([changed, performance.now() - start]), 0));
    });
    watch.observe(root === document ? document.body : root, { subtree: true, childList: true, attributes: true, characterData: true });
  }, { once: true, capture: true }));
}"""


def click(page: Page, button: Locator) -> tuple[float, float]:
    """Milliseconds to the changed page and to the next painted frame."""
    button.evaluate(WATCH)
    button.click()
    measured = page.evaluate("window.measured")
    page.wait_for_timeout(THINK * 1000)
    return tuple(measured)


def cpu(process: subprocess.Popen) -> float:
    """Milliseconds of processor used by a server so far (Linux)."""
    fields = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def servers(folder: Path) -> tuple[subprocess.Popen, subprocess.Popen]:
    """The native page, tuned as ours is, and our application; both answering."""
    (folder / "data").mkdir()
    tuned = {"port": NATIVE, "address": "127.0.0.1", "headless": "true", "fileWatcherType": "none"}
    native = [sys.executable, "-m", "streamlit", "run", str(ROOT / "bench/native.py"), "--runner.postScriptGC", "false"]
    native += [part for name, value in tuned.items() for part in (f"--server.{name}", str(value))]
    ours = [sys.executable, str(ROOT / "tests/browser/serve.py"), str(folder / "data"), str(OURS), "now"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    started = subprocess.Popen(native, cwd=folder, **quiet), subprocess.Popen(ours, cwd=ROOT, **quiet)
    wait(f"http://127.0.0.1:{NATIVE}/_stcore/health")
    wait(f"http://127.0.0.1:{OURS}/healthz")
    return started


def play(browser, processes, clicks: int) -> dict[str, dict[str, list[float]]]:
    """Both pages, one click each in turn."""
    size = {"width": 1280, "height": 800}
    native, ours = (browser.new_context(locale="fr-FR", viewport=size).new_page() for _ in range(2))
    native.goto(f"http://127.0.0.1:{NATIVE}/")
    ours.goto(f"http://127.0.0.1:{OURS}/connexion")
    ours.get_by_role("button", name="Essayer sans compte").click()
    ours.goto(f"http://127.0.0.1:{OURS}/entrainement?lecon=courriel/ouvrir-un-message")
    ours.locator(".sim .ligne").first.wait_for()
    pages = {"native": native, "window": ours}
    found: dict[str, dict[str, list[float]]] = {name: {"changed": [], "painted": [], "cpu": []} for name in pages}
    for page in pages.values():
        page.bring_to_front()
        page.wait_for_timeout(5000)
    idle = [cpu(p) for p in processes]
    native.wait_for_timeout(5000)
    idle = [(cpu(p) - before) / 5 for p, before in zip(processes, idle, strict=True)]  # CPU-ms a second
    for n in range(clicks + 5):
        for (name, page), process, rest in zip(pages.items(), processes, idle, strict=True):
            page.bring_to_front()
            button = page.get_by_role("button", name="Suivant") if name == "native" else _next(page)
            before, since = cpu(process), time.perf_counter()
            changed, painted = click(page, button)
            spent = cpu(process) - before - rest * (time.perf_counter() - since)
            if n >= 5:  # the first ones warm both up
                for kind, value in (("changed", changed), ("painted", painted), ("cpu", spent)):
                    found[name][kind].append(value)
    return found


def _next(page: Page) -> Locator:
    back = page.locator(".sim #retour")
    return back if back.count() else page.locator(".sim .ligne").first


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clicks", type=int, default=60)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as p:
        processes = servers(Path(name))
        try:
            browser = p.chromium.launch(executable_path=chromium(), args=FLAGS)
            found = play(browser, processes, options.clicks)
            browser.close()
        finally:
            for process in processes:
                process.terminate()
                process.wait(10)
    middle = {}
    for name, kinds in found.items():
        for kind in ("changed", "painted"):
            values = sorted(kinds[kind])
            middle[name, kind] = statistics.median(values)
            print(f"{name:7} {kind:8} median {middle[name, kind]:.0f} ms, p95 {values[int(len(values) * 0.95)]:.0f} ms")
        middle[name, "cpu"] = statistics.mean(kinds["cpu"])
        print(f"{name:7} server   {middle[name, 'cpu']:.1f} CPU-ms an event")
    ratios = (f"{kind} {middle['window', kind] / middle['native', kind]:.2f}" for kind in ("changed", "painted", "cpu"))
    print(f"ratio of the medians (of the mean for cpu): {', '.join(ratios)}")


if __name__ == "__main__":
    main()
