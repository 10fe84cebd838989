"""Reading what a browser sends, before anything believes it: same site, right size, right kind."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from starlette.requests import Request

LARGEST = 64 * 1024
MOST_FIELDS = 100
KIND = "application/x-www-form-urlencoded"

UNREADABLE = "Ce formulaire n’a pas pu être lu. Revenez à la page d’avant et essayez encore."
TOO_LARGE = "Ce formulaire est trop long. Revenez à la page d’avant et écrivez un texte plus court."


class BadForm(Exception):
    """A form that is refused. `status`: the HTTP answer. `message`: French, for the person."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status, self.message = status, message


def same_site(request: Request) -> bool:
    """Whether a POST comes from one of our own pages.

    Over plain http browsers send Origin but no Sec-Fetch-Site, so Origin decides first. Only the host is compared:
    behind a proxy the scheme seen here may not be the one in the address bar. Nothing at all said: refused.
    """
    headers = request.headers
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    said = headers.get("origin") or headers.get("referer")
    return bool(said) and urlsplit(said).netloc == headers.get("host")


async def read_form(request: Request) -> dict[str, list[str]]:
    """The fields of a plain form, each with all its values. Raises BadForm: too large, another kind, a NUL inside."""
    if request.headers.get("content-type", KIND).split(";")[0].strip().lower() != KIND:
        raise BadForm(415, UNREADABLE)
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > LARGEST:
            raise BadForm(413, TOO_LARGE)
    try:
        fields = parse_qs(body.decode("ascii"), keep_blank_values=True, max_num_fields=MOST_FIELDS, errors="strict")
    except ValueError as refused:  # UnicodeDecodeError is one
        raise BadForm(400, UNREADABLE) from refused
    if any("\0" in text for name, values in fields.items() for text in (name, *values)):
        raise BadForm(400, UNREADABLE)
    return fields


def first(fields: dict[str, list[str]], name: str) -> str:
    """The first value of a field, trimmed; empty when it is not there."""
    return fields.get(name, [""])[0].strip()
