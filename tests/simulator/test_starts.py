"""What a scenario's world refuses to begin with: a French sentence that names the place, never a traceback."""

import copy

import pytest

from simulator import browser
from tests.simulator.small_world import FALSE, WORLD

MAIL = {"id": "x", "nom": "N", "adresse": "n@x.example", "objet": "O", "corps": "Texte"}
PAGES, FALSE_SITE = ("sites", "pages"), ("sites", "piege", FALSE)


def mail(**changes):
    return ("sites", "courriel", "messages"), [{**MAIL, **changes}]


TABLE = [
    (("sites",), {}, "il faut au moins un site"),
    (("sites",), ["courriel"], "il faut des lignes"),
    (("sites",), {"zzz": {}}, "le mot « zzz » n’existe pas ici. Mots possibles : courriel, pages, piege"),
    (("sites", "courriel"), None, "il manque « moi"),
    (("sites", "courriel"), "x", "courriel : il faut des lignes"),
    (("sites", "courriel", "moii"), "x", "« moii » n’existe pas"),
    (("sites", "courriel", "moi"), "maryvonne", "s’écrit comme prenom.nom@pigeon.example"),
    (("sites", "courriel", "moi"), ["a@b.example"], "un seul texte"),
    (("sites", "courriel", "messages"), "x", "est une liste"),
    (("sites", "courriel", "messages"), [MAIL, MAIL], "deux messages portent le nom « x »"),
    (("sites", "courriel", "messages"), ["x"], "message 1 : il faut des lignes"),
    (("sites", "courriel", "documents"), [{"nom": "a", "genre": "video"}], "le genre « video » n’existe pas. Possibles : pdf"),
    (("sites", "courriel", "documents"), [{"taille": "2"}], "document 1 : il manque « nom"),
    (("sites", "courriel", "documents"), [{"nom": "a"}, {"nom": "a"}], "deux documents"),
    (("sites", "courriel", "documents"), [{"nom": "a", "taille": "2", "4 Mo": None}], "« 4 Mo » n’existe pas"),
    (*mail(id="É 1"), "s’écrit en minuscules"),
    (*mail(id="x" * 41), "40 au plus"),
    (*mail(id="nouveau"), "réservé"),
    (*mail(id="envoye-1"), "réservé"),
    (*mail(id=""), "il manque « id"),
    (*mail(objet="  "), "il manque « objet"),
    (*mail(adresse="mairie"), "s’écrit comme"),
    (*mail(a="a@b.example"), "« a » est une liste"),
    (*mail(cc=["b"]), "message 1, cc : l’adresse « b »"),
    (*mail(cc=[{"x": "y"}]), "chaque élément est un texte court"),
    (*mail(corps=""), "le corps est vide"),
    (*mail(corps=None), "le corps est vide"),
    (*mail(corps={"texte": "x"}), "« corps » est une liste"),
    (*mail(corps=[{"lien": "https://x.example"}]), "corps : il manque « texte"),
    (*mail(corps=[{"texte": "x", "url": "y"}]), "« url » n’existe pas"),
    (*mail(corps=[["x"]]), "un texte court"),
    (*mail(lu="vrai"), "« lu » vaut oui ou non, pas « vrai »"),
    (*mail(dossier="spam"), "le dossier « spam » n’existe pas. Possibles : recus"),
    (*mail(indices=["rouge"]), "l’indice « rouge » n’existe pas. Possibles : adresse"),
    (*mail(corps=[{"texte": "Payer"}]), "message 1, corps : il manque « lien"),
    (*mail(corps=[{"texte": "Payer", "lien": "ici"}]), "« ici » s’écrit comme mairie.plou.example"),
    (*mail(indices="lien"), "« indices » est une liste"),
    (PAGES, 3, "pages : il faut des lignes"),
    (PAGES, {"https://plou.example/": {"titre": "x"}}, "sans https:// ni barre"),
    (PAGES, {"plou.example": {"texte": "x"}}, "pages, plou.example : il manque « titre"),
    (PAGES, {"plou.example": {"titre": "x"}, "PLOU.example": {"titre": "x"}}, "deux sites portent le nom « plou.example »"),
    (PAGES, {FALSE: {"titre": "x"}}, f"deux sites ont l’adresse {FALSE}"),
    (PAGES, {"courriel.pigeon.example": {"titre": "x"}}, "deux sites ont l’adresse courriel.pigeon.example"),
    (FALSE_SITE, {"titre": "x", "champs": [{"nom": "a b", "libelle": "x"}]}, "champ 1 : nom « a b »"),
    (FALSE_SITE, {"titre": "x", "champs": [{"nom": "a", "libelle": "x", "genre": "carte"}]}, "le genre « carte » n’existe pas"),
    (FALSE_SITE, {"titre": "x", "champs": [{"nom": "a", "libelle": "x"}] * 2}, "deux champs portent le nom « a »"),
    (FALSE_SITE, {"champs": []}, "il manque « titre"),
    (("adresses",), {"x.example": "zzz"}, "le site « zzz » n’existe pas"),
    (("adresses",), {"x y": "pages"}, "sans https:// ni barre"),
    (("adresses",), {FALSE: "pages"}, "deux sites ont l’adresse"),
    (("onglets",), ["zzz"], "onglets : le site « zzz » n’existe pas"),
    (("onglets",), ["zzz.example"], "aucun site n’a l’adresse « zzz.example »"),
    (("onglets",), "courriel", "est une liste"),
    (("onglets",), ["courriel"] * 9, "8 au plus"),
]  # fmt: skip


@pytest.mark.parametrize(("where", "value", "told"), TABLE, ids=lambda x: str(x)[:40])
def test_an_odd_start_is_refused_in_french(where, value, told):
    data = copy.deepcopy(WORLD)
    place = data
    for word in where[:-1]:
        place = place[word]
    place[where[-1]] = value
    with pytest.raises(ValueError) as trouble:
        browser.init(data)
    assert told in str(trouble.value)


def test_a_false_site_with_no_page_cannot_be_a_tab():
    with pytest.raises(ValueError, match="n’a aucune page"):
        browser.init({"sites": {"piege": {}}})


def test_accents_emoji_and_no_break_spaces_are_kept_as_they_are():
    strange = "Très\u00a0« gentil » 🎂 <b> אב"
    data = copy.deepcopy(WORLD)
    data["sites"]["courriel"]["messages"] = [{**MAIL, "nom": strange, "objet": strange, "corps": [strange], "pieces": [strange]}]
    data["sites"]["courriel"]["documents"] = [{"nom": strange}]
    world = browser.init(data)
    assert world.sites["courriel"].mail("x").subject == strange
    for url in (
        "https://courriel.pigeon.example/recus",
        "https://courriel.pigeon.example/message/x",
        "https://courriel.pigeon.example/piece/x/1",
    ):
        html, _ = browser.view(browser.go(world, url)[0])
        assert "gentil" in html and "🎂" in html and "<b>" not in html


def test_a_mailbox_with_nothing_in_it_begins():
    world = browser.init({"sites": {"courriel": {"moi": "a@b.example"}}})
    assert "Aucun message dans ce dossier" in browser.view(world)[0]
