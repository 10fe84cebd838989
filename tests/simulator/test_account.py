"""The settings of an account: password, double verification, devices, permissions, data, closing; each can be undone."""

import copy
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.engine import Event
from simulator.practice import Practice
from simulator.sites.account.site import AccountSettings
from simulator.sites.account.starts import APP, init
from simulator.sites.account.vocabulary import FACTS
from tests.simulator.page_rules import faults
from tests.simulator.small_world import Hand, scenario, world

HOST = "mon-compte.pigeon.example"
BASE = f"https://{HOST}"
LOGIN, OLD = "maryvonne@pigeon.example", "Marina1953"
NEW = "Un2troiS!quatre?"
ACCOUNT = {
    "service": "Pigeon", "nom": "Maryvonne Tréguidel", "identifiant": LOGIN, "mot_de_passe": OLD, "telephone": "06 39 98 12 40",
    "informations": [{"id": "naissance", "libelle": "Date de naissance", "valeur": "3 mai 1948", "visible": "tous", "facultatif": "oui"},
                     {"id": "nom", "libelle": "Nom", "valeur": "Maryvonne"}],
    "reglages": [{"id": "publicite", "texte": "Recevoir des publicités", "valeur": "oui"}],
    "appareils": [{"id": "ici", "nom": "Ordinateur", "lieu": "Plou", "date": "maintenant", "ici": "oui"},
                  {"id": "inconnu", "nom": "Téléphone", "lieu": "Lille", "date": "hier, 3 h 12"}],
    "autorisations": [{"id": "jeu", "nom": "Jeu des pommes", "acces": ["Lire vos contacts"], "date": "2024"}],
}  # fmt: skip
SAFE = {"phrase": "trois mouettes sur le toit", "ouvert": "oui", "comptes": [
    {"id": "pigeon", "site": "Pigeon", "identifiant": LOGIN, "mot_de_passe": OLD},
    {"id": "futur", "site": "Neuf", "identifiant": LOGIN, "mot_de_passe": "kR7,tuZ4!meVo9pa"},
    {"id": "eau", "site": "Eaux", "identifiant": LOGIN, "mot_de_passe": "kR7,tuZ4!meVo9pa"}]}  # fmt: skip


def told(**changes):
    start = world()
    start["onglets"] = ["compte", "telephone", "coffre"]
    start["sites"] |= {"compte": {HOST: {**copy.deepcopy(ACCOUNT), **changes}}, "telephone": {}, "coffre": copy.deepcopy(SAFE)}
    return scenario(world=start, goals=(), hints=())


@pytest.fixture
def hand():
    return Hand(told())


def account(hand):
    return hand.practice.world.sites["compte"].accounts[HOST]


# -------------------------------------------------------------------------------------------------------- password
def changed(hand, old=OLD, new=NEW, again=None):
    hand.clicks("compte-menu-mot-de-passe")
    return hand.types(compte_actuel=old, compte_nouveau=new, compte_encore=new if again is None else again).clicks(
        "compte-changer"
    )


def test_the_password_is_changed_by_rules_that_were_said_before(hand):
    assert "12 caractères au moins" in hand.clicks("compte-menu-mot-de-passe").html.replace("\u00a0", " ")
    changed(hand)
    fact = hand.facts("compte.mot_de_passe_change")[0]
    assert (fact["longueur"], fact["sortes"], fact["solide"], fact["colle"], fact["adresse"]) == (16, 4, "oui", "non", HOST)
    assert hand.title == "Votre compte Pigeon" and NEW not in repr(account(hand)) and "changé" in hand.said
    assert len(changed(hand, old=NEW, new="une suite de sept mots bien choisis ici").facts("compte.mot_de_passe_change")) == 2


@pytest.mark.parametrize(
    ("old", "new", "again", "said"),
    [
        ("", NEW, NEW, "votre mot de passe actuel"),
        ("Autre", NEW, NEW, "Ce n’est pas le mot de passe actuel"),
        (OLD, "", "", "Écrivez le nouveau"),
        (OLD, "court", "court", "Il en faut 12 au moins"),
        (OLD, "toutenminuscules", "toutenminuscules", "Ici : minuscules"),
        (OLD, NEW, "Autre", "ne sont pas pareils"),
    ],
)
def test_a_password_that_will_not_do_is_said_by_its_field(hand, old, new, again, said):
    changed(hand, old, new, again)
    assert said in hand.html.replace("\u00a0", " ") and "aria-invalid" in hand.html and not faults(hand.html)
    assert not hand.facts("compte.mot_de_passe_change")


