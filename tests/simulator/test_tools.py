"""Around the pages: a new tab, zoom, bookmarks, downloads, and windows that open by themselves. Only what the scenario offers."""

import pytest

from simulator import browser
from simulator.engine import Event, Fact
from simulator.tools import Tools, hear, init
from tests.simulator.page_rules import faults
from tests.simulator.small_world import Hand, scenario, world

PLOU = "https://plou.example/"
WINDOWS = [
    {"id": "maj", "genre": "mise-a-jour", "titre": "Une mise à jour est prête", "boutons": [{"id": "plus-tard", "texte": "Plus tard"}, {"id": "installer", "texte": "Installer", "principal": "oui"}]},
    {"id": "cookies", "genre": "cookies", "titre": "Cookies", "sur": "plou.example", "croix": "non", "boutons": [{"id": "refuser", "texte": "Tout refuser"}, {"id": "accepter", "texte": "Tout accepter"}]},
    {"id": "pub", "genre": "publicite", "titre": "Gagnez un vélo", "boutons": [{"id": "voir", "texte": "Voir", "ouvre": "autre-faux.example"}]},
]  # fmt: skip


def hand(**around) -> Hand:
    start = world()
    start["navigateur"] = around
    return Hand(scenario(world=start))


def test_a_scenario_that_asks_for_nothing_shows_nothing_around_its_pages():
    bare = Hand()
    assert not any(bare.page.find(name) for name in ("nav-nouvel-onglet", "zoom-plus", "nav-favori", "nav-telechargements"))
    bare.send("nav.zoom", {"sens": "plus"})
    bare.send("nav.favori")
    assert bare.facts("nav.zoom") == bare.facts("nav.favori_ajoute") == []


def test_the_page_is_made_larger_step_by_step_and_normal_again():
    reader = hand(outils=["zoom"])
    for _ in range(12):
        reader.click("zoom-plus")
    assert reader.facts("nav.zoom")[-1] == {"valeur": "200"} and 'data-zoom="200"' in reader.html and faults(reader.html) == []
    reader.clicks("zoom-normal", "zoom-moins")
    assert [f["valeur"] for f in reader.facts("nav.zoom")][-2:] == ["100", "90"]


def test_a_page_goes_into_the_bookmarks_and_is_found_again_there():
    reader = hand(outils=["favoris", "nouvel-onglet"], favoris=[{"nom": "La mairie", "adresse": "plou.example"}])
    reader.clicks("favori-1")
    assert reader.title == "Mairie de Plou" and reader.page.find("nav-favori").attributes["aria-pressed"] == "true"
    reader.goes("https://plou.example/horaires").clicks("nav-favori")
    assert reader.facts("nav.favori_ajoute") == [{"adresse": "https://plou.example/horaires"}] and reader.page.find("favori-2")
    reader.clicks("nav-favori")
    assert reader.facts("nav.favori_retire") and reader.page.find("favori-2") is None


def test_a_new_tab_is_empty_offers_the_bookmarks_and_closes_again():
    reader = hand(outils=["nouvel-onglet", "favoris"], favoris=[{"nom": "La mairie", "adresse": PLOU}]).clicks(
        "nav-nouvel-onglet"
    )
    assert reader.title == "Nouvel onglet" and faults(reader.html) == [] and reader.facts("nav.nouvel_onglet") == [{"id": "t1"}]
    reader.clicks("favori-page-1", "nav-back")
    assert reader.title == "Nouvel onglet"
    reader.clicks("onglet-t0", "onglet-t1", "fermer-t1")
    assert len(reader.practice.world.tabs) == 1


def test_a_file_that_a_site_gives_is_in_the_downloads_once_and_opens():
    around = hear(
        hear(Tools(("telechargements",)), (Fact("fichier.telecharge", {"nom": "recu.pdf"}),)),
        (Fact("fichier.telecharge", {"nom": "recu.pdf"}),),
    )
    assert around.downloads == ("recu.pdf",)
    reader = hand(outils=["telechargements"], telechargements=["attestation.pdf"]).clicks("nav-telechargements")
    assert faults(reader.html) == []
    reader.clicks("telecharge-1")
    assert reader.facts("fichier.ouvert") == [{"nom": "attestation.pdf"}] and reader.page.find("telecharge-1") is None


