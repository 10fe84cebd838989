"""Groups of people, such as « Le mardi matin ». A person may be in several."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from progress_db.engine import Db
from progress_db.errors import BadName, Conflict
from progress_db.moments import to_text
from progress_db.rights import asks

LONGEST = 60


@dataclass(frozen=True)
class Group:
    """`people`: learners' ids."""

    id: str
    name: str
    people: tuple[str, ...] = ()


@asks("people")
def add(db: Db, name: str, now: datetime) -> Group:
    """A new, empty group. Raises BadName (empty, or taken), StorageProblem."""
    one = Group(str(uuid.uuid4()), _name(name))
    try:
        db.run(
            "INSERT INTO learner_groups (id, name, created_at) VALUES (:id, :name, :at)",
            id=one.id,
            name=one.name,
            at=to_text(now),
        )
    except Conflict as error:
        raise BadName("Un groupe porte déjà ce nom. Choisissez-en un autre.") from error
    return one


@asks("people")
def rename(db: Db, group_id: str, name: str) -> None:
    """Raises BadName (empty, or taken), StorageProblem."""
    try:
        db.run("UPDATE learner_groups SET name = :name WHERE id = :id", name=_name(name), id=group_id)
    except Conflict as error:
        raise BadName("Un groupe porte déjà ce nom. Choisissez-en un autre.") from error


@asks("people")
def remove(db: Db, group_id: str) -> None:
    """Drop the group; its people stay. Raises StorageProblem."""
    db.run("DELETE FROM learner_groups WHERE id = :id", id=group_id)


@asks("people")
def set_people(db: Db, group_id: str, people: Iterable[str]) -> None:
    """Who is in the group, from now on. Guests never are. Raises StorageProblem."""
    with db.transaction():
        # People taken out are on no screen: their place is kept in case they are put back.
        db.run(
            "DELETE FROM members WHERE learner_group = :id AND learner IN (SELECT id FROM learners WHERE removed_at IS NULL)",
            id=group_id,
        )
        for who in people:
            db.run(
                "INSERT INTO members (learner_group, learner) SELECT g.id, l.id FROM learner_groups g, learners l"
                " WHERE g.id = :id AND l.id = :who AND l.guest = 0 ON CONFLICT (learner_group, learner) DO NOTHING",
                id=group_id, who=who,
            )  # fmt: skip


@asks("people")
def groups(db: Db) -> list[Group]:
    """All groups with their people, by name. Raises StorageProblem."""
    found: dict[str, Group] = {}
    members: dict[str, list[str]] = {}
    for row in db.all(
        "SELECT g.id, g.name, l.id AS learner FROM learner_groups g LEFT JOIN members m ON m.learner_group = g.id"
        " LEFT JOIN learners l ON l.id = m.learner AND l.removed_at IS NULL ORDER BY g.name, g.id, l.name"
    ):
        found[row["id"]] = Group(row["id"], row["name"])
        members.setdefault(row["id"], []).extend([row["learner"]] if row["learner"] else [])
    return [Group(one.id, one.name, tuple(members[one.id])) for one in found.values()]


def _name(raw: str) -> str:
    clean = " ".join("".join(c if c.isprintable() else " " for c in str(raw)).split())[:LONGEST]
    if not clean:
        raise BadName("Donnez un nom au groupe, par exemple « Le mardi matin ».")
    return clean
