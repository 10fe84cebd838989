"""What a place may be called by people's browsers: a pure rule."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

HOST = re.compile(r"[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:\d{1,5})?")


def good_address(raw: str) -> bool:
    """Whether people could type it to come here: a scheme, a host, nothing after."""
    try:
        parts = urlsplit(raw)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(HOST.fullmatch(parts.netloc)) and raw == f"{parts.scheme}://{parts.netloc}"
