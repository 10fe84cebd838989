"""The words of La Coop de la médiation numérique: the only values that a workshop of ours or a report may hold.

Source: fields and schema of incubateur-des-territoires' coop-mediation-numerique (46aa33bd, 30 June 2026), in ../shared/notes/counsellor.md
§1.2 to §1.4. Keys are those of its form; labels, what it shows. Themes are in workshops/themes.py.
"""

from __future__ import annotations

KINDS = {"Individuel": "Accompagnement individuel", "Collectif": "Atelier collectif"}
PLACE_KINDS = {"LieuActivite": "Lieu d’activité", "Autre": "Autre lieu", "Domicile": "À domicile", "ADistance": "À distance"}
EQUIPMENT = {
    "Ordinateur": "Ordinateur", "Telephone": "Téléphone", "Tablette": "Tablette", "Autre": "Autre", "Aucun": "Pas de matériel",
}  # fmt: skip
WORKSHOP_LEVELS = {"Debutant": "Débutant", "Intermediaire": "Intermédiaire", "Avance": "Avancé"}
AUTONOMY = {
    "EntierementAccompagne": "Avec guidage",
    "PartiellementAutonome": "Autonome avec guidage en cas de besoin",
    "Autonome": "Autonome",
}
DURATIONS = (15, 30, 45, 60, 90, 120)  # minutes that the form offers; any other whole number is accepted
ADMINISTRATION = {
    "PapiersElectionsCitoyennete": "Papiers - Élections - Citoyenneté",
    "FamilleScolarite": "Famille - Scolarité",
    "SocialSante": "Social - Santé",
    "TravailFormation": "Travail - Formation - Entreprise",
    "Logement": "Logement",
    "TransportsMobilite": "Transports - Mobilité",
    "ArgentImpots": "Argent - Impôts",
    "Justice": "Justice",
    "EtrangersEurope": "Étrangers - Europe",
    "LoisirsSportsCulture": "Loisirs - Sports - Culture",
    "Associations": "Associations",
}
# The keys of anonymous participants end with these words: genreFeminin, trancheAgeMoinsDeDouze, statutSocialRetraite.
GENDERS = {"Feminin": "Féminin", "Masculin": "Masculin", "NonCommunique": "Non communiqué"}
AGES = {
    "MoinsDeDouze": "Moins de 12 ans",
    "DouzeDixHuit": "12 - 17 ans",
    "DixHuitVingtQuatre": "18 - 24 ans",
    "VingtCinqTrenteNeuf": "25 - 39 ans",
    "QuaranteCinquanteNeuf": "40 - 59 ans",
    "SoixanteSoixanteNeuf": "60 - 69 ans",
    "SoixanteDixPlus": "70 ans et plus",
    "NonCommunique": "Non communiqué",
}
STATUSES = {
    "Scolarise": "Scolarisé",
    "SansEmploi": "Sans emploi",
    "EnEmploi": "En emploi",
    "Retraite": "Retraité",
    "NonCommunique": "Non communiqué ou hétérogène",
}
_LIMITS = (12, 18, 25, 40, 60, 70)
MOST_PEOPLE = 10_000  # the form refuses more


def age(birth_year: int | None, year: int) -> str:
    """The key of the age bracket in `year`, computed as La Coop does: year minus year of birth."""
    if birth_year is None:
        return "NonCommunique"
    return list(AGES)[sum(year - birth_year >= limit for limit in _LIMITS)]
