"""The one real browser that all tests of a process share."""

import os
import shutil

import pytest
from hypothesis import settings
from playwright.sync_api import sync_playwright

settings.register_profile("ours", deadline=None)  # a slow machine is not a fault of the code
settings.load_profile("ours")

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=fr-FR",
]
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"


def chromium() -> str:
    """The system's Chromium: Playwright's own is never downloaded."""
    names = (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    return next((found for name in names if name and (found := shutil.which(name))), MAC)


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as p:
        b = p.chromium.launch(executable_path=chromium(), args=FLAGS, headless=True)
        yield b
        b.close()
