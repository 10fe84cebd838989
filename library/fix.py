"""Writes the tedious part for authors: the missing names of questions. A name already there is never touched."""

from __future__ import annotations

import os
import re
import tempfile
import unicodedata
from pathlib import Path

from library.errors import Findings
from library.folders import author_files
from library.markdown import blocks
from library.source import decode, read_bytes

_LONGEST = 40
_NAME = re.compile(r"\{#([^}]*)\}\s*$")


def fix(root: Path) -> list[str]:
    """Name the questions that have no name, in every quiz under `root`; gives a French line for each name written."""
    done: list[str] = []
    for place in author_files(root, {}):
        if place.kind != "quizzes":
            continue
        quiet = Findings(place.file)
        data = read_bytes(root / place.file, quiet)
        if data is None or decode(data, quiet) is None:
            continue
        new, named = name_questions(data)
        if named:
            _replace(root / place.file, new)
            done += [f"{place.file}:{line} : nom ajouté {{#{name}}}" for line, name in named]
    return done


def name_questions(data: bytes) -> tuple[bytes, list[tuple[int, str]]]:
    """The bytes with a name at the end of each `##` that has none, and (line, name) of each. Line ends stay as they are."""
    text = decode(data, Findings(""))
    if text is None:
        return data, []
    headings = [b for b in blocks(_without_header(text)) if b.kind == "heading" and b.tag == "h2" and b.tokens[0].markup == "##"]
    taken = {m[1].strip() for b in headings if (m := _NAME.search(b.inline))}
    pieces = re.split(r"(\r\n|\r|\n)", data.decode("utf-8"))  # lines at even places, their ends between
    named = []
    for heading in headings:
        if not heading.inline.strip() or _NAME.search(heading.inline):
            continue
        name = _free(heading.inline, taken)
        taken.add(name)
        pieces[heading.start * 2] = f"{pieces[heading.start * 2].rstrip().rstrip('#').rstrip()} {{#{name}}}"
        named.append((heading.start + 1, name))
    return "".join(pieces).encode("utf-8"), named


def slug(title: str) -> str:
    """A short name out of a title: small letters without accents, digits, hyphens."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", title.casefold().replace("œ", "oe")) if not unicodedata.combining(c))
    name = "-".join(re.findall(r"[a-z0-9]+", plain))
    if len(name) > _LONGEST:
        name = name[: _LONGEST + 1].rpartition("-")[0] or name[:_LONGEST]
    return name or "question"


def _free(title: str, taken: set[str]) -> str:
    first = name = slug(title)
    number = 2
    while name in taken:
        name, number = f"{first}-{number}", number + 1
    return name


def _without_header(text: str) -> str:
    """The header blanked: its closing dashes would make a title of its last line."""
    lines = text.split("\n")
    if lines[0].strip() == "---":
        end = next((i for i, line in enumerate(lines[1:], 1) if line.strip() == "---"), 0)
        lines[: end + 1] = [""] * (end + 1)
    return "\n".join(lines)


def _replace(path: Path, data: bytes) -> None:
    """Write beside, then rename: a power cut leaves the old file or the new one, never half of one."""
    mode = path.stat().st_mode & 0o777
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, mode)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
