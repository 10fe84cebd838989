"""The hand that plays the authors' solutions does only what the page offers, and says in French what it cannot do."""

import pytest

from learning.content import Solution
from simulator.player import NotOffered, Player, play
from tests.simulator.small_world import scenario


@pytest.mark.parametrize(
    ("gestures", "told"),
    [
        ([{"clic": "nulle-part"}], "geste 1 : « clic: nulle-part » : rien ne porte ce nom"),
        ([{"clic": "mail-mairie"}, {"clic": "page-titre"}], "geste 2 : « clic: page-titre » : un clic ici ne fait rien"),
        ([{"clic": "nav-forward"}], "pas encore actif"),
        ([{"ecrire": {"zzz": "x"}}], "il n’y a pas de case « zzz »"),
        ([{"ecrire": {"mail-mairie": "x"}}], "il n’y a pas de case « mail-mairie »"),
        ([{"danser": "oui"}], "« danser » n’est pas un geste. Gestes possibles : clic, ecrire, adresse, terminer"),
        ([{"clic": "mail-mairie"}, {"clic": "repondre"}, {"clic": "joindre"}, {"clic": "fichiers-ouvrir"}], "geste 4"),
    ],
)
def test_an_impossible_gesture_is_told_with_its_number(gestures, told):
    with pytest.raises(NotOffered) as trouble:
        play(scenario(), Solution(name="x", steps=tuple(gestures)))
    assert told in str(trouble.value)


def test_what_is_there_is_listed():
    with pytest.raises(NotOffered, match="mail-mairie"):
        Player(scenario()).click("mail-maire")


def test_a_solution_plays_through_typing_joining_and_sending():
    steps = [{"clic": "mail-mairie"}, {"clic": "repondre"}, {"ecrire": {"r-mairie-corps": "Voici.\nMerci"}}, {"clic": "joindre"},
             {"clic": "fichier-1"}, {"clic": "fichiers-ouvrir"}, {"clic": "envoyer"}]  # fmt: skip
    practice = play(scenario(), Solution(name="x", steps=tuple(steps)))
    assert practice.state.done and practice.facts[-1].data["corps"] == "Voici.\nMerci"


def test_an_address_is_typed_and_the_end_is_said():
    practice = play(scenario(), Solution(name="x", steps=({"adresse": "plou.example"}, {"terminer": "oui"})))
    assert [f.kind for f in practice.facts] == ["site.visite", "mission.terminee"] and practice.state.ended


def test_a_forwarded_text_is_read_from_the_page_as_browsers_read_it():
    player = Player(scenario())
    player.click("mail-solene")
    player.click("transferer")
    area = player.page.find("tr-solene-corps")
    assert area.attributes["value"].startswith("\n\nMessage de Solène <solene@pigeon.example>\nCoucou")
