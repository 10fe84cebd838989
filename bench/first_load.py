"""Seconds and bytes on a slow phone line, cold cache: our sign-in page, and our first practice readable, against an empty page of stock
Streamlit, alternated.

    python bench/first_load.py [--rounds 3]

Slow line: 1.6 / 0.75 Mbit/s, 150 ms, processor four times slower (Chromium's own throttling). Design §10 asks for half.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from bench.servers import ROOT, wait
from tests.conftest import FLAGS, chromium

LINE = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}


def stock(browser: Browser) -> tuple[float, int]:
    return timed(browser, "http://127.0.0.1:8791/", None, "button:has-text('Suivant')")


def ours(browser: Browser) -> tuple[float, int]:
    return timed(browser, "http://127.0.0.1:8792/connexion", "Essayer sans compte", ".sim [data-page]")


def door(browser: Browser) -> tuple[float, int]:
    return timed(browser, "http://127.0.0.1:8792/connexion", None, "button:has-text('Essayer sans compte')")


def timed(browser: Browser, url: str, press: str | None, until: str) -> tuple[float, int]:
    """Seconds and bytes on the wire from the address typed until `until` is on show."""
    page = browser.new_context(locale="fr-FR", viewport={"width": 390, "height": 844}).new_page()
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", LINE)
    line.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    size = 0

    def count(event: dict) -> None:
        nonlocal size
        size += int(event["encodedDataLength"])

    line.on("Network.loadingFinished", count)
    start = time.perf_counter()
    page.goto(url)
    if press:
        page.get_by_role("button", name=press).click()
    page.locator(until).first.wait_for(timeout=120_000)
    seconds = time.perf_counter() - start
    page.context.close()
    return seconds, size


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with tempfile.TemporaryDirectory() as name, sync_playwright() as p:
        data = Path(name) / "data"
        data.mkdir()
        floor = [
            sys.executable,
            "-m",
            "streamlit",
            "run",
            str(ROOT / "bench/floor.py"),
            "--server.port",
            "8791",
            "--server.headless",
            "true",
        ]
        app = [sys.executable, str(ROOT / "tests/browser/serve.py"), str(data), "8792", "now"]
        running = [subprocess.Popen(floor, cwd=name, **quiet), subprocess.Popen(app, cwd=ROOT, **quiet)]
        try:
            wait("http://127.0.0.1:8791/_stcore/health")
            wait("http://127.0.0.1:8792/healthz")
            browser = p.chromium.launch(executable_path=chromium(), args=FLAGS)
            ours(browser)  # the server's first page of all is sent before it is packed at its smallest
            time.sleep(40)
            rounds = [(stock(browser), ours(browser), door(browser)) for _ in range(options.rounds)]
            browser.close()
        finally:
            for process in running:
                process.terminate()
                process.wait(10)
    named = ("stock", "first practice", "sign-in page")
    for one in rounds:
        print(
            "   ".join(f"{name} {seconds:.1f} s, {size / 1000:.0f} kB" for name, (seconds, size) in zip(named, one, strict=True))
        )
    seconds, sizes = ([statistics.median(one[i][what] for one in rounds) for i in range(3)] for what in (0, 1))
    for i in (1, 2):
        print(
            f"{named[i]}: {seconds[i]:.1f} s, {sizes[i] / 1000:.0f} kB; of stock's: {seconds[i] / seconds[0]:.2f}, {sizes[i] / sizes[0]:.2f}"
        )


if __name__ == "__main__":
    main()
