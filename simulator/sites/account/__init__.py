"""The settings of an account, on any host: what its elements are called, for the authors, is in vocabulary.py (NAMES)."""
