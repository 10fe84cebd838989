"""What every simulated site shares: events in, facts out, pages of HTML. Nothing here knows Streamlit or JavaScript."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from learning.typography import no_break

HERE = Path(__file__).parent
LONGEST_FIELD = 5_000  # characters kept of one field sent by a browser
LONGEST_NAME = 60


@dataclass(frozen=True)
class Event:
    """What the person did: one entry of the journal, and the only input of `update`."""

    type: str  # "<site>.<verb>", "nav.<verb>", "lien.vu", "mission.<verb>"
    args: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[str, str] = field(default_factory=dict)  # the form that was sent
    drafts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # typed and not sent, by form id
    number: int = 0  # place in the journal, 1 = first

    @classmethod
    def parse(cls, raw: Any, number: int = 0) -> Event:
        """Read an event sent by a browser or kept in a journal. Raises ValueError on anything odd: it is untrusted."""
        if not isinstance(raw, dict) or not isinstance(raw.get("type"), str):
            raise ValueError("not an event")
        drafts = raw.get("drafts") or {}
        if not isinstance(drafts, dict) or len(drafts) > 10:
            raise ValueError("drafts")
        typed = {readable(form, LONGEST_NAME): _strings(fields) for form, fields in drafts.items()}
        return cls(readable(raw["type"], LONGEST_NAME), _strings(raw.get("args")), _strings(raw.get("fields")), typed, number)

    def to_json(self) -> dict[str, Any]:
        """The event as the journal keeps it."""
        kept = {name: value for name in ("args", "fields", "drafts") if (value := getattr(self, name))}
        return {"type": self.type, **kept}


def _strings(value: Any) -> dict[str, str]:
    if value is None:
        return {}
    if not isinstance(value, dict) or len(value) > 60:
        raise ValueError("expected an object of strings")
    return {readable(k, LONGEST_NAME): readable(v, LONGEST_FIELD) for k, v in value.items()}


def readable(value: Any, longest: int) -> str:
    """A text that can be shown and stored: cut, without null characters nor halves of an emoji."""
    return str(value)[:longest].replace("\0", "").encode("utf-8", "replace").decode("utf-8")


@dataclass(frozen=True)
class Fact:
    """Something that happened in the story, in the trainers' words ("courriel.envoye")."""

    kind: str
    data: Mapping[str, Any] = field(default_factory=dict)
    number: int = 0  # number of the event that made it


@dataclass(frozen=True)
class Step:
    """What an event leads to: the new state, what happened, where to go, what to announce."""

    state: Any
    facts: tuple[Fact, ...] = ()
    goto: str | None = None  # address to open
    new_tab: bool = False
    say: str | None = None  # read aloud by screen readers, shown for a moment


@dataclass(frozen=True)
class Page:
    title: str
    html: str
    secure: bool = True
    dialog: bool = False  # a dialog is open: the rest of the window waits


class Site(Protocol):
    """A simulated site: pure functions over one immutable state. An event it does not know leaves the state as it is.

    What is typed reaches the site, and the journal, only when it is sent by a site that keeps it: see `keeps`.
    """

    name: str  # as authors write it
    facts: Mapping[str, str]  # what it can tell, each with its French description
    keeps: str  # what the ids of the forms whose text is kept begin with; "" = nothing typed here is ever kept
    icon: str
    home: str  # address of its first page
    # `bare = True`: a device, not a page: the window shows it without address bar nor arrows. `receive(state, fact)`: see browser.deliver.

    def init(self, data: Mapping[str, Any]) -> Any: ...
    def hosts(self, state: Any) -> tuple[str, ...]: ...
    def visit(self, state: Any, url: str) -> Step: ...
    def update(self, state: Any, event: Event, url: str) -> Step: ...
    def view(self, state: Any, url: str) -> Page: ...


def oui(true: Any) -> str:
    """« oui » or « non », as facts tell it and authors write it."""
    return "oui" if true else "non"


def rank(typed: str, most: int) -> int:
    """A rank from 1 to `most` that an event says, 0 when it says none."""
    n = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 4 else 0
    return n if n <= most else 0


def answer(event: Event, *rooms: Any) -> Callable[..., Step] | None:
    """What answers an event: `on_<verb>` in the first room that has it, None when nothing does."""
    verb = "on_" + event.type.partition(".")[2]
    return next((act for room in rooms if (act := getattr(room, verb, None))), None)


def host(url: str) -> str:
    """The host of an address, "" when it has none."""
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""


def path(url: str) -> str:
    """The path of an address, "/" when it has none."""
    try:
        return urlsplit(url).path or "/"
    except ValueError:
        return "/"


@lru_cache(maxsize=1)
def templates() -> Environment:
    env = Environment(
        loader=FileSystemLoader([HERE / "templates", HERE / "sites"]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # our own files do not change under a running server: looking costs a system call a template
    )
    env.filters["prose"] = no_break
    env.filters["initiales"] = lambda name: "".join(w[0] for w in str(name).replace("-", " ").split()[:2]).upper()
    env.filters["teinte"] = lambda name: sum(map(ord, str(name))) % 6
    return env


def render(template: str, **context: Any) -> str:
    """A template of ours as HTML, everything escaped."""
    return templates().get_template(template).render(**context)


def fold(value: Any) -> str:
    """A text to search in: no accents, no capitals, one space between words."""
    split = unicodedata.normalize("NFKD", str(value).casefold())
    return " ".join("".join(c for c in split if not unicodedata.combining(c)).split())
