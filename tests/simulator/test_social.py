"""The social network: who sees what, publishing, the feed, requests; each gesture can be taken back."""

import pytest

from simulator.sites import SITES
from simulator.sites.social.starts import init
from tests.simulator.page_rules import faults
from tests.simulator.small_world import Hand
from tests.simulator.social_world import BASE, START, hand, start

PAGES = ("/", "/publier", "/demandes", "/messages", "/messages/marco", "/profil", "/profil/vu-par/public", "/profil/vu-par/ami", "/reglages",
         "/captures", "/publication/banc", "/publication/far", "/pourquoi/pub", "/personne/marco", "/personne/creme", "/personne/denise-2")  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_every_page_keeps_the_rules_of_pages(path):
    who = hand(path)
    assert who.practice.world.tab.url == BASE + path and faults(who.html) == []


def test_an_unknown_address_leads_to_the_feed():
    assert hand("/zzz/a").practice.world.tab.url == f"{BASE}/" and hand("/personne/zzz").title == "Fil d’actualité"


# ------------------------------------------------------------------------------------------------- who sees what
def test_each_piece_of_the_profile_has_its_audience_and_view_as_shows_it():
    who = hand("/profil").clicks("visible-telephone")
    assert faults(who.html) == []
    who.clicks("audience-moi")
    assert who.facts("reseau.audience") == [{"quoi": "profil", "id": "telephone", "pour": "moi"}]
    who.clicks("vu-public")
    assert "06 39" not in who.html and "14 avril" not in who.html and "Un banc" in who.html
    assert who.facts("reseau.vu_comme") == [
        {"comme": "public", "montre": ["ville"], "cache": ["telephone", "naissance"], "publications": ["banc"]}
    ]
    who.clicks("vu-ami")
    assert "14 avril" in who.html and "06 39" not in who.html and faults(who.html) == []
    who.clicks("vu-fin", "visible-ville", "audience-annuler")
    assert len(who.facts("reseau.audience")) == 1


def test_the_settings_change_the_past_and_the_next_publications():
    who = hand("/reglages").clicks("anciennes-amis", "visible-prochaines", "audience-amis")
    assert who.page.find("anciennes-amis") is None
    assert [f["quoi"] for f in who.facts("reseau.audience")] == ["anciennes", "prochaines"]
    who.goes(f"{BASE}/publier")
    assert who.page.find("pour-amis").attributes["aria-pressed"] == "true"
    assert who.goes(f"{BASE}/profil/vu-par/public").facts("reseau.vu_comme")[-1]["publications"] == []


# ------------------------------------------------------------------------------------------------------ publishing
def test_a_publication_says_who_sees_it_can_change_and_be_deleted_then_taken_back():
    who = hand("/publier", textes="gardes").clicks("publier-envoyer")
    assert "rien à publier" in who.html and faults(who.html) == []
    who.types(publier_texte="Le goûter").clicks("photo-gouter", "lieu-1", "pour-amis")
    assert "Le goûter" in who.html and faults(who.html) == []
    who.clicks("publier-envoyer")
    assert who.facts("reseau.publie") == [
        {"id": "moi-1", "texte": "Le goûter", "photo": "gouter", "lieu": "Plou", "pour": "amis"}
    ]
    assert "Trois enfants" in who.html and "seulement vos amis" in who.said
    who.clicks("visible-pub-moi-1", "audience-moi", "plus-moi-1")
    assert who.facts("reseau.audience") == [
        {"quoi": "publication", "id": "moi-1", "pour": "moi", "photo": "gouter", "lieu": "Plou"}
    ]
    assert faults(who.html) == []
    who.clicks("supprimer-moi-1")
    assert "Le goûter" not in who.html and "Réglages" in who.said
    who.goes(f"{BASE}/reglages").clicks("remettre-moi-1").goes(f"{BASE}/profil")
    assert "Le goûter" in who.html and who.facts("reseau.remis") == [{"quoi": "publication", "id": "moi-1"}]


def test_what_is_typed_is_kept_only_when_the_scenario_says_so():
    who = hand("/publier").types(publier_texte="Mon secret").clicks("publier-envoyer")
    who.goes(f"{BASE}/publication/banc").types(commentaire_texte_banc="Mon secret").clicks("commentaire-envoyer")
    who.goes(f"{BASE}/messages/denise").types(message_texte="Mon secret").clicks("message-envoyer")
    assert "Mon secret" not in str(who.practice.world) and "pas gardé" in who.html
    assert who.facts("reseau.message_envoye") == [{"id": "denise", "reponse": "", "texte": ""}]
    form = next(e for e in who.page.elements if e.tag == "form" and "message" in e.id)
    assert "data-secret" in form.attributes and not form.id.startswith(SITES["reseau"].keeps)


def test_a_text_that_was_begun_is_still_there_after_another_page():
    who = hand("/publier", textes="gardes").types(publier_texte="Bonjour à").clicks("rs-fil", "publier")
    assert "Bonjour à" in who.html
    assert "Bonjour à" not in who.clicks("publier-annuler", "publier").html


# ------------------------------------------------------------------------------------------------------- the feed
def test_like_share_and_comment_can_be_taken_back():
    who = hand().clicks("aimer-far", "partager-far")
    assert "3 personnes aiment" in who.html and "Partagé" in who.html
    who.clicks("aimer-far", "partager-far")
    assert [len(who.facts(f"reseau.{k}")) for k in ("aime", "aime_retire", "partage", "partage_retire")] == [1, 1, 1, 1]
    who = hand("/publication/far", textes="gardes").clicks("commentaire-envoyer")
    assert faults(who.html) == [] and "quelques mots" in who.html
    who.types(commentaire_texte_far="Bravo !").clicks("commentaire-envoyer")
    assert who.facts("reseau.commente") == [{"id": "far", "texte": "Bravo !"}]
    assert "Bravo" not in who.clicks("supprimer-c-far-m1").html.split("annonce")[0].split("Commentaires")[1]


