"""What the social network holds. Everything is immutable, and what is shown is computed from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

ME = "moi"
PUBLIC, FRIENDS, ONLY_ME = "public", "amis", "moi"
AUDIENCES = {PUBLIC: "Public", FRIENDS: "Mes amis", ONLY_ME: "Moi uniquement"}
TOLD = {PUBLIC: "Tout le monde, même sans compte", FRIENDS: "Seulement vos amis", ONLY_ME: "Personne d’autre que vous"}
OWN = "moi-"  # the ids of what the person publishes begin so
ACCEPTED, REFUSED, REPORTED = "acceptee", "refusee", "signalee"
REASONS = {
    "faux-compte": "Cette personne se fait passer pour une autre",
    "argent": "On me réclame de l’argent, un code ou ma carte",
    "insulte": "Insultes, menaces",
    "faux": "C’est une tromperie ou une fausse publicité",
    "genant": "Cela me gêne, pour une autre raison",
}


@dataclass(frozen=True)
class Person:
    """Somebody, or a page (a club, a shop, a brand)."""

    id: str
    name: str
    town: str = ""
    created: str = ""  # when the account was opened
    friends: str = ""  # how many, as people read it
    common: tuple[str, ...] = ()  # names of friends in common
    photos: tuple[str, ...] = ()  # what each shows
    about: str = ""
    portrait: str = ""  # what the picture of the profile shows
    page: bool = False


@dataclass(frozen=True)
class Request:
    """Somebody who asks to be a friend; `id` is the person's."""

    id: str
    date: str = ""
    word: str = ""


@dataclass(frozen=True)
class Piece:
    """One piece of the person's own profile."""

    id: str
    label: str
    value: str
    audience: str = PUBLIC


@dataclass(frozen=True)
class Comment:
    id: str
    who: str  # id of a person, or ME
    text: str
    date: str = ""


@dataclass(frozen=True)
class Post:
    id: str
    who: str
    text: str
    date: str = ""
    photo: str = ""
    place: str = ""
    audience: str = PUBLIC
    sponsored: bool = False
    topic: str = ""
    why: tuple[str, ...] = ()
    likes: int = 0
    comments: tuple[Comment, ...] = ()
    link: Mapping[str, str] | None = None  # {"texte", "lien"}


@dataclass(frozen=True)
class Answer:
    """What can be answered in a conversation, and what comes back."""

    id: str
    text: str
    after: str = ""  # another answer that must have been given before
    back: tuple[str, ...] = ()


@dataclass(frozen=True)
class Line:
    """One message of a conversation."""

    mine: bool
    text: str
    date: str = ""
    answer: str = ""  # the answer it is, or that it follows
    link: str = ""
    photo: str = ""


@dataclass(frozen=True)
class Talk:
    """A private conversation with one person."""

    id: str  # of the person
    lines: tuple[Line, ...]
    answers: tuple[Answer, ...] = ()
    read: bool = False

    @property
    def offered(self) -> tuple[Answer, ...]:
        """The answers that can be given now."""
        given = {line.answer for line in self.lines if line.mine}
        return tuple(a for a in self.answers if a.id not in given and (not a.after or a.after in given))


@dataclass(frozen=True)
class Picture:
    """A picture of the person's own, that can be published."""

    id: str
    shows: str


@dataclass(frozen=True)
class Capture:
    what: str  # publication, conversation, profil
    id: str
    title: str
    lines: tuple[str, ...]
    who: tuple[str, ...] = ()  # ids of the people whose words are kept


@dataclass(frozen=True)
class Draft:
    """The publication being written."""

    text: str = ""
    photo: str = ""
    place: str = ""
    audience: str = ""  # "" = the audience of the next publications


