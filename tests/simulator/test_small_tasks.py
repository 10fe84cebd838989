"""A small task of a diagnosis: one try, no help, right or not."""

from learning.content import Rule
from simulator.practice import Practice
from tests.simulator.small_world import MAIL, Hand, scenario, sorting


def test_a_small_task_ends_at_the_first_wrong_final_act_and_is_not_right():
    wrong = Rule(id="ailleurs", text="Ailleurs", fact="courriel.supprime", explanation="Supprimé.", corrects=True)
    told = scenario(prohibitions=(wrong,))
    task, practice = Practice(told, "e", once=True), Practice(told, "e")
    events = [
        {"seq": 1, "type": "nav.go", "args": {"url": f"{MAIL}/message/mairie"}},
        {"seq": 2, "type": "courriel.supprimer", "args": {"id": "mairie"}},
    ]
    for one in (task, practice):
        one.receive({"epoch": "e", "client": "x", "events": events})
    assert task.ended and not task.right and not practice.ended


def test_a_small_task_is_right_when_it_is_done_alone_and_not_when_it_is_given_up():
    given_up = Practice(scenario(), "e", once=True)
    given_up.finish()
    assert given_up.ended and not given_up.right
    hand = Hand().answers()
    assert hand.practice.ended and hand.practice.right


def test_a_lot_counts_as_right_only_when_every_message_is_judged_as_it_is():
    hand = Hand(sorting()).clicks("mail-colis", "signaler", "indice-adresse")
    hand.practice.finish()
    assert hand.practice.right
    eager = Hand(sorting()).clicks("mail-colis", "signaler", "indice-adresse", "mail-solene", "supprimer")
    eager.practice.finish()
    assert not eager.practice.right
