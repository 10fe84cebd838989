"""Writing in the mailbox: drafts, files, sending."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from simulator.engine import Event, Fact, Step, fold, path
from simulator.sites.mailbox.state import ADDRESS, SENT, Draft, Mail, State

FORM = "brouillon-"  # what the ids of the forms begin with
FIELDS = {"a": "to", "cc": "cc", "objet": "subject", "corps": "body"}
SENT_TO = "https://courriel.pigeon.example/recus"  # where one lands once the message has left
SORTS = {"": "reponse", "tous": "reponse_a_tous", "transfert": "transfert"}


def key_at(state: State, url: str, ways: Mapping[str, str]) -> str | None:
    """The draft that the address opens: "nouveau", "<id>", "<id>.tous", "<id>.transfert", or None."""
    if path(url) == "/nouveau":
        return "nouveau"
    found = re.fullmatch(r"/([a-z-]+)/([a-z0-9-]+)", path(url))
    return found[2] + ways[found[1]] if found and found[1] in ways and state.mail(found[2]) else None


def prefix(key: str | None) -> str:
    """What the ids of a draft's fields begin with."""
    mail_id, _, way = (key or "").partition(".")
    return {"": "r-", "tous": "rt-", "transfert": "tr-"}.get(way, "r-") + mail_id


def keep_drafts(state: State, event: Event) -> State:
    """What was typed and not sent stays in its draft."""
    for form, fields in event.drafts.items():
        if form.startswith(FORM):
            key = form.removeprefix(FORM)
            if _real(state, key):
                state = state.with_draft(key, _typed(state.draft(key), fields))
    return state


def _real(state: State, key: str) -> bool:
    mail_id, _, way = key.partition(".")
    return key == "nouveau" or (state.mail(mail_id) is not None and way in SORTS)


def _typed(draft: Draft, fields: Mapping[str, str]) -> Draft:
    return replace(draft, **{FIELDS[k]: v for k, v in fields.items() if k in FIELDS})


def on_joindre(state: State, event: Event) -> Step:
    key = event.args.get("brouillon", "")
    return Step(replace(state, picker=key, picked=None) if _real(state, key) else state)


def on_choisir(state: State, event: Event) -> Step:
    name = event.args.get("nom", "")
    return Step(replace(state, picked=name) if state.picker and name in {d.name for d in state.documents} else state)


def on_fermer(state: State, event: Event) -> Step:
    return Step(replace(state, picker=None, choosing=None))


def on_contacts(state: State, event: Event) -> Step:
    """Open « Mes contacts »."""
    key = event.args.get("brouillon", "")
    return Step(replace(state, choosing=key) if state.contacts and _real(state, key) else state)


def on_contact(state: State, event: Event) -> Step:
    """The address of a contact goes into « À », after those that are there."""
    key, address = state.choosing, event.args.get("adresse", "")
    contact = next((c for c in state.contacts if c.address == address), None)
    if key is None or contact is None:
        return Step(state)
    draft = state.draft(key)
    there = draft.to.strip().rstrip(",; ")
    to = draft.to if address.casefold() in addresses(draft.to) else ", ".join(filter(None, (there, address)))
    fact = Fact("courriel.contact_choisi", {"adresse": address})
    of = "d’" if fold(contact.name)[:1] in tuple("aeiou") else "de "
    say = f"L’adresse {of}{contact.name} est écrite dans la case « À »."
    error = None if state.error and state.error[0] == "a" else state.error  # judged again when it is sent
    return Step(replace(state.with_draft(key, replace(draft, to=to)), choosing=None, error=error), (fact,), say=say)


def on_ouvrir(state: State, event: Event) -> Step:
    key, name = state.picker, event.args.get("nom") or state.picked
    if key is None or name not in {d.name for d in state.documents}:
        return Step(state)
    draft = state.draft(key)
    if name not in draft.files:
        draft = replace(draft, files=(*draft.files, name))
    say = f"Le fichier {name} est joint à votre message."
    return Step(replace(state.with_draft(key, draft), picker=None), (Fact("courriel.piece_jointe", {"fichier": name}),), say=say)


