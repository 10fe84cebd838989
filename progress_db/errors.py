"""What can go wrong with the memory, each with a calm French sentence for the screen."""

from __future__ import annotations

KEPT = "Rien de ce qui était enregistré n’est perdu."
CALL = "Appelez votre conseiller."


class StorageProblem(Exception):
    """The memory could not do what was asked; nothing was half done. `message` is for the screen."""

    message = f"L’enregistrement n’a pas marché. {KEPT} {CALL}"

    def __init__(self, message: str | None = None) -> None:
        if message:
            self.message = message
        super().__init__(self.message)


class StorageFull(StorageProblem):
    message = f"L’enregistrement n’a pas marché\u00a0: le disque est plein. {KEPT} {CALL}"


class ReadOnly(StorageProblem):
    message = f"L’enregistrement n’a pas marché\u00a0: le site peut seulement lire pour le moment. {KEPT} {CALL}"


class Busy(StorageProblem):
    message = f"L’enregistrement n’a pas marché\u00a0: le site est très occupé. {KEPT} Attendez un instant, puis recommencez."


class Damaged(StorageProblem):
    message = f"Le site ne peut pas lire ses données pour le moment. {CALL}"


class Gone(StorageProblem):
    """The person is not in the memory any more (a guest who left, an erased account)."""

    message = "Cette visite est terminée. Vous pouvez en commencer une autre depuis la page d’accueil."


class Conflict(Exception):
    """Two rows where the base allows one, or a row that points nowhere: what the caller makes of it, it knows."""


class Refusal(Exception):
    """What was typed cannot be taken. `message` says why, in French, without blame."""

    message = ""

    def __init__(self, message: str) -> None:
        self.message = message
        super().__init__(message)


class BadName(Refusal):
    """Not a name that we can print on a card."""


class BadPassword(Refusal):
    """Too short a password, or one too well known."""


class BadLogin(Refusal):
    """A counsellor's login that is empty, odd, or taken."""


class WrongCode(Refusal):
    """Not the one-time code printed in the terminal."""


class AlreadySetUp(Refusal):
    """The place exists already."""
