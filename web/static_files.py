"""Files: ours (/ressources), Streamlit's front end kept gzipped in memory (/static), and the drawings of lessons (/images)."""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from threading import Timer

import brotli
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from web.house import ROOT

OURS = ROOT / "static"
FOREVER = "public, max-age=31536000, immutable"
LULL = 15.0  # seconds: the first page has been drawn by then
AN_HOUR = "public, max-age=3600"
FONT = "polices/atkinson-hyperlegible-next-latin-400-normal.woff2"
DEFAULT_FONT = "/static/media/SourceSansVF-"
ICONS = "polices/icones.woff2"
DEFAULT_ICONS = "/static/media/MaterialSymbols-Rounded"
SQUEEZED = (".js", ".css", ".svg")
KINDS = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2", ".txt": "text/plain"}
MODULE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
IMAGE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*\.(svg|png|jpg|webp)")
# A drawing opened alone in a tab is a document: it must not be able to run anything.
IMAGE_CSP = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'"


@dataclass(frozen=True)
class Kept:
    """A file kept in memory. `tag` names its content; `packed`: the same, smaller, by the name of the encoding, the smallest first."""

    body: bytes
    kind: str
    tag: str
    packed: dict[str, bytes] = field(default_factory=dict)

    def sent(self, accepted: str) -> tuple[bytes, dict[str, str]]:
        """The bytes for a browser that accepts these encodings (its header), and the headers that say so."""
        names = {one.partition(";")[0].strip() for one in accepted.split(",")}
        name = next((one for one in self.packed if one in names), None)
        headers = {"Content-Type": self.kind, "Vary": "Accept-Encoding"}
        return (self.packed[name], {**headers, "Content-Encoding": name}) if name else (self.body, headers)


def _kept(file: Path, smallest: bool = True) -> Kept:
    """`smallest`: packed by Brotli too, which takes a second for half a megabyte and saves a fifth of what gzip leaves."""
    body = file.read_bytes()
    kind = KINDS.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    text = kind.startswith("text/") or kind == "image/svg+xml"
    packed = {}
    if file.suffix in SQUEEZED:
        packed = {"br": brotli.compress(body)} if smallest else {}
        packed["gzip"] = gzip.compress(body, 9)
    return Kept(body, f"{kind}; charset=utf-8" if text else kind, hashlib.sha256(body).hexdigest()[:12], packed)


@cache
def ours() -> dict[str, Kept]:
    """All our static files by path under static/. Read once: what is not in this table does not exist for the network."""
    return {file.relative_to(OURS).as_posix(): _kept(file) for file in sorted(OURS.rglob("*")) if file.is_file()}


def address(name: str) -> str:
    """The address of one of our files, with its content's name in it, so that it can be kept for ever and never be stale.

    Raises KeyError, at start, for a file that is not there.
    """
    return f"/ressources/{name}?v={ours()[name].tag}"


async def resource(request: Request) -> Response:
    """GET /ressources/<path>."""
    kept = ours().get(request.path_params["path"])
    if kept is None:
        return Response(status_code=404)
    sure = request.query_params.get("v") == kept.tag or kept.kind == "font/woff2"
    headers = {"ETag": f'"{kept.tag}"', "Cache-Control": FOREVER if sure else AN_HOUR, "Vary": "Accept-Encoding"}
    if kept.tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    body, said = kept.sent(request.headers.get("accept-encoding", ""))
    return Response(body, headers={**headers, **said})


def image_file(root: Path, module: str, name: str) -> Path | None:
    """The drawing of a lesson, or None: only under lessons/<module>/images, whatever links stand there."""
    if not MODULE.fullmatch(module) or not IMAGE.fullmatch(name):
        return None
    folder = (root / "lessons" / module / "images").resolve()
    file = (folder / name).resolve()
    inside = folder.is_relative_to((root / "lessons").resolve()) and file.is_relative_to(folder)
    return file if inside and file.is_file() else None


def image_response(file: Path) -> Response:
    return FileResponse(
        file,
        media_type=KINDS.get(file.suffix) or mimetypes.guess_type(file.name)[0],
        headers={"Cache-Control": AN_HOUR, "Content-Security-Policy": IMAGE_CSP},
    )


class Squeezed:
    """Pure ASGI middleware: Streamlit's scripts and styles, packed once and kept (2.72 MB become 1.09 on the wire, then 0.9).

    The first who asks gets gzip at once. Brotli works in the lull that follows, one file at a time, and is there for the next.

    Its default font (170 KB, asked for before the theme is known) is answered by ours (12 KB), already there; its icons (375 KB)
    by those that are used (deploy/subset_icons.py, 10 KB).
    """

    def __init__(self, app: ASGIApp, folder: Path) -> None:
        self.app = app
        files = (file for file in folder.rglob("*") if file.suffix in SQUEEZED and file.is_file())
        self.files = {f"/static/{file.relative_to(folder).as_posix()}": file for file in files}
        self.kept: dict[str, Kept] = {}
        self.behind: Timer | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].startswith(DEFAULT_FONT):
            await RedirectResponse(f"/ressources/{FONT}", 301, {"Cache-Control": FOREVER})(scope, receive, send)
            return
        if scope["type"] == "http" and scope["path"].startswith(DEFAULT_ICONS):
            await RedirectResponse(address(ICONS), 302, {"Cache-Control": AN_HOUR})(scope, receive, send)
            return
        kept = await self._for(scope)
        if kept is None:
            await self.app(scope, receive, send)
            return
        body, headers = kept.sent(_accepted(scope))
        await Response(body, headers={**headers, "Cache-Control": FOREVER})(scope, receive, send)

    async def _for(self, scope: Scope) -> Kept | None:
        """What is kept for this request; None when it is for Streamlit to answer."""
        if (
            scope["type"] != "http"
            or scope["method"] != "GET"
            or scope["path"] not in self.files
            or "gzip" not in _accepted(scope)
        ):
            return None
        path = scope["path"]
        if path not in self.kept:
            self.kept[path] = await run_in_threadpool(_kept, self.files[path], smallest=False)
            if self.behind is None or not self.behind.is_alive():
                self.behind = Timer(LULL, self.pack)
                self.behind.daemon = True
                self.behind.start()
        return self.kept[path]

    def pack(self) -> None:
        """Make what was asked for as small as it can be."""
        while gzipped := [path for path, kept in list(self.kept.items()) if "br" not in kept.packed]:
            self.kept[gzipped[0]] = _kept(self.files[gzipped[0]])


def _accepted(scope: Scope) -> str:
    return next((value.decode("latin-1") for name, value in scope["headers"] if name == b"accept-encoding"), "")