def test_one_figure_changed_is_too_much_like_the_old_one():
    hand = Hand(told(regles={"longueur": "8", "sortes": "1"}))
    assert "ressemble trop" in changed(hand, new="Marina1954").html


def test_passwords_copied_in_the_safe_are_pasted_and_a_reused_one_is_said(hand):
    hand.clicks(
        "onglet-t2", "coffre-compte-pigeon", "coffre-copier", "onglet-t0", "compte-menu-mot-de-passe", "compte-coller-actuel"
    )
    hand.clicks("onglet-t2", "coffre-comptes", "coffre-compte-futur", "coffre-copier", "onglet-t0", "compte-coller-nouveau")
    assert "sert déjà ailleurs" in hand.html and hand.page.find("compte-encore") is None and not faults(hand.html)
    hand.clicks("compte-changer")
    fact = hand.facts("compte.mot_de_passe_change")[0]
    assert (fact["colle"], fact["reutilise"], fact["longueur"]) == ("oui", "oui", 16)
    hand.clicks("compte-menu-mot-de-passe", "compte-coller-nouveau", "compte-vider-nouveau")
    assert hand.page.find("compte-nouveau")


def test_a_word_is_said_of_what_is_typed(hand):
    hand.clicks("compte-menu-mot-de-passe").types(compte_nouveau="Marina1953")
    hand.send("nav.brouillon")
    assert "se devine vite" in hand.html
    assert hand.clicks("compte-voir").page.find("compte-nouveau").attributes["type"] == "text"


# ---------------------------------------------------------------------------------------------- double verification
def with_sms(hand):
    return hand.clicks("compte-menu-double", "compte-double-sms", "compte-envoyer")


def test_a_code_arrives_on_the_phone_and_activates(hand):
    with_sms(hand)
    assert "06 39 98 12 40" in hand.html and hand.facts("compte.code_envoye")[0]["moyen"] == "sms"
    hand.clicks("onglet-t1", "sms-recu-1")
    assert "482913" in hand.html and hand.facts("sms.recu") == [{"id": "recu-1", "numero": "06 39 98 00 40"}]
    hand.clicks("onglet-t0").types(compte_code="482 913").clicks("compte-valider")
    assert hand.facts("compte.double_verification") == [{"adresse": HOST, "moyen": "sms"}] and "codes de secours" in hand.title
    hand.clicks("compte-codes-telecharger", "compte-codes-notes")
    assert (
        hand.facts("fichier.telecharge") == [{"nom": "codes-de-secours-mon-compte.txt"}]
        and len(hand.facts("compte.codes_gardes")) == 2
    )
    assert "Active" in hand.clicks("compte-fini").html
    hand.clicks("compte-menu-double", "compte-arreter")
    assert hand.facts("compte.double_arretee") and account(hand).double == ""


@pytest.mark.parametrize(
    ("typed", "said"), [("", "Écrivez le code"), ("000000", "Ce n’est pas ce code"), ("482913", "ancien code")]
)
def test_a_wrong_or_an_old_code_is_said(hand, typed, said):
    with_sms(hand).clicks("compte-renvoyer").types(compte_code=typed).clicks("compte-valider")
    assert said in hand.html and not faults(hand.html) and not account(hand).double
    assert hand.types(compte_code="730586").clicks("compte-valider").facts("compte.double_verification")


def test_the_application_is_linked_by_a_key_and_its_code_activates(hand):
    hand.clicks("compte-menu-double", "compte-double-application").types(compte_code="1").clicks("compte-valider")
    assert "Ajoutez d’abord" in hand.html
    hand.clicks("compte-application", "cle-ajouter").types(cle_texte="zzz").clicks("cle-valider")
    assert "Relisez-la" in hand.html and not faults(hand.html)
    hand.types(cle_texte="pont 4827").clicks("cle-valider")
    assert hand.title == "Clé de poche" and "307 651" in hand.html and not faults(hand.html)
    hand.clicks("onglet-t0").types(compte_code="307651").clicks("compte-valider")
    assert hand.facts("compte.double_verification") == [{"adresse": HOST, "moyen": "application"}]


