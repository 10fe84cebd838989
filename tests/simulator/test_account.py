"""The settings of an account: password, double verification, devices, permissions, data, closing; each can be undone."""

import copy

import pytest

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
    assert "12 caractères au moins" in hand.clicks("compte-menu-mot-de-passe").html.replace(" ", " ")
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
    assert said in hand.html.replace(" ", " ") and "aria-invalid" in hand.html and not faults(hand.html)
    assert not hand.facts("compte.mot_de_passe_change")


def test_one_figure_changed_is_too_much_like_the_old_one():
    hand = Hand(told(regles={"longueur": "8", "sortes": "1"}))
    assert "ressemble trop" in changed(hand, new="Marina1954").html


def test_another_password_of_the_same_shape_is_welcome_when_both_are_known():
    hand = Hand(told(mot_de_passe="aB1;cdE2!fgHi3jk"))
    hand.clicks("onglet-t2", "coffre-compte-futur", "coffre-modifier", "coffre-retaper").types(coffre_secret="x")
    hand.clicks("coffre-creer", "coffre-longueur-16", "coffre-utiliser", "coffre-enregistrer", "coffre-copier", "onglet-t0")
    hand.clicks("compte-menu-mot-de-passe", "compte-coller-nouveau").types(compte_actuel="aB1;cdE2!fgHi3jk").clicks(
        "compte-changer"
    )
    assert hand.facts("compte.mot_de_passe_change")[0]["reutilise"] == "oui"


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
    assert "06 39 98 12 40" in hand.html.replace(" ", " ") and hand.facts("compte.code_envoye")[0]["moyen"] == "sms"
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
    assert "30 jours" in hand.html.replace(" ", " ") and account(hand).closing
