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


def french(html: str) -> str:
    """Takes Streamlit's index, gives ours. Raises ChangedIndex when one of its known parts is missing or repeated."""
    ours = "".join(
        [
            f'<link rel="preload" href="/ressources/{FONT}" as="font" type="font/woff2" crossorigin>',
            *(f'<link rel="stylesheet" href="{address(name)}">' for name in ("app.css", "screens.css")),
            *(
                f'<script defer src="{address(name)}"></script>'
                for name in ("fr.js", "garde.js", "dire.js", "ecouter.js", "mots.js")
            ),
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
    if re.search(r"<script(?![^>]*\ssrc=)", html):
        raise ChangedIndex("an inline script is left in Streamlit's index.html")
    return re.sub(r"<!--.*?-->\s*", "", html, flags=re.S)


@cache
def french_index() -> str:
    return french((STREAMLIT_STATIC / "index.html").read_text("utf-8"))


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
    return HTMLResponse(french_index(), headers=NO_STORE)
