"""Signing in: a choice, a password, a code, the return to the service; an account created; signing out."""

import copy
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.engine import Event
from simulator.practice import Practice
from simulator.sites.portal.site import Portal
from simulator.sites.portal.starts import init
from tests.simulator.page_rules import faults
from tests.simulator.portal_world import HOME, LOGIN, PORTAL, SIGN, WORD, inside, portal


def signs(hand, login=LOGIN, password=WORD):
    return hand.types(identifiant=login, mot_de_passe=password).clicks("valider")


def test_one_signs_in_with_an_account_and_comes_back_where_one_was():
    hand = portal().clicks("demarche-aide", "commencer")
    assert hand.title == "Se connecter" and not faults(hand.html)
    hand.clicks("passeservice")
    assert hand.title == "Choisissez un compte" and not faults(hand.html)
    hand.clicks("compte-impots")
    assert (
        hand.facts("connexion.choix") == [{"compte": "impots"}]
        and "mes-impots.gouv.example" in hand.html
        and not faults(hand.html)
    )
    signs(hand)
    assert not hand.facts("connexion.reussie") and "Continuer vers" in hand.html and not faults(hand.html)
    hand.clicks("continuer")
    assert hand.facts("connexion.reussie") == [{"compte": "impots"}] and "Étape 1" in hand.html and "Maryvonne" in hand.html
    hand.clicks("se-deconnecter")
    assert hand.facts("connexion.fermee") and hand.page.find("se-connecter")
    assert hand.goes(f"{HOME}/demarche/aide/etape/1").title == "Se connecter"


@pytest.mark.parametrize(("login", "word"), [(LOGIN, "Crepe29"), ("maryvonne", WORD), (LOGIN, ""), ("", WORD)])
def test_a_mixed_up_password_is_refused_and_can_be_typed_again(login, word):
    hand = portal().clicks("se-connecter", "passeservice", "compte-impots")
    signs(hand, login, word)
    assert 'role="alert"' in hand.html and not faults(hand.html) and not hand.facts("connexion.reussie")
    assert signs(hand, "2990 4122 33445").title.startswith("C’est bien vous")


def test_an_account_one_does_not_have_refuses_and_one_can_choose_another():
    hand = portal().clicks("se-connecter", "passeservice", "compte-mutuelle")
    assert signs(hand).facts("connexion.refusee") == [{"compte": "mutuelle"}]
    hand.clicks("nav-back", "compte-impots")
    assert signs(hand).clicks("continuer").title == "Bonjour" or hand.title.startswith("Que") or "Maryvonne" in hand.html


def test_a_code_arrives_in_the_mailbox():
    hand = signs(portal().clicks("se-connecter", "passeservice", "compte-armorelle"), "maryvonne", "Crepe29")
    assert hand.title == "Écrivez le code reçu" and not faults(hand.html)
    assert hand.facts("connexion.code_par_courriel")[0]["code"] == "482913"
    assert "Ce n’est pas le dernier code" in hand.types(code="111111").clicks("valider").html and not faults(hand.html)
    assert "482913" in hand.clicks("onglet-t1", "mail-recu-1").html
    hand.clicks("onglet-t0").types(code="482 913").clicks("valider", "continuer")
    assert hand.facts("connexion.reussie") == [{"compte": "armorelle"}]
    hand.clicks("onglet-t1", "nav-home", "mail-recu-2")
    assert hand.title == "Alerte de connexion : Démarches de Plou" and "Armorelle" in hand.html and not faults(hand.html)


def test_a_code_arrives_on_the_phone_and_again_when_it_is_asked_for():
    hand = signs(portal().clicks("se-connecter", "passeservice", "compte-facteur"), "maryvonne", "far-breton-8").clicks(
        "renvoyer"
    )
    code = hand.facts("connexion.code_envoye")[0]["code"]
    assert code in hand.clicks("onglet-t2", "sms-recu-2").html and not faults(hand.html)
    assert hand.clicks("onglet-t0").types(code=code).clicks("valider").title.startswith("C’est bien vous")


def test_one_may_give_up_and_no_page_of_the_log_in_opens_without_its_proof():
    hand = portal().clicks("se-connecter", "passeservice", "compte-impots", "renoncer")
    assert hand.title == "Que voulez-vous faire ?"
    for place in (f"{SIGN}/retour", f"{SIGN}/code/armorelle", f"{SIGN}/connexion/impots"):
        assert hand.goes(place).title == "Choisissez un compte"


def test_an_account_is_created_on_the_service_and_used_again():
    hand = portal().clicks("se-connecter", "creer-compte").clicks("creation-valider")
    assert hand.page.find("creation-nom-erreur") and not faults(hand.html)
    hand.types(
        creation_nom="Maryvonne", creation_adresse="m@pigeon.example", creation_mot_de_passe="court", creation_encore="court"
    )
    assert "8 signes au moins" in hand.clicks("creation-conditions", "creation-valider").html
    hand.types(creation_mot_de_passe="Genet-dore-8", creation_encore="Genet-dore-81").clicks(
        "creation-conditions", "creation-valider"
    )
    assert "ne sont pas les mêmes" in hand.html and hand.page.find("creation-nom").attributes["value"] == "Maryvonne"
    hand.types(creation_mot_de_passe="Genet-dore-8", creation_encore="Genet-dore-8").clicks(
        "creation-conditions", "creation-valider"
    )
    assert hand.facts("connexion.compte_cree") == [{"adresse": "m@pigeon.example"}] and hand.facts("connexion.reussie") == [
        {"compte": "site"}
    ]
    hand.clicks("se-deconnecter", "se-connecter", "compte-site")
    assert not faults(hand.html)
    signs(hand, "m@pigeon.example", "Genet-dore-8")
    assert len(hand.facts("connexion.reussie")) == 2


