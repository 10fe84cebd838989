"""The shipped settings that were measured: a lost line here costs ten times the CPU, or a tracker."""

import sys
import tomllib
from pathlib import Path

import pytest
import streamlit as st

ROOT = Path(__file__).parent.parent
CONFIG = tomllib.loads((ROOT / ".streamlit/config.toml").read_text("utf-8"))


@pytest.mark.parametrize(
    "section, option, value",
    [
        ("runner", "postScriptGC", False),
        ("server", "fileWatcherType", "none"),
        ("browser", "gatherUsageStats", False),
        ("client", "showErrorDetails", "none"),
        ("client", "toolbarMode", "minimal"),
        ("server", "enableXsrfProtection", True),
        (
            "server",
            "trustedUserHeaders",
            {"X-Pas-Who": "who", "X-Pas-Session": "session", "X-Pas-Role": "role", "X-Pas-Place": "place"},
        ),
    ],
)
def test_a_setting_is_shipped_and_streamlit_still_knows_it(section, option, value):
    assert CONFIG[section][option] == value
    st.config.get_option(f"{section}.{option}")  # raises when an upgrade drops the option


@pytest.mark.skipif(sys.platform == "win32", reason="uvloop does not exist on Windows")
def test_the_fast_event_loop_is_installed():
    import httptools
    import uvloop

    assert uvloop and httptools


def test_every_requirement_is_pinned_exactly():
    for file in ("requirements.txt", "requirements-dev.txt"):
        for line in (ROOT / file).read_text("utf-8").splitlines():
            if line and not line.startswith(("#", "-r")):
                assert "==" in line, line


def test_the_process_freezes_its_imports_once():
    assert "gc.freeze()" in (ROOT / "app.py").read_text("utf-8")
