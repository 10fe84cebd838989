"""Adding people: one first name, or a pasted list that is looked at before anything is written."""

from __future__ import annotations

from progress_db import acts, groups, people, profiles
from progress_db.errors import BadName
from progress_db.profiles import BadProfile, Profile
from ui import session
from ui.session import Session
from workshops.people_file import BadFile, as_lines
from workshops.people_list import Line, read_list, without

LIST, GROUP, ADDED, FILE = "liste-prenoms", "liste-groupe", "liste-ajoutee", "liste-fichier"


def looked_at(me: Session) -> list[tuple[Line, str]]:
    """The pasted lines, each with what is wrong with it (empty when it can be added)."""
    return [(line, line.wrong or _refused(me, line)) for line in read_list(session.value(LIST) or "")]


def _refused(me: Session, line: Line) -> str:
    try:
        people.clean_name(line.name)
    except BadName as problem:
        return problem.message
    if line.birth_year and line.birth_year > me.now.year:
        return "Cette année n’est pas encore là : écrivez-la autrement, ou laissez vide."
    return ""


def add_all(me: Session) -> str:
    """Add the good lines, all or none, and put them in their groups. The others stay as they were written, to be put right."""
    lines = looked_at(me)
    good = [line for line, wrong in lines if not wrong]
    if not good:
        return ""
    try:
        with me.db.transaction():
            made = [_add(me, line) for line in good]
            _into_groups(me, good, made)
            acts.write(me.db, me.who, acts.IMPORT, "", me.now, f"{len(made)} personnes")
    except (BadName, BadProfile) as problem:
        session.say(problem.message, "problem")
        return ""
    session.keep(LIST, without(session.value(LIST) or "", {line.number for line in good}))
    session.keep(ADDED, made)
    return f"{len(made)} personne{'s' if len(made) > 1 else ''} ajoutée{'s' if len(made) > 1 else ''}."


def read_file(me: Session) -> str:
    """Put the lines of the chosen file in the list, to be looked at. Nothing is added yet."""
    chosen = session.value(FILE)
    if chosen is None:
        session.say("Choisissez d’abord un fichier.", "problem")
        return ""
    try:
        lines = as_lines(chosen.name, chosen.getvalue())
    except BadFile as problem:
        session.say(f"{problem.message} Rien n’a été ajouté.", "problem")
        return ""
    session.keep(LIST, lines)
    return "Le fichier est lu. Regardez la liste : rien n’est encore ajouté."


def _add(me: Session, line: Line) -> str:
    person = people.add_learner(me.db, line.name, me.now)
    profiles.set_profile(me.db, person.id, Profile(line.birth_year, line.commune, line.gender, line.status), me.now)
    return person.id


def _into_groups(me: Session, lines: list[Line], made: list[str]) -> None:
    """Each into the group that her line names, or else into the one of the page; it is made when it is new."""
    usual = " ".join((session.value(GROUP) or "").split())
    named: dict[str, tuple[str, list[str]]] = {}
    for line, who in zip(lines, made, strict=True):
        if name := line.group or usual:
            named.setdefault(name.casefold(), (name, []))[1].append(who)
    known = {one.name.casefold(): one for one in groups.groups(me.db)}
    for folded, (name, who) in named.items():
        group = known.get(folded) or groups.add(me.db, name, me.now)
        groups.set_people(me.db, group.id, (*group.people, *who))


def name_field() -> str:
    """The key of the first name's field. It changes at each person added: the same form sent twice adds one person."""
    return f"nouveau-prenom-{session.value('ajouts') or 0}"


def add_one(me: Session) -> str:
    name = session.value(name_field()) or ""
    if not name and session.value("ajouts"):
        return ""  # the second half of a double press
    try:
        with me.db.transaction():
            person = people.add_learner(me.db, name, me.now)
            acts.write(me.db, me.who, acts.ADD, person.id, me.now)
    except BadName as problem:
        session.say(problem.message, "problem")
        return ""
    session.keep("ajouts", (session.value("ajouts") or 0) + 1)
    return f"{person.name} est dans la liste. Ouvrez sa page pour imprimer sa carte."
