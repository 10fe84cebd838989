"""What the counsellor does with a person's own facts: correct them, put out a lost card, erase everything."""

from __future__ import annotations

from progress_db import acts, bin, cards, counsellors, erasing, merging, people, profiles
from progress_db.errors import BadName
from progress_db.merging import NotTwo
from progress_db.profiles import BadProfile, Profile
from ui import session
from ui.session import Session
from workshops.la_coop import GENDERS, STATUSES

UNTOLD = "Ne souhaite pas répondre"
WRONG = "Ce n’est pas votre mot de passe. Rien n’a été effacé."


def choices(words: dict[str, str]) -> dict[str, str]:
    """What the form offers: not answering comes first, and stands for La Coop's « non communiqué »."""
    return {"": UNTOLD, **{key: label for key, label in words.items() if key != "NonCommunique"}}


def correct(me: Session, person_id: str) -> str:
    """The first name, and what is told for the report."""
    year = (session.value("fiche-annee") or "").strip()
    if year and not (year.isdecimal() and len(year) == 4):
        session.say("Écrivez l’année de naissance en 4 chiffres, ou laissez vide.", "problem")
        return ""
    told = Profile(
        int(year) if year else None, session.value("fiche-commune") or "", _key("genre", GENDERS), _key("statut", STATUSES)
    )
    try:
        with me.db.transaction():
            people.rename(me.db, person_id, session.value("fiche-prenom") or "")
            profiles.set_profile(me.db, person_id, told, me.now)
            acts.write(me.db, me.who, acts.CHANGE, person_id, me.now)
    except (BadName, BadProfile) as problem:
        session.say(problem.message, "problem")
        return ""
    return "La fiche est enregistrée."


def _key(name: str, words: dict[str, str]) -> str:
    said = session.value(f"fiche-{name}") or ""
    return said if said in words else ""


def lost_card(me: Session, person_id: str) -> str:
    cards.revoke_card(me.db, person_id)
    acts.write(me.db, me.who, acts.CARD, person_id, me.now, "carte perdue")
    return "La carte perdue n’ouvre plus rien. Imprimez-en une nouvelle : le code à 4 chiffres ne change pas."


def take_out(me: Session, person_id: str) -> str:
    bin.take_out(me.db, person_id, me.who, me.now)
    session.move(id="")
    return "Cette personne est retirée des listes. Pendant un mois, « Personnes retirées » permet de la remettre."


def put_back(me: Session, person_id: str) -> str:
    bin.put_back(me.db, person_id, me.who, me.now)
    return "Cette personne est remise, avec tout son travail."


def merge(me: Session, source: str, target: str) -> str:
    try:
        merging.merge(me.db, source, target, me.who, me.now)
    except NotTwo as problem:
        session.say(problem.message, "problem")
        return ""
    session.move(avec="")
    return "Les deux fiches n’en font plus qu’une. Pendant un mois, « Personnes retirées » permet de les séparer."


def separate(me: Session, source: str) -> str:
    try:
        merging.undo(me.db, source, me.who, me.now)
    except NotTwo as problem:
        session.say(problem.message, "problem")
        return ""
    return "Les deux fiches sont séparées. Ce qui a été fait depuis reste à la seconde."


def erase(me: Session, person_id: str) -> str:
    """The counsellor's password is asked again: an open page on a desk must not be enough."""
    person = people.learner(me.db, person_id)
    if person is None or not counsellors.check_password(me.db, me.who, session.value("fiche-motdepasse") or ""):
        session.say(WRONG, "problem")
        return ""
    erasing.erase(me.db, me.memory.folder, person_id, me.who, me.now)
    session.move(id="")
    return f"{person.name} et tout son travail sont effacés."
