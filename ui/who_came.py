"""Who is expected at a workshop, who came; one more person, and those without an account, while it is open."""

from __future__ import annotations

from html import escape

import streamlit as st

from progress_db import people, workshops
from progress_db.workshops import BadWorkshop
from ui import session
from ui.session import Session
from workshops.workshop import Workshop


def who_came(me: Session, one: Workshop) -> None:
    """Draw the people of a workshop; while it is open, each may be ticked."""
    st.header("Personnes", anchor=False)
    everyone = people.learners(me.db)
    expected = [person for person in everyone if person.id in one.people]
    if not one.open:
        _list(one, expected)
        return
    if expected:
        st.markdown("Cochez qui est venu. Une personne qui entre sur un ordinateur de la salle est cochée toute seule.")
    else:
        st.markdown("Personne n’est inscrit.")
    for person in expected:
        act = session.acting(set_came, only="counsellor")
        st.checkbox(person.name, value=person.id in one.came, key=f"venu-{person.id}", on_change=act, args=(one.id, person.id))
    others = [person for person in everyone if person.id not in one.people]
    if others:
        with st.expander("Une personne de plus"):
            for person in others:
                act = session.acting(one_more, only="counsellor")
                st.checkbox(person.name, key=f"en-plus-{person.id}", on_change=act, args=(one.id, person.id))
    with st.form("sans-compte", border=False):
        st.text_input(
            "Personnes venues sans compte (un nombre)",
            value=str(one.others or ""),
            key="sans-compte",
            max_chars=3,
            autocomplete="off",
        )
        st.form_submit_button("Noter ce nombre", on_click=session.acting(without_account, only="counsellor"), args=(one.id,))


def _list(one: Workshop, expected: list[people.Learner]) -> None:
    rows = [f"{escape(person.name)}{' (présence notée)' if person.id in one.came else ''}" for person in expected]
    if one.others:
        rows.append(f"Sans compte : {one.others}")
    if rows:
        st.html(f"<ul>{''.join(f'<li>{row}</li>' for row in rows)}</ul>")
    else:
        st.markdown("Personne n’est inscrit.")


def set_came(me: Session, workshop_id: str, who: str) -> None:
    workshops.set_came(me.db, workshop_id, who, bool(session.value(f"venu-{who}")), me.now)


def one_more(me: Session, workshop_id: str, who: str) -> str:
    """Somebody who was not expected is there: the lessons are proposed to her at once."""
    with me.db.transaction():
        workshops.add_person(me.db, workshop_id, who, me.now)
        workshops.set_came(me.db, workshop_id, who, True, me.now)
    session.drop(f"en-plus-{who}")
    return "C’est noté. Les leçons de l’atelier lui sont proposées."


def without_account(me: Session, workshop_id: str) -> str:
    typed = (session.value("sans-compte") or "0").strip() or "0"
    if not typed.isdecimal():
        session.say("Écrivez un nombre, par exemple 2, ou laissez vide.", "problem")
        return ""
    try:
        workshops.set_others(me.db, workshop_id, int(typed))
    except BadWorkshop as problem:
        session.say(problem.message, "problem")
        return ""
    return "C’est noté : elles compteront dans le bilan, sans nom."
