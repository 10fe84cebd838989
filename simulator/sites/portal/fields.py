"""The kinds of fields of a form: reading what was sent, saying calmly what to look at again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from simulator.numbers import digits, misspelt
from simulator.sites.portal.state import Document, Field

KINDS = ("texte", "long", "nombre", "date", "courriel", "telephone", "choix", "liste", "cases", "case", "document")
FORMATS = {"pdf": "PDF", "jpg": "JPG", "png": "PNG"}
PARTS = ("jour", "mois", "annee")
LONGEST = {"long": 1000}
_UNITS = {"o": 1, "ko": 1_000, "mo": 1_000_000, "go": 1_000_000_000}


def octets(size: str) -> float:
    """« 2,4 Mo » as a number of octets, 0 when it is not a size."""
    found = re.fullmatch(r"(\d+(?:[.,]\d+)?)\s*([kmg]?o)", size.strip(), re.I)
    return float(found[1].replace(",", ".")) * _UNITS[found[2].lower()] if found else 0


def sent(field: Field, fields: Mapping[str, str]) -> str:
    """The value of a field in a form that was sent. A date is « 12/03/1950 », a ticked box « oui »."""
    if field.kind == "date":
        parts = [fields.get(f"{field.name}-{part}", "").strip() for part in PARTS]
        return "/".join(p.zfill(2) if p.isdigit() and len(p) == 1 else p for p in parts) if any(parts) else ""
    value = fields.get(field.name, "").strip()[: LONGEST.get(field.kind, 200)]
    if field.kind == "case":
        return "oui" if value else ""
    if field.kind == "cases":
        return ", ".join(c for n, c in enumerate(field.choices, 1) if fields.get(f"{field.name}-{n}"))
    if field.kind in ("choix", "liste"):
        return value if value in field.choices else ""
    return value if field.kind == "long" else " ".join(value.split())


def ticked(value: str) -> tuple[str, ...]:
    """The answers ticked among several."""
    return tuple(value.split(", ")) if value else ()


def parts(value: str) -> dict[str, str]:
    """The three boxes of a date."""
    return dict(zip(PARTS, (*value.split("/"), "", "", "")[:3], strict=False))


def judged(field: Field, value: str) -> str | None:
    """What to look at again in a value, None when it is right."""
    if not value:
        return _missing(field) if field.required else None
    judge = {"nombre": _number, "date": _date, "courriel": _mail, "telephone": _phone}.get(field.kind)
    if field.kind in ("choix", "liste") and value not in field.choices:
        return "Choisissez une des réponses proposées."
    if field.kind == "cases" and any(one not in field.choices for one in ticked(value)):
        return "Cochez parmi les réponses proposées."
    if field.kind == "case" and value != "oui":
        return "Une case se coche avec oui."
    return judge(value) if judge else None


def _missing(field: Field) -> str:
    return {
        "choix": "Choisissez une réponse.",
        "liste": "Choisissez une réponse dans la liste.",
        "cases": "Cochez une réponse au moins.",
        "case": "Cochez cette case pour continuer.",
        "document": "Choisissez un document.",
        "date": "Écrivez le jour, le mois et l’année.",
    }.get(field.kind, "Remplissez cette case.")


def _number(value: str) -> str | None:
    bare = value.replace(" ", "").replace("\u00a0", "")
    return None if re.fullmatch(r"\d+([.,]\d+)?", bare) else "Écrivez un nombre, avec des chiffres. Exemple : 3"


def _date(value: str) -> str | None:
    pieces = value.split("/")
    if len(pieces) != 3 or not all(pieces):
        return "La date n’est pas complète. Écrivez le jour, le mois et l’année."
    if not all(p.isascii() and p.isdigit() for p in pieces):
        return "La date s’écrit avec des chiffres. Exemple : 12, puis 3, puis 1950"
    if len(pieces[2]) != 4:
        return "L’année a quatre chiffres. Exemple : 1950"
    try:
        date(int(pieces[2]), int(pieces[1]), int(pieces[0]))
    except ValueError:
        return "Cette date n’existe pas. Relisez le jour et le mois."
    return None


def _mail(value: str) -> str | None:
    if "@" not in value:
        return "Il manque le signe @. Exemple : prenom.nom@pigeon.example"
    if " " in value:
        return "Une adresse s’écrit sans espace. Exemple : prenom.nom@pigeon.example"
    if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s.]+", value):
        return "L’adresse n’est pas complète. Exemple : prenom.nom@pigeon.example"
    return None


def _phone(value: str) -> str | None:
    if len(digits(value)) == 10:
        return None
    return misspelt(value) or "Ce numéro est trop court. Il faut dix chiffres. Exemple : 06 39 98 00 00"


def refused(field: Field, document: Document) -> tuple[str, str] | None:
    """Why a document is not taken (a word for authors, and the sentence), None when it is."""
    end = document.name.rpartition(".")[2].lower().replace("jpeg", "jpg")
    if end not in field.formats:
        return "format", f"Le fichier « {document.name} » n’est pas au bon format. Choisissez un fichier {formats(field)}."
    if octets(document.size) > octets(field.largest):
        return "taille", f"Le fichier « {document.name} » est trop lourd : {document.size}. La limite est de {field.largest}."
    if document.blurred:
        return "flou", f"Le fichier « {document.name} » est flou : on ne peut pas le lire. Choisissez-en un plus net."
    return None


def formats(field: Field) -> str:
    """« PDF, JPG ou PNG »."""
    names = [FORMATS[f] for f in field.formats]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} ou {names[-1]}"
