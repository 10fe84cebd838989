"""People and skills on one sheet, module by module: who is where, to prepare the next workshop. Printed as it is; nobody is ranked."""

from __future__ import annotations

from collections import Counter

import streamlit as st

from learning.autonomy import Level
from library import Module
from progress_db import queries
from ui import parts, session
from ui.follow import bars, chosen, elsewhere, legend
from ui.map_table import level_of, table, whose
from ui.session import Session

WHOLE = "tous"


def show(me: Session, pages: dict) -> None:
    name, listed = chosen(me)
    modules = [module for module in me.shelf.modules if module.lessons]
    asked = session.here("module", "")
    shown = modules if asked == WHOLE else [m for m in modules if m.name == asked] or modules[:1]
    parts.title(f"La carte : {name}", listen=False)
    if not modules or not listed:
        st.markdown("Il n’y a encore personne dans ce groupe." if modules else "Il n’y a pas encore de leçon.")
    else:
        standings = queries.standings(me.db, [one.id for one in listed])
        st.html(legend() + bars({module.title: _counts(module, listed, standings) for module in modules}))
        for module in shown:
            st.header(module.title, anchor=False)
            st.html(table(me, module, listed, standings))
        st.html("<p class='feuilles'><button type='button' data-imprimer>Imprimer cette page</button></p>")
        _other_modules(pages, modules, shown)
    elsewhere(me, pages, "carte", **({"module": asked} if asked else {}))
    st.page_link(pages["difficultes"], label="Ce qui est souvent manqué", query_params=whose())
    st.page_link(pages["conseiller"], label="Espace conseiller", icon=":material/arrow_back:")


def _counts(module: Module, listed: list, standings: dict) -> Counter[Level]:
    return Counter(level_of(standings, one.id, lesson.ref) for one in listed for lesson in module.lessons)


def _other_modules(pages: dict, modules: list[Module], shown: list[Module]) -> None:
    with st.container(horizontal=True, key="carte-modules"):
        for module in modules:
            if shown != [module]:
                st.page_link(pages["carte"], label=module.title, query_params=whose(module=module.name))
        if len(shown) < len(modules):
            st.page_link(pages["carte"], label="Tous les modules", query_params=whose(module=WHOLE))
