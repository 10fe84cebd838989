"""What a phone refuses to begin with, and numbers as people type them and read them."""

import pytest

from simulator import browser
from simulator.numbers import digits, misspelt, written
from simulator.sites.phone.starts import init

TEL = "https://telephone.example"
TALK = [{"id": "a", "dit": "Bonjour."}]
SMS = {"id": "x", "numero": "06 39 98 55 66", "texte": "Bonjour"}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"photos": []}, "« photos » n’existe pas ici. Mots possibles : contacts, numeros, sms, appels, journal"),
        ({"contacts": "x"}, "« contacts » est une liste"),
        ({"contacts": [{"numero": "33700"}]}, "telephone, contact 1 : il manque « nom"),
        ({"contacts": [{"nom": "A"}]}, "contact 1 : il manque « numero"),
        ({"contacts": [{"nom": "A", "numero": "bonjour"}]}, "s’écrit comme 01 99 00 12 34"),
        ({"contacts": [{"nom": "A", "numero": "0199001234"}]}, "écrivez le numéro ainsi : 01 99 00 12 34"),
        ({"contacts": [{"nom": "A", "numero": "02 96 11 22 33"}]}, "peut-être celui de quelqu’un"),
        ({"contacts": [{"nom": "A", "numero": "33700", "reponse": [["x"]]}]}, "un texte court"),
        ({"contacts": [{"nom": "A", "numero": "33700"}], "numeros": [{"numero": "33700"}]}, "portent le nom « 33700 »"),
        ({"numeros": [{"numero": "33700", "texte": "x"}]}, "numéro 1 : le mot « texte » n’existe pas"),
        ({"sms": [{**SMS, "id": "É"}]}, "sms 1 : id « É » s’écrit en minuscules"),
        ({"sms": [SMS, SMS]}, "deux sms portent le nom « x »"),
        ({"sms": [{**SMS, "texte": ""}]}, "le texte est vide"),
        ({"sms": [{**SMS, "texte": {"texte": "x"}}]}, "« texte » est une liste"),
        ({"sms": [{**SMS, "texte": [{"texte": "x"}]}]}, "sms 1, texte : il manque « lien"),
        ({"sms": [{**SMS, "objet": "x"}]}, "« objet » n’existe pas"),
        ({"sms": [{**SMS, "lu": "peut-être"}]}, "« lu » vaut oui ou non"),
        ({"sms": [{**SMS, "id": "33700"}]}, "sms 1 : l’id « 33700 » est pris par le téléphone"),
        ({"sms": [{**SMS, "id": "recu-1"}]}, "est pris par le téléphone"),
        ({"sms": [{**SMS, "arrive": "demain"}]}, "sms 1, arrive : il faut des lignes"),
        ({"sms": [{**SMS, "arrive": {"ou": {}}}]}, "sms 1, arrive : il manque « apres"),
        ({"sms": [{**SMS, "arrive": {"apres": "un SMS"}}]}, "« un SMS » n’est pas un fait"),
        ({"appels": [{"numero": "33700"}]}, "appel 1 : il manque « dialogue"),
        ({"appels": [{"dialogue": TALK}]}, "appel 1 : il manque « id"),
        ({"appels": [{"id": "x", "numero": "17 ans", "dialogue": TALK}]}, "appel 1 : le numéro « 17 ans »"),
        ({"appels": [{"id": "x", "vrai_numero": "0639981234", "dialogue": TALK}]}, "écrivez le numéro ainsi : 06 39 98 12 34"),
        ({"appels": [{"id": "x", "dialogue": TALK}, {"id": "x", "dialogue": TALK}]}, "deux appels portent le nom « x »"),
        ({"appels": [{"id": "x", "dialogue": [*TALK, *TALK]}]}, "deux moments du dialogue"),
        ({"appels": [{"id": "x", "dialogue": [{"id": "a"}]}]}, "appel 1, dialogue 1 : il manque « dit"),
        (
            {"appels": [{"id": "x", "dialogue": [{**TALK[0], "reponses": [{"id": "oui", "texte": "Oui", "suite": "z"}]}]}]},
            "réponse « oui », la suite « z » n’existe pas",
        ),
        ({"appels": [{"id": "x", "dialogue": [{**TALK[0], "reponses": [{"id": "oui", "texte": "Oui"}] * 2}]}]}, "deux réponses"),
        ({"appels": [{"id": "x", "dialogue": [{**TALK[0], "reponses": [{"id": "oui"}]}]}]}, "réponse 1 : il manque « texte"),
        ({"appels": [{"id": "x", "sonnerie": "oui", "dialogue": TALK}]}, "« sonnerie » n’existe pas"),
        ({"journal": [{"sens": "perdu", "numero": "33700"}]}, "journal 1 : le sens « perdu » n’existe pas"),
    ],
)
def test_a_badly_written_phone_is_refused_in_french(change, said):
    with pytest.raises(ValueError) as trouble:
        init(change)
    assert said in str(trouble.value)


def test_an_empty_phone_begins_and_each_place_says_that_it_is_empty():
    start = browser.init({"sites": {"telephone": None}})
    assert start.tab.url == f"{TEL}/messages" and "Aucun message" in browser.view(start)[0]
    assert "Aucun contact" in browser.view(browser.go(start, f"{TEL}/contacts")[0])[0]


@pytest.mark.parametrize("typed", ["0639981240", "06 39 98 12 40", "06.39.98.12.40", "06-39-98-12-40", "+33 6 39 98 12 40",
                                   "+33 (0)6 39 98 12 40", "0033639981240", " 06\u00a039\u202f98 12‑40 "])  # fmt: skip
def test_a_number_is_understood_however_it_is_typed_and_written_as_people_read_it(typed):
    assert written(digits(typed)) == "06 39 98 12 40" and misspelt(typed) is None


@pytest.mark.parametrize("typed", ["33700", "33 700", "15", "3018"])
def test_a_short_number_is_a_number(typed):
    assert digits(typed) == typed.replace(" ", "")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Écrivez le numéro"),
        ("  ", "Écrivez le numéro"),
        ("…", "avec des chiffres"),
        ("la banque", "avec des chiffres"),
        ("O6 39 98 12 40", "avec des chiffres"),
        ("06 39 98 12 4", "il a 9 chiffres. Il en faut dix"),
        ("0", "il a 1 chiffre. Il"),
        ("06 39 98 12 400", "11 chiffres : il y en a trop"),
        ("16 39 98 12 40", "le premier est 0"),
        ("+32 470 12 34 56", "un numéro français"),
        ("²" * 10, "avec des chiffres"),
        ("٠٦٣٩٩٨١٢٤٠", "avec des chiffres"),
    ],
)
def test_a_misspelt_number_gets_a_calm_sentence(typed, said):
    assert digits(typed) == "" and said in misspelt(typed)
