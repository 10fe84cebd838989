"""How an author describes the portal. Every refusal is a ValueError with a French sentence naming the place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from zlib import crc32

from simulator.shapes import shape
from simulator.sites.portal.fields import FORMATS, KINDS, judged, octets
from simulator.sites.portal.state import HOST, OWN, STAGES, Account, Document, Field, File, Procedure, Stage, State
from simulator.sites.portal.vocabulary import STARTS
from simulator.starts import each, host_name, known, name, once, one_of, paragraphs, text, texts, words, yes

DOCUMENTS = ("pdf", "image", "texte", "archive")
SENT_BY = ("courriel", "sms")
TAKEN = ("envoyer", "suite", "compte", "connexion")


def init(data: Mapping[str, Any]) -> State:
    """The portal of a scenario. Raises ValueError, in French, naming the place."""
    known(data, words(STARTS), "demarches")
    accounts = each(data, "comptes", "compte", "demarches", _account)
    once([a.id for a in accounts], "comptes", "demarches")
    once([a.shape for a in accounts if a.login], "mots de passe de même forme", "demarches, comptes")
    procedures = each(data, "demarches", "démarche", "demarches", _procedure)
    once([p.id for p in procedures], "demarches", "demarches")
    documents = each(data, "documents", "document", "demarches", _document)
    once([d.name for d in documents], "documents", "demarches")
    files = each(data, "dossiers", "dossier", "demarches", _file)
    once([f.number for f in files], "dossiers", "demarches")
    signed = text(data, "connecte", "demarches", "")
    if signed:
        one_of(signed, [a.id for a in accounts], "le compte", "demarches, connecte")
    creation = "creation" not in data or yes(data, "creation", "demarches")
    if any(p.signed for p in procedures) and not accounts and not creation:
        raise ValueError("demarches : personne ne peut se connecter. Ajoutez « comptes », ou « connexion: non » à la démarche")
    where = host_name(data["adresse"], "demarches") if data.get("adresse") else HOST
    return State(
        text(data, "nom", "demarches", ""), text(data, "service", "demarches", "Démarches en ligne"), accounts,
        creation, procedures, documents, files, signed, host=where,
    )  # fmt: skip


def _account(raw: Any, where: str) -> Account:
    known(raw, words(STARTS, "comptes"), where)
    account_id, login = name(raw, "id", where), text(raw, "identifiant", where, "")
    if account_id == OWN:
        raise ValueError(f"{where} : l’id « {OWN} » est réservé, donnez-en un autre")
    sends = text(raw, "envoi", where, "")
    if sends:
        one_of(sends, SENT_BY, "l’envoi", where)
    code = text(raw, "code", where, f"{100_000 + crc32(account_id.encode()) % 900_000}")
    if not re.fullmatch(r"[0-9]{4,8}", code):
        raise ValueError(f'{where} : le code « {code} » est fait de 4 à 8 chiffres, entre guillemets : code: "482913"')
    host = host_name(raw["adresse"], where) if raw.get("adresse") else ""
    password = text(raw, "mot-de-passe", where) if login else ""
    return Account(
        account_id, text(raw, "nom", where), host, text(raw, "libelle", where, "Identifiant"), login, shape(password), sends, code
    )


def _procedure(raw: Any, where: str) -> Procedure:
    known(raw, words(STARTS, "demarches"), where)
    stages = each(raw, "etapes", "étape", where, _stage)
    if not stages:
        raise ValueError(f"{where} : il faut au moins une étape sous « etapes »")
    once([f.name for stage in stages for f in stage.fields], "champs", where)
    signed = "connexion" not in raw or yes(raw, "connexion", where)
    return Procedure(
        name(raw, "id", where), text(raw, "titre", where), paragraphs(raw, "texte", where), text(raw, "prix", where, "Gratuit"),
        signed, stages, _number(raw, where) if raw.get("numero") else "",
        yes(raw, "avis", where), text(raw, "suite", where, ""),
    )  # fmt: skip


def _number(raw: Mapping[str, Any], where: str) -> str:
    value = text(raw, "numero", where)
    if not re.fullmatch(r"[A-Z0-9]+(-[A-Z0-9]+)*", value) or len(value) > 20:
        raise ValueError(f"{where} : le numéro « {value} » s’écrit en capitales, chiffres et tirets, comme D26-4471")
    return value


def _stage(raw: Any, where: str) -> Stage:
    known(raw, words(STARTS, "demarches.etapes"), where)
    fields = each(raw, "champs", "champ", where, _field)
    if not fields:
        raise ValueError(f"{where} : il faut au moins un champ sous « champs »")
    return Stage(text(raw, "titre", where), fields)


def _field(raw: Any, where: str) -> Field:
    known(raw, words(STARTS, "demarches.etapes.champs"), where)
    kind = one_of(text(raw, "genre", where, "texte"), KINDS, "le genre", where)
    choices = texts(raw, "choix", where)
    if (kind in ("choix", "liste", "cases")) != bool(choices):
        raise ValueError(f"{where} : « choix: [oui, non] » va avec le genre choix, liste ou cases, et avec eux seuls")
    if any("," in one for one in choices):
        raise ValueError(f"{where} : une réponse de « choix » s’écrit sans virgule")
    formats, largest = texts(raw, "formats", where) or ("pdf", "jpg", "png"), text(raw, "taille-max", where, "2 Mo")
    for one in formats:
        one_of(one, FORMATS, "le format", where)
    if not octets(largest):
        raise ValueError(f"{where} : la taille « {largest} » s’écrit comme 500 Ko ou 2 Mo")
    found = Field(
        name(raw, "nom", where), text(raw, "libelle", where), kind, "obligatoire" not in raw or yes(raw, "obligatoire", where),
        text(raw, "aide", where, ""), text(raw, "valeur", where, ""), choices, formats, largest,
    )  # fmt: skip
    if found.name in TAKEN or re.search(r"-(jour|mois|annee|[0-9]+)$", found.name):
        raise ValueError(f"{where} : le nom « {found.name} » est réservé, donnez-en un autre")
    if found.value and kind in ("date", "choix", "liste", "cases", "case") and (problem := judged(found, found.value)):
        raise ValueError(f"{where} : la valeur « {found.value} » ne va pas. {problem}")
    return found


def _document(raw: Any, where: str) -> Document:
    known(raw, words(STARTS, "documents"), where)
    kind = one_of(text(raw, "genre", where, "pdf"), DOCUMENTS, "le genre", where)
    state = one_of(text(raw, "etat", where, "net"), ("net", "flou"), "l’état", where)
    return Document(text(raw, "nom", where), kind, text(raw, "taille", where, ""), state == "flou", texts(raw, "apercu", where))


def _file(raw: Any, where: str) -> File:
    known(raw, words(STARTS, "dossiers"), where)
    stage = one_of(text(raw, "etat", where, "recu"), STAGES, "l’état", where)
    label = text(raw, "document", where, None if stage == "manque" else "")
    limits = {k: raw[k] for k in ("formats", "taille-max") if k in raw}
    wanted = _field({"nom": "document", "libelle": label, "genre": "document", **limits}, where) if label else None
    return File(
        _number(raw, where),
        text(raw, "titre", where),
        stage,
        text(raw, "date", where, ""),
        paragraphs(raw, "message", where),
        wanted,
    )
