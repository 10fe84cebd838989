"""What a browser has around its pages: zoom, bookmarks, downloads, windows that open by themselves. Only what the scenario offers. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from simulator.addresses import address
from simulator.engine import LONGEST_NAME, Event, Fact, host
from simulator.starts import each, host_name, known, name, once, one_of, paragraphs, text, texts, words, yes
from simulator.vocabulary import STARTS

OFFERED = ("nouvel-onglet", "zoom", "favoris", "telechargements")
ZOOMS = (75, 90, 100, 110, 125, 150, 175, 200)  # percent
KINDS = ("mise-a-jour", "cookies", "publicite", "alerte")
SHAPES = ("bas", "centre", "mur", "coin")  # where it stands: at the bottom, in the middle, over the whole page, in a corner
USUAL = {"mise-a-jour": "coin", "cookies": "bas", "publicite": "centre", "alerte": "mur"}
CROSS = "croix"  # the choice « close with the cross »
DOWNLOAD = "fichier.telecharge"


@dataclass(frozen=True)
class Bookmark:
    name: str
    url: str


@dataclass(frozen=True)
class Choice:
    id: str
    text: str
    opens: str = ""  # an address that this button opens in a new tab
    main: bool = False  # drawn larger, as such windows do
    then: str = ""  # the id of the window that this button opens, whether it was answered before or not


@dataclass(frozen=True)
class Popup:
    """A window that opens by itself over the pages of `where` ("" = any page)."""

    id: str
    kind: str
    title: str
    paragraphs: tuple[str, ...]
    choices: tuple[Choice, ...]
    shape: str
    cross: bool
    where: str = ""


@dataclass(frozen=True)
class Tools:
    """The state of what stands around the pages."""

    offered: tuple[str, ...] = ()
    zoom: int = 100
    bookmarks: tuple[Bookmark, ...] = ()
    downloads: tuple[str, ...] = ()
    panel: bool = False  # the list of downloads is open
    popups: tuple[Popup, ...] = ()  # those to answer now, in order
    told: tuple[Popup, ...] = ()  # all that the scenario tells: a button may open one of them

    def popup(self, url: str) -> Popup | None:
        """The window that stands over this page now."""
        return next((p for p in self.popups if p.where in ("", host(url))), None)

    def marked(self, url: str) -> bool:
        return any(b.url == url for b in self.bookmarks)


Outcome = tuple[Tools, tuple[Fact, ...], str | None, str]  # the last one: an address to open in a new tab, or ""


def init(data: Mapping[str, Any]) -> Tools:
    """`{outils, favoris, telechargements, fenetres}` of a scenario's `navigateur`. Raises ValueError, in French."""
    where = "monde, navigateur"
    known(data, words(STARTS, "navigateur"), where)
    offered = texts(data, "outils", where)
    for tool in offered:
        one_of(tool, OFFERED, "l’outil", f"{where}, outils")
    bookmarks = each(data, "favoris", "favori", where, _bookmark)
    popups = each(data, "fenetres", "fenêtre", where, _popup)
    once([p.id for p in popups], "fenêtres", where)
    for popup in popups:
        for choice in popup.choices:
            if choice.then:
                one_of(choice.then, [p.id for p in popups], "la fenêtre", f"{where}, {popup.id}, {choice.id}, suite")
    return Tools(
        offered, bookmarks=bookmarks, downloads=texts(data, "telechargements", where), popups=_first_ones(popups), told=popups
    )


def _first_ones(popups: tuple[Popup, ...]) -> tuple[Popup, ...]:
    """Those that open by themselves: not the ones that a button of a window written before them opens."""
    return tuple(p for i, p in enumerate(popups) if not any(c.then == p.id for before in popups[:i] for c in before.choices))


def _bookmark(raw: Any, where: str) -> Bookmark:
    known(raw, words(STARTS, "navigateur.favoris"), where)
    return Bookmark(text(raw, "nom", where), address(raw, "adresse", where))


