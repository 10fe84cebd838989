"""The page that carries the script: Streamlit's own index, made French, without inline script, with our files linked.

Streamlit's index is an internal file: each change made to it is asserted, so that another version stops the start, not a lesson.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from urllib.parse import quote

import streamlit
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from web.guard import SEAT
from web.pages import ADMINISTRATOR_PAGES, COUNSELLOR_PAGES, LEARNER_PAGES, NO_STORE, PAGES, go
from web.static_files import FONT, address
from workshops.rights import DESK, HEAD

__all__ = ["COUNSELLOR_PAGES", "LEARNER_PAGES", "PAGES", "STREAMLIT_STATIC", "french_index", "index"]

STREAMLIT_STATIC = Path(streamlit.__file__).parent / "static"
DRAWN = ("PageLink", "Button", "Html", "purify.es")  # what every page of ours is made of
WINDOW = ("BidiComponent", "_arrayReduce", "serialization", "recordbatch")
WINDOW_PAGES = frozenset({"entrainement"})
NO_SCRIPT = (
    "<noscript><p>Cette page a besoin de JavaScript, un réglage du navigateur. "
    "Demandez à votre conseiller de l’activer.</p></noscript>"
)


class ChangedIndex(AssertionError):
    """Streamlit's index.html is not the one this module knows: read it again before raising the version."""


def _changed(html: str, pattern: str, new: str) -> str:
    html, found = re.subn(pattern, lambda _: new, html, flags=re.S)
    if found != 1:
        raise ChangedIndex(f"{pattern!r} found {found} times in Streamlit's index.html")
    return html


def chunks(names: tuple[str, ...]) -> str:
    """Links that fetch these parts of Streamlit's front end with the page, and not once the first drawing asks for them. Raises ChangedIndex."""
    found = [list((STREAMLIT_STATIC / "static" / "js").glob(f"{name}.*.js")) for name in names]
    if any(len(one) != 1 for one in found):
        raise ChangedIndex(f"one of {names} is not a part of Streamlit's front end any more")
    return "".join(f'<link rel="modulepreload" crossorigin href="./static/js/{one[0].name}">' for one in found)


def french(html: str, window: bool = False) -> str:
    """Takes Streamlit's index, gives ours; `window`: for a page with the simulated web. Raises ChangedIndex when one of its known parts is
    missing or repeated."""
    ours = "".join(
        [
            f'<link rel="preload" href="/ressources/{FONT}" as="font" type="font/woff2" crossorigin>',
            *(f'<link rel="stylesheet" href="{address(name)}">' for name in ("app.css", "screens.css")),
            *(
                f'<script defer src="{address(name)}"></script>'
                for name in ("fr.js", "garde.js", "dire.js", "ecouter.js", "mots.js")
            ),
            chunks(DRAWN + (WINDOW if window else ())),
            _window_files() if window else "",
            "</head>",
        ]
    )
    html = _changed(html, r'<html lang="en">', '<html lang="fr" translate="no">')
    html = _changed(html, r"<title>Streamlit</title>", "<title>Pas à pas</title>")
    html = _changed(
        html, r'<link rel="shortcut icon" href="./favicon.png" />', f'<link rel="icon" href="{address("favicon.svg")}">'
    )
    html = _changed(html, r'<link\s+rel="preload"[^>]*?SourceSans[^>]*?/>', "")
    html = _changed(html, r'<link rel="service-desc"[^>]*?/>', "")
    html = _changed(html, r"<script>\s*window\.prerenderReady = false\s*</script>", "")
    html = _changed(html, r"<noscript>.*?</noscript>", NO_SCRIPT)
    html = _changed(html, r"</head>", ours)
    html = _changed(
        html, r'(?=<script type="module")', f'<script defer fetchpriority="high" src="{address("relier.js")}"></script>'
    )
    if re.search(r"<script(?![^>]*\ssrc=)", html):
        raise ChangedIndex("an inline script is left in Streamlit's index.html")
    return re.sub(r"<!--.*?-->\s*", "", html, flags=re.S)


def _window_files() -> str:
    """The simulated window's own files, at the addresses that Streamlit gives them."""
    at = "/_stcore/bidi-components/simulator.fenetre"
    scripts = (f'<link rel="modulepreload" href="{at}/{name}.js">' for name in ("fenetre", "morph"))
    return f'<link rel="preload" as="style" href="{at}/fenetre.css">' + "".join(scripts)


@cache
def french_index(window: bool = False) -> str:
    return french((STREAMLIT_STATIC / "index.html").read_text("utf-8"), window)


def sign_in_address(request: Request) -> str:
    """The door, remembering where the person was going."""
    wanted = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return "/connexion" if wanted == "/" else f"/connexion?suite={quote(wanted, safe='/')}"


async def index(request: Request) -> Response:
    """GET of each page of the script."""
    seat = request.scope[SEAT]
    name = request.url.path[1:]
    if seat is None:
        return go(sign_in_address(request))
    if name in LEARNER_PAGES and seat.role == "counsellor":
        return go("/conseiller")
    if name in COUNSELLOR_PAGES and seat.role != "counsellor":
        return go("/")
    if name in ADMINISTRATOR_PAGES and seat.rank not in HEAD:
        return go("/conseiller" if seat.rank in DESK else "/")
    return HTMLResponse(french_index(name in WINDOW_PAGES), headers=NO_STORE)
