"""The list of pages: address, title in the tab, who may see it, who draws it. A page that a role may not see does not exist for it.

The folder is not named `pages`: Streamlit would serve each file of a `pages` folder beside its script, for everybody.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ui.screens import (
    accounts,
    add_many,
    backups,
    change,
    contents,
    counsellor,
    diagnosis,
    difficulties,
    group_map,
    groups,
    home,
    journal,
    keeping,
    lesson,
    merging,
    module,
    my_account,
    notebook,
    overrule,
    own_data,
    papers,
    path,
    person,
    person_file,
    place,
    plans,
    practice,
    projection,
    quiz,
    removed,
    reports,
    room,
    warm_up,
    workshop,
    workshops,
)
from workshops.rights import DESK, HEAD


@dataclass(frozen=True)
class Door:
    path: str
    title: str
    show: Callable[..., None]


LEARNER = (
    Door("", "Accueil – Pas à pas", home.show),
    Door("module", "Un module – Pas à pas", module.show),
    Door("lecon", "Leçon – Pas à pas", lesson.show),
    Door("entrainement", "Entraînement – Pas à pas", practice.show),
    Door("quiz", "Questions – Pas à pas", quiz.show),
    Door("echauffement", "Échauffement – Pas à pas", warm_up.show),
    Door("point", "Faire le point – Pas à pas", diagnosis.show),
    Door("parcours", "Mon parcours – Pas à pas", path.show),
    Door("carnet", "Mon carnet – Pas à pas", notebook.show),
    Door("mes-donnees", "Mes données – Pas à pas", own_data.show),
)
COUNSELLOR = (
    Door("", "Espace conseiller – Pas à pas", counsellor.show),  # Streamlit gives its first page the address « / » only
    Door("conseiller", "Espace conseiller – Pas à pas", counsellor.show),
    Door("personne", "Une personne – Pas à pas", person.show),
    Door("fiche-personne", "Une fiche – Pas à pas", person_file.show),
    Door("parcours-personne", "Un parcours – Pas à pas", path.show),
    Door("ateliers", "Plans d’atelier – Pas à pas", plans.show),
    Door("ajouter", "Ajouter des personnes – Pas à pas", add_many.show),
    Door("groupes", "Les groupes – Pas à pas", groups.show),
    Door("seances", "Ateliers – Pas à pas", workshops.show),
    Door("atelier", "Un atelier – Pas à pas", workshop.show),
    Door("salle", "La salle – Pas à pas", room.show),
    Door("projection", "Une leçon pour tous – Pas à pas", projection.show),
    Door("bilans", "Les bilans – Pas à pas", reports.show),
    Door("donnees-du-lieu", "Les données – Pas à pas", papers.show),
    Door("mon-compte", "Mon compte – Pas à pas", my_account.show),
    Door("conservation", "Bientôt effacées – Pas à pas", keeping.show),
    Door("journal", "Le journal – Pas à pas", journal.show),
    Door("retirees", "Personnes retirées – Pas à pas", removed.show),
    Door("reunir", "Réunir deux fiches – Pas à pas", merging.show),
    Door("carte", "La carte – Pas à pas", group_map.show),
    Door("difficultes", "Souvent manqué – Pas à pas", difficulties.show),
    Door("evolution", "Avant et après – Pas à pas", change.show),
    Door("niveau", "Un niveau – Pas à pas", overrule.show),
    Door("contenus", "Les contenus – Pas à pas", contents.show),
)
ADMINISTRATOR = (
    Door("lieu", "Le lieu – Pas à pas", place.show),
    Door("comptes", "Les comptes – Pas à pas", accounts.show),
    Door("sauvegardes", "Les sauvegardes – Pas à pas", backups.show),
)


def for_role(rank: str) -> tuple[Door, ...]:
    """The pages of a rank; the first one is where it starts."""
    return COUNSELLOR + ADMINISTRATOR if rank in HEAD else COUNSELLOR if rank in DESK else LEARNER
