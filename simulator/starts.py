"""Reading a site's starting state, in the authors' words. Every refusal is a ValueError with a French sentence naming the place."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

LONGEST_ID = 40
_ID = re.compile(r"[a-z0-9-]+")
_HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")


def known(data: Any, allowed: tuple[str, ...] | None, where: str) -> Mapping[str, Any]:
    """`data` as a mapping that holds only `allowed` words; None = any."""
    if not isinstance(data, Mapping):
        raise ValueError(f"{where} : il faut des lignes « mot: valeur »")
    for key in data if allowed is not None else ():
        if key not in allowed:
            raise ValueError(f"{where} : le mot « {key} » n’existe pas ici. Mots possibles : {', '.join(allowed)}")
    return data


def words(starts: Mapping[str, str], path: str = "") -> tuple[str, ...]:
    """The words an author may write at `path` ("" = the top), as a site's STARTS lists them."""
    prefix = f"{path}." if path else ""
    return tuple(key.removeprefix(prefix) for key in starts if key.startswith(prefix) and "." not in key.removeprefix(prefix))


def text(data: Mapping[str, Any], key: str, where: str, default: str | None = None) -> str:
    """One line of text; missing or empty, it must have a default."""
    value = data.get(key)
    if isinstance(value, Mapping | list | tuple):
        raise ValueError(f"{where} : « {key} » est un seul texte, pas une liste")
    line = re.sub(r"[ \t\r\n]+", " ", str("" if value is None else value)).strip()
    if not line and default is None:
        raise ValueError(f"{where} : il manque « {key}: … »")
    return line or default or ""


def several(data: Mapping[str, Any], key: str, where: str) -> tuple[Any, ...]:
    """A list, empty when absent."""
    value = data.get(key) or ()
    if not isinstance(value, list | tuple):
        raise ValueError(f"{where} : « {key} » est une liste, une ligne « - … » par élément")
    return tuple(value)


def each(data: Mapping[str, Any], key: str, one: str, where: str, read: Callable[..., Any], *more: Any) -> tuple[Any, ...]:
    """What `read(element, its place, *more)` makes of each element of a list; the second message stands at « courriel, message 2 »."""
    return tuple(read(raw, f"{where}, {one} {n}", *more) for n, raw in enumerate(several(data, key, where), 1))


def texts(data: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    """A list of short texts, empty when absent."""
    found = several(data, key, where)
    for value in found:
        if value is None or isinstance(value, Mapping | list | tuple) or not str(value).strip():
            raise ValueError(f"{where} : dans « {key} », chaque élément est un texte court")
    return tuple(str(value).strip() for value in found)


def paragraphs(data: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    """A text of several lines, or a list of texts: one paragraph a line."""
    value = data.get(key)
    parts = [value] if isinstance(value, str) else texts(data, key, where)
    return tuple(line.strip() for part in parts for line in part.splitlines() if line.strip())


def yes(data: Mapping[str, Any], key: str, where: str) -> bool:
    """« oui » or « non », « non » when absent."""
    value = text(data, key, where, "non")
    if value not in ("oui", "non"):
        raise ValueError(f"{where} : « {key} » vaut oui ou non, pas « {value} »")
    return value == "oui"


def name(data: Mapping[str, Any], key: str, where: str) -> str:
    """An id: small letters, digits, hyphens."""
    value = text(data, key, where)
    if not _ID.fullmatch(value) or len(value) > LONGEST_ID:
        raise ValueError(
            f"{where} : {key} « {value} » s’écrit en minuscules sans accent, chiffres et tirets, {LONGEST_ID} au plus"
        )
    return value


def host_name(value: Any, where: str) -> str:
    """The name of a site, as it stands in an address."""
    found = str(value).strip().lower()
    if not _HOST.fullmatch(found):
        raise ValueError(f"{where} : « {value} » s’écrit comme mairie.plou.example, sans https:// ni barre ni accent")
    return found


def invented(value: Any, where: str) -> str:
    """The name of a site that is nobody's in life."""
    found = host_name(value, where)
    if not found.endswith(".example"):
        raise ValueError(f"{where} : « {value} », une adresse inventée finit par .example")
    return found


def figures(value: str, many: int, what: str, where: str) -> str:
    """So many digits: a code, the end of a card."""
    if not re.fullmatch(rf"[0-9]{{{many}}}", value):
        raise ValueError(f"{where} : {what} « {value} » s’écrit avec {many} chiffres, entre guillemets")
    return value


def one_of(value: str, allowed: Any, what: str, where: str) -> str:
    """`value`, when it is one of `allowed`."""
    if value not in allowed:
        raise ValueError(f"{where} : {what} « {value} » n’existe pas. Possibles : {', '.join(allowed)}")
    return value


def once(values: list[str], what: str, where: str) -> None:
    """No value twice."""
    for value in values:
        if values.count(value) > 1:
            raise ValueError(f"{where} : deux {what} portent le nom « {value} »")
