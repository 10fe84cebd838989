"""Addresses that authors write in the start of a site, and addresses as facts tell them. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from simulator.engine import host, path
from simulator.starts import host_name, known, paragraphs, several, text

Part = Mapping[str, str]  # a paragraph: {"texte"} or {"texte", "lien"}


def address(data: Mapping[str, Any], key: str, where: str) -> str:
    """A whole address; https:// may be left out. Raises ValueError, in French."""
    value = text(data, key, where)
    url = value if "://" in value else f"https://{value}"
    if " " in value or not host(url):
        raise ValueError(
            f"{where} : « {value} » n’est pas une adresse. Écrivez par exemple https://mairie-plou.example/etat-civil"
        )
    host_name(host(url), where)
    return url


def link(raw: Any, where: str) -> Part:
    """`{texte, lien}`, its address whole. Raises ValueError, in French."""
    known(raw, ("texte", "lien"), where)
    return {"texte": text(raw, "texte", where), "lien": address(raw, "lien", where)}


def parts(data: Mapping[str, Any], key: str, where: str) -> tuple[Part, ...]:
    """A text of several lines, or a list of texts and of links `{texte, lien}`. Raises ValueError, in French."""
    whole, out = data.get(key), []
    for part in [whole] if isinstance(whole, str) else several(data, key, where):
        if isinstance(part, Mapping):
            out.append(link(part, f"{where}, {key}"))
        else:
            out += [{"texte": line} for line in paragraphs({key: part if isinstance(part, str) else [part]}, key, where)]
    return tuple(out)


def plain(url: str) -> str:
    """The address of a page, always written the same: https, no bar at its end, nothing after the path."""
    return f"https://{host(url)}{route(url)}"


def route(url: str) -> str:
    """The path of an address without the bar at its end; "/" for the first page."""
    return "/" + "/".join(part for part in path(url).split("/") if part)
