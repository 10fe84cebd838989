"""How an author describes accounts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from simulator.numbers import number
from simulator.shapes import Secret
from simulator.sites.account.state import MEANS, SEEN_BY, Account, Datum, Device, Grant, Setting, State
from simulator.sites.account.vocabulary import STARTS
from simulator.starts import figures, host_name, known, name, once, one_of, several, text, texts, words, yes

APP = "cle-de-poche.example"
CODES = ("482913", "730586", "159047", "864230", "307651")
SPARE = ("7294-kopi", "5183-lamu", "9046-tefa", "3617-rono", "8250-virta", "6471-selo")
KEY = "PONT-4827"
OF = "<adresse>"  # where STARTS lists the words of an account


def init(data: Mapping[str, Any]) -> State:
    """`hôte: {service, nom…}` for each account. Raises ValueError, in French, naming the place."""
    starts = [(host_name(where, "compte"), raw) for where, raw in known(data, None, "compte").items()]
    once([host for host, _ in starts], "comptes", "compte")
    if any(host == APP for host, _ in starts):
        raise ValueError(f"compte : {APP} est l’adresse de l’application Clé de poche. Prenez une autre adresse")
    return State({host: _account(host, raw, f"compte, {host}") for host, raw in starts})


def _account(host: str, raw: Any, where: str) -> Account:
    known(raw, words(STARTS, OF), where)
    double = one_of(text(raw, "double", where, "non"), ("non", *MEANS), "le moyen", where)
    phone = number(raw, "telephone", where, "")
    if double == "sms" and not phone:
        raise ValueError(f"{where} : pour « double: sms », donnez aussi « telephone: 06 39 98 … »")
    inside = yes(raw, "connecte", where) if "connecte" in raw else True
    return Account(
        host, text(raw, "service", where), text(raw, "nom", where), text(raw, "identifiant", where),
        Secret.of(text(raw, "mot_de_passe", where)), phone, _rules(raw, where), _data(raw, where), _settings(raw, where),
        _devices(raw, where), _grants(raw, where), "" if double == "non" else double, _codes(raw, where),
        texts(raw, "secours", where) or SPARE, text(raw, "cle", where, KEY), linked=double == "application", inside=inside,
    )  # fmt: skip


def _rules(raw: Mapping[str, Any], where: str) -> tuple[int, int]:
    rules = known(raw.get("regles") or {}, words(STARTS, f"{OF}.regles"), f"{where}, regles")
    found = []
    for word, default, most in (("longueur", "12", 30), ("sortes", "3", 4)):
        value = text(rules, word, f"{where}, regles", default)
        if not (value.isascii() and value.isdigit() and 1 <= int(value) <= most):
            raise ValueError(f"{where}, regles : « {word} » est un nombre, de 1 à {most}")
        found.append(int(value))
    return found[0], found[1]


def _codes(raw: Mapping[str, Any], where: str) -> tuple[str, ...]:
    codes = tuple(figures(code, 6, "le code", where) for code in texts(raw, "codes", where)) or CODES
    once(list(codes), "codes", where)
    return codes


def _data(raw: Mapping[str, Any], where: str) -> tuple[Datum, ...]:
    found = []
    for i, one in enumerate(several(raw, "informations", where), 1):
        at = f"{where}, information {i}"
        known(one, words(STARTS, f"{OF}.informations"), at)
        seen = one_of(text(one, "visible", at, "moi"), SEEN_BY, "le mot", at)
        found.append(
            Datum(name(one, "id", at), text(one, "libelle", at), text(one, "valeur", at), seen, yes(one, "facultatif", at))
        )
    once([d.id for d in found], "informations", where)
    return tuple(found)


def _settings(raw: Mapping[str, Any], where: str) -> tuple[Setting, ...]:
    found = []
    for i, one in enumerate(several(raw, "reglages", where), 1):
        at = f"{where}, réglage {i}"
        known(one, words(STARTS, f"{OF}.reglages"), at)
        found.append(Setting(name(one, "id", at), text(one, "texte", at), yes(one, "valeur", at)))
    once([s.id for s in found], "réglages", where)
    return tuple(found)


def _devices(raw: Mapping[str, Any], where: str) -> tuple[Device, ...]:
    found = []
    for i, one in enumerate(several(raw, "appareils", where), 1):
        at = f"{where}, appareil {i}"
        known(one, words(STARTS, f"{OF}.appareils"), at)
        found.append(
            Device(name(one, "id", at), text(one, "nom", at), text(one, "lieu", at), text(one, "date", at), yes(one, "ici", at))
        )
    once([d.id for d in found], "appareils", where)
    return tuple(found)


def _grants(raw: Mapping[str, Any], where: str) -> tuple[Grant, ...]:
    found = []
    for i, one in enumerate(several(raw, "autorisations", where), 1):
        at = f"{where}, autorisation {i}"
        known(one, words(STARTS, f"{OF}.autorisations"), at)
        found.append(Grant(name(one, "id", at), text(one, "nom", at), texts(one, "acces", at), text(one, "date", at, "")))
    once([g.id for g in found], "autorisations", where)
    return tuple(found)
