"""Operations and payees: look, dispute, add, take away, put back."""

from __future__ import annotations

from dataclasses import replace

from simulator.engine import Event, Fact, Step
from simulator.money import told
from simulator.sites.bank import approving
from simulator.sites.bank.state import PAYEE, Demand, Operation, State, bare_iban

LONGEST = 27


def _about(operation: Operation) -> dict[str, str]:
    return {"id": operation.id, "libelle": operation.label, "montant": told(operation.cents)}


def on_contester(state: State, event: Event, url: str) -> Step:
    found = state.operation(event.args.get("id", ""))
    if found is None or found.disputed or found.cents >= 0:
        return Step(state)
    say = "La banque a bien reçu votre demande. Elle va étudier cette opération."
    return Step(
        state.with_operation(replace(found, disputed=True)), (Fact("banque.operation_contestee", _about(found)),), say=say
    )


def on_reconnaitre(state: State, event: Event, url: str) -> Step:
    found = state.operation(event.args.get("id", ""))
    if found is None or not found.disputed:
        return Step(state)
    fact = Fact("banque.operation_reconnue", _about(found))
    return Step(state.with_operation(replace(found, disputed=False)), (fact,), say="Votre demande est retirée.")


def on_releve(state: State, event: Event, url: str) -> Step:
    if not state.statement:
        return Step(state)
    return Step(state, (Fact("fichier.telecharge", {"nom": state.statement}),), say=f"{state.statement} est téléchargé.")


# ------------------------------------------------------------------------------------------------------ payees
def on_enregistrer(state: State, event: Event, url: str) -> Step:
    """A new payee: the bank asks for an agreement that says the name and the account."""
    name, iban = " ".join(event.fields.get("nom", "").split())[:60], bare_iban(event.fields.get("iban", ""))
    state = replace(state, begun=(name, event.fields.get("iban", "")[:60]))
    if not name:
        return Step(replace(state, error=("nom", "Écrivez le nom de la personne ou de l’entreprise.")))
    if problem := misspelt(state, iban):
        return Step(replace(state, error=("iban", problem)))
    state = replace(state, error=None, begun=("", ""))
    return approving.ask(state, Demand(approving.next_id(state), PAYEE, name, iban=iban))


def misspelt(state: State, iban: str) -> str | None:
    """What to look at again in an IBAN that was typed."""
    if not iban:
        return "Écrivez l’IBAN : il est sur le relevé d’identité bancaire."
    if not iban[:2].isalpha() or not iban[2:4].isdigit():
        return "Un IBAN commence par deux lettres et deux chiffres. Exemple : FR00"
    if len(iban) != LONGEST:
        return f"Un IBAN français a {LONGEST} signes. Celui-ci en a {len(iban)}. Relisez-le."
    if any(payee.iban == iban and not payee.deleted for payee in state.payees):
        return "Ce compte est déjà dans vos bénéficiaires."
    return None


def on_renoncer(state: State, event: Event, url: str) -> Step:
    return Step(replace(state, begun=("", ""), error=None), goto=f"{state.base}/beneficiaires")


def on_supprimer(state: State, event: Event, url: str) -> Step:
    found = state.payee(event.args.get("id", ""))
    if found is None:
        return Step(state)
    fact = Fact("banque.beneficiaire_supprime", {"id": found.id, "nom": found.name})
    say = f"{found.name} est supprimé. Vous pouvez le remettre."
    return Step(state.with_payee(replace(found, deleted=True)), (fact,), say=say)


def on_remettre(state: State, event: Event, url: str) -> Step:
    found = next((p for p in state.payees if p.id == event.args.get("id", "") and p.deleted), None)
    if found is None:
        return Step(state)
    fact = Fact("banque.beneficiaire_remis", {"id": found.id, "nom": found.name})
    return Step(state.with_payee(replace(found, deleted=False)), (fact,), say=f"{found.name} est remis.")
