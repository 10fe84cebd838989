"""What the counsellor changes about the place."""

from __future__ import annotations

from progress_db import acts, place, purge
from progress_db.errors import BadName
from progress_db.place import Place
from ui import session
from ui.session import Session
from workshops.keeping import CHOICES, USUAL
from workshops.place import good_address

BAD_ADDRESS = "Écrivez l’adresse entière, comme https://pas-a-pas.example, ou laissez la case vide. Rien n’a été changé."


def change(me: Session) -> str:
    """Everything, or nothing and why."""
    told = {name: session.value(f"lieu-{name}") or "" for name in ("nom", "communes", "adresse", "responsable", "dpo", "acces")}
    address = told["adresse"].strip().rstrip("/")
    if address and not good_address(address):
        session.say(BAD_ADDRESS, "problem")
        return ""
    months = session.value("lieu-mois")
    villages = tuple(dict.fromkeys(line for line in told["communes"].splitlines() if line.strip()))
    here = Place(
        told["nom"], villages, told["responsable"], told["dpo"], address, months if months in CHOICES else USUAL, told["acces"]
    )
    try:
        with me.db.transaction():
            place.change(me.db, here, me.who)
            acts.write(me.db, me.who, acts.PLACE, "", me.now)
    except BadName as problem:
        session.say(f"{problem.message} Rien n’a été changé.", "problem")
        return ""
    return "C’est enregistré."


def keep(me: Session, person_id: str) -> str:
    """The term begins again today."""
    purge.keep(me.db, person_id, me.who, me.now)
    return "Cette personne est gardée. La durée recommence aujourd’hui."
