"""What a person does with her own data: correct, say nothing for the report, erase."""

from __future__ import annotations

from progress_db import erasing, people, profiles
from progress_db.errors import BadName
from progress_db.profiles import Profile
from ui import session
from ui.session import Session

WORD = "effacer"


def rename(me: Session) -> str:
    try:
        people.rename(me.db, me.who, session.value("mon-prenom") or "")
    except BadName as problem:
        session.say(problem.message, "problem")
        return ""
    return "Votre prénom est enregistré."


def say_nothing(me: Session) -> str:
    profiles.set_profile(me.db, me.who, Profile(), me.now)
    return "C’est effacé : année de naissance, commune, genre, statut. Votre travail est gardé."


def erase(me: Session) -> str:
    if (session.value("mot-effacer") or "").strip().casefold() != WORD:
        session.say(f"Rien n’est effacé. Pour confirmer, écrivez le mot : {WORD}", "problem")
        return ""
    erasing.erase(me.db, me.memory.folder, me.who, me.who, me.now)
    return ""
