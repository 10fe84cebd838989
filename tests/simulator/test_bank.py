"""The bank: going in, the account, transfers with the check of the name, payees."""

import pytest

from simulator.practice import Practice
from simulator.shapes import shape
from simulator.sites.bank.starts import init
from simulator.sites.bank.state import compare
from tests.simulator.bank_world import BANK, BANK_AT, GOOD, NEW, hand, told
from tests.simulator.page_rules import faults

LOGIN = {"connexion": {"identifiant": "48210936", "mot_de_passe": "Sentier-du-Puits-12"}}


def pays(who, payee="legoff", amount="480"):
    who.clicks("bq-virement", f"bq-vers-{payee}").types(bq_montant=amount, bq_motif="fenêtres")
    return who.clicks("bq-continuer")


def test_going_in_looks_only_at_the_shape_and_a_mistake_can_be_corrected():
    who = hand(**LOGIN)
    assert who.title == "Se connecter" and faults(who.html) == []
    assert who.goes(f"{BANK_AT}/carte").title == "Se connecter"
    who.clicks("bq-entrer")
    assert "Écrivez l’identifiant" in who.html
    who.types(bq_identifiant="48210936", bq_mot_de_passe="faux").clicks("bq-entrer")
    assert "Relisez-les" in who.html and len(who.facts("banque.connexion_refusee")) == 2 and faults(who.html) == []
    who.types(bq_identifiant="48210936", bq_mot_de_passe="Sentier-du-Puits-12").clicks("bq-entrer")
    assert who.title == "Mes comptes" and who.facts("banque.connexion")
    who.clicks("bq-deconnexion")
    assert who.title == "Se connecter" and who.facts("banque.deconnexion")
    assert shape("Maison29!") == "Aaaaaa00#" == shape(shape("Maison29!"))


def test_no_secret_is_in_the_state():
    who = hand(**LOGIN).types(bq_identifiant="48210936", bq_mot_de_passe="Sentier-du-Puits-12").clicks("bq-entrer", "bq-securite")
    who.types(bq_nouveau="UnSecretBienLong9!", bq_encore="UnSecretBienLong9!").clicks("bq-changer")
    assert who.facts("banque.mot_de_passe_change") and "SecretBien" not in repr(who.practice.world)
    assert "Sentier" not in repr(who.practice.world.sites)


def test_a_password_too_short_or_typed_differently_is_explained():
    who = hand().clicks("bq-securite")
    for new, again, said in (("", "", "nouveau mot de passe."), ("court", "court", "a 5 signes"), ("douzelettres", "douzelettres", "Allongez-le"),
                             ("quatorzelettres", "quinze", "pas les mêmes")):  # fmt: skip
        who.types(bq_nouveau=new, bq_encore=again).clicks("bq-changer")
        assert said in who.html and faults(who.html) == []
    assert who.clicks("bq-afficher").page.find("bq-nouveau").attributes["type"] == "text"
    who.types(bq_nouveau="Plou2027#bis", bq_encore="Plou2027#bis").clicks("bq-changer")
    assert who.title == "Mot de passe changé"


def test_the_account_an_operation_and_the_statement():
    who = hand()
    assert "1\u202f248,30" in who.html and faults(who.html) == []
    who.clicks("bq-operation-inconnu")
    assert who.facts("banque.operation_ouverte") == [{"id": "inconnu", "libelle": "Achat Foliprix"}] and faults(who.html) == []
    who.clicks("bq-contester")
    assert who.facts("banque.operation_contestee")[0]["montant"] == "-59,90" and faults(who.html) == []
    who.clicks("bq-reconnaitre", "bq-retour", "bq-operation-retraite")
    assert who.facts("banque.operation_reconnue") and who.page.find("bq-contester") is None
    assert who.clicks("bq-retour", "bq-releve").facts("fichier.telecharge") == [{"nom": "releve-septembre.pdf"}]


