"""How an author describes accounts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from simulator.numbers import number
from simulator.shapes import Secret
from simulator.sites.account.state import MEANS, SEEN_BY, Account, Datum, Device, Grant, Setting, State
from simulator.sites.account.vocabulary import STARTS
from simulator.starts import each, figures, host_name, known, name, once, one_of, text, texts, words, yes

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
        Secret.of(text(raw, "mot_de_passe", where)), phone, _rules(raw, where), _all(raw, "informations", "informations", where, _datum), _all(raw, "reglages", "réglages", where, _setting),
        _all(raw, "appareils", "appareils", where, _device), _all(raw, "autorisations", "autorisations", where, _grant), "" if double == "non" else double, _codes(raw, where),
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


def _all(raw: Mapping[str, Any], key: str, named: str, where: str, read: Callable[[Any, str], Any]) -> tuple[Any, ...]:
    """A list of things that have an id, none twice; `named` is what several are called."""
    found = each(raw, key, named.removesuffix("s"), where, read)
    once([one.id for one in found], named, where)
    return found


def _datum(raw: Any, where: str) -> Datum:
    known(raw, words(STARTS, f"{OF}.informations"), where)
    seen = one_of(text(raw, "visible", where, "moi"), SEEN_BY, "le mot", where)
    return Datum(
        name(raw, "id", where), text(raw, "libelle", where), text(raw, "valeur", where), seen, yes(raw, "facultatif", where)
    )


def _setting(raw: Any, where: str) -> Setting:
    known(raw, words(STARTS, f"{OF}.reglages"), where)
    return Setting(name(raw, "id", where), text(raw, "texte", where), yes(raw, "valeur", where))


def _device(raw: Any, where: str) -> Device:
    known(raw, words(STARTS, f"{OF}.appareils"), where)
    return Device(
        name(raw, "id", where),
        text(raw, "nom", where),
        text(raw, "lieu", where),
        text(raw, "date", where),
        yes(raw, "ici", where),
    )


def _grant(raw: Any, where: str) -> Grant:
    known(raw, words(STARTS, f"{OF}.autorisations"), where)
    return Grant(name(raw, "id", where), text(raw, "nom", where), texts(raw, "acces", where), text(raw, "date", where, ""))
