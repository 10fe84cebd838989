"""Which theme of La Coop de la médiation numérique each lesson belongs to. One table, so that a wrong theme is one line to put right.

Source: `fields/thematique.ts` of incubateur-des-territoires' coop-mediation-numerique, read in ../shared/notes/counsellor.md §1.3: the key of
its form, and the label that it shows. What a module teaches was matched with the hints that La Coop gives under each theme.
"""

from __future__ import annotations

LABELS: dict[str, str] = {
    "DiagnosticNumerique": "Diagnostic numérique",
    "PrendreEnMainDuMateriel": "Prendre en main du matériel",
    "MaintenanceDeMateriel": "Maintenance de matériel",
    "GereSesContenusNumeriques": "Gérer ses contenus numériques",
    "NavigationSurInternet": "Navigation sur internet",
    "Email": "E-mail",
    "Bureautique": "Bureautique",
    "ReseauxSociaux": "Réseaux sociaux communication",
    "Sante": "Santé",
    "BanqueEtAchatsEnLigne": "Banque et achats en ligne",
    "Entrepreneuriat": "Accompagner un professionnel",
    "InsertionProfessionnelle": "Insertion professionnelle",
    "SecuriteNumerique": "Prévention en sécurité numérique",
    "Parentalite": "Parentalité",
    "ScolariteEtNumerique": "Scolarité et numérique",
    "CreerAvecLeNumerique": "Créer avec le numérique",
    "CultureNumerique": "Culture numérique",
    "IntelligenceArtificielle": "Intelligence artificielle (IA)",
    "AideAuxDemarchesAdministratives": "Aide aux démarches administratives",
}

_OF_MODULE = {
    "premiers-pas": "PrendreEnMainDuMateriel",
    "courriel": "Email",
    "demarches": "AideAuxDemarchesAdministratives",
    "sources": "CultureNumerique",
    "donnees": "SecuriteNumerique",
    "reseaux-sociaux": "ReseauxSociaux",
}
_OF_SKILL = {
    "P5": "NavigationSurInternet",
    "P6": "NavigationSurInternet",
    "P7": "NavigationSurInternet",  # « remplir un formulaire » stands under this theme
    "P9": "SecuriteNumerique",
    "P10": "GereSesContenusNumeriques",
    "C7": "SecuriteNumerique",  # « reconnaître les messages frauduleux »
    "C8": "SecuriteNumerique",
    "C9": "SecuriteNumerique",
    "S7": "IntelligenceArtificielle",
    "N11": "BanqueEtAchatsEnLigne",
    "N12": "BanqueEtAchatsEnLigne",
}


def theme(module: str, skill: str) -> str:
    """The key of La Coop's theme for a skill (its code, « C7 ») of `module`. Raises KeyError for a module that does not exist."""
    return _OF_SKILL.get(skill, _OF_MODULE[module])
