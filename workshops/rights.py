"""Who may do what: one table, from which the pages, the acts, the files and their tests all derive. Pure."""

from __future__ import annotations

NOBODY, GUEST, LEARNER, COUNSELLOR, ADMINISTRATOR = "nobody", "guest", "learner", "counsellor", "administrator"
RANKS = (NOBODY, GUEST, LEARNER, COUNSELLOR, ADMINISTRATOR)
FRENCH = {
    NOBODY: "personne (sans entrer)", GUEST: "visiteur", LEARNER: "apprenant", COUNSELLOR: "conseiller", ADMINISTRATOR: "administrateur",
}  # fmt: skip

EVERYBODY = frozenset(RANKS)
SIGNED_IN = EVERYBODY - {NOBODY}
LEARNERS = frozenset((GUEST, LEARNER))
PERSON = frozenset((LEARNER,))
DESK = frozenset((COUNSELLOR, ADMINISTRATOR))
HEAD = frozenset((ADMINISTRATOR,))
HERS_OR_DESK = DESK | PERSON  # one's own, or anybody's from the desk

# What counsellors' accounts may do with people's data; asked again by the functions that read or write them.
RIGHTS = {
    "people": DESK,  # add, correct, cards and codes, groups, take out and put back, merge and separate
    "workshops": DESK,
    "follow": DESK,
    "reports": DESK,
    "journal": DESK,
    "export": DESK,  # a person's own data, on her request
    "erase": HEAD,  # for good, before the month of the bin
    "place": HEAD,  # the place's facts, how long data are kept
    "accounts": HEAD,
    "restore": HEAD,
    "server": frozenset(),  # the entrance, the cleaning, the terminal: on no request of an account
}


def rank(role: str | None, administrator: bool = False) -> str:
    """The rank of a session's role (None: nobody has come in)."""
    return NOBODY if role is None else ADMINISTRATOR if role == COUNSELLOR and administrator else role
