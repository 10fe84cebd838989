"""The safe « Tiroir »: what its elements are called, for the authors' `clic`, `ecrire` and `cible`, is in vocabulary.py (NAMES)."""
