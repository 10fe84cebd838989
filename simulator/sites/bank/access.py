"""Going in and out of the bank's site, and its password. Of what is typed, only the shape is looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from simulator.engine import Event, Fact, Step
from simulator.shapes import kinds, shape
from simulator.sites.bank.state import State

LONG, SHORT = 14, 12
NOT_THESE = "Cet identifiant et ce mot de passe ne vont pas ensemble. Relisez-les, puis essayez encore."


def on_connecter(state: State, event: Event, url: str) -> Step:
    if state.inside:
        return Step(state)
    given = tuple(shape(event.fields.get(key, "").strip()) for key in ("identifiant", "secret"))
    if given != (state.login, state.secret):
        error = ("identifiant", NOT_THESE if all(given) else "Écrivez l’identifiant et le mot de passe.")
        return Step(replace(state, error=error), (Fact("banque.connexion_refusee"),))
    return Step(
        replace(state, inside=True, error=None),
        (Fact("banque.connexion"),),
        f"{state.base}/",
        say="La connexion est faite.",
    )


def on_deconnecter(state: State, event: Event, url: str) -> Step:
    if not state.inside or not state.login:
        return Step(state)
    say = "La déconnexion est faite."
    return Step(replace(state, inside=False, error=None), (Fact("banque.deconnexion"),), f"{state.base}/connexion", say=say)


def on_afficher(state: State, event: Event, url: str) -> Step:
    return Step(replace(state, visible=not state.visible))


def on_changer(state: State, event: Event, url: str) -> Step:
    """Change the password: long enough, and typed twice the same."""
    if problem := refused(event.fields):
        return Step(replace(state, error=problem))
    secret = shape(event.fields["nouveau"])
    state = replace(state, error=None, visible=False, secret=secret if state.login else "")
    return Step(state, (Fact("banque.mot_de_passe_change"),), f"{state.base}/securite/fait", say="Votre mot de passe est changé.")


def refused(fields: Mapping[str, str]) -> tuple[str, str] | None:
    """What to look at again in a new password."""
    new = shape(fields.get("nouveau", ""))
    if not new:
        return ("nouveau", "Écrivez un nouveau mot de passe.")
    if len(new) < SHORT or (len(new) < LONG and len(kinds(new)) < 4):
        return ("nouveau", f"Ce mot de passe a {len(new)} signe{'s' if len(new) > 1 else ''}. Allongez-le jusqu’à {LONG}.")
    if shape(fields.get("encore", "")) != new:
        return ("encore", "Les deux mots de passe ne sont pas les mêmes. Écrivez encore le second.")
    return None
