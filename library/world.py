"""The simulated world of a scenario: its sites, its addresses (all invented), and the lot to sort."""

from __future__ import annotations

import re

from library.errors import Findings, one_of
from library.nodes import Listing, Node, Table, Text
from library.typed import Fields, data, words
from library.variants import is_hole
from library.vocabulary import CUES, LOTS, site_names

_ADDRESSED = frozenset(
    {"adresse", "ouvre", "sur", "moi", "lien", "a", "cc", "clé adresses", "clé pages", "clé piege", "clé presse"}
)
_PHONE = re.compile(r"[0-9 +]+")
_HOST = re.compile(r"(?:[a-z][a-z0-9+.-]*://)?(?:[^/@\s]*@)?([^/:?#\s]+)", re.IGNORECASE)


def read_world(top: Fields, found: Findings) -> Table:
    """The world, checked as far as can be without opening the sites: names of sites, and each has its start."""
    node = top.node.get("monde")
    world = Fields(node, "Monde", ("onglets", "sites"), ("adresses", "navigateur"), found, top.line_of("monde")) if node else None
    if world is None or not isinstance(node, Table):
        return Table((), 1)
    starts, known = world.table("sites"), site_names()
    for key, _start in starts.pairs:
        _check_site(key, known, found)
    tabs = world.items("onglets")
    if isinstance(node.get("onglets"), Listing) and not tabs:
        found.say(world.line_of("onglets"), "Monde : il n’y a aucun onglet.", "Écrivez onglets: [courriel]")
    for tab in tabs:
        whole_address = isinstance(tab, Text) and "." in tab.value  # the browser itself says whether a site answers there
        if isinstance(tab, Text) and not whole_address and _check_site(tab, known, found) and tab.value not in starts:
            found.say(
                tab.line,
                f"Monde : le site « {tab.value} » n’a pas de départ sous « sites ».",
                f"Ajoutez {tab.value}: … sous sites:",
            )
    for host, site in world.table("adresses").pairs:
        if isinstance(site, Text) and _check_site(site, known, found):
            start = starts.get(site.value)
            if site.value in ("pages", "piege") and not is_hole(start) and not (isinstance(start, Table) and host.value in start):
                found.say(
                    host.line,
                    f"Monde : « {site.value} » n’a pas de page pour {host.value}.",
                    f"Ajoutez {host.value}: … sous sites:, {site.value}:",
                )
    return node


def _check_site(name: Text, known: tuple[str, ...], found: Findings) -> bool:
    if name.value in known or is_hole(name):
        return name.value in known
    found.say(name.line, f"Le site « {name.value} » est inconnu.", one_of(name.value, known))
    return False


def check_addresses(node: Table, found: Findings) -> None:
    """No address of the real world: everything that can be reached or written to ends with .example."""
    for word, text in words(node):
        if word not in _ADDRESSED or "<" in text.value or not text.value.strip() or text.value.startswith("/"):
            continue
        if word == "a" and _PHONE.fullmatch(text.value.strip()):
            continue  # a SMS goes to a number
        host = _HOST.match(text.value.strip())
        name = host[1].lower() if host else ""
        if not name.endswith(".example"):
            found.say(
                text.line,
                f"L’adresse « {text.value} » ne finit pas par .example.",
                "Inventez une adresse qui finit par .example : mairie.plou.example",
            )


def check_sorting(traps: Table, genuine: Table, world: Node, found: Findings, gesture: str = "aside") -> None:
    """Each id is in the lot, once; each false message has a true cue, no genuine one has; when files are judged, each has one."""
    name, word = LOTS[gesture]
    site = world.get("sites") if isinstance(world, Table) else None
    site = site.get(name) if isinstance(site, Table) else None
    listing = site.get(word) if isinstance(site, Table) else None
    one = "aucune demande" if gesture == "accept" else "aucun message"
    if is_hole(listing) or not isinstance(listing, Listing):
        return
    messages = {m.get("id").value: m for m in listing.items if isinstance(m, Table) and isinstance(m.get("id"), Text)}
    for trap, side in ((True, traps), (False, genuine)):
        for key, _why in side.pairs:
            if key.value not in messages:
                found.say(
                    key.line,
                    f"Tri : {one} n’a l’id « {key.value} ».",
                    one_of(key.value, messages) if messages else f"Écrivez les {word}.",
                )
                continue
            if trap and key.value in genuine:
                found.say(
                    key.line, f"Tri : « {key.value} » est à la fois dans pieges et dans vrais.", "Enlevez-le de l’un des deux."
                )
            if gesture != "accept":
                _check_cues(messages[key.value], key.value, trap, found)
            if gesture == "open" and "pieces" not in messages[key.value]:
                found.say(
                    messages[key.value].line,
                    f"Message « {key.value} » : il n’a pas de fichier joint à ouvrir.",
                    "Ajoutez pieces: [nom-du-fichier.pdf], ou enlevez geste: ouvrir",
                )


def _check_cues(message: Table, name: str, trap: bool, found: Findings) -> None:
    cues = data(message.get("indices")) if "indices" in message else []
    cues = cues if isinstance(cues, list) else [cues]
    for cue in cues:
        if cue not in CUES:
            found.say(message.line, f"Message « {name} » : l’indice « {cue} » est inconnu.", one_of(str(cue), CUES))
    if trap and not cues:
        found.say(
            message.line,
            f"Message « {name} » : un piège a au moins un indice.",
            f"Ajoutez indices: [adresse] (mots possibles : {', '.join(CUES)}).",
        )
    if not trap and cues:
        found.say(
            message.line, f"Message « {name} » : un vrai message n’a pas d’indice de piège.", "Enlevez indices: de ce message."
        )
