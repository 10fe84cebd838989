"""Workshops as the rows of La Coop's own export: same columns, same order, one row a person, without any name.

Source: `list/export/buildAccompagnementsWorksheet.ts` of La Coop, ../shared/notes/counsellor.md §1.6."""

from __future__ import annotations

from collections.abc import Sequence

from workshops.la_coop import AGES, AUTONOMY, EQUIPMENT, GENDERS, KINDS, PLACE_KINDS, STATUSES, WORKSHOP_LEVELS, age
from workshops.preparing import shown_day
from workshops.report import Told
from workshops.themes import LABELS
from workshops.workshop import Workshop

SHEET = "Activités"
COLUMNS = (
    "Date", "Enregistré le", "Dernière modification le", "Type", "Participants", "Bénéficiaire", "Canaux d’accompagnement",
    "Nom du lieu", "Adresse", "Commune", "Code postal", "Code Insee", "Durée (min)", "Nom de l’atelier",
    "Matériel numérique utilisé", "Thématique(s) d’accompagnement", "Tags", "Nom de la démarche administrative",
    "Niveau d’autonomie (ou de l’atelier)", "Bénéficiaire réorienté", "Structure de redirection", "Commune du bénéficiaire",
    "Code postal du bénéficiaire", "Code Insee du bénéficiaire", "Genre du bénéficiaire", "Tranche d’âge du bénéficiaire",
    "Statut du bénéficiaire", "Notes supplémentaires", "ID CRA",
)  # fmt: skip


def rows(workshop: Workshop, came: Sequence[Told], place: str) -> list[dict[str, str]]:
    """One row a person who came, those without an account included. Raises KeyError for a value outside La Coop's lists."""
    everyone = [*came, *[Told()] * workshop.others]
    return [_row(workshop, one, place, f"{i}/{len(everyone)}") for i, one in enumerate(everyone, start=1)]


def _row(workshop: Workshop, one: Told, place: str, rank: str) -> dict[str, str]:
    alone = workshop.kind == "open"  # open-access hours are told one person at a time
    words, level = (AUTONOMY, one.autonomy) if alone else (WORKSHOP_LEVELS, workshop.level)
    told = {
        "Date": shown_day(workshop.day),
        "Type": KINDS["Individuel" if alone else "Collectif"],
        "Participants": "1" if alone else rank,
        "Canaux d’accompagnement": PLACE_KINDS[workshop.place_kind],
        "Nom du lieu": place,
        "Commune": workshop.village,
        "Durée (min)": str(workshop.minutes),
        "Nom de l’atelier": "" if alone else workshop.title,
        "Matériel numérique utilisé": "\n".join(EQUIPMENT[key] for key in workshop.equipment),
        "Thématique(s) d’accompagnement": "\n".join(LABELS[key] for key in (alone and one.themes) or workshop.themes),
        "Niveau d’autonomie (ou de l’atelier)": f"{list(words).index(level) + 1}/3" if level else "",
        "Commune du bénéficiaire": one.commune,
        "Genre du bénéficiaire": GENDERS[one.gender or "NonCommunique"],
        "Tranche d’âge du bénéficiaire": AGES[age(one.birth_year, int(workshop.day[:4]))],
        "Statut du bénéficiaire": STATUSES[one.status or "NonCommunique"],
    }
    return {column: told.get(column, "") for column in COLUMNS}