def on_retirer(state: State, event: Event) -> Step:
    key, name = event.args.get("brouillon", ""), event.args.get("nom", "")
    if not _real(state, key) or name not in state.draft(key).files:
        return Step(state)
    draft = state.draft(key)
    kept = replace(draft, files=tuple(f for f in draft.files if f != name))
    return Step(
        state.with_draft(key, kept),
        (Fact("courriel.piece_retiree", {"fichier": name}),),
        say=f"Le fichier {name} n’est plus joint.",
    )


def on_envoyer(state: State, event: Event) -> Step:
    key = event.args.get("brouillon", "")
    if not _real(state, key):
        return Step(state)
    draft = _typed(state.draft(key), event.fields)
    state = replace(state.with_draft(key, draft), error=None)
    if problem := _problem(draft):
        return Step(replace(state, error=problem))
    mail_id, _, way = key.partition(".")
    sent = Mail(
        f"{SENT}{sum(m.id.startswith(SENT) for m in state.mails) + 1}", state.name or "Moi", state.me, draft.subject or "(sans objet)",
        tuple({"texte": line.strip()} for line in draft.body.splitlines() if line.strip()), "maintenant", "envoyes", True,
        addresses(draft.to), addresses(draft.cc), draft.files,
    )  # fmt: skip
    if (mail := state.mail(mail_id)) and way != "transfert":
        state = state.with_mail(replace(mail, answered=True))
    to, cc = list(sent.to), list(sent.cc)
    fact = Fact("courriel.envoye", {
        "a": to[0] if len(to) == 1 else to, "cc": cc, "objet": draft.subject, "corps": draft.body, "pieces": list(draft.files),
        "en_reponse_a": mail_id if mail and way != "transfert" else "", "genre": SORTS[way] if mail else "nouveau",
    })  # fmt: skip
    state = replace(state.with_draft(key, None), mails=(*state.mails, sent))
    return Step(state, (fact,), SENT_TO, say="Votre message est envoyé. Il est dans « Messages envoyés ».")


def addresses(typed: str) -> tuple[str, ...]:
    """Addresses typed in one field, separated by commas or semicolons; « Anne Le Goff <anne@…> » gives the address alone."""
    out: list[str] = []
    for part in re.split(r"[,;\n]+", typed):
        inside = re.search(r"<([^<>]*)>", part)
        words = (inside[1] if inside else part).strip().strip(".").casefold().split()
        out += words if all("@" in w for w in words) else [" ".join(words)]  # « a@x b@y » is two, « a b@y » a mistake
    return tuple(dict.fromkeys(a for a in out if a))


def _problem(draft: Draft) -> tuple[str, str] | None:
    """The field to look at again, and why; None when the message may leave."""
    to = addresses(draft.to)
    if not to:
        return "a", "Écrivez l’adresse de la personne dans la case « À »."
    for where, several in (("a", to), ("cc", addresses(draft.cc))):
        for address in several:
            if problem := _misspelt(address):
                return where, problem
    if not draft.body.strip():
        return "corps", "Votre message est vide. Écrivez quelques mots, puis cliquez sur « Envoyer »."
    return None


def _misspelt(address: str) -> str | None:
    if " " in address:
        return f"Il y a un espace dans l’adresse « {address} ». Une adresse s’écrit sans espace."
    if "@" not in address:
        return f"Il manque le signe @ dans l’adresse « {address} ». Exemple : prenom.nom@pigeon.example"
    if not address.isascii():
        return f"Il y a un accent, ou un signe à part, dans l’adresse « {address} ». Une adresse s’écrit sans accent."
    if not ADDRESS.fullmatch(address):
        return f"L’adresse « {address} » n’est pas complète. Exemple : prenom.nom@pigeon.example"
    return None