def test_a_button_opens_a_second_window_and_a_choice_can_be_taken_back():
    asked = [
        {"id": "bandeau", "genre": "cookies", "titre": "Cookies", "croix": "non", "boutons": [{"id": "regler", "texte": "Régler", "suite": "reglages"}, {"id": "oui", "texte": "Accepter", "suite": "avis"}]},
        {"id": "reglages", "genre": "cookies", "titre": "Réglages", "croix": "non", "boutons": [{"id": "garder", "texte": "Enregistrer"}]},
        {"id": "avis", "genre": "cookies", "titre": "Acceptés", "forme": "coin", "boutons": [{"id": "changer", "texte": "Changer d’avis", "suite": "bandeau"}]},
        {"id": "pub", "genre": "publicite", "titre": "Gagnez un vélo"},
    ]  # fmt: skip
    reader = hand(fenetres=asked)
    for name in ("bandeau-oui", "avis-changer", "bandeau-regler", "reglages-garder", "pub-croix"):
        reader.clicks(f"fenetre-{name}")
    assert not reader.practice.world.tools.popups
    asked[0]["boutons"][0]["suite"] = "reglage"
    with pytest.raises(ValueError, match="« reglage » n’existe pas"):
        init({"fenetres": asked})


def test_windows_open_one_after_the_other_and_each_choice_is_told():
    reader = hand(fenetres=WINDOWS)
    assert "Une mise à jour est prête" in reader.html and faults(reader.html) == []
    reader.clicks("fenetre-maj-plus-tard")
    assert "Gagnez un vélo" in reader.html and "Cookies" not in reader.html  # the cookies belong to another page
    reader.clicks("fenetre-pub-croix").goes(PLOU)
    assert "Tout refuser" in reader.html and reader.page.find("fenetre-cookies-croix") is None
    reader.clicks("fenetre-cookies-refuser")
    assert [(f["id"], f["choix"]) for f in reader.facts("fenetre.choix")] == [
        ("maj", "plus-tard"),
        ("pub", "croix"),
        ("cookies", "refuser"),
    ]
    assert reader.facts("fenetre.choix")[0]["genre"] == "mise-a-jour"


def test_behind_a_window_the_tabs_stay_in_reach_and_an_advertisement_opens_its_own_tab():
    reader = hand(fenetres=WINDOWS[2:])
    assert "inert" in reader.page.find("page-t0").attributes and "disabled" not in reader.page.find("onglet-t0").attributes
    reader.clicks("fenetre-pub-voir")
    assert reader.facts("piege.visite") and len(reader.practice.world.tabs) == 2


def test_an_odd_choice_changes_nothing():
    start = browser.init({**world(), "navigateur": {"fenetres": WINDOWS[1:2]}})
    for args in ({}, {"id": "x"}, {"id": "cookies", "bouton": "croix"}, {"id": "cookies", "bouton": "x"}):
        assert browser.update(start, Event("fenetre.choisir", args))[0] == start


@pytest.mark.parametrize(
    ("start", "said"),
    [
        ({"outils": ["loupe"]}, "n’existe pas"),
        ({"fenetres": [{"id": "a", "genre": "cookies", "titre": "A", "croix": "non"}]}, "un bouton ou une croix"),
        ({"fenetres": [{"id": "a", "genre": "bruit", "titre": "A"}]}, "n’existe pas"),
        ({"fenetres": [{"id": "a", "genre": "alerte", "titre": "A", "boutons": [{"id": "croix", "texte": "X"}]}]}, "celui de la croix"),
        ({"fenetres": [{"id": "a", "genre": "alerte", "titre": "A"}] * 2}, "deux fenêtres"),
        ({"favoris": [{"nom": "A", "adresse": "mairie"}]}, "s’écrit comme"),
        ({"autre": "x"}, "n’existe pas ici"),
    ],
)  # fmt: skip
def test_a_badly_written_start_is_refused_in_french(start, said):
    with pytest.raises(ValueError, match=said):
        init(start)