def test_codes_on_paper_activate_and_each_serves_once(hand):
    hand.clicks("compte-menu-double", "compte-double-papier").types(compte_code="7294 KOPI").clicks("compte-valider")
    assert account(hand).double == "papier" and account(hand).used == ("7294-kopi",)
    hand.clicks("compte-quitter").types(compte_identifiant=LOGIN, compte_secret=OLD).clicks("compte-entrer")
    assert "déjà servi" in hand.types(compte_code="7294-kopi").clicks("compte-valider").html
    hand.types(compte_code="5183lamu").clicks("compte-valider")
    assert hand.facts("compte.connecte") == [{"adresse": HOST, "double": "oui", "moyen": "papier"}]


def test_logging_in_asks_for_the_code_and_a_recovery_code_does_as_well():
    hand = Hand(told(connecte="non", double="sms"))
    assert hand.title == "Se connecter à Pigeon" and hand.page.find("compte-menu-double") is None
    hand.types(compte_identifiant=LOGIN, compte_secret="autre").clicks("compte-entrer")
    assert (
        "ne va pas" in hand.html and hand.page.find("compte-identifiant").attributes["value"] == LOGIN and not faults(hand.html)
    )
    hand.types(compte_secret=OLD).clicks("compte-entrer", "compte-renvoyer")
    assert len(hand.facts("compte.code_envoye")) == 2 and hand.goes(f"{BASE}/appareils").title == "Encore un code"
    hand.clicks("compte-recommencer").types(compte_secret=OLD).clicks("compte-entrer").types(compte_code="9046-tefa")
    assert hand.clicks("compte-valider").title == "Votre compte Pigeon" and "9046-tefa" in account(hand).used


def test_the_password_of_the_safe_is_pasted_into_the_log_in():
    hand = Hand(told(connecte="non"))
    hand.clicks("onglet-t2", "coffre-compte-pigeon", "coffre-copier", "onglet-t0", "compte-coller-secret")
    hand.types(compte_identifiant=LOGIN).clicks("compte-entrer")
    assert hand.facts("compte.connecte") == [{"adresse": HOST, "double": "non", "moyen": ""}]


# ------------------------------------------------------------------------------------------------------ other rooms
@pytest.mark.parametrize(
    ("clicks", "kind", "data"),
    [
        (["informations", "compte-voit-naissance-moi"], "reglage", {"nom": "naissance", "valeur": "moi"}),
        (["informations", "compte-reglage-publicite"], "reglage", {"nom": "publicite", "valeur": "non"}),
        (["informations", "compte-effacer-naissance"], "donnee_effacee", {"nom": "naissance"}),
        (["informations", "compte-effacer-naissance", "compte-rendre-naissance"], "donnee_remise", {"nom": "naissance"}),
        (["appareils", "compte-deconnecter-inconnu"], "appareil_deconnecte", {"id": "inconnu"}),
        (["appareils", "compte-deconnecter-inconnu", "compte-reconnecter-inconnu"], "appareil_remis", {"id": "inconnu"}),
        (["autorisations", "compte-retirer-jeu"], "autorisation_retiree", {"id": "jeu"}),
        (["autorisations", "compte-retirer-jeu", "compte-redonner-jeu"], "autorisation_remise", {"id": "jeu"}),
        (["donnees", "compte-preparer"], "donnees_preparees", {}),
        (["fermer", "compte-fermer", "compte-fermer-oui"], "ferme", {}),
        (["fermer", "compte-fermer", "compte-fermer-oui", "compte-rouvrir"], "rouvert", {}),
    ],
)
def test_each_gesture_is_told(hand, clicks, kind, data):
    hand.clicks(f"compte-menu-{clicks[0]}", *clicks[1:])
    assert hand.facts(f"compte.{kind}") == [{"adresse": HOST, **data}] and not faults(hand.html)


def test_closing_is_asked_twice_and_the_copy_can_be_kept(hand):
    hand.clicks("compte-menu-fermer", "compte-fermer", "compte-fermer-non")
    assert not account(hand).closing
    hand.clicks("compte-menu-fermer", "compte-copie", "compte-preparer", "compte-telecharger")
    assert hand.facts("fichier.telecharge") == [{"nom": "mes-donnees-mon-compte.zip"}]
    hand.clicks("compte-menu-fermer", "compte-fermer", "compte-fermer-oui")
    assert "30 jours" in hand.html.replace("\u00a0", " ") and account(hand).closing


PLACES = ["accueil", "informations", "mot-de-passe", "double", "double/sms", "double/application", "double/papier", "secours", "appareils",
          "autorisations", "donnees", "fermer", "fermer/sur", "connexion", "code", "zzz"]  # fmt: skip


