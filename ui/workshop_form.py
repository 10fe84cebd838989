"""The form that prepares a workshop: everything has a sensible value, and what is rare is folded."""

from __future__ import annotations

import streamlit as st

from library.plan_file import plans
from progress_db import groups, people, place, workshops
from ui import parts, session
from ui.preparing import field, save, today
from ui.session import Session
from workshops.la_coop import EQUIPMENT, WORKSHOP_LEVELS
from workshops.preparing import DURATIONS, USUAL_MINUTES, USUAL_START, shown_day, shown_hour
from workshops.themes import LABELS
from workshops.workshop import KINDS, Proposed, Workshop


def form(me: Session, one: Workshop | None) -> None:
    """Draw the form, for a new workshop or for `one`."""
    one = one or begun(me)
    parts.title("Changer l’atelier" if one.id else "Préparer un atelier", listen=False)
    parts.message()
    with st.form("preparer", border=False):
        st.text_input("Titre", value=one.title, key=field("titre"), max_chars=120, autocomplete="off")
        _when_and_where(me, one)
        _who(me, one)
        _lessons(me, one)
        _rare(one)
        click = session.acting(save, only="counsellor")
        st.form_submit_button("Enregistrer l’atelier", type="primary", on_click=click, args=(one.id,), width="stretch")


def begun(me: Session) -> Workshop:
    """A new workshop with the usual values, or those of the plan named in the address."""
    here = place.place(me.db)
    villages = here.villages if here else ()
    last = workshops.last_village(me.db)
    usual = Workshop(
        "", "workshop", "", today(me), USUAL_START, USUAL_MINUTES, last if last in villages else next(iter(villages), "")
    )
    plan = next((p for p in plans(me.shelf)[0] if p.name == session.here("plan", "")), None)
    if plan is None:
        return usual
    level = next(key for key, label in WORKSHOP_LEVELS.items() if label == plan.level)
    return Workshop(**{**vars(usual), "title": plan.title, "minutes": plan.minutes, "level": level,
                       "lessons": tuple(Proposed(ref) for ref in plan.lessons)})  # fmt: skip


def _when_and_where(me: Session, one: Workshop) -> None:
    left, right = st.columns(2)
    left.text_input("Date", value=shown_day(one.day), key=field("jour"), autocomplete="off")
    right.text_input("Heure", value=shown_hour(one.starts), key=field("heure"), autocomplete="off")
    lengths = sorted({*DURATIONS, one.minutes})
    st.radio("Durée", lengths, lengths.index(one.minutes), format_func=parts.duration, key=field("minutes"), horizontal=True)
    here = place.place(me.db)
    villages = list(dict.fromkeys((*(here.villages if here else ()), *([one.village] if one.village else []))))
    if villages:
        index = villages.index(one.village) if one.village in villages else 0
        st.radio("Village", villages, index, key=field("village"), horizontal=True)


def _who(me: Session, one: Workshop) -> None:
    st.header("Pour qui ?", anchor=False)
    for group in groups.groups(me.db):
        st.checkbox(f"Le groupe : {group.name} ({len(group.people)})", key=field(f"groupe-{group.id}"))
    everyone = people.learners(me.db)
    with st.expander("Choisir les personnes une par une", expanded=bool(everyone) and len(everyone) <= 12):
        for person in everyone:
            st.checkbox(person.name, value=person.id in one.people, key=field(f"qui-{person.id}"))
        if not everyone:
            st.markdown("La liste est vide. Vous pourrez ajouter des personnes plus tard.")


def _lessons(me: Session, one: Workshop) -> None:
    st.header("Quelles leçons ?", anchor=False)
    chosen = {proposed.lesson for proposed in one.lessons}
    for module in me.shelf.modules:
        refs = [lesson.ref for lesson in module.lessons]
        with st.expander(module.title, expanded=bool(chosen & set(refs))):
            for lesson in module.lessons:
                st.checkbox(lesson.title, value=lesson.ref in chosen, key=field(f"lecon-{lesson.ref}"))
    note = next((proposed.note for proposed in one.lessons if proposed.note), "")
    st.text_input("Un mot pour les personnes (facultatif)", value=note, key=field("mot"), max_chars=200, autocomplete="off")


def _rare(one: Workshop) -> None:
    with st.expander("Pour La Coop, et pour la salle"):
        st.radio("Genre", list(KINDS), list(KINDS).index(one.kind), format_func=KINDS.get, key=field("genre"), horizontal=True)
        levels = list(WORKSHOP_LEVELS)
        st.radio("Niveau", levels, levels.index(one.level), format_func=WORKSHOP_LEVELS.get, key=field("niveau"), horizontal=True)
        st.markdown("Matériel")
        for key, label in EQUIPMENT.items():
            st.checkbox(label, value=key in one.equipment, key=field(f"materiel-{key}"))
        st.markdown("Thèmes. Sans choix, ils viennent des leçons.")
        for key, label in LABELS.items():
            st.checkbox(label, value=bool(one.id) and key in one.themes, key=field(f"theme-{key}"))
        st.checkbox("Sans code sur les ordinateurs de la salle", value=one.pin_waived, key=field("sans-code"))
