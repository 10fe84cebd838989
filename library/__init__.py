"""The shelf: author files in, frozen `learning.content` values out, and every mistake told in French."""

from library.errors import Problem
from library.shelf import Module, Shelf, open_shelf

__all__ = ["Module", "Problem", "Shelf", "open_shelf"]
