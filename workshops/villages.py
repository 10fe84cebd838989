"""The report of a period for the villages that share the place: counts only, small ones hidden."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workshops.report import hidden
from workshops.workshop import Workshop

COLUMNS = ("Village", "Ateliers et permanences", "Heures", "Personnes différentes", "Présences", "Compétences acquises")


def table(
    villages: Sequence[str], held: Sequence[Workshop], people: Mapping[str, set[str]], gained: Mapping[str, int]
) -> list[dict[str, str]]:
    """One row a village, then « Ensemble ». `held`: the closed workshops; `people`: who came, by village; `gained`: skills, by village.

    Counts of people under five are hidden (`hidden`); hours and workshops say nothing of anybody."""
    names = list(dict.fromkeys([*villages, *(one.village for one in held)]))
    of = {name: [one for one in held if one.village == name] for name in names}
    attended = [sum(one.counts.get("total", 0) for one in of[name]) for name in names]
    many = hidden([len(people.get(name, ())) for name in names])
    seen, skills = hidden(attended), hidden([gained.get(name, 0) for name in names])
    rows = [
        (name or "(sans village)", str(len(of[name])), hours(of[name]), many[i], seen[i], skills[i])
        for i, name in enumerate(names)
    ]
    everybody = len(set().union(*people.values())) if people else 0
    last = hidden([everybody]), hidden([sum(attended)]), hidden([sum(gained.get(name, 0) for name in names)])
    rows.append(("Ensemble", str(len(held)), hours(held), *(one[0] for one in last)))
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows]


def hours(held: Sequence[Workshop]) -> str:
    """The length of these workshops: « 4,5 »."""
    return f"{sum(one.minutes for one in held) / 60:.1f}".replace(".", ",").removesuffix(",0")