def _popup(raw: Any, where: str) -> Popup:
    known(raw, words(STARTS, "navigateur.fenetres"), where)
    kind = one_of(text(raw, "genre", where), KINDS, "le genre", where)
    choices = each(raw, "boutons", "bouton", where, _choice)
    once([c.id for c in choices], "boutons", where)
    cross = "croix" not in raw or yes(raw, "croix", where)
    if not choices and not cross:
        raise ValueError(f"{where} : il faut un bouton ou une croix, sinon personne ne pourrait la fermer")
    over = text(raw, "sur", where, "")
    return Popup(
        name(raw, "id", where), kind, text(raw, "titre", where), paragraphs(raw, "texte", where), choices,
        one_of(text(raw, "forme", where, USUAL[kind]), SHAPES, "la forme", where), cross, host_name(over, where) if over else "",
    )  # fmt: skip


def _choice(raw: Any, where: str) -> Choice:
    known(raw, words(STARTS, "navigateur.fenetres.boutons"), where)
    wanted = name(raw, "id", where)
    if wanted == CROSS:
        raise ValueError(f"{where} : l’id « {CROSS} » est celui de la croix, donnez-en un autre")
    opens = address(raw, "ouvre", where) if "ouvre" in raw else ""
    return Choice(wanted, text(raw, "texte", where), opens, yes(raw, "principal", where), text(raw, "suite", where, ""))


# ------------------------------------------------------------------------------------------------------------- what happens
def update(tools: Tools, event: Event, url: str) -> Outcome:
    """One event about the tools; `url` is the page on show. What is not offered, or odd, changes nothing."""
    verb = event.type.partition(".")[2]
    if event.type == "fenetre.choisir":
        return _answer(tools, event.args.get("id", ""), event.args.get("bouton", ""))
    if verb == "zoom" and "zoom" in tools.offered:
        return _zoom(tools, event.args.get("sens", ""))
    if verb == "favori" and "favoris" in tools.offered:
        return _mark(tools, url, event.args.get("titre", ""))
    if verb == "telechargements" and "telechargements" in tools.offered:
        return replace(tools, panel=not tools.panel), (), None, ""
    if verb == "fichier" and event.args.get("nom", "") in tools.downloads:
        wanted = event.args["nom"]
        return replace(tools, panel=False), (Fact("fichier.ouvert", {"nom": wanted}),), f"Le fichier {wanted} est ouvert.", ""
    return tools, (), None, ""


def _answer(tools: Tools, popup_id: str, choice: str) -> Outcome:
    popup = next((p for p in tools.popups if p.id == popup_id), None)
    picked = next((c for c in popup.choices if c.id == choice), None) if popup else None
    if popup is None or (picked is None and not (choice == CROSS and popup.cross)):
        return tools, (), None, ""
    left = tuple(p for p in tools.popups if p.id != popup_id)
    if picked and picked.then:
        left = (*(p for p in tools.told if p.id == picked.then), *(p for p in left if p.id != picked.then))
    fact = Fact("fenetre.choix", {"id": popup.id, "genre": popup.kind, "choix": choice})
    return replace(tools, popups=left), (fact,), None, picked.opens if picked else ""


def _zoom(tools: Tools, way: str) -> Outcome:
    at = ZOOMS.index(tools.zoom)
    wanted = {"plus": min(at + 1, len(ZOOMS) - 1), "moins": max(at - 1, 0), "normal": ZOOMS.index(100)}.get(way, at)
    if wanted == at:
        return tools, (), None, ""
    value = ZOOMS[wanted]
    return replace(tools, zoom=value), (Fact("nav.zoom", {"valeur": str(value)}),), f"Affichage à {value} %.", ""


def _mark(tools: Tools, url: str, title: str) -> Outcome:
    if tools.marked(url):
        kept = tuple(b for b in tools.bookmarks if b.url != url)
        return (
            replace(tools, bookmarks=kept),
            (Fact("nav.favori_retire", {"adresse": url}),),
            "Ce site n’est plus dans vos favoris.",
            "",
        )
    kept = (*tools.bookmarks, Bookmark(title[:LONGEST_NAME] or host(url), url))
    return replace(tools, bookmarks=kept), (Fact("nav.favori_ajoute", {"adresse": url}),), "Ce site est dans vos favoris.", ""


def hear(tools: Tools, facts: tuple[Fact, ...]) -> Tools:
    """Files that sites give to download come in the list, each once."""
    new = [str(f.data.get("nom", "")) for f in facts if f.kind == DOWNLOAD]
    return replace(tools, downloads=tuple(dict.fromkeys((*tools.downloads, *filter(None, new))))) if new else tools
