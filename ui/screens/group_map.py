"""People and skills on one sheet, module by module: who is where, to prepare the next workshop. Printed as it is; nobody is ranked."""

from __future__ import annotations

from collections import Counter
from html import escape

import streamlit as st

from progress_db import groups, queries
from ui import parts, session
from ui.follow import bar, chosen, legend
from ui.map_table import level_of, table, where
from ui.session import Session


def show(me: Session, pages: dict) -> None:
    name, listed = chosen(me)
    module = next((m for m in me.shelf.modules if m.name == session.here("module", "")), None) or next(
        (m for m in me.shelf.modules if m.lessons), None
    )
    parts.title(f"La carte : {name}", listen=False)
    if module is None or not listed:
        st.markdown("Il n’y a encore personne dans ce groupe." if module else "Il n’y a pas encore de leçon.")
    else:
        standings = queries.standings(me.db, [one.id for one in listed])
        st.html(legend() + _bars(me, listed, standings))
        st.header(module.title, anchor=False)
        st.html(table(me, module, listed, standings))
        _elsewhere(me, pages, module)
    st.page_link(pages["difficultes"], label="Ce qui est souvent manqué", query_params=where())
    st.page_link(pages["conseiller"], label="Espace conseiller", icon=":material/arrow_back:")


def _bars(me: Session, listed: list, standings: dict) -> str:
    lines = []
    for module in me.shelf.modules:
        counts = Counter(level_of(standings, one.id, lesson.ref) for one in listed for lesson in module.lessons)
        if any(level for level in counts):
            lines.append(
                f"<p>{escape(module.title)} : compétences de toutes ces personnes, par niveau</p>{bar(counts, module.title)}"
            )
    return "".join(lines)


def _elsewhere(me: Session, pages: dict, module) -> None:
    with st.container(horizontal=True, key="carte-modules"):
        for other in me.shelf.modules:
            if other.lessons and other.name != module.name:
                st.page_link(pages["carte"], label=other.title, query_params=where(module=other.name))
    with st.container(horizontal=True, key="carte-groupes"):
        st.page_link(pages["carte"], label="Toutes les personnes", query_params={"module": module.name})
        for group in groups.groups(me.db):
            st.page_link(pages["carte"], label=group.name, query_params={"groupe": group.id, "module": module.name})
