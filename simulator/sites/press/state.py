"""What press and reference sites hold."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.addresses import Part, plain, route
from simulator.engine import fold, host

KINDS = ("journal", "blog", "satire", "verification", "encyclopedie", "organisme", "commerce")
ABOUT, LEGAL, SECTION = "/a-propos", "/mentions-legales", "/rubrique"
IMAGE, HISTORY = "image", "historique"


@dataclass(frozen=True)
class Sheet:
    title: str
    body: tuple[Part, ...]


@dataclass(frozen=True)
class Image:
    description: str
    caption: str = ""
    credit: str = ""
    whole: str = ""  # what is seen when it is opened, when that is more
    search: str = ""  # its id in the search engine


@dataclass(frozen=True)
class Comment:
    name: str
    date: str
    text: str


@dataclass(frozen=True)
class Change:
    """One line of an encyclopaedia's history."""

    date: str
    who: str
    what: str


@dataclass(frozen=True)
class Article:
    path: str
    title: str
    body: tuple[Part, ...]
    lead: str = ""
    author: str = ""
    date: str = ""
    changed: str = ""
    section: str = ""
    label: str = ""  # « Contenu partenaire », « Opinion »
    image: Image | None = None
    sources: tuple[Part, ...] = ()
    comments: tuple[Comment, ...] = ()
    history: tuple[Change, ...] = ()
    button: Part | None = None

    @property
    def slug(self) -> str:
        return self.path.strip("/").replace("/", "-")


@dataclass(frozen=True)
class Outlet:
    host: str
    name: str
    kind: str
    motto: str = ""
    welcome: tuple[Part, ...] = ()  # what the first page says, above its articles
    articles: tuple[Article, ...] = ()
    about: Sheet | None = None
    legal: Sheet | None = None

    @property
    def sections(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(a.section for a in self.articles if a.section))


@dataclass(frozen=True)
class State:
    outlets: tuple[Outlet, ...] = ()
    sharing: str = ""  # address of the article whose sharing is being chosen
    shared: tuple[str, ...] = ()

    def outlet(self, url: str) -> Outlet | None:
        return next((o for o in self.outlets if o.host == host(url)), None)


@dataclass(frozen=True)
class Place:
    """What an address shows."""

    screen: str = "missing"  # home, section, article, image, history, about, legal, missing
    outlet: Outlet | None = None
    article: Article | None = None
    section: str = ""


def slug(name: str) -> str:
    """A section's name as it stands in an address."""
    return "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in fold(name)).split())


def place(state: State, url: str) -> Place:
    """What the address shows."""
    outlet, at = state.outlet(url), route(url)
    if outlet is None:
        return Place()
    if at == "/":
        return Place("home", outlet)
    if at in (ABOUT, LEGAL):
        screen = {ABOUT: "about", LEGAL: "legal"}[at]
        return Place(screen if getattr(outlet, screen) else "missing", outlet)
    if at.startswith(SECTION + "/"):
        section = next((s for s in outlet.sections if slug(s) == at.removeprefix(SECTION + "/")), "")
        return Place("section" if section else "missing", outlet, section=section)
    for article in outlet.articles:
        if at == article.path:
            return Place("article", outlet, article)
        if article.image and at == f"{article.path}/{IMAGE}":
            return Place("image", outlet, article)
        if article.history and at == f"{article.path}/{HISTORY}":
            return Place("history", outlet, article)
    return Place("missing", outlet)


def article_address(url: str, article: Article) -> str:
    """The address of an article of the site that `url` is on."""
    return plain(f"https://{host(url)}{article.path}")
