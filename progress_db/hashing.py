"""How secrets are kept: argon2id for PINs and passwords, SHA-256 for what is random and long."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from argon2 import PasswordHasher, Type
from argon2.exceptions import InvalidHashError, VerificationError


@dataclass(frozen=True)
class Cost:
    """The work of one argon2id check. The default takes 30 to 80 ms on the machine it was measured on."""

    time: int = 2
    memory: int = 32_768  # KiB

    def _hasher(self) -> PasswordHasher:
        return PasswordHasher(time_cost=self.time, memory_cost=self.memory, parallelism=1, type=Type.ID)

    def hash(self, secret: str) -> str:
        """The salted hash to keep."""
        return self._hasher().hash(_bytes(secret))

    def nobody(self) -> str:
        """A hash that no secret has, as long to check as a true one: an unknown card takes the time of a known one."""
        return f"$argon2id$v=19$m={self.memory},t={self.time},p=1${'A' * 22}${'A' * 43}"


STRONG = Cost()


def verify(kept: str, secret: str) -> bool:
    """Whether `secret` is the one that was hashed; an unreadable hash is nobody's."""
    try:
        return PasswordHasher().verify(kept, _bytes(secret))
    except (VerificationError, InvalidHashError):
        return False


def digest(secret: str, what: str = "") -> str:
    """The hash of something random and long, or of something that only has to be hidden from a reader of the base."""
    return hashlib.sha256(f"{what}\0{secret}".encode("utf-8", "replace")).hexdigest()


def _bytes(secret: str) -> bytes:
    return secret.encode("utf-8", "surrogatepass")  # whatever was sent is a secret, right or wrong, never a fault
