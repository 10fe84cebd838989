"""The bytes of an author file, taken with care: nothing here blocks, follows a link or raises on a strange file."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from library.errors import Findings

LIMIT = 1_000_000  # bytes; a lesson is a few thousand

_STRANGE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ufffd\ud800-\udfff]")


def signature(path: Path) -> tuple[int, int, int, int] | None:
    """What changes when the file changes (time, size, file number, kind); None when it is not there."""
    try:
        seen = os.lstat(path)
    except (OSError, ValueError):
        return None
    return seen.st_mtime_ns, seen.st_size, seen.st_ino, seen.st_mode


def read_bytes(path: Path, found: Findings) -> bytes | None:
    """The content of a regular file of at most 1 MB; None, and a problem in `found`, for anything else."""
    try:
        seen = os.lstat(path)
        if not stat.S_ISREG(seen.st_mode):
            found.say(
                1, f"Ce n’est pas un fichier de texte, mais {_kind(seen.st_mode)}.", "Mettez un vrai fichier à cette place."
            )
            return None
        if seen.st_size > LIMIT:
            found.say(1, "Le fichier est trop gros (plus de 1 Mo).", "Coupez-le, ou vérifiez que c’est bien le bon fichier.")
            return None
        # no link followed, no wait on a pipe, even if the file was swapped since the look above
        handle = os.open(
            path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        )
        with os.fdopen(handle, "rb") as file:
            return file.read(LIMIT + 1)
    except (OSError, ValueError) as trouble:
        if isinstance(trouble, FileNotFoundError):
            found.say(1, "Ce fichier n’existe pas.", "Vérifiez son nom et son dossier.")
            return None
        reason = getattr(trouble, "strerror", None) or str(trouble)
        found.say(
            1, f"Le fichier ne peut pas être lu ({reason}).", "Vérifiez les droits du fichier, ou enregistrez-le de nouveau."
        )
        return None


def decode(data: bytes, found: Findings) -> str | None:
    """The text of the bytes, line ends made alike, a byte order mark dropped; None and a problem when it is not UTF-8."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        found.say(1, "Le fichier est enregistré en UTF-16.", _SAVE_AS)
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as trouble:
        line = data.count(b"\n", 0, trouble.start) + 1
        found.say(line, "Une lettre n’est pas enregistrée en UTF-8.", _SAVE_AS)
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    strange = _STRANGE.search(text)
    if strange:
        line = text.count("\n", 0, strange.start()) + 1
        found.say(line, f"Il y a un signe invisible (code {ord(strange[0]):04X}).", "Effacez-le, ou retapez la ligne.")
        return None
    if not text.strip():
        found.say(1, "Le fichier est vide.", "Écrivez-le, ou supprimez-le. Un modèle est dans le dossier docs.")
        return None
    return text


_SAVE_AS = "Dans le Bloc-notes : Fichier, Enregistrer sous, Encodage : UTF-8."


def _kind(mode: int) -> str:
    if stat.S_ISDIR(mode):
        return "un dossier"
    return "un raccourci (lien)" if stat.S_ISLNK(mode) else "un fichier spécial"