def test_a_transfer_to_the_right_account_is_agreed_to_then_can_be_cancelled():
    who = pays(hand())
    assert who.title == "Relisez votre virement" and "vont ensemble" in who.html and not who.facts("banque.alerte")
    assert faults(who.html) == []
    who.clicks("bq-envoyer")
    assert "480" in who.html and "Menuiserie Le Goff" in who.html and who.page.find("bq-refuser") and faults(who.html) == []
    assert not who.facts("banque.virement")
    who.clicks("bq-valider")
    assert who.facts("banque.virement") == [
        {"vers": "Menuiserie Le Goff", "beneficiaire": "legoff", "iban": GOOD, "montant": "480", "motif": "fenêtres",
         "verification": "correspond", "alerte": "non"}
    ]  # fmt: skip
    assert who.title == "Mes virements" and "partira ce soir" in who.html and "768,30" in who.clicks("bq-comptes").html
    who.clicks("bq-virements", "bq-annuler-1")
    assert who.facts("banque.virement_annule") and "1\u202f248,30" in who.clicks("bq-comptes").html


@pytest.mark.parametrize(
    ("payee", "reason", "said"),
    [("faux", "different", "ne correspond pas"), ("club", "modifie", "changé samedi"), ("proche", "proche", "Yann Bihan")],
)
def test_an_alert_is_shown_and_one_can_stop_there(payee, reason, said):
    who = pays(hand(), payee, "25,50")
    assert said in who.html and [f["raison"] for f in who.facts("banque.alerte")] == [reason] and faults(who.html) == []
    who.clicks("bq-arreter")
    assert who.facts("banque.virement_arrete")[0]["montant"] == "25,50" and not who.facts("banque.virement")
    pays(who, payee, "25,50").clicks("bq-envoyer", "bq-valider")
    assert who.facts("banque.virement")[0]["alerte"] == "oui"


def test_a_wrong_amount_is_explained_and_what_was_typed_stays():
    who = pays(hand(), amount="beaucoup")
    assert "chiffres" in who.html and who.page.find("bq-montant").attributes["value"] == "beaucoup" and faults(who.html) == []
    for amount, said in (("", "Écrivez le montant"), ("0", "chiffres"), ("9000", "sur le compte")):
        assert said in who.types(bq_montant=amount).clicks("bq-continuer").html
    who.types(bq_montant="30").clicks("bq-comptes", "bq-virement", "bq-vers-legoff")
    assert who.page.find("bq-montant").attributes["value"] == "30"
    assert who.goes(f"{BANK_AT}/virement/club/verifier").title == "Votre virement"


def test_a_refusal_sends_nothing():
    who = pays(hand()).clicks("bq-envoyer", "bq-refuser")
    assert who.facts("banque.refus")[0]["genre"] == "virement" and not who.facts("banque.virement") and faults(who.html) == []
    assert "1\u202f248,30" in who.clicks("bq-suite").html


def test_a_code_comes_by_sms_a_wrong_one_is_said_and_another_can_be_asked():
    who = pays(hand(accord="sms")).clicks("bq-envoyer")
    sent = who.facts("banque.code_envoye")[0]
    assert sent["numero"] == "06 39 98 12 40" and "482913" in sent["texte"] and "Ne le donnez à personne" in sent["texte"]
    who.clicks("bq-code-valider")
    assert "6 chiffres" in who.html
    who.types(bq_code="000000").clicks("bq-code-valider")
    assert who.facts("banque.code_faux") and faults(who.html) == []
    who.clicks("bq-code-encore").types(bq_code="482913").clicks("bq-code-valider")
    assert not who.facts("banque.virement")  # the code before no longer works
    who.types(bq_code="105 577").clicks("bq-code-valider")
    assert who.facts("banque.virement")


def test_one_may_choose_between_the_code_and_the_application():
    who = pays(hand(accord="choix")).clicks("bq-envoyer", "bq-par-sms", "bq-par-application", "bq-valider")
    assert who.facts("banque.code_envoye") and who.facts("banque.virement")


