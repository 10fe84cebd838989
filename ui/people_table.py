"""The counsellor's list of people: sorted by name, by card, or by the last visit to a skill. Never by level: nobody is ranked."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from learning.autonomy import Level
from progress_db.people import Learner
from progress_db.queries import Standing
from ui import parts

COLUMNS = (
    ("nom", "Personne"),
    ("carte", "Carte"),
    ("", Level(1).coop),
    ("", Level(2).coop),
    ("", Level(3).coop),
    ("vue", "Vue pour la dernière fois"),
)


def people_table(everyone: Sequence[Learner], standings: dict[str, dict[str, Standing]], by: str) -> str:
    """`everyone` by name; `by`: « nom », « carte » (those to print first) or « vue » (the longest unseen first). HTML."""
    if by == "carte":
        everyone = sorted(everyone, key=lambda one: one.card and one.pin)
    elif by == "vue":
        everyone = sorted(everyone, key=lambda one: str(_seen(standings.get(one.id, {})) or ""))
    by = by if by in ("carte", "vue") else "nom"
    head = "".join(_head(key, title, by) for key, title in COLUMNS)
    rows = "".join(_row(one, standings.get(one.id, {})) for one in everyone)
    return f"<table class='personnes'><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _head(key: str, title: str, by: str) -> str:
    if not key:
        return f"<th scope='col'>{title}</th>"
    mark = " aria-sort='ascending'" if key == by else ""
    return f"<th scope='col'{mark}><a href='/conseiller?tri={key}' target='_self'>{title}</a></th>"


def _seen(skills: dict[str, Standing]):
    return max((one.last_seen for one in skills.values() if one.last_seen), default=None)


def _row(person: Learner, skills: dict[str, Standing]) -> str:
    counts = [sum(one.level == n for one in skills.values()) for n in (1, 2, 3)]
    seen = _seen(skills)
    card = "en pause" if person.locked else "oui" if person.card and person.pin else "à imprimer"
    cells = "".join(f"<td>{cell}</td>" for cell in (card, *counts, parts.day(seen) if seen else "pas encore"))
    return f"<tr><th scope='row'><a href='/personne?id={escape(person.id)}' target='_self'>{escape(person.name)}</a></th>{cells}</tr>"
