"""The groups: make one, say who is in it, rename or drop it."""

from __future__ import annotations

import streamlit as st

from progress_db import groups, people
from progress_db.errors import BadName
from ui import parts, session
from ui.session import Session


def show(me: Session, pages: dict) -> None:
    parts.title("Les groupes", listen=False)
    parts.message()
    with st.form("nouveau-groupe", border=False, clear_on_submit=True):
        st.text_input("Nom du nouveau groupe", key="nom-groupe", max_chars=60, autocomplete="off")
        st.form_submit_button("Créer le groupe", type="primary", on_click=session.acting(_add, only="counsellor"))
    everyone = people.learners(me.db)
    for group in groups.groups(me.db):
        st.page_link(pages["carte"], label=f"La carte : {group.name}", query_params={"groupe": group.id})
        with st.expander(f"{group.name} ({len(group.people)})"), st.form(f"groupe-{group.id}", border=False):
            st.text_input("Nom du groupe", value=group.name, key=f"nom-{group.id}", max_chars=60, autocomplete="off")
            for person in everyone:
                st.checkbox(person.name, value=person.id in group.people, key=f"dans-{group.id}-{person.id}")
            keep, drop = session.acting(_keep, only="counsellor"), session.acting(_drop, only="counsellor")
            st.form_submit_button("Enregistrer le groupe", on_click=keep, args=(group.id, [p.id for p in everyone]))
            st.form_submit_button("Supprimer le groupe (les personnes restent)", on_click=drop, args=(group.id,))
    st.page_link(pages["ajouter"], label="Ajouter plusieurs personnes")
    st.page_link(pages["conseiller"], label="Espace conseiller", icon=":material/arrow_back:")


def _add(me: Session) -> str:
    try:
        return f"Le groupe « {groups.add(me.db, session.value('nom-groupe') or '', me.now).name} » est créé."
    except BadName as problem:
        session.say(problem.message, "problem")
        return ""


def _keep(me: Session, group_id: str, everyone: list[str]) -> str:
    try:
        with me.db.transaction():
            groups.rename(me.db, group_id, session.value(f"nom-{group_id}") or "")
            groups.set_people(me.db, group_id, [who for who in everyone if session.value(f"dans-{group_id}-{who}")])
    except BadName as problem:
        session.say(problem.message, "problem")
        return ""
    return "Le groupe est enregistré."


def _drop(me: Session, group_id: str) -> str:
    groups.remove(me.db, group_id)
    return "Le groupe est supprimé. Les personnes restent dans la liste."
