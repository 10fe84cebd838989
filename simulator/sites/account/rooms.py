"""The other rooms of an account: personal data and who sees it, settings, devices, permissions, a copy, the closing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from simulator.engine import Event, Fact, Step, oui
from simulator.sites.account.entry import at
from simulator.sites.account.state import DAYS, SEEN_BY, Account, State


def _one(things: tuple[Any, ...], event: Event) -> Any:
    return next((thing for thing in things if thing.id == event.args.get("id", "")), None)


def _with(things: tuple[Any, ...], new: Any) -> tuple[Any, ...]:
    return tuple(new if thing.id == new.id else thing for thing in things)


def _told(account: Account, kind: str, **data: str) -> tuple[Fact, ...]:
    return (Fact(f"compte.{kind}", {"adresse": account.host, **data}),)


def on_voit(state: State, account: Account, event: Event) -> Step:
    """Choose who sees an information."""
    one, who = _one(account.data, event), event.args.get("qui", "")
    if one is None or who not in SEEN_BY or one.seen_by == who:
        return Step(state)
    state = state.put(replace(account, data=_with(account.data, replace(one, seen_by=who))))
    return Step(state, _told(account, "reglage", nom=one.id, valeur=who), say=f"{one.label} : {SEEN_BY[who].lower()}.")


def on_effacer(state: State, account: Account, event: Event) -> Step:
    one = _one(account.data, event)
    if one is None or not one.optional or one.gone:
        return Step(state)
    state = state.put(replace(account, data=_with(account.data, replace(one, gone=True))))
    return Step(state, _told(account, "donnee_effacee", nom=one.id), say=f"{one.label} : effacé. Vous pouvez encore le remettre.")


def on_rendre(state: State, account: Account, event: Event) -> Step:
    one = _one(account.data, event)
    if one is None or not one.gone:
        return Step(state)
    state = state.put(replace(account, data=_with(account.data, replace(one, gone=False))))
    return Step(state, _told(account, "donnee_remise", nom=one.id), say=f"{one.label} : remis.")


def on_reglage(state: State, account: Account, event: Event) -> Step:
    one = _one(account.settings, event)
    if one is None:
        return Step(state)
    state = state.put(replace(account, settings=_with(account.settings, replace(one, on=not one.on))))
    return Step(state, _told(account, "reglage", nom=one.id, valeur=oui(not one.on)))


def on_deconnecter(state: State, account: Account, event: Event) -> Step:
    one = _one(account.devices, event)
    if one is None or one.out or one.here:
        return Step(state)
    state = state.put(replace(account, devices=_with(account.devices, replace(one, out=True))))
    say = f"{one.name} : appareil déconnecté. Il lui faudra le mot de passe pour revenir."
    return Step(state, _told(account, "appareil_deconnecte", id=one.id), say=say)


def on_reconnecter(state: State, account: Account, event: Event) -> Step:
    one = _one(account.devices, event)
    if one is None or not one.out:
        return Step(state)
    state = state.put(replace(account, devices=_with(account.devices, replace(one, out=False))))
    return Step(state, _told(account, "appareil_remis", id=one.id), say=f"{one.name} : appareil accepté de nouveau.")


def on_retirer(state: State, account: Account, event: Event) -> Step:
    one = _one(account.grants, event)
    if one is None or one.taken:
        return Step(state)
    state = state.put(replace(account, grants=_with(account.grants, replace(one, taken=True))))
    return Step(state, _told(account, "autorisation_retiree", id=one.id), say=f"{one.name} ne voit plus rien de ce compte.")


def on_redonner(state: State, account: Account, event: Event) -> Step:
    one = _one(account.grants, event)
    if one is None or not one.taken:
        return Step(state)
    state = state.put(replace(account, grants=_with(account.grants, replace(one, taken=False))))
    return Step(state, _told(account, "autorisation_remise", id=one.id), say=f"{one.name} a de nouveau son autorisation.")


def on_preparer(state: State, account: Account, event: Event) -> Step:
    if account.ready:
        return Step(state)
    return Step(state.put(replace(account, ready=True)), _told(account, "donnees_preparees"), say="Votre copie est prête.")


def on_telecharger(state: State, account: Account, event: Event) -> Step:
    if not account.ready:
        return Step(state)
    return Step(state, (Fact("fichier.telecharge", {"nom": account.copy}),), say=f"{account.copy} est dans vos téléchargements.")


def on_fermer(state: State, account: Account, event: Event) -> Step:
    """The second question was answered yes: the account closes, and can be kept during thirty days."""
    if account.closing:
        return Step(state)
    say = f"La fermeture est demandée. Vous avez {DAYS} jours pour changer d’avis."
    return Step(state.put(replace(account, closing=True)), _told(account, "ferme"), at(account, "accueil"), say=say)


def on_rouvrir(state: State, account: Account, event: Event) -> Step:
    if not account.closing:
        return Step(state)
    state = state.put(replace(account, closing=False))
    return Step(state, _told(account, "rouvert"), at(account, "accueil"), say="La fermeture est annulée. Rien n’est perdu.")
