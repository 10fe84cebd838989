"""The one glossary: English in the code, French in every file and screen an author, a learner or a counsellor reads."""

from __future__ import annotations

FRENCH: dict[str, str] = {
    # lesson
    "title": "titre", "minutes": "minutes", "objective": "objectif", "skill": "competence",
    "digcomp": "digcomp", "crcn": "crcn", "after": "apres", "screens": "ecrans", "body": "texte_ecran",
    "remember": "a_retenir", "ref": "nom", "content": "empreinte",
    # quiz
    "questions": "questions", "id": "id", "prompt": "enonce", "hint": "indice", "options": "choix", "text": "texte",
    "right": "juste", "feedback": "reponse_au_choix", "items": "elements", "pairs": "paires", "left": "gauche",
    "right_title": "titre_droite", "left_title": "titre_gauche", "accepted": "acceptees", "explanation": "explication",
    # scenario
    "variant": "variante", "instruction": "consigne", "goals": "buts", "prohibitions": "interdits", "hints": "aides",
    "praise": "bravo", "world": "monde", "solutions": "solution", "sorting": "tri", "fact": "fait", "where": "ou",
    "dangerous": "dangereux", "corrects": "corrige", "kind": "genre", "target": "cible", "goal": "but", "shows": "reponse", "name": "nom", "steps": "gestes",
    "otherwise": "ou_bien", "gesture": "geste",
    # where the texts come from
    "statements": "enonces", "source": "source", "status": "statut", "checked": "verifie_le", "line": "ligne",
    # workshop plan
    "module": "module", "level": "niveau", "aim": "but_de_l_atelier", "before": "avant", "course": "deroule", "prints": "a_imprimer",
    "afterwards": "ensuite", "lessons": "lecons", "group": "groupe", "counsellor": "conseiller",
    "traps": "pieges", "genuine": "vrais", "variants": "variantes", "scenarios": "mises_en_situation", "why": "pourquoi",
}  # fmt: skip


def french(name: str) -> str:
    """The French key of a field. Raises KeyError, at import, for a field that has no French word yet."""
    return FRENCH[name]


MODULES: dict[str, str] = {
    "premiers-pas": "Premiers pas",
    "courriel": "Le courriel",
    "demarches": "Les démarches en ligne",
    "sources": "Vérifier une information",
    "donnees": "Protéger mes données",
    "reseaux-sociaux": "Les réseaux sociaux",
}
