"""Changing the password, by rules that are said before."""

from __future__ import annotations

from dataclasses import replace

from simulator.engine import Event, Fact, Step, oui
from simulator.shapes import Secret, kinds, words
from simulator.sites.account.entry import at, given, wrong
from simulator.sites.account.state import Account, State

SORTS = {1: "", 2: "deux sortes de caractères", 3: "trois sortes de caractères", 4: "les quatre sortes de caractères"}


def rules(account: Account) -> tuple[str, ...]:
    """The rules as they are said."""
    n, sorts = account.rules
    asked = f"{SORTS[sorts]} parmi : minuscules, majuscules, chiffres, signes".capitalize() if sorts > 1 else ""
    other = " Ou une suite de 7 mots." if sorts > 1 else ""
    return tuple(line for line in (f"{n} caractères au moins.", asked and f"{asked}.{other}", "Un mot de passe qui ne sert nulle part ailleurs.") if line)  # fmt: skip


def _problem(account: Account, old: Secret | None, new: Secret | None, again: Secret | None) -> tuple[str, str] | None:
    if old is None:
        return "actuel", "Écrivez votre mot de passe actuel."
    if not old.like(account.secret):
        return "actuel", "Ce n’est pas le mot de passe actuel. Écrivez-le de nouveau."
    if new is None:
        return "nouveau", "Écrivez le nouveau mot de passe."
    n, sorts = account.rules
    if len(new.form) < n:
        return "nouveau", f"Il a {len(new.form)} caractères. Il en faut {n} au moins."
    if len(kinds(new.form)) < sorts and words(new.form) < 7:
        return "nouveau", f"Il faut {SORTS[sorts]}. Ici : {', '.join(kinds(new.form))}."
    if new.like(account.secret):
        return "nouveau", "Il ressemble trop à l’ancien. Choisissez-en un tout autre."
    if again is None or not again.like(new):
        return "encore", "Les deux ne sont pas pareils. Écrivez le nouveau une deuxième fois."
    return None


def on_changer(state: State, account: Account, event: Event) -> Step:
    """Change the password, or say what to look at again."""
    old, new = given(account, event, "actuel"), given(account, event, "nouveau")
    pasted = account.pasted.get("nouveau")
    again = new if pasted else given(account, event, "encore")
    if problem := _problem(account, old, new, again):
        return wrong(state, account, *problem)
    told = {
        "adresse": account.host,
        **new.told(),
        "colle": oui(pasted is not None),
        "reutilise": oui(pasted and pasted.reused),
    }
    told.pop("sorte")
    account = replace(account, secret=new, pasted={}, typed="", error=None, seen=False)
    fact = Fact("compte.mot_de_passe_change", told)
    return Step(state.put(account), (fact,), at(account, "accueil"), say="Votre mot de passe est changé.")
