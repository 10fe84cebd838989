"""False sites: what a trap leads to."""
