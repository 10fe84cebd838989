"""The browser window: tabs, address bar, back and forward. It routes events to sites and facts between them. Pure.

What stands around the pages (zoom, bookmarks, downloads, windows that open by themselves) is in tools.py."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from learning.typography import no_break, no_break_html
from simulator import tools
from simulator.engine import Event, Fact, Page, host, render
from simulator.sites import SITES
from simulator.world import MOST_TABS, Tab, World, init, whole

__all__ = ["Tab", "World", "init", "update", "view", "whole"]
LONGEST_HISTORY = 50
MOST_ROUNDS = 5  # of news between sites, after one gesture
TOOLS = ("zoom", "favori", "telechargements", "fichier")
EMPTY = "about:nouvel-onglet"  # the page of a tab just opened by « + »


Outcome = tuple[World, tuple[Fact, ...], str | None]
Titles = dict[str, tuple[object, str, str]]  # tab -> the site's state and the address it was read from, and the title


def site_at(world: World, url: str) -> str | None:
    """The site that answers at `url`, or None."""
    name = world.hosts.get(host(url))
    return name if name in world.sites else None


def sealed(event: Event) -> Event:
    """The event without what was typed where nothing is kept: « • » stands for it. Done before anything sees the event."""
    prefix = event.type.partition(".")[0]
    kept = tuple(site.keeps for site in SITES.values() if site.keeps)
    drafts = {form: fields if form.startswith(kept) else _hidden(fields) for form, fields in event.drafts.items()}
    if prefix == "nav":
        fields = {k: v for k, v in event.fields.items() if k == "url"}
    else:
        fields = event.fields if prefix in SITES and SITES[prefix].keeps else _hidden(event.fields)
    return replace(event, fields=fields, drafts=drafts)


def _hidden(fields: Mapping[str, str]) -> Mapping[str, str]:
    return {name: "•" if value.strip() else "" for name, value in fields.items()}


def update(world: World, event: Event) -> Outcome:
    """One event in; the new world, the facts and a sentence to announce out. Total: what is odd changes nothing."""
    prefix, _, verb = event.type.partition(".")
    url = world.tab.url
    here = site_at(world, url)
    facts: tuple[Fact, ...] = ()
    if event.drafts and here and prefix != here:  # leaving a page keeps what was typed on it
        step = SITES[here].update(world.sites[here], replace(event, type=f"{here}.brouillon"), url)
        world, facts = world.with_site(here, step.state), step.facts
    say = None
    if prefix == "fenetre" or (prefix == "nav" and verb in TOOLS):
        world, more, say = _use_tool(world, event)
        facts += more
    elif prefix == "nav":
        world, more, say = _navigate(world, verb, event)
        facts += more
    elif event.type == "lien.vu":
        facts += (Fact("lien.adresse_vue", {"adresse": event.args.get("url", "")}),)
    elif prefix == here:
        step = SITES[here].update(world.sites[here], event, url)
        world, facts, say = world.with_site(here, step.state), facts + step.facts, step.say
        if step.goto:
            world, more, later = open_tab(world, step.goto) if step.new_tab else go(world, step.goto)
            facts, say = facts + more, say or later
    world, facts, heard = deliver(world, facts)
    return world, tuple(replace(f, number=event.number) for f in facts), " ".join(filter(None, (say, heard))) or None


def deliver(world: World, facts: tuple[Fact, ...]) -> Outcome:
    """Tell every site that has a `receive` what happened, then what came of it: a shop asks the bank, whose code arrives on the phone."""
    says: list[str] = []
    news = facts
    for _ in range(MOST_ROUNDS):  # each fact is told once; two sites that would answer each other for ever are stopped
        world, news = _tell(world, news, says)
        facts += news
    world = replace(world, tools=tools.hear(world.tools, facts))
    return world, facts, " ".join(dict.fromkeys(says)) or None


def _tell(world: World, facts: tuple[Fact, ...], says: list[str]) -> tuple[World, tuple[Fact, ...]]:
    """These facts told to each site; what comes of them, and in `says` what is to announce."""
    more: tuple[Fact, ...] = ()
    for name in world.sites if facts else ():
        hear = getattr(SITES[name], "receive", None)
        for fact in facts if hear else ():
            step = hear(world.sites[name], fact)
            world, more = world.with_site(name, step.state), more + step.facts
            says += [step.say] if step.say else []
    return world, more


def _use_tool(world: World, event: Event) -> Outcome:
    """Zoom, bookmarks, downloads, and the windows that open by themselves."""
    around, facts, say, opens = tools.update(world.tools, event, world.tab.url)
    world = replace(world, tools=around)
    if not opens:
        return world, facts, say
    world, more, later = open_tab(world, opens)
    return world, facts + more, say or later


def go(world: World, url: str, *, record: bool = True, depth: int = 0) -> Outcome:
    """Open `url` in the tab on show."""
    tab = world.tab
    if url == EMPTY:
        return world.with_tab(replace(tab, url=url)), (Fact("nav.nouvel_onglet", {"id": tab.id}),), None
    if record and url != tab.url:
        tab = replace(tab, url=url, back=(*tab.back, tab.url)[-LONGEST_HISTORY:], forward=())
    else:
        tab = replace(tab, url=url)
    world = world.with_tab(tab)
    name = site_at(world, url)
    if name is None:
        return world, (Fact("nav.introuvable", {"adresse": url}),), "Cette page est introuvable."
    step = SITES[name].visit(world.sites[name], url)
    world = world.with_site(name, step.state)
    if step.goto and depth < 3:
        world, more, say = go(world, step.goto, record=False, depth=depth + 1)
        return world, step.facts + more, step.say or say
    return world, step.facts, step.say


def open_tab(world: World, url: str) -> Outcome:
    """Open `url` in a new tab, or in this one when there are many already."""
    if len(world.tabs) >= MOST_TABS:
        return go(world, url)
    tab = Tab(f"t{world.opened}", url, opener=world.active)
    return go(replace(world, tabs=(*world.tabs, tab), active=tab.id, opened=world.opened + 1), url, record=False)


def close_tab(world: World, tab_id: str) -> Outcome:
    """Close a tab; the last one stays."""
    left = tuple(t for t in world.tabs if t.id != tab_id)
    if not left or len(left) == len(world.tabs):
        return world, (), None
    at = min(next(i for i, t in enumerate(world.tabs) if t.id == tab_id), len(left) - 1)
    active = world.active
    if active == tab_id:
        opener = world.tab.opener
        active = opener if any(t.id == opener for t in left) else left[at].id
    return replace(world, tabs=left, active=active), (Fact("nav.onglet_ferme", {"id": tab_id}),), "Onglet fermé."


def go_home(world: World) -> Outcome:
    """« Page d’accueil »: where this tab began, else the first tab. The first tabs that were closed come back: nothing is lost."""
    starts = {f"t{i}": url for i, url in enumerate(world.starts)}
    here = {tab.id: tab for tab in world.tabs}
    first = tuple(here.get(name) or Tab(name, url) for name, url in starts.items())
    others = tuple(tab for tab in world.tabs if tab.id not in starts)
    active = world.active if world.active in starts else "t0"
    return go(replace(world, tabs=(*first, *others), active=active), starts[active])


def _navigate(world: World, verb: str, event: Event) -> Outcome:
    tab, wanted = world.tab, event.args.get("id", "")
    if verb in ("go", "nouvel_onglet"):
        if verb == "nouvel_onglet" and not event.args.get("url") and "nouvel-onglet" in world.tools.offered:
            return open_tab(world, EMPTY)
        url = _without_www(world, whole(event.args.get("url") or event.fields.get("url") or ""))
        if not url:
            return world, (), None
        return open_tab(world, url) if verb == "nouvel_onglet" else go(world, url)
    if verb == "back" and tab.back:
        world = world.with_tab(replace(tab, back=tab.back[:-1], forward=(tab.url, *tab.forward)))
        return _returned(go(world, tab.back[-1], record=False))
    if verb == "back" and _opener(world):
        return _returned(close_tab(world, tab.id))
    if verb == "forward" and tab.forward:
        world = world.with_tab(replace(tab, forward=tab.forward[1:], back=(*tab.back, tab.url)))
        return go(world, tab.forward[0], record=False)
    if verb == "home":
        return go_home(world)
    if verb == "reload":
        return go(world, tab.url, record=False)
    if verb == "tab" and any(t.id == wanted for t in world.tabs):
        return replace(world, active=wanted), (Fact("nav.onglet", {"id": wanted}),), None
    if verb == "close":
        return close_tab(world, wanted)
    return world, (), None


def _returned(outcome: Outcome) -> Outcome:
    """The same, and the fact that the arrow led back."""
    world, facts, say = outcome
    return world, (*facts, Fact("nav.retour", {"adresse": world.tab.url})), say


def _without_www(world: World, url: str) -> str:
    """« www. » typed before the address of a site that has none leads there all the same, as in real life."""
    there = host(url)
    return url.replace("://www.", "://", 1) if there not in world.hosts and there.removeprefix("www.") in world.hosts else url


def page(world: World) -> Page:
    """The page on show."""
    name = site_at(world, world.tab.url)
    if world.tab.url == EMPTY:
        return Page("Nouvel onglet", render("new_tab.html", bookmarks=world.tools.bookmarks))
    if name is None:
        return Page(
            "Page introuvable",
            render("not_found.html", url=world.tab.url, back=bool(world.tab.back) or _opener(world)),
            secure=False,
        )
    return SITES[name].view(world.sites[name], world.tab.url)


def view(world: World, say: tuple[int, str] | None = None, titles: Titles | None = None) -> tuple[str, Page]:
    """The HTML of the whole window, and the page it shows. `titles`: what one practice keeps from one view to the next."""
    tabs, shown = [], page(world)
    for tab in world.tabs:
        name = site_at(world, tab.url)
        title = shown.title if tab.id == world.active else _title(world, tab, titles)
        icon = SITES[name].icon if name else "accueil" if tab.url == EMPTY else "attention"
        tabs.append({"id": tab.id, "title": title, "icon": icon})
    going_back = bool(world.tab.back) or _opener(world)
    html = render(
        "window.html", tabs=tabs, tab=world.tab, can_go_back=going_back, page=shown, page_key=key(world),
        say=(say[0], no_break(say[1])) if say else None, tools=world.tools, empty=EMPTY,
        popup=world.tools.popup(world.tab.url), marked=world.tools.marked(world.tab.url), bare=bare(world), lost=_lost(world),
    )  # fmt: skip
    return no_break_html(html), shown


def bare(world: World) -> bool:
    """True on a device (`bare = True` in its site: a phone, a desk), which has no address bar nor arrows around it."""
    here = site_at(world, world.tab.url)
    return bool(here) and getattr(SITES[here], "bare", False)


def key(world: World) -> str:
    """What names the page on show: when it changes, the person is on another page."""
    popup = world.tools.popup(world.tab.url)
    return f"{world.active} {world.tab.url}{' ' + popup.id if popup else ''}"


def _lost(world: World) -> bool:
    """True when a tab of the beginning was closed: « Page d’accueil » brings it back."""
    return not {f"t{i}" for i in range(len(world.starts))} <= {tab.id for tab in world.tabs}


def _opener(world: World) -> bool:
    return any(t.id == world.tab.opener for t in world.tabs)


def _title(world: World, tab: Tab, titles: Titles | None) -> str:
    """The title of a tab that is not on show: read again only when its site has changed, since a whole page is drawn for it."""
    name = site_at(world, tab.url)
    if name is None:
        return "Nouvel onglet" if tab.url == EMPTY else "Page introuvable"
    state, known = world.sites[name], (titles or {}).get(tab.id)
    if known and known[0] is state and known[1] == tab.url:
        return known[2]
    title = SITES[name].view(state, tab.url).title
    if titles is not None:
        titles[tab.id] = (state, tab.url, title)
    return title
