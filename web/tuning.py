"""What Streamlit does at each click and could do once: settings that it does not offer, made when the server starts.

Each is measured (docs/performance.md) and stands on names of the pinned version; tests/test_settings.py says so when they change."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import cache

from streamlit import config
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session, runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.secrets import secrets_singleton
from streamlit.runtime.state.session_state import SessionState, _is_stale_widget

SOONEST, LATEST = 0.005, 0.05  # seconds between two looks at what is to be sent: Streamlit's own, and never later than this
A_PAGE = 0.0001  # seconds more for each open page: a look costs a step for each of them
COLLECT = (10_000, 10, 10)  # the collector's thresholds: Python's first one, 700, is reached several times in one click


def tune() -> Callable[[], None]:
    """Once the server's options are known. Gives what undoes it."""
    thresholds, read, section, theme, clean = (
        gc.get_threshold(), config.get_option, config.get_options_for_section, app_session._populate_theme_msg,
        SessionState._remove_stale_widgets,
    )  # fmt: skip
    sections = cache(section)

    @cache
    def themed(name: str) -> CustomThemeConfig:
        made = CustomThemeConfig()
        theme(made, name)
        return made

    def populate(message: CustomThemeConfig, name: str = "theme") -> None:
        if (made := themed(name)).ByteSize():  # an empty section stays absent, as Streamlit leaves it
            message.MergeFrom(made)

    def forget(state: SessionState, active: frozenset[str]) -> None:
        clean(state, active)
        _forget_gone(state, active)

    config.get_option = cache(read)
    config.get_options_for_section = lambda name: dict(sections(name))
    app_session._populate_theme_msg = populate
    SessionState._remove_stale_widgets = forget
    secrets_singleton.merge_programmatic_secrets({})  # else each run looks for a file of secrets that is not there
    gc.set_threshold(*COLLECT)

    def undo() -> None:
        config.get_option, config.get_options_for_section = read, section
        app_session._populate_theme_msg = theme
        SessionState._remove_stale_widgets = clean
        gc.set_threshold(*thresholds)
        runtime.MESSAGE_FLUSH_INTERVAL_SECS = SOONEST

    return undo


def _forget_gone(state: SessionState, active: frozenset[str]) -> None:
    """Streamlit takes away the state of a widget that is not drawn any more, and keeps for ever what describes it (1 KB for each question
    of a quiz): the page of a whole afternoon grew with each click."""
    if (run := get_script_run_ctx()) is None:
        return
    described, named = state._new_widget_state.widget_metadata, state._key_id_mapper
    for gone in [one for one, widget in described.items() if _is_stale_widget(widget, active, run.fragment_ids_this_run)]:
        del described[gone]
        key = named.id_key_mapping.get(gone)
        if key is not None and named.get_id_from_key(key) == gone:
            named.delete(key)


def pages_open(count: int) -> None:
    """How many pages are connected now: with many, they are looked at less often."""
    runtime.MESSAGE_FLUSH_INTERVAL_SECS = min(max(SOONEST, count * A_PAGE), LATEST)
