"""Two files for one person: choose the other, see what each has, make them one."""

from __future__ import annotations

from html import escape

import streamlit as st

from progress_db import log, merging, people
from ui import parts, session
from ui.personal import merge
from ui.session import Session


def show(me: Session, pages: dict) -> None:
    person = people.learner(me.db, session.here("id", ""))
    if person is None or person.guest:
        return parts.lost(pages)
    parts.title(f"Réunir avec : {person.name}", listen=False)
    parts.message()
    other = people.learner(me.db, session.here("avec", ""))
    if other is None or other.id == person.id:
        _choose(me, pages, person)
    else:
        st.html(f"<ul><li>{_told(me, person)}</li><li>{_told(me, other)}</li></ul>")
        st.markdown(
            f"Le travail de la seconde va dans la fiche « {person.name} », avec ses groupes et ses ateliers. "
            "La carte de la seconde n’ouvre plus rien. Un exercice en cours recommence. Vous avez un mois pour les séparer."
        )
        parts.counsellor_act(me, "Réunir les deux", merge, other.id, person.id, main=True)
        st.page_link(pages["reunir"], label="Choisir une autre fiche", query_params={"id": person.id})
    st.page_link(pages["fiche-personne"], label=f"La fiche : {person.name}", query_params={"id": person.id})


def _choose(me: Session, pages: dict, person: people.Learner) -> None:
    """Those whose name begins alike come first: they are what one looks for."""
    guests = merging.guests(me.db)
    if guests:
        st.header("Un essai en cours, sans compte", anchor=False)
    for guest, since, computer, many in guests:
        where = f" sur {computer}" if computer else ""
        label = f"Essai commencé {parts.moment(since, me.now)}{where} ({many} gestes)"
        st.page_link(pages["reunir"], label=label, query_params={"id": person.id, "avec": guest})
    alike = people.plain(person.name)[:3]
    others = [one for one in people.learners(me.db) if one.id != person.id]
    st.header("Une autre fiche", anchor=False)
    if not others:
        st.markdown("Il n’y a pas d’autre personne dans la liste.")
    for one in sorted(others, key=lambda one: not people.plain(one.name).startswith(alike)):
        label = f"{one.name}, ajoutée {parts.day(one.created_at)}"
        st.page_link(pages["reunir"], label=label, query_params={"id": person.id, "avec": one.id})


def _told(me: Session, one: people.Learner) -> str:
    skills = [skill for skill in log.progress(me.db, one.id).skills.values() if skill.last_seen]
    seen = max((skill.last_seen for skill in skills), default=None)
    name = "L’essai" if one.guest else one.name
    last = f"vue pour la dernière fois {parts.day(seen)}" if seen else "rien de fait"
    return f"<strong>{escape(name)}</strong> : {len(skills)} compétence{'s' if len(skills) > 1 else ''} commencée{'s' if len(skills) > 1 else ''}, {last}."