def test_an_advertisement_is_marked_and_why_it_is_seen_leads_to_settings_that_change_the_feed():
    who = hand()
    assert who.html.index("Les rides") < who.html.index("Mon far") and "Sponsorisé" in who.html
    who.clicks("plus-pub")
    assert faults(who.html) == []
    who.clicks("pourquoi-pub")
    assert "article sur la peau" in who.html and "a payé" in who.html and who.facts("reseau.pourquoi") == [{"id": "pub"}]
    who.clicks("sujet-beaute", "rs-fil")
    assert "Les rides" not in who.html and who.facts("reseau.reglage") == [{"quoi": "sujet", "id": "beaute", "valeur": "non"}]
    who.clicks("rs-reglages", "sujet-beaute", "rs-fil", "fil-recent")
    assert who.html.index("Mon far") < who.html.index("Les rides")
    who.goes(f"{BASE}/pourquoi/pub").clicks("suivre-creme", "rs-fil")
    assert "Les rides" not in who.html and who.goes(f"{BASE}/reglages").page.find("suivre-creme")


def test_what_was_just_published_comes_first_whatever_the_order():
    for order in ("fil-populaire", "fil-recent"):
        who = hand("/publier", textes="gardes").types(publier_texte="Le goûter").clicks("publier-envoyer", order)
        assert who.html.index("Le goûter") < min(who.html.index("Les rides"), who.html.index("Mon far"))


def test_a_hidden_publication_comes_back():
    who = hand().clicks("plus-far", "masquer-far")
    assert "Mon far" not in who.html and faults(who.html) == []
    assert "Mon far" in who.clicks("fil-remettre-far").html and who.facts("reseau.masque") == [{"id": "far"}]


# ------------------------------------------------------------------------------------------------------- requests
def test_a_request_is_read_accepted_refused_or_reported_and_all_can_be_changed():
    who = hand("/demandes").clicks("demande-denise-2")
    assert "hier" in who.html and "Aucun" in who.html and who.facts("reseau.profil_ouvert")[0]["id"] == "denise-2"
    who.clicks("accepter-denise-2", "accepter-anne")
    assert faults(who.html) == [] and who.page.find("accepter-anne") is None and "Vous êtes amis" in who.said
    assert "Vous êtes amis" in who.clicks("demande-anne").html
    who.clicks("rs-demandes", "demande-remettre-denise-2", "signaler-demande-denise-2")
    assert faults(who.html) == []
    who.clicks("motif-faux-compte", "demande-remettre-anne", "refuser-anne")
    assert who.facts("reseau.demande_signalee") == [{"id": "denise-2", "nom": "Denise Lanvollec", "motif": "faux-compte"}]
    assert [f["id"] for f in who.facts("reseau.demande_remise")] == ["denise-2", "anne"] and who.facts("reseau.demande_refusee")
    who.goes(f"{BASE}/personne/anne")
    assert faults(who.html) == [] and "Demande refusée" in who.html


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"nom": ""}, "il manque « nom"),
        ({"zzz": 1}, "« zzz » n’existe pas ici"),
        ({"textes": "oui"}, "« oui » n’existe pas. Possibles : gardes, effaces"),
        ({"prochaines": "tous"}, "« tous » n’existe pas. Possibles : public, amis, moi"),
        ({"fil": "vieux"}, "l’ordre « vieux »"),
        ({"amis": [{"id": "moi", "nom": "A"}]}, "« moi » est réservé"),
        ({"amis": [{"id": "marco", "nom": "A"}]}, "deux personnes"),
        ({"profil": [{"id": "prochaines", "libelle": "A", "valeur": "B"}]}, "réservé"),
        ({"publications": [{"id": "a", "de": "zzz", "texte": "A"}]}, "la personne « zzz »"),
        ({"publications": [{"id": "a", "de": "moi", "texte": "A", "sujet": "zzz"}]}, "le sujet « zzz »"),
        ({"publications": [{"id": "a", "de": "moi", "texte": "A", "reactions": "beaucoup"}]}, "est un nombre"),
        ({"publications": [{"id": "a", "de": "moi", "texte": "A", "commentaires": [{"de": "moi"}]}]}, "commentaire 1 : il manque « texte"),
        ({"messages": [{"avec": "zzz"}]}, "la personne « zzz »"),
        ({"messages": [{"avec": "marco", "lignes": [{"de": "lui", "texte": "A"}]}]}, "« lui » n’existe pas"),
        ({"messages": [{"avec": "marco", "reponses": [{"id": "a", "texte": "A", "apres": "b"}]}]}, "la réponse « b »"),
        ({"messages": [{"avec": "marco"}, {"avec": "marco"}]}, "deux conversations"),
        ({"demandes": [{"id": "x", "nom": "X", "page": "oui"}]}, "« page » n’existe pas ici"),
    ],
)  # fmt: skip
def test_a_badly_written_start_is_refused_in_french(change, said):
    with pytest.raises(ValueError) as trouble:
        init(start(**change))
    assert said in str(trouble.value)


def test_the_smallest_start_is_a_name():
    assert init({"nom": "Maryvonne"}).feed == () and isinstance(hand(), Hand) and START["nom"]