def test_a_payee_is_added_with_an_agreement_taken_away_and_put_back():
    who = hand().clicks("bq-beneficiaires", "bq-ajouter")
    for name, iban, said in (("", NEW, "Écrivez le nom"), ("Solène", "", "Écrivez l’IBAN"), ("Solène", "123", "deux lettres"),
                             ("Solène", "FR00 12", "27 signes"), ("Solène", GOOD, "déjà")):  # fmt: skip
        who.types(bq_nom=name, bq_iban=iban).clicks("bq-enregistrer")
        assert said in who.html and faults(who.html) == []
    who.types(bq_nom="Solène Tréguidel", bq_iban=NEW).clicks("bq-enregistrer")
    assert "Solène" in who.html and "3333" in who.html
    who.clicks("bq-valider")
    assert who.facts("banque.beneficiaire_ajoute")[0]["verification"] == "correspond" and faults(who.html) == []
    who.clicks("bq-supprimer-b5", "bq-remettre-b5")
    assert who.facts("banque.beneficiaire_supprime") and who.facts("banque.beneficiaire_remis")
    assert (
        "Solène"
        not in (
            who.clicks("bq-ajouter").types(bq_nom="x").clicks("bq-renoncer", "bq-ajouter").page.find("bq-nom").attributes["value"]
        )
    )


def test_the_names_are_compared_as_people_would():
    assert compare("Menuiserie LE GOFF", "Le Goff menuiserie") == "correspond" and compare("A", "") == "inconnu"


def test_the_journal_replays_to_the_same_state():
    who, journal = hand(), []
    for number, event in enumerate([
        {"type": "nav.go", "args": {"url": f"{BANK_AT}/virement/legoff"}},
        {"type": "banque.continuer", "args": {"vers": "legoff"}, "fields": {"montant": "12", "motif": ""}},
        {"type": "banque.envoyer", "args": {"vers": "legoff", "montant": "12"}}, {"type": "banque.valider", "args": {"id": "d1"}},
        {"type": "nav.go", "args": {"url": f"{BANK_AT}/carte"}}, {"type": "banque.verrouiller"},
    ], 1):  # fmt: skip
        journal += who.practice.receive({"epoch": "essai", "client": "a", "events": [{**event, "seq": number}]})
    assert who.facts("banque.virement") and who.facts("banque.carte_verrouillee")
    assert Practice(told("banque"), "essai", journal).world == who.practice.world


PAYEE = {"id": "a", "nom": "A", "iban": GOOD}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"autre": 1}, "banque : le mot « autre » n’existe pas ici"), ({"adresse": "banque.fr"}, "finit par .example"),
        ({"telephone": "01 23 45 67 89"}, "peut-être celui de quelqu’un"), ({"solde": "beaucoup"}, "s’écrit comme 480 ou 59,90"),
        ({"accord": "oui"}, "l’accord « oui » n’existe pas"), ({"accord": "sms", "portable": ""}, "il manque « portable"),
        ({"codes": ["12"]}, "s’écrit avec 6 chiffres"), ({"connexion": {"identifiant": "1"}}, "il manque « mot_de_passe"),
        ({"beneficiaires": [{**PAYEE, "iban": "FR7612345"}]}, "bénéficiaire 1 : un IBAN inventé"), ({"beneficiaires": [PAYEE, PAYEE]}, "deux bénéficiaires"),
        ({"carte": {"fin": "44"}}, "la fin de la carte « 44 » s’écrit avec 4 chiffres"), ({"carte": {"fin": "4417", "etat": "x"}}, "l’état « x » n’existe pas"),
        ({"demandes": [{"id": "a", "genre": "x", "qui": "B", "montant": 1}]}, "le genre « x » n’existe pas"),
        ({"demandes": [{"id": "a", "genre": "paiement", "qui": "B", "montant": 0}]}, "plus grand que zéro"),
        ({"operations": [{"id": "É"}]}, "opération 1 : id « É »"),
    ],
)  # fmt: skip
def test_a_badly_written_bank_is_refused_in_french(change, said):
    with pytest.raises(ValueError) as trouble:
        init({**BANK, **change})
    assert said in str(trouble.value)


def test_a_payee_taken_away_before_the_agreement_does_not_hide_the_alert():
    who = pays(hand(), payee="faux").clicks("bq-envoyer").goes(f"{BANK_AT}/beneficiaires").clicks("bq-supprimer-faux")
    who.goes(f"{BANK_AT}/accord").clicks("bq-demande-d1", "bq-valider")
    (told,) = who.facts("banque.virement")
    assert (told["verification"], told["alerte"]) == ("different", "oui")
