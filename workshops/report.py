"""A workshop as La Coop wants it told: anonymous counts and the fields of its form, in its order and with its words only.

Source: ../shared/notes/counsellor.md §1.2 to §1.4 (La Coop's own code, June 2026)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workshops.la_coop import AGES, EQUIPMENT, GENDERS, PLACE_KINDS, STATUSES, WORKSHOP_LEVELS, age
from workshops.preparing import shown_day
from workshops.themes import LABELS
from workshops.workshop import Workshop


@dataclass(frozen=True)
class Told:
    """What one person who came let be told. Nothing in it names her. `autonomy`: La Coop's key, for open-access hours."""

    birth_year: int | None = None
    gender: str = ""
    status: str = ""
    known: bool = False  # came to an earlier workshop: « déjà accompagné »
    commune: str = ""
    autonomy: str = ""
    themes: tuple[str, ...] = ()


def counts(workshop: Workshop, came: Sequence[Told]) -> dict[str, int]:
    """The anonymous participants with La Coop's exact keys; keys that count nobody are left out, `total` aside.

    People without an account are « non communiqué ». Raises ValueError for a value outside La Coop's lists."""
    year = int(workshop.day[:4])
    total = len(came) + workshop.others
    found: Counter[str] = Counter()
    for one in [*came, *[Told()] * workshop.others]:
        found[f"trancheAge{age(one.birth_year, year)}"] += 1
        found[f"genre{_key(one.gender, GENDERS)}"] += 1
        found[f"statutSocial{_key(one.status, STATUSES)}"] += 1
    found["dejaAccompagne"] = sum(one.known for one in came)
    return {"total": total, **{key: n for key, n in found.items() if n}}


def _key(said: str, words: Mapping[str, str]) -> str:
    if said and said not in words:
        raise ValueError(f"not a word of La Coop: {said!r}")
    return said or "NonCommunique"


def fields(workshop: Workshop, counted: Mapping[str, int]) -> list[tuple[str, str]]:
    """The lines of the form « Atelier collectif », in its order: (name of the field, what to put). Only counts that are not zero.

    Raises KeyError for a value outside La Coop's lists."""
    told = [
        ("Titre de l’atelier", workshop.title),
        ("Date", shown_day(workshop.day)),
        ("Durée", f"{workshop.minutes} minutes"),
        ("Lieu de l’accompagnement", PLACE_KINDS[workshop.place_kind]),
        ("Lieu d’activité", workshop.village),
        ("Matériel utilisé", ", ".join(EQUIPMENT[key] for key in workshop.equipment)),
        ("Thématiques", ", ".join(LABELS[key] for key in workshop.themes)),
        ("Niveau de l’atelier", WORKSHOP_LEVELS[workshop.level]),
        ("Nombre de participants", str(counted.get("total", 0))),
        ("Déjà accompagnés", str(counted.get("dejaAccompagne", 0))),
    ]
    for prefix, words, name in (
        ("genre", GENDERS, "Genre"), ("trancheAge", AGES, "Tranche d’âge"), ("statutSocial", STATUSES, "Statut"),
    ):  # fmt: skip
        told += [(f"{name} : {label}", str(n)) for key, label in words.items() if (n := counted.get(prefix + key))]
    return [(name, value) for name, value in told if value]


def hidden(values: Sequence[int], least: int = 5) -> list[str]:
    """Counts of a published table: those under `least` are hidden; when one alone is hidden, the next smallest is hidden too,
    so that a total does not give it away. Zero is nobody: it stays."""
    covered = {i for i, n in enumerate(values) if 0 < n < least}
    if len(covered) == 1:
        others = sorted((n, i) for i, n in enumerate(values) if i not in covered and n)
        covered |= {i for _n, i in others[:1]}
    return ["non montré" if i in covered else str(n) for i, n in enumerate(values)]
