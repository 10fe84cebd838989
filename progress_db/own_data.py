"""All that is kept about one person, for that person: to read, and to take away."""

from __future__ import annotations

import json
from typing import Any

from progress_db.engine import Db
from progress_db.errors import Gone
from progress_db.rights import asks, require

FORMAT = "pas-a-pas-mes-donnees 1"


@asks("export", own="learner")
def everything(db: Db, learner: str, by: str) -> dict[str, Any]:
    """Every row about a person, in French words, as data for JSON. Secrets (card, code, session) are said to exist, never shown.

    `by`: the person herself, or a counsellor on her request. Raises NotAllowed, Gone, StorageProblem."""
    if by != learner:
        require(db, by, "export")
    row = db.one(
        "SELECT name, birth_year, commune, gender, status, text_size, created_at FROM learners WHERE id = :id", id=learner
    )
    if row is None:
        raise Gone
    card = db.one("SELECT issued_at, pin_at FROM cards WHERE learner = :id", id=learner) or {}
    return {
        "format": FORMAT,
        "prenom": row["name"],
        "compte_cree_le": row["created_at"],
        "taille_du_texte": row["text_size"],
        "pour_le_bilan": {
            "annee_de_naissance": row["birth_year"], "commune": row["commune"], "genre": row["gender"], "statut": row["status"],
        },
        "carte_imprimee_le": card.get("issued_at"),
        "code_donne_le": card.get("pin_at"),
        "groupes": [one["name"] for one in db.all(
            "SELECT g.name FROM members m JOIN learner_groups g ON g.id = m.learner_group WHERE m.learner = :id ORDER BY g.name",
            id=learner)],
        "ateliers": db.all(
            "SELECT w.day AS jour, w.title AS titre, w.village, p.came_at AS venu_le FROM workshop_people p"
            " JOIN workshops w ON w.id = p.workshop WHERE p.learner = :id ORDER BY w.day", id=learner),
        "visites": [{"jour": one["day"], "dans_la_salle": bool(one["room"])} for one in db.all(
            "SELECT day, room FROM visits WHERE learner = :id ORDER BY day, room", id=learner)],
        "ce_qui_est_arrive": [{**one, "details": json.loads(one["details"])} for one in db.all(
            "SELECT at AS quand, kind AS quoi, about AS lecon, data AS details FROM events WHERE learner = :id ORDER BY seq", id=learner)],
        "entrainements_gardes": db.all(
            "SELECT lesson AS lecon, variant AS variante, started_at AS commence_le, state AS etat FROM practices"
            " WHERE learner = :id ORDER BY started_at", id=learner),
    }  # fmt: skip
