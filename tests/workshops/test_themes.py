"""La Coop's themes: every skill of the course has one, of La Coop's own list."""

from learning.words import MODULES
from library.vocabulary import SKILLS
from workshops.themes import LABELS, theme


def test_every_skill_has_a_theme_of_la_coop():
    assert {theme(module, skill) for skill, module in SKILLS.items()} <= set(LABELS)
    assert set(SKILLS.values()) == set(MODULES)


def test_what_la_coop_counts_elsewhere_is_counted_there():
    assert LABELS[theme("courriel", "C7")] == "Prévention en sécurité numérique" and LABELS[theme("courriel", "C1")] == "E-mail"
    assert LABELS[theme("donnees", "N12")] == "Banque et achats en ligne"
