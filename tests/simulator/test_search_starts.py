"""What a search engine refuses to begin with."""

import pytest

from simulator.sites.search.state import init

RESULT = {"id": "a", "titre": "A", "adresse": "a.example/b", "extrait": "x"}
SPOT = {"date": "2014", "titre": "A", "adresse": "https://a.example"}
IMAGE = {"id": "vague", "description": "Une vague", "parutions": [SPOT]}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"pages": []}, "« pages » n’existe pas ici. Mots possibles : resultats, images"),
        ({"resultats": "x"}, "« resultats » est une liste"),
        ({"resultats": [{**RESULT, "id": "É"}]}, "résultat 1 : id « É » s’écrit en minuscules"),
        ({"resultats": [RESULT, RESULT]}, "deux résultats portent le nom « a »"),
        ({"resultats": [{**RESULT, "adresse": "une mairie"}]}, "« une mairie » n’est pas une adresse"),
        ({"resultats": [{**RESULT, "adresse": "https://"}]}, "n’est pas une adresse"),
        ({"resultats": [{**RESULT, "extrait": ""}]}, "il manque « extrait"),
        ({"resultats": [{**RESULT, "annonce": "vrai"}]}, "« annonce » vaut oui ou non"),
        ({"resultats": [{**RESULT, "mots": "x"}]}, "« mots » est une liste"),
        ({"resultats": [{**RESULT, "rang": "1"}]}, "« rang » n’existe pas ici"),
        ({"images": [IMAGE, IMAGE]}, "deux images portent le nom « vague »"),
        ({"images": [{**IMAGE, "description": ""}]}, "image 1 : il manque « description"),
        ({"images": [{**IMAGE, "parutions": [{**SPOT, "date": "hier"}]}]}, "parution 1 : la date « hier » s’écrit comme 14 février 2014"),
        ({"images": [{**IMAGE, "parutions": [{**SPOT, "date": "45 mars 2014"}]}]}, "s’écrit comme 14 février 2014"),
        ({"images": [{**IMAGE, "parutions": [{**SPOT, "titre": ""}]}]}, "parution 1 : il manque « titre"),
    ],
)  # fmt: skip
def test_a_badly_written_engine_is_refused_in_french(change, said):
    with pytest.raises(ValueError) as trouble:
        init(change)
    assert said in str(trouble.value)


def test_https_may_be_left_out_of_an_address():
    assert init({"resultats": [RESULT]}).results[0].url == "https://a.example/b"
