"""The shipped settings that were measured: a lost line here costs ten times the CPU, or a tracker."""

import sys
import tomllib
from pathlib import Path

import pytest
import streamlit as st
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session, runtime
from streamlit.testing.v1 import AppTest

from web import tuning

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


@pytest.fixture
def tuned():
    undo = tuning.tune()
    yield
    undo()


def themes() -> list[bytes]:
    made = []
    for section in ("theme", "theme.light", "theme.dark", "theme.sidebar"):
        message = CustomThemeConfig()
        app_session._populate_theme_msg(message, section)
        made.append(message.SerializeToString(deterministic=True))
    return made


def test_what_is_read_once_says_what_streamlit_says(request):
    own = themes(), st.config.get_options_for_section("theme"), st.config.get_option("server.maxUploadSize")
    untouched = app_session._populate_theme_msg
    request.getfixturevalue("tuned")
    assert app_session._populate_theme_msg is not untouched
    for _ in range(2):  # made, then kept
        assert (themes(), st.config.get_options_for_section("theme"), st.config.get_option("server.maxUploadSize")) == own


def test_a_theme_that_is_not_set_stays_absent(tuned):
    message = CustomThemeConfig()
    app_session._populate_theme_msg(message.dark, "theme.dark")
    assert not message.HasField("dark")


def test_what_was_tuned_is_put_back():
    before = app_session._populate_theme_msg, st.config.get_option, st.config.get_options_for_section
    tuning.tune()()
    assert (app_session._populate_theme_msg, st.config.get_option, st.config.get_options_for_section) == before


def test_with_few_pages_streamlit_looks_as_often_as_it_does_by_itself_and_with_many_less(tuned):
    from streamlit.runtime.runtime_util import MESSAGE_FLUSH_INTERVAL_SECS as own

    for count, seconds in ((1, own), (300, 0.03), (10_000, tuning.LATEST), (0, own)):
        tuning.pages_open(count)
        assert pytest.approx(seconds) == runtime.MESSAGE_FLUSH_INTERVAL_SECS


def question_after_question():
    import streamlit as st

    def answered() -> None:
        st.session_state["n"] += 1

    n = st.session_state.setdefault("n", 0)
    st.radio("?", ["oui", "non"], key=f"choice{n}")
    st.button("Valider", key=f"go{n}", on_click=answered)


def described_after(clicks: int) -> tuple[int, int, int]:
    """How many widgets a page knows of after so many questions; (described, named, questions answered)."""
    page = AppTest.from_function(question_after_question).run()
    for _ in range(clicks):
        page.button[0].click().run()
    state = page.session_state._state._state  # inside the harness, then inside its lock
    return len(state._new_widget_state.widget_metadata), len(state._key_id_mapper.id_key_mapping), page.session_state["n"]


def test_a_page_forgets_the_questions_that_it_shows_no_more(request):
    assert described_after(8) == (18, 18, 8)  # Streamlit by itself keeps all: when it no longer does, our cure can go
    request.getfixturevalue("tuned")
    assert described_after(8) == (2, 2, 8)
