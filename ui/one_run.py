"""One run of the script: open the session, build the pages this role may see, draw one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from ui import attendance, notice, parts, session
from ui.screens import for_role

Show = Callable[[session.Session, dict], None]


def draw() -> None:
    """Draw the page of the address, for the person who is signed in."""
    with parts.guarded(), session.opened() as me:
        doors = for_role(me.rank)
        pages: dict[str, st.Page] = {}
        turn = [me]  # Streamlit keeps the pages until the next whole run: not the session with them, nor all that it has read
        for door in doors:
            show = partial(_show, door.show, turn, pages)
            pages[door.path] = st.Page(show, title=door.title, url_path=door.path, default=door is doors[0])
        page = st.navigation(list(pages.values()), position="hidden")
        attendance.note_place(me, page.url_path)
        parts.head(me, pages)
        page.run()
        notice.foot()


def _show(show: Show, turn: list[session.Session], pages: dict[str, st.Page]) -> None:
    show(turn.pop(), pages)