@pytest.mark.parametrize("bare", [True, False])
@pytest.mark.parametrize("place", PLACES)
def test_every_page_is_faultless_even_empty(place, bare):
    empty = {"service": "Plou", "nom": "Anne", "identifiant": "anne", "mot_de_passe": "x"}
    start = world()
    start |= {"onglets": ["compte"]}
    start["sites"]["compte"] = {HOST: empty if bare else {**ACCOUNT, "double": "papier"}}
    assert faults(Hand(scenario(world=start, goals=(), hints=())).goes(f"{BASE}/{place}").html) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"service": ""}, f"compte, {HOST} : il manque « service"),
        ({"mot": "x"}, "le mot « mot » n’existe pas"),
        ({"double": "pigeon"}, "le moyen « pigeon » n’existe pas"),
        ({"telephone": "02 96 00 00 00"}, "s’écrit comme 06 39 98 12 34"),
        ({"telephone": "", "double": "sms"}, "donnez aussi « telephone"),
        ({"codes": ["12"]}, "a six chiffres"),
        ({"codes": ["123456", "123456"]}, "portent le nom « 123456 »"),
        ({"regles": {"longueur": "x"}}, "« longueur » est un nombre"),
        ({"informations": [{"id": "a", "libelle": "A", "valeur": "x", "visible": "amis"}]}, "information 1 : le mot « amis »"),
        ({"appareils": [{"id": "a"}]}, "appareil 1 : il manque « nom"),
        ({"autorisations": [{"id": "É", "nom": "x"}]}, "s’écrit en minuscules"),
        ({"reglages": [{"id": "a", "texte": "x", "valeur": "1"}]}, "vaut oui ou non"),
    ],
)
def test_a_badly_written_account_is_refused_in_french(change, said):
    with pytest.raises(ValueError) as trouble:
        init({HOST: {**ACCOUNT, **change}})
    assert said in str(trouble.value)


def test_the_address_of_the_application_is_taken():
    with pytest.raises(ValueError, match="Clé de poche"):
        init({APP: ACCOUNT})


ODD = st.sampled_from(["", "naissance", "inconnu", "jeu", "publicite", "moi", "sms", "application", "papier", "secret", "nouveau", "zzz", "é🎂", "²",
                       "482913", "PONT-4827", OLD, LOGIN, NEW, "fichier"])  # fmt: skip
VERBS = st.sampled_from(["entrer", "code", "renvoyer", "recommencer", "quitter", "voir", "coller", "vider", "changer", "envoyer", "activer", "arreter",
                         "codes", "cle", "voit", "effacer", "rendre", "reglage", "deconnecter", "reconnecter", "retirer", "redonner", "preparer",
                         "telecharger", "fermer", "rouvrir", "brouillon", "", "zzz"])  # fmt: skip
FIELDS = st.dictionaries(
    st.sampled_from(["identifiant", "secret", "actuel", "nouveau", "encore", "code", "cle"]), ODD, max_size=5
)
EVENTS = st.builds(
    Event,
    VERBS.map("compte.{}".format),
    st.dictionaries(st.sampled_from(["id", "qui", "champ", "moyen", "facon"]), ODD, max_size=4),
    FIELDS,
    st.dictionaries(st.sampled_from(["moncompte-entrer", "moncompte-changer", "zzz"]), FIELDS, max_size=2),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(EVENTS, st.sampled_from([BASE + "/" + p for p in PLACES] + [f"https://{APP}/ajouter"])), max_size=12))
def test_no_event_ever_breaks_an_account(steps):
    site, now = AccountSettings(), init({HOST: ACCOUNT})
    for event, url in steps:
        step = site.update(now, event, url)
        now = site.visit(step.state, step.goto or url).state
        assert {fact.kind for fact in step.facts} <= set(FACTS) and site.view(now, step.goto or url).html
    assert len(now.accounts[HOST].devices) == 2 and len(now.accounts[HOST].data) == 2


@pytest.mark.parametrize("seed", range(2))
def test_two_hundred_offered_clicks_keep_faultless_pages_and_replay_to_the_same(hand, seed):
    chance, journal = random.Random(seed), []
    take = hand.practice.receive
    hand.practice.receive = lambda outbox: journal.extend(take(outbox))
    for n in range(200):
        offered = chance.choice([e for e in hand.page.clicks if e.id != "compte-quitter"])
        hand.send(offered.attributes["data-event"], offered.args, {"code": "482913"})
        if n % 5 == 0:
            assert faults(hand.html) == []
    again = Practice(hand.practice.scenario, "essai", journal)
    assert again.world == hand.practice.world and again.facts == hand.practice.facts
