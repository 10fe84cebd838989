"""The site « coffre »: a safe for passwords, opened with one phrase; writing in it is in writing.py."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from simulator.engine import Event, Fact, Page, Step, answer, oui, path, render
from simulator.shapes import judged, shape
from simulator.sites.safe import writing
from simulator.sites.safe.state import LENGTHS, NEW, Entry, State, init
from simulator.sites.safe.vocabulary import FACTS
from simulator.sites.safe.writing import BASE, form_of

HOST = "coffre.example"


class Safe:
    """A safe. Locked, every address shows its lock; open, the address says what is on show."""

    name = "coffre"
    facts = FACTS
    icon = "cadenas"
    keeps = writing.FORM
    home = f"{BASE}/comptes"

    def init(self, data: Mapping[str, Any]) -> State:
        return init(data)

    def hosts(self, state: State) -> tuple[str, ...]:
        return (HOST,)

    def visit(self, state: State, url: str) -> Step:
        state = replace(writing.forget_typed(state), shown="")
        entry = opened(state, url)
        known = entry or path(url) == "/comptes" or writing.key_at(state, url)
        return Step(state) if known else Step(state, goto=self.home)

    def update(self, state: State, event: Event, url: str) -> Step:
        if not state.open:
            return self._locked(state, event, url)
        state = writing.keep_drafts(state, event)
        act = answer(event, writing, self)
        return act(state, event, url) if act else Step(state)

    # ------------------------------------------------------------------------------------------------------ the lock
    def _locked(self, state: State, event: Event, url: str) -> Step:
        """Locked, only the phrase is asked for, and can be seen."""
        verb = event.type.partition(".")[2]
        return self._phrase(state, event) if verb == "ouvrir" else writing.on_voir(state, event, url) if verb == "voir" else Step(state)  # fmt: skip

    def _phrase(self, state: State, event: Event) -> Step:
        """Open with the phrase of the scenario. Only its shape is known: capitals are not asked for."""
        typed, right = (_bare(shape(text)) for text in (event.fields.get("phrase", ""), state.phrase))
        if typed == right:
            return Step(replace(state, open=True, error=None, seen=False), (Fact("coffre.ouvert"),), say="Le coffre est ouvert.")
        if not typed:
            return Step(replace(state, error=("phrase", "Écrivez votre phrase secrète dans la case.")))
        problem = "Ce n’est pas cette phrase. Relisez-la, avec ses espaces, puis écrivez-la de nouveau."
        return Step(replace(state, error=("phrase", problem)), (Fact("coffre.refuse"),))

    def on_verrouiller(self, state: State, event: Event, url: str) -> Step:
        state = replace(state, open=False, shown="", seen=False, error=None)
        return Step(state, (Fact("coffre.verrouille"),), self.home, say="Le coffre est verrouillé.")

    # --------------------------------------------------------------------------------------------------- one account
    def on_montrer(self, state: State, event: Event, url: str) -> Step:
        """Show or hide the password of an account."""
        entry = self._live(state, event)
        if entry is None or state.shown == entry.id:
            return Step(replace(state, shown=""))
        return Step(replace(state, shown=entry.id), (Fact("coffre.montre", {"site": entry.site, "id": entry.id}),))

    def on_copier(self, state: State, event: Event, url: str) -> Step:
        """Copy a password: the other sites hear of it, and may offer to paste it."""
        entry = self._live(state, event)
        if entry is None:
            return Step(state)
        told = {"site": entry.site, "id": entry.id, "adresse": entry.host, "identifiant": entry.login,
                "reutilise": oui(state.same(entry.secret, entry.id)),
                "mot_de_passe": entry.secret.value, "forme": entry.secret.form, "sorte": entry.secret.made}  # fmt: skip
        say = f"Mot de passe de {entry.site} copié. Sur le site, cliquez sur « Coller »."
        return Step(replace(state, copied=entry.id), (Fact("coffre.copie", told),), say=say)

    def on_supprimer(self, state: State, event: Event, url: str) -> Step:
        entry = self._live(state, event)
        if entry is None:
            return Step(state)
        state = state.with_draft(entry.id, None).with_entry(replace(entry, deleted=True))
        fact = Fact("coffre.supprime", {"site": entry.site, "id": entry.id})
        return Step(state, (fact,), self.home, say=f"{entry.site} est retiré. Il reste plus bas, dans « Supprimés ».")

    def on_remettre(self, state: State, event: Event, url: str) -> Step:
        entry = state.entry(event.args.get("id", ""))
        if entry is None or not entry.deleted:
            return Step(state)
        fact = Fact("coffre.remis", {"site": entry.site, "id": entry.id})
        return Step(state.with_entry(replace(entry, deleted=False)), (fact,), self.home, say=f"{entry.site} est revenu.")

    def _live(self, state: State, event: Event) -> Entry | None:
        entry = state.entry(event.args.get("id", ""))
        return entry if entry and not entry.deleted else None

    # ------------------------------------------------------------------------------------------------------- drawing
    def view(self, state: State, url: str) -> Page:
        entry, at = opened(state, url), writing.key_at(state, url)
        if not state.open:
            return _page("lock", "Votre coffre est verrouillé", state, url)
        if at:
            way, key = at
            draft = state.draft(key)
            new = "Nouveau compte" if key == NEW else f"Modifier {state.entry(key).site}"
            title = {"creer": "Créer un mot de passe", "reprendre": "Reprendre un mot de passe"}.get(way, new)
            return _page({"modifier": "write", "creer": "make", "reprendre": "reuse"}[way], title, state, url, key=key, draft=draft,
                         form=form_of(key), same=state.same(draft.secret, key), lengths=LENGTHS[state.maker.sort])  # fmt: skip
        if entry:
            return _page("entry", entry.site, state, url, entry=entry, same=state.same(entry.secret, entry.id))
        return _page("list", "Mes comptes", state, url)


def _page(screen: str, title: str, state: State, url: str, **more: Any) -> Page:
    html = render("safe/screens/safe.html", screen=screen, title=title, state=state, base=BASE, judged=judged,
                  route=path(url).strip("/").replace("/", "-"), here=path(url), **more)  # fmt: skip
    return Page(f"{title} – Tiroir", html)


def opened(state: State, url: str) -> Entry | None:
    """The account that the address opens."""
    found = re.fullmatch(r"/compte/([a-z0-9-]+)", path(url))
    return state.entry(found[1]) if found else None


def _bare(form: str) -> str:
    return form.strip("#").replace("A", "a")
