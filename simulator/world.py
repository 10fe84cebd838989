"""The simulated web as one value: its tabs, its sites, what stands around the pages; and how a scenario begins it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from simulator import tools
from simulator.engine import host
from simulator.sites import SITES
from simulator.starts import host_name, known, one_of, texts

LONGEST_ADDRESS = 500
MOST_TABS = 8


@dataclass(frozen=True)
class Tab:
    id: str
    url: str
    back: tuple[str, ...] = ()
    forward: tuple[str, ...] = ()
    opener: str = ""  # the tab whose link opened this one: back, with no page before, returns to it


@dataclass(frozen=True)
class World:
    """The whole state of the simulated web. Immutable; rebuilt from the journal at will."""

    tabs: tuple[Tab, ...]
    active: str
    hosts: Mapping[str, str]  # host -> site name
    sites: Mapping[str, Any] = field(default_factory=dict)  # site name -> its state
    opened: int = 0  # tabs opened so far, for their ids
    starts: tuple[str, ...] = ()  # the addresses of the first tabs, t0, t1…
    tools: tools.Tools = field(default_factory=tools.Tools)

    @property
    def tab(self) -> Tab:
        return next(t for t in self.tabs if t.id == self.active)

    def with_tab(self, tab: Tab) -> World:
        return replace(self, tabs=tuple(tab if t.id == tab.id else t for t in self.tabs))

    def with_site(self, name: str, state: Any) -> World:
        return replace(self, sites={**self.sites, name: state})


def init(data: Mapping[str, Any]) -> World:
    """The world as the scenario's `monde` describes it. Raises ValueError, in French, when it cannot begin."""
    starts = known(data.get("sites") or {}, tuple(SITES), "monde, sites")
    sites = {name: SITES[name].init({} if start is None else start) for name, start in starts.items()}
    if not sites:
        raise ValueError("monde : il faut au moins un site sous « sites »")
    hosts: dict[str, str] = {}
    for name, state in sites.items():
        for h in SITES[name].hosts(state):
            _claim(hosts, h, name)
    for h, name in known(data.get("adresses") or {}, None, "monde, adresses").items():
        _claim(hosts, host_name(h, "monde, adresses"), one_of(str(name), sites, "le site", f"monde, adresses, {h}"))
    names = texts(data, "onglets", "monde") or tuple(sites)[:1]
    if not names or len(names) > MOST_TABS:
        raise ValueError(f"monde : il faut un onglet au moins, {MOST_TABS} au plus. Écrivez onglets: [courriel]")
    tabs = tuple(Tab(f"t{i}", _first_page(n, sites, hosts)) for i, n in enumerate(names))
    around = tools.init(data.get("navigateur") or {})
    return World(tabs, tabs[0].id, hosts, sites, len(tabs), tuple(tab.url for tab in tabs), around)


def _claim(hosts: dict[str, str], address: str, name: str) -> None:
    if hosts.setdefault(address, name) != name:
        raise ValueError(f"monde : deux sites ont l’adresse {address}, « {hosts[address]} » et « {name} ». Changez-en une")


def _first_page(named: str, sites: Mapping[str, Any], hosts: Mapping[str, str]) -> str:
    """The address that a tab of the scenario opens: a whole address, or a site's name (its home, else its first host)."""
    if "." in named:
        if host(whole(named)) not in hosts:
            raise ValueError(f"monde, onglets : aucun site n’a l’adresse « {named} »")
        return whole(named)
    one_of(named, sites, "le site", "monde, onglets")
    mine = [h for h, owner in hosts.items() if owner == named]
    if not mine:
        raise ValueError(f"monde, onglets : le site « {named} » n’a aucune page")
    home = SITES[named].home
    return home if host(home) in mine else f"https://{mine[0]}/"


def whole(typed: str) -> str:
    """An address as typed in the bar, made whole: spaces dropped, https:// put in front."""
    url = "".join(typed.split())[:LONGEST_ADDRESS]
    return url if not url or "://" in url else "https://" + url
