"""The mount of the browser window: with app.py and ui/, the only place that knows Streamlit.

The component's files are served from simulator/frontend by Streamlit itself, as for an installed component; we register the folder
ourselves because this application is run from its folder, not installed. Inline scripts would need a looser CSP, and 39 KB a click.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

HERE = Path(__file__).parent
NAME = "simulator.fenetre"


def register() -> None:
    """Make the window known to the running Streamlit; asked at each mount, does nothing when it is known."""
    manager = get_bidi_component_manager()
    if manager.get(NAME) is None:
        manifest = ComponentManifest("simulator", "1", [ComponentConfig("fenetre", "frontend")])
        manager.register_from_manifest(manifest, HERE)


def outbox(key: str) -> Any:
    """What the browser sent, readable before the window is drawn in this run; None at first."""
    value = st.session_state.get(key)
    return value.get("outbox") if value else None


def show(key: str, payload: dict[str, Any]) -> None:
    """Draw the window. `key` names this attempt: another one is another window."""
    register()
    _mount()(key=key, data=payload, on_outbox_change=_sent)


@cache
def _mount() -> Any:
    return st.components.v2.component(NAME, js="fenetre.js", css="fenetre.css", isolate_styles=True)


def _sent() -> None:
    """Streamlit wants a listener for a state value; what was sent is read at the next run."""
