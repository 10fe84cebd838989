"""What the counsellor does with a workshop: prepare it from the form, copy, open, close, say who came."""

from __future__ import annotations

from dataclasses import replace

from learning.dates import PARIS
from progress_db import groups, people, reports, workshops
from progress_db.workshops import BadWorkshop
from ui import session
from ui.session import Session
from workshops.la_coop import EQUIPMENT
from workshops.preparing import read_day, read_hour, themes_of
from workshops.themes import LABELS
from workshops.workshop import Proposed, Workshop

NO_DAY = "Écrivez la date ainsi : 24/11/2026."
NO_HOUR = "Écrivez l’heure ainsi : 14 h 30."


def today(me: Session) -> str:
    return me.now.astimezone(PARIS).date().isoformat()


def field(name: str) -> str:
    """The key of a field of the form: of this workshop or of this plan, never of the one seen before."""
    return f"atelier-{session.here('id', '')}{session.here('plan', '')}-{name}"


def typed(me: Session, before: Workshop) -> Workshop:
    """The workshop as the form says it. Raises BadWorkshop with the sentence of what to complete."""
    value = lambda name: session.value(field(name))  # noqa: E731
    day, starts = read_day(value("jour") or ""), read_hour(value("heure") or "")
    if day is None or starts is None:
        raise BadWorkshop(NO_DAY if day is None else NO_HOUR)
    notes = value("mot") or ""
    chosen = [lesson for lesson in me.shelf.lessons if value(f"lecon-{lesson.ref}")]
    who = [p.id for p in people.learners(me.db) if value(f"qui-{p.id}")]
    for group in groups.groups(me.db):
        who += group.people if value(f"groupe-{group.id}") else ()
    themes = tuple(key for key in LABELS if value(f"theme-{key}")) or themes_of((x.module, x.skill) for x in chosen)
    return replace(
        before, title=value("titre") or "", day=day, starts=starts, minutes=value("minutes") or before.minutes,
        village=value("village") or before.village, themes=themes, level=value("niveau") or before.level,
        equipment=tuple(key for key in EQUIPMENT if value(f"materiel-{key}")), pin_waived=bool(value("sans-code")),
        lessons=tuple(Proposed(lesson.ref, notes) for lesson in chosen), people=tuple(dict.fromkeys(who)),
        kind="open" if value("genre") == "open" else "workshop",
    )  # fmt: skip


def save(me: Session, workshop_id: str) -> str:
    """Keep what the form says, as a new workshop or as this one; then show it."""
    before = workshops.one(me.db, workshop_id) or Workshop(
        "", "workshop", "", today(me), "14:00", 90, "", created_by=me.who, equipment=()
    )
    try:
        one = typed(me, before)
        if before.id:
            workshops.change(me.db, one)
        else:
            one = workshops.add(me.db, one, me.now)
    except BadWorkshop as problem:
        session.say(problem.message, "problem")
        return ""
    session.move(id=one.id, changer="")
    return f"« {one.title.strip()} » est prêt."


def again(me: Session, workshop_id: str) -> str:
    """The same workshop another day; the new one is shown."""
    day = read_day(session.value("refaire-jour") or "")
    if day is None:
        session.say(NO_DAY, "problem")
        return ""
    made = workshops.copy(me.db, workshop_id, day, me.now, me.who)
    session.move(id=made.id, changer="")
    return "L’atelier est copié, avec les mêmes personnes et les mêmes leçons."


def open_it(me: Session, workshop_id: str) -> str:
    try:
        workshops.open_one(me.db, workshop_id, me.now)
    except BadWorkshop as problem:
        session.say(problem.message, "problem")
        return ""
    return "L’atelier est ouvert. Les leçons sont proposées, et les ordinateurs de la salle montrent les prénoms."


def close_it(me: Session, workshop_id: str) -> str:
    reports.close(me.db, workshop_id, me.now)
    return "L’atelier est fini. Les prénoms ne sont plus montrés. Son bilan est prêt, dans « Les bilans »."


def drop(me: Session, workshop_id: str) -> str:
    try:
        workshops.remove(me.db, workshop_id)
    except BadWorkshop as problem:
        session.say(problem.message, "problem")
        return ""
    return "Cet atelier n’est plus prévu."
