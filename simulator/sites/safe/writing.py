"""Writing an account down, creating a password, taking one that serves already."""

from __future__ import annotations

import re
from dataclasses import replace

from simulator.engine import Event, Fact, Step, oui, path
from simulator.shapes import Secret, shape
from simulator.sites.safe.state import FIRST, LENGTHS, MOST, NEW, Draft, Entry, Maker, State

BASE = "https://coffre.example"
FORM = "coffre-fiche-"  # what the ids of the forms begin with
WAYS = ("modifier", "creer", "reprendre")
LONGEST = 80


def key_at(state: State, url: str) -> tuple[str, str] | None:
    """The way and the key that the address opens: ("modifier", "nouveau")… or None."""
    if path(url) == f"/{NEW}":
        return "modifier", NEW
    found = re.fullmatch(r"/([a-z]+)/([a-z0-9-]+)", path(url))
    return (found[1], found[2]) if found and found[1] in WAYS and real(state, found[2]) else None


def form_of(key: str) -> str:
    """The address of the page where this account is written."""
    return f"{BASE}/{NEW}" if key == NEW else f"{BASE}/modifier/{key}"


def real(state: State, key: str) -> bool:
    entry = state.entry(key)
    return key == NEW or (entry is not None and not entry.deleted)


def keep_drafts(state: State, event: Event) -> State:
    """What was typed and not sent stays; of a password, only the shape, to say a word of it."""
    for form, fields in event.drafts.items():
        key = form.removeprefix(FORM)
        if form.startswith(FORM) and real(state, key):
            state = state.with_draft(key, _typed(state.draft(key), fields))
    return state


def _typed(draft: Draft, fields) -> Draft:
    return replace(draft, site=fields.get("site", draft.site)[:LONGEST], login=fields.get("identifiant", draft.login)[:LONGEST],
                   typed=shape(fields.get("secret", "")))  # fmt: skip


def forget_typed(state: State) -> State:
    """A page opened again has an empty box: nothing is said of what was typed there."""
    return replace(state, drafts={k: replace(d, typed="") for k, d in state.drafts.items()}, error=None, seen=False)


# ----------------------------------------------------------------------------------------------------------- gestures
def on_enregistrer(state: State, event: Event, url: str) -> Step:
    """Put the account in the safe, or say what to look at again."""
    key = event.args.get("cle", "")
    if not real(state, key):
        return Step(state)
    draft = _typed(state.draft(key), event.fields)
    secret = draft.secret or (Secret("", draft.typed) if draft.typed else None)
    if problem := _problem(state, key, draft, secret):
        return Step(replace(state.with_draft(key, draft), error=problem))
    old, site, login = state.entry(key), draft.site.strip(), draft.login.strip()
    told = {"site": site, "identifiant": login, "reutilise": oui(state.same(secret, key)), **secret.told()}
    state = replace(state.with_draft(key, None), error=None, shown="", seen=False)
    if old is None:
        entry = Entry(state.new_id(site), site, "", login, secret)
        state = replace(state, entries=(*state.entries, entry))
        fact = Fact("coffre.enregistre", {"id": entry.id, **told})
        return Step(state, (fact,), f"{BASE}/compte/{entry.id}", say=f"{site} est rangé dans votre coffre.")
    state = state.with_entry(replace(old, site=site, login=login, secret=secret))
    if secret != old.secret and state.copied == key:
        state = replace(state, copied="")  # what was copied is the old one
    fact = Fact("coffre.change", {"id": key, "nouveau": oui(secret != old.secret), **told})
    return Step(state, (fact,), f"{BASE}/compte/{key}", say=f"{site} : vos changements sont gardés.")


def _problem(state: State, key: str, draft: Draft, secret: Secret | None) -> tuple[str, str] | None:
    if not draft.site.strip():
        return "site", "Écrivez le nom du site, pour retrouver ce compte."
    if not draft.login.strip():
        return "identifiant", "Écrivez votre identifiant sur ce site. C’est souvent votre adresse de courriel."
    if secret is None:
        return "secret", "Tapez un mot de passe, ou cliquez sur « Créer un mot de passe »."
    if key == NEW and len(state.entries) >= MOST:
        return "site", "Le coffre est plein. Supprimez un compte qui ne sert plus."
    return None


def on_voir(state: State, event: Event, url: str) -> Step:
    """Show or hide what is being typed."""
    return Step(replace(state, seen=not state.seen))


def on_retaper(state: State, event: Event, url: str) -> Step:
    """Set the chosen password aside: the box to type in comes back."""
    key = event.args.get("cle", "")
    return Step(state.with_draft(key, replace(state.draft(key), secret=None)) if real(state, key) else state)


def on_sorte(state: State, event: Event, url: str) -> Step:
    sort = event.args.get("sorte", "")
    return Step(replace(state, maker=Maker(sort, FIRST[sort])) if sort in LENGTHS else state)


def on_longueur(state: State, event: Event, url: str) -> Step:
    asked = next((n for n in LENGTHS[state.maker.sort] if str(n) == event.args.get("n", "")), None)
    return Step(replace(state, maker=replace(state.maker, length=asked)) if asked else state)


def on_autre(state: State, event: Event, url: str) -> Step:
    return Step(replace(state, maker=replace(state.maker, rank=(state.maker.rank + 1) % len(state.made[state.maker.sort]))))


def on_utiliser(state: State, event: Event, url: str) -> Step:
    """Take the password that is proposed."""
    key, secret = event.args.get("cle", ""), state.proposed
    if not real(state, key):
        return Step(state)
    state = state.with_draft(key, replace(state.draft(key), secret=secret, typed=""))
    return Step(state, (Fact("coffre.cree", secret.told()),), form_of(key), say="Mot de passe choisi. Il reste à enregistrer.")


def on_prendre(state: State, event: Event, url: str) -> Step:
    """Take the password of another account: allowed, and said."""
    key, other = event.args.get("cle", ""), state.entry(event.args.get("id", ""))
    if not real(state, key) or other is None or other.deleted or other.id == key:
        return Step(state)
    secret = replace(other.secret, made="repris")
    return Step(state.with_draft(key, replace(state.draft(key), secret=secret, typed="")), goto=form_of(key))
