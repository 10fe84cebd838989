"""DOOR: our own routes and middleware around the Streamlit script. `door()` gives both to app.py."""

from web.app_parts import door

__all__ = ["door"]