@dataclass(frozen=True)
class State:
    name: str
    town: str = ""
    pieces: tuple[Piece, ...] = ()
    people: tuple[Person, ...] = ()  # everybody but the person: friends, askers, authors
    friends: tuple[str, ...] = ()  # ids
    requests: tuple[Request, ...] = ()
    replies: Mapping[str, str] = field(default_factory=dict)  # request -> what was done with it
    posts: tuple[Post, ...] = ()
    topics: Mapping[str, str] = field(default_factory=dict)  # id -> name
    muted: frozenset[str] = frozenset()  # topics the person asked to see less of
    unfollowed: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()  # posts
    recent: bool = False  # the feed in the order of time, else what makes people react comes first
    next_audience: str = PUBLIC
    liked: frozenset[str] = frozenset()
    shared: frozenset[str] = frozenset()
    deleted: frozenset[str] = frozenset()  # posts and comments
    talks: tuple[Talk, ...] = ()
    captures: tuple[Capture, ...] = ()
    reported: Mapping[str, str] = field(default_factory=dict)  # "publication.<id>" -> reason
    blocked: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    places: tuple[str, ...] = ()
    keeping: bool = False  # what is typed is kept and shown
    draft: Draft = Draft()
    typed: Mapping[str, str] = field(default_factory=dict)  # form id -> text typed and not sent
    written: int = 0  # publications and comments made so far
    menu: str = ""  # post whose menu is open
    choosing: str = ""  # "profil.<id>", "publication.<id>", "prochaines.": whose audience is being chosen
    reporting: str = ""  # "publication.<id>", "commentaire.<id>", "personne.<id>", "demande.<id>"
    blocking: str = ""  # person about to be blocked
    error: tuple[str, str] | None = None  # form, and what is wrong

    # -------------------------------------------------------------------------------------------------- finding
    def person(self, who: str) -> Person | None:
        return next((p for p in self.people if p.id == who), None)

    def name_of(self, who: str) -> str:
        """The name shown for an id."""
        found = self.person(who)
        return found.name if found else self.name

    def post(self, name: str) -> Post | None:
        return next((p for p in self.posts if p.id == name), None)

    def piece(self, name: str) -> Piece | None:
        return next((p for p in self.pieces if p.id == name), None)

    def request(self, name: str) -> Request | None:
        return next((r for r in self.requests if r.id == name), None)

    def talk(self, name: str) -> Talk | None:
        return next((t for t in self.talks if t.id == name), None)

    def picture(self, name: str) -> Picture | None:
        return next((p for p in self.pictures if p.id == name), None)

    def picture_shown(self, shows: str) -> str:
        """The id of the person's picture that shows this; "" when it is none of them."""
        return next((p.id for p in self.pictures if p.shows == shows), "")

    def comment(self, name: str) -> tuple[Post, Comment] | None:
        """A comment, with the post it is under."""
        return next(((p, c) for p in self.posts for c in p.comments if c.id == name), None)

    # ----------------------------------------------------------------------------------------------- what is shown
    @property
    def pending(self) -> tuple[Request, ...]:
        return tuple(r for r in self.requests if r.id not in self.replies and r.id not in self.blocked)

    @property
    def answered(self) -> tuple[Request, ...]:
        return tuple(r for r in self.requests if r.id in self.replies and r.id not in self.blocked)

    @property
    def open_talks(self) -> tuple[Talk, ...]:
        return tuple(t for t in self.talks if t.id not in self.blocked)

    @property
    def mine(self) -> tuple[Post, ...]:
        """The person's publications, the latest first."""
        return tuple(p for p in self.posts if p.who == ME and p.id not in self.deleted)

    @property
    def feed(self) -> tuple[Post, ...]:
        """What the home page shows, after the person's settings."""
        shown = [p for p in self.posts if self.shows(p)]
        return tuple(shown if self.recent else sorted(shown, key=lambda p: (not p.id.startswith(OWN), -p.likes)))

    def shows(self, post: Post) -> bool:
        """Whether the feed shows a post."""
        away = post.id in self.deleted | self.hidden or post.who in self.blocked or post.who in self.unfollowed
        return not away and not (post.topic and post.topic in self.muted)

    def comments(self, post: Post) -> tuple[Comment, ...]:
        """The comments that are shown under a post."""
        return tuple(c for c in post.comments if c.id not in self.deleted and c.who not in self.blocked)

    def seen_by(self, audience: str) -> tuple[tuple[Piece, ...], tuple[Post, ...]]:
        """What of the profile this audience (public or amis) sees."""
        allowed = (PUBLIC, FRIENDS) if audience == FRIENDS else (PUBLIC,)
        return tuple(p for p in self.pieces if p.audience in allowed), tuple(p for p in self.mine if p.audience in allowed)

    # ----------------------------------------------------------------------------------------------------- changing
    def with_post(self, post: Post) -> State:
        return replace(self, posts=tuple(post if p.id == post.id else p for p in self.posts))

    def with_piece(self, piece: Piece) -> State:
        return replace(self, pieces=tuple(piece if p.id == piece.id else p for p in self.pieces))

    def with_talk(self, talk: Talk) -> State:
        return replace(self, talks=tuple(talk if t.id == talk.id else t for t in self.talks))

    def with_typed(self, form: str, text: str) -> State:
        """What was typed in a form; "" = nothing."""
        left = {k: v for k, v in self.typed.items() if k != form}
        return replace(self, typed={**left, form: text} if text else left)

    def calm(self) -> State:
        """Nothing open over the page."""
        return replace(self, menu="", choosing="", reporting="", blocking="", error=None)
