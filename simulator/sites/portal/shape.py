"""The shape of a text: all that the portal knows of a password."""

from __future__ import annotations


def shape(text: str) -> str:
    """As the bridge makes it: « Maison29! » gives « Aaaaaa00# ». The shape of a shape is itself."""
    return "".join("A" if c.isupper() else "a" if c.isalpha() else "0" if c in "0123456789" else "#" for c in text)