# --------------------------------------------------------------------------------------------------------- starts
@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"compte": []}, "« compte » n’existe pas"),
        ({"connecte": "x"}, "le compte « x » n’existe pas"),
        ({"comptes": [], "creation": "non"}, "personne ne peut se connecter"),
        ({"comptes": [{"id": "site", "nom": "x"}]}, "réservé"),
        ({"comptes": [{"id": "a", "nom": "x", "envoi": "pigeon"}]}, "l’envoi"),
        ({"comptes": [{"id": "a", "nom": "x", "code": "abc"}]}, "chiffres"),
        ({"comptes": [{"id": "a", "nom": "x", "identifiant": "m"}]}, "mot-de-passe"),
        ({"comptes": [{"id": i, "nom": "x", "identifiant": "m", "mot-de-passe": w} for i, w in (("a", "Ab1"), ("b", "Cd2"))]}, "même forme"),
        ({"demarches": [{"id": "a", "titre": "A"}]}, "au moins une étape"),
        ({"demarches": [{"id": "a", "titre": "A", "etapes": [{"titre": "x"}]}]}, "au moins un champ"),
        ({"demarches": [{"id": "a", "titre": "A", "numero": "n 1", "etapes": [{"titre": "x", "champs": [{"nom": "n", "libelle": "N"}]}]}]}, "capitales"),
        ({"dossiers": [{"numero": "A1", "titre": "x", "etat": "manque"}]}, "document"),
        ({"dossiers": [{"numero": "A1", "titre": "x", "etat": "perdu"}]}, "l’état"),
        ({"documents": [{"nom": "a.pdf", "etat": "vieux"}]}, "l’état"),
    ],
)  # fmt: skip
def test_a_start_that_cannot_be_is_refused_in_french(changes, said):
    with pytest.raises(ValueError, match="demarches") as refused:
        init({**copy.deepcopy(PORTAL), **changes})
    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ({"genre": "bouton"}, "le genre"), ({"genre": "choix"}, "choix"), ({"choix": ["a", "b"]}, "choix"), ({"nom": "n-2"}, "réservé"),
        ({"genre": "date", "valeur": "hier"}, "pas complète"), ({"formats": ["doc"]}, "le format"), ({"taille-max": "grand"}, "la taille"),
    ],
)  # fmt: skip
def test_a_field_that_cannot_be_is_refused_in_french(field, said):
    start = {
        "demarches": [{"id": "a", "titre": "A", "etapes": [{"titre": "x", "champs": [{"nom": "n", "libelle": "N", **field}]}]}]
    }
    with pytest.raises(ValueError, match="étape 1, champ 1") as refused:
        init(start)
    assert said in str(refused.value)


# ----------------------------------------------------------------------------------------------------------- walk
@pytest.mark.parametrize("seed", range(12))
def test_any_walk_renders_and_is_replayed(seed):
    hand, chance = (inside if seed % 2 else portal)(), random.Random(seed)
    entries = []
    receive = hand.practice.receive
    hand.practice.receive = lambda outbox: entries.extend(receive(outbox)) or []
    for _ in range(120):
        boxes = [e.id for e in hand.page.elements if e.tag in ("input", "textarea", "select") and e.id]
        for name in boxes if chance.random() < 0.5 else ():
            hand.type({name: chance.choice(("Plou", "12", "1950", LOGIN, WORD, "m@pigeon.example", "é<b>", ""))})
        buttons = [e.id for e in hand.page.clicks] + [
            e.id for e in hand.page.elements if e.attributes.get("type") in ("submit", "radio", "checkbox")
        ]
        hand.click(chance.choice(buttons))
        assert faults(hand.html) == []
    again = Practice(hand.practice.scenario, "essai", entries)
    assert again.world == hand.practice.world and again.facts == hand.practice.facts


words = st.sampled_from(
    ["aide", "velo", "1", "2", "impots", "site", "D26-1001", "aide.facture", "dossier.D26-1001", "facture", "commune", "x", "é/"]
)
verbs = st.sampled_from([
    "se_connecter", "passeservice", "creer", "compte", "identifier", "renvoyer", "code", "continuer", "renoncer", "deconnecter", "inscrire",
    "commencer", "suite", "modifier", "effacer", "envoyer", "joindre", "choisir", "ouvrir", "retirer", "fermer", "envoyer_document", "telecharger", "x",
])  # fmt: skip
places = st.sampled_from([HOME, SIGN, "https://mes-impots.gouv.example", "https://[x"])
paths = st.sampled_from(["/", "/compte", "/code/armorelle", "/connexion/impots", "/demarche/aide/etape/2?modifier=commune", "/demarche/aide/recapitulatif",
                         "/dossier/D26-1001", "/mes-demarches", "/retour", "/demarche/aide/envoyee", "/x"])  # fmt: skip
maps = st.dictionaries(
    st.sampled_from(["demarche", "etape", "champ", "pour", "nom", "numero", "compte", "commune", "naissance-jour"]),
    words,
    max_size=4,
)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.tuples(
            verbs,
            places,
            paths,
            maps,
            maps,
            st.dictionaries(st.sampled_from(["demarche-aide-1", "demarche-x-²", "z"]), maps, max_size=2),
        ),
        max_size=12,
    )
)
def test_no_odd_event_raises_and_every_page_renders(events):
    site = Portal()
    state = site.init(copy.deepcopy(PORTAL))
    for verb, place, where, args, fields, drafts in events:
        url = place + where
        state = site.visit(state, url).state
        state = site.update(state, Event(f"demarches.{verb}", args, fields, drafts), url).state
        assert site.view(state, url).html
