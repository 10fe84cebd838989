"""A gesture done again and again, by a finger that stays on a key: no state grows without end."""

from simulator.browser import deliver, init, update
from simulator.engine import LONGEST_NAME, Event, Fact
from simulator.sites.phone.site import Phone
from simulator.sites.phone.starts import init as phone
from simulator.sites.social.site import Social
from tests.simulator.page_rules import faults
from tests.simulator.social_world import START

LETTER = {"nom": "Service", "adresse": "ne-pas-repondre@identiclic.gouv.example", "objet": "Votre code", "texte": ["482913"]}


def test_codes_asked_again_and_again_leave_the_latest_ones():
    told = {
        "telephone": {"sms": [{"id": "lea", "numero": "06 39 98 00 12", "texte": "Coucou"}]},
        "courriel": {"moi": "a@b.example"},
    }
    world = init({"sites": told})
    for n in range(100):
        code = Fact("connexion.code_envoye", {"texte": f"Code {n}", "courriel": LETTER})
        world, facts, _ = deliver(world, (code,))
        assert {f.kind for f in facts} == {"connexion.code_envoye", "sms.recu", "courriel.recu"}
    sms, mails = world.sites["telephone"].sms, world.sites["courriel"].mails
    assert len(sms) == 31 and sms[0].text == "Code 99" and sms[-1].id == "lea" and len({s.id for s in sms}) == 31
    assert len(mails) == 30 and len({m.id for m in mails}) == 30


def test_a_talk_by_sms_keeps_its_last_lines_and_a_number_once():
    site, now = Phone(), phone({"sms": [{"id": "lea", "numero": "06 39 98 00 12", "texte": "Coucou"}]})
    for n in range(200):
        now = site.update(now, Event("telephone.envoyer", {"brouillon": "repondre-lea"}, {"texte": f"n{n}"}), site.home).state
        now = site.update(now, Event("telephone.envoyer", {"brouillon": "transferer-lea"}, {"a": "33700"}), site.home).state
    lea, report = now.message("lea"), now.message("33700")
    assert len(lea.thread) == 60 and lea.answers[-1] == "n199" and lea.forwarded == ("33700",) and len(report.thread) == 60


def test_captures_have_an_end_that_is_said():
    site = Social()
    now, said = site.init(START), []
    who = now.talks[0].id
    for _ in range(100):
        step = site.update(now, Event("reseau.capture", {"quoi": f"conversation.{who}"}), site.home)
        now, said = step.state, [*said, step.say]
    assert len(now.captures) == 30 and "Supprimez-en une" in said[-1] and "Capture gardée" in said[0]
    assert faults(site.view(now, site.home + "captures").html) == []


def test_a_bookmark_has_a_short_name():
    world = init({"sites": {"courriel": {"moi": "a@b.example"}}, "navigateur": {"outils": ["favoris"]}})
    world, _, _ = update(world, Event("nav.favori", {"titre": "x" * 5_000}))
    assert [len(mark.name) for mark in world.tools.bookmarks] == [LONGEST_NAME]
