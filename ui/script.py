"""The Streamlit script: open the session, build the pages this role may see, draw one."""

import streamlit as st

from ui import attendance, notice, parts, session
from ui.screens import for_role

st.set_page_config(page_title="Pas à pas", layout="wide", initial_sidebar_state="collapsed")

with parts.guarded(), session.opened() as me:
    doors = for_role(me.rank)
    pages: dict[str, st.Page] = {}
    for door in doors:
        draw = lambda door=door: door.show(me, pages)  # noqa: E731
        pages[door.path] = st.Page(draw, title=door.title, url_path=door.path, default=door is doors[0])
    page = st.navigation(list(pages.values()), position="hidden")
    attendance.note_place(me, page.url_path)
    parts.head(me, pages)
    page.run()
    notice.foot()
