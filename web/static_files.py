"""Files: ours (/ressources), Streamlit's front end kept gzipped in memory (/static), and the drawings of lessons (/images)."""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from web.house import ROOT

OURS = ROOT / "static"
FOREVER = "public, max-age=31536000, immutable"
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
    """A file kept in memory. `tag` names its content."""

    body: bytes
    squeezed: bytes | None
    kind: str
    tag: str


def _kept(file: Path) -> Kept:
    body = file.read_bytes()
    kind = KINDS.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    text = kind.startswith("text/") or kind == "image/svg+xml"
    squeezed = gzip.compress(body, 9) if file.suffix in SQUEEZED else None
    return Kept(body, squeezed, f"{kind}; charset=utf-8" if text else kind, hashlib.sha256(body).hexdigest()[:12])


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
    if kept.squeezed and "gzip" in request.headers.get("accept-encoding", ""):
        return Response(
            kept.squeezed, media_type=None, headers={**headers, "Content-Type": kept.kind, "Content-Encoding": "gzip"}
        )
    return Response(kept.body, media_type=None, headers={**headers, "Content-Type": kept.kind})


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
    """Pure ASGI middleware: Streamlit's scripts and styles, gzipped once and kept (2.72 MB become 1.09 on the wire).

    Its default font (170 KB, asked for before the theme is known) is answered by ours (12 KB), already there; its icons (375 KB)
    by those that are used (deploy/subset_icons.py, 10 KB).
    """

    def __init__(self, app: ASGIApp, folder: Path) -> None:
        self.app = app
        files = (file for file in folder.rglob("*") if file.suffix in SQUEEZED and file.is_file())
        self.files = {f"/static/{file.relative_to(folder).as_posix()}": file for file in files}
        self.kept: dict[str, Kept] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].startswith(DEFAULT_FONT):
            await RedirectResponse(f"/ressources/{FONT}", 301, {"Cache-Control": FOREVER})(scope, receive, send)
            return
        if scope["type"] == "http" and scope["path"].startswith(DEFAULT_ICONS):
            await RedirectResponse(address(ICONS), 302, {"Cache-Control": AN_HOUR})(scope, receive, send)
            return
        kept = await self._for(scope)
        if kept is None or kept.squeezed is None:
            await self.app(scope, receive, send)
            return
        headers = {"Content-Type": kept.kind, "Content-Encoding": "gzip", "Cache-Control": FOREVER, "Vary": "Accept-Encoding"}
        await Response(kept.squeezed, headers=headers)(scope, receive, send)

    async def _for(self, scope: Scope) -> Kept | None:
        if scope["type"] != "http" or scope["method"] != "GET" or scope["path"] not in self.files:
            return None
        if not any(name == b"accept-encoding" and b"gzip" in value for name, value in scope["headers"]):
            return None
        path = scope["path"]
        if path not in self.kept:
            self.kept[path] = await run_in_threadpool(_kept, self.files[path])
        return self.kept[path]
