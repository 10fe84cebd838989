"""The answer sheet: the paper beside the screen on which one ticks what one found.

Elements: `feuille-<question>-<n>` (n from 1, in the author's order), `feuille-remettre`.
"""
