"""How an author describes the bank. Every refusal is a ValueError in French, naming the place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from simulator.money import amount
from simulator.numbers import number
from simulator.shapes import shape
from simulator.sites.bank.state import (
    ACTIVE,
    LOCKED,
    PAYMENT,
    STOPPED,
    TRANSFER,
    Card,
    Demand,
    Operation,
    Payee,
    State,
    bare_iban,
)  # fmt: skip
from simulator.sites.bank.vocabulary import STARTS
from simulator.starts import each, figures, invented, known, name, once, one_of, text, texts, words, yes

WAYS = ("application", "sms", "choix")
_IBAN = re.compile(r"FR00[0-9A-Z]{23}")


def init(data: Mapping[str, Any]) -> State:
    """The bank as the author describes it. Raises ValueError, in French."""
    where = "banque"
    known(data, words(STARTS), where)
    login, secret = _login(data.get("connexion"), f"{where}, connexion")
    way = one_of(text(data, "accord", where, "application"), WAYS, "l’accord", where)
    mobile = number(data, "portable", where, "" if way == "application" else None)
    payees = each(data, "beneficiaires", "bénéficiaire", where, _payee)
    operations = each(data, "operations", "opération", where, _operation)
    demands = each(data, "demandes", "demande", where, _demand)
    for told, found in (("bénéficiaires", payees), ("opérations", operations), ("demandes", demands)):
        once([one.id for one in found], told, where)
    return State(
        text(data, "nom", where, State.name), invented(text(data, "adresse", where, State.host), where), number(data, "telephone", where, State.phone),
        text(data, "client", where, State.client), login, secret, not login, way, mobile, tuple(figures(code, 6, "le code", where) for code in texts(data, "codes", where)),
        balance=amount(data, "solde", where, "0"), statement=text(data, "releve", where, ""), operations=operations, payees=payees,
        holders=_holders(data, where, payees), card=_card(data.get("carte"), f"{where}, carte"), demands=demands,
    )  # fmt: skip


def _login(raw: Any, where: str) -> tuple[str, str]:
    """The shapes of the two things to type; ("", "") when the account is open already."""
    if not raw:
        return "", ""
    known(raw, words(STARTS, "connexion"), where)
    return shape(text(raw, "identifiant", where)), shape(text(raw, "mot_de_passe", where))


def _iban(raw: Mapping[str, Any], where: str) -> str:
    value = bare_iban(text(raw, "iban", where))
    if not _IBAN.fullmatch(value):
        raise ValueError(f"{where} : un IBAN inventé s’écrit FR00, puis 23 chiffres ou lettres. Ici : « {value} »")
    return value


def _payee(raw: Any, where: str) -> Payee:
    known(raw, words(STARTS, "beneficiaires"), where)
    saved = text(raw, "nom", where)
    return Payee(
        name(raw, "id", where), saved, _iban(raw, where), text(raw, "titulaire", where, saved), text(raw, "modifie", where, ""),
        text(raw, "note", where, ""),
    )  # fmt: skip


def _holders(data: Mapping[str, Any], where: str, payees: tuple[Payee, ...]) -> Mapping[str, str]:
    """The true name of each account."""
    found = {payee.iban: payee.holder for payee in payees}
    return found | dict(each(data, "comptes", "compte", where, _holder))


def _holder(raw: Any, where: str) -> tuple[str, str]:
    known(raw, words(STARTS, "comptes"), where)
    return _iban(raw, where), text(raw, "titulaire", where)


def _operation(raw: Any, where: str) -> Operation:
    known(raw, words(STARTS, "operations"), where)
    return Operation(
        name(raw, "id", where), text(raw, "date", where), text(raw, "libelle", where), amount(raw, "montant", where),
        text(raw, "detail", where, ""),
    )  # fmt: skip


def _card(raw: Any, where: str) -> Card | None:
    if not raw:
        return None
    known(raw, words(STARTS, "carte"), where)
    end = figures(text(raw, "fin", where), 4, "la fin de la carte", where)
    status = one_of(text(raw, "etat", where, ACTIVE), (ACTIVE, LOCKED, STOPPED), "l’état", where)
    return Card(end, text(raw, "expire", where, Card.expires), status, by_phone=yes(raw, "appel", where))


def _demand(raw: Any, where: str) -> Demand:
    known(raw, words(STARTS, "demandes"), where)
    kind = one_of(text(raw, "genre", where), (PAYMENT, TRANSFER), "le genre", where)
    cents = amount(raw, "montant", where)
    if cents <= 0:
        raise ValueError(f"{where} : « montant » est plus grand que zéro")
    return Demand(name(raw, "id", where), kind, text(raw, "qui", where), cents, when=text(raw, "date", where, ""))
