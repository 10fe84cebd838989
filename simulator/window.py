"""The mount of the browser window: with app.py and ui/, the only place that knows Streamlit.

The component's files are served by Streamlit itself from a folder, as for an installed component: simulator/frontend, with the
`style.css` of each site added to the window's own (one file to fetch on a slow line). We register the folder ourselves because this
application is run from its folder, not installed. Inline scripts would need a looser CSP, and 39 KB a click.
"""

from __future__ import annotations

import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

HERE = Path(__file__).parent
NAME = "simulator.fenetre"


@cache
def assets() -> tempfile.TemporaryDirectory[str]:
    """A folder that holds `frontend/`, the files of the component; it goes when the process ends."""
    folder = tempfile.TemporaryDirectory(prefix="pas-a-pas-")
    frontend = Path(folder.name) / "frontend"
    shutil.copytree(HERE / "frontend", frontend)
    sheets = [HERE / "frontend/fenetre.css", *sorted((HERE / "sites").glob("*/style.css"))]
    (frontend / "fenetre.css").write_text("\n".join(sheet.read_text("utf-8") for sheet in sheets), "utf-8")
    return folder


def register() -> None:
    """Make the window known to the running Streamlit; asked at each mount, does nothing when it is known."""
    manager = get_bidi_component_manager()
    if manager.get(NAME) is None:
        manifest = ComponentManifest("simulator", "1", [ComponentConfig("fenetre", "frontend")])
        manager.register_from_manifest(manifest, Path(assets().name))


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
