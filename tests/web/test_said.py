"""« Écouter »: what is written is said as people say it."""

import pytest

from tests.web.conftest import ROOT

SCRIPT = (ROOT / "static/dire.js").read_text("utf-8")


@pytest.fixture(scope="module")
def said(browser):
    page = browser.new_page()
    page.add_script_tag(content=SCRIPT)
    yield lambda text: page.evaluate("(text) => window.pasDire(text)", text)
    page.close()


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("maryvonne.treguidel@pigeon.example", "maryvonne point treguidel arobase pigeon point example"),
        ("Allez sur service-public.gouv.fr.", "Allez sur service tiret public point gouv point F R."),
        ("https://colibrik.suivi-frais.example/colis", "colibrik point suivi tiret frais point example barre colis"),
        ("L’adresse finit par .gouv.fr, pas par .com", "L’adresse finit par point gouv point F R, pas par point com"),
        ("Le signe @ est obligatoire.", "Le signe arobase est obligatoire."),
        ("Appelez le 01 99 00 12 34.", "Appelez le zéro 1, 99, zéro zéro, 12, 34."),
        ("le 0639980203", "le zéro 6, 39, 98, zéro 2, zéro 3"),
        ("Transférez-le au 33700.", "Transférez-le au 33, 700."),
        ("Le 3018 écoute.", "Le 30, 18 écoute."),
        ("le 116 006", "le 116, zéro zéro 6"),
        ("le 0 805 805 817", "le zéro, 805, 805, 817"),
        ("le 39 39", "le 39, 39"),
        ("En 2026, 3000 personnes.", "En 2026, 3000 personnes."),
        ("Cela coûte 12 €.", "Cela coûte 12 euros."),
        ("39,90 € ou 1 €", "39 euros 90 ou 1 euro"),
        ("1 200 €", "1 200 euros"),
        ("Rendez-vous à 14 h 30, pas à 9 h.", "Rendez-vous à 14 heures 30, pas à 9 heures."),
        ("attestation-2026.pdf", "attestation 2026 point P D F"),
        ("Un fichier de 2,4 Mo", "Un fichier de 2,4 méga-octets"),
        ("Appuyez sur Ctrl et +", "Appuyez sur contrôle et la touche plus"),
        ("Gardez Maj appuyée", "Gardez majuscule appuyée"),
        ("Alt Gr et la touche à", "Alt G R et la touche à"),
        ("Mme Le Goff et M. Morvenn", "Madame Le Goff et Monsieur Morvenn"),
        ("Dossier n° 4821", "Dossier numéro 4821"),
        ("Le 1er mars, à 100 %", "Le premier mars, à 100 pour cent"),
        ("« Envoyer » : cliquez !", "Envoyer: cliquez!"),
        ("Cc et Cci", "copie à et copie cachée"),
        ("Le pont Saint-Hubert", "Le pont Saint-Hubert"),
    ],
)
def test_a_text_is_said_as_people_say_it(said, written, spoken):
    assert said(written.replace(" €", "\u00a0€").replace(" !", "\u00a0!")) == spoken


def test_what_has_nothing_special_is_said_as_it_is(said):
    text = "Maryvonne ouvre sa boîte, lit le message, puis le range."
    assert said(text) == text
