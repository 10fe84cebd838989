"""What the simulated web knows of a password: its shape, « Maison29! » -> « Aaaaaa00# ». Judged in words, never with a score.

The browser sends shapes only; shaping again changes nothing, so a text that comes whole is shaped here all the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from simulator.engine import oui

LONGEST = 200
KINDS = {"a": "minuscules", "A": "majuscules", "0": "chiffres", "#": "signes"}
_A_WORD_AND_FIGURES = re.compile(r"#?A*a*#?0{1,8}#{0,2}")  # « Prénom1953! »: what is tried first by those who guess
_WORDS = re.compile(r"[Aa]{2,}")


def shape(text: str) -> str:
    """The shape of a text: A a capital, a another letter, 0 a digit, # anything else."""
    return "".join(_kind(c) for c in text[:LONGEST])


def _kind(c: str) -> str:
    if c in "0123456789":
        return "0"
    category = unicodedata.category(c)
    return "A" if category == "Lu" else "a" if category.startswith("L") else "#"


def kinds(form: str) -> tuple[str, ...]:
    """The kinds of characters of a shape, in French."""
    return tuple(name for sign, name in KINDS.items() if sign in form)


def words(form: str) -> int:
    """How many words stand in a shape, one sign or more between them."""
    return len(_WORDS.findall(form)) if "#" in form else 0


def guessable(form: str) -> bool:
    """One word and figures, or figures alone: guessed quickly, even when it is long enough."""
    return len(form) < 20 and _A_WORD_AND_FIGURES.fullmatch(form) is not None


def solid(form: str) -> bool:
    """Twelve characters of four kinds, fourteen of three kinds, or seven words."""
    if guessable(form):
        return False
    n, sorts = len(form), len(kinds(form))
    return (n >= 12 and sorts == 4) or (n >= 14 and sorts >= 3) or words(form) >= 7


def judged(form: str) -> str:
    """What can be said of a password, calmly; "" of nothing."""
    n = len(form)
    if not n:
        return ""
    count = f"{n} caractère{'s' if n > 1 else ''}"
    if guessable(form):
        return f"{count}. Un mot et des chiffres : cela se devine vite."
    if solid(form):
        many = words(form)
        return f"{count}, {many} mots. Long, et difficile à deviner." if many >= 5 else f"{count}. Long, et difficile à deviner."
    if n < 12:
        return f"{count}. C’est court : il se devine vite."
    return f"{count}. Presque : ajoutez {_missing(form)}."


def _missing(form: str) -> str:
    if words(form) >= 3:
        return "des mots, pour en avoir 7"
    left = [name for name in KINDS.values() if name not in kinds(form)]
    return "des " + " ou des ".join(left) if left else "quelques caractères"


@dataclass(frozen=True)
class Secret:
    """A password: the author's own, whole, or one that was typed, of which only the shape is known."""

    value: str = ""  # "" when it was typed
    form: str = ""
    made: str = "tape"  # "tape", "caracteres", "mots", "repris"

    @classmethod
    def of(cls, value: str, made: str = "tape") -> Secret:
        """An author's value."""
        return cls(value, shape(value), made)

    @classmethod
    def typed(cls, text: str) -> Secret:
        """What was typed: its shape alone."""
        return cls("", shape(text))

    def like(self, other: Secret) -> bool:
        """The same value when both are known, else the same shape: all that can be compared."""
        return self.value == other.value if self.value and other.value else self.form == other.form

    def surely(self, other: Secret) -> bool:
        """The same password, for sure or nearly: the same value, else the same long shape, that two passwords seldom share."""
        if self.value and other.value:
            return self.value == other.value
        return self.form == other.form and len(self.form) >= 10 and len(kinds(self.form)) >= 3 and not guessable(self.form)

    def told(self) -> Mapping[str, object]:
        """Its part of a fact."""
        return {
            "longueur": len(self.form),
            "mots": words(self.form),
            "sortes": len(kinds(self.form)),
            "sorte": self.made,
            "solide": oui(solid(self.form)),
        }
