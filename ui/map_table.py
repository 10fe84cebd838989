"""The table of a group's map: one row a person, one column a lesson. A column may be sorted, to see who would need it."""

from __future__ import annotations

from html import escape

from learning.autonomy import Level
from library import Module
from progress_db import people
from progress_db.queries import Standing
from ui import session
from ui.follow import sign
from ui.session import Session

Standings = dict[str, dict[str, Standing]]


def whose(**more: str) -> dict[str, str]:
    """The address's words that say whom the page is about, and `more`."""
    kept = {word: session.here(word, "") for word in ("groupe", "atelier")}
    return {word: value for word, value in {**kept, **more}.items() if value}


def table(me: Session, module: Module, listed: list[people.Learner], standings: Standings) -> str:
    """By name; or, when the address says `tri`, by the level of one lesson (HTML)."""
    lessons = module.lessons
    by = me.number("tri", 0, len(lessons)) if session.here("tri", "").isdecimal() else 0
    if by:
        listed = sorted(listed, key=lambda one: level_of(standings, one.id, lessons[by - 1].ref))
    head = "".join(_head(module, n, lesson.title, by == n) for n, lesson in enumerate(lessons, start=1))
    rows = "".join(_row(one, [level_of(standings, one.id, lesson.ref) for lesson in lessons]) for one in listed)
    mark = "" if by else " aria-sort='ascending'"
    first = f"<th scope='col'{mark}><a href='{_address(module=module.name)}' target='_self' aria-label='Personne : trier par nom'>Personne</a></th>"
    names = "".join(f"<li>{escape(lesson.title)}</li>" for lesson in lessons)
    title = escape(f"{module.title} : une ligne par personne", quote=True)
    return f"<table class='personnes carte' aria-label='{title}'><thead><tr>{first}{head}</tr></thead><tbody>{rows}</tbody></table><ol class='lecons'>{names}</ol>"


def level_of(standings: Standings, who: str, ref: str) -> Level:
    """Where a person stands on a lesson."""
    found = standings.get(who, {}).get(ref)
    return found.level if found else Level.TO_DISCOVER


def _head(module: Module, n: int, title: str, sorted_by: bool) -> str:
    mark = " aria-sort='ascending'" if sorted_by else ""
    label = escape(f"{n}. {title}. Trier par cette leçon", quote=True)
    return f"<th scope='col'{mark}><a href='{_address(module=module.name, tri=str(n))}' target='_self' aria-label='{label}'>{n}</a></th>"


def _row(one: people.Learner, levels: list[Level]) -> str:
    cells = "".join(f"<td>{sign(level)}</td>" for level in levels)
    return f"<tr><th scope='row'><a href='/personne?id={escape(one.id)}' target='_self'>{escape(one.name)}</a></th>{cells}</tr>"


def _address(**more: str) -> str:
    return "/carte?" + "&amp;".join(f"{word}={escape(value, quote=True)}" for word, value in whose(**more).items())
