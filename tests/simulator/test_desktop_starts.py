"""How authors describe a desktop: what is refused, in French; and whatever is done, it stands."""

import json
import random
from dataclasses import asdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.engine import Event
from simulator.practice import Practice
from simulator.sites import FACTS
from simulator.sites.desktop.site import Desktop
from simulator.sites.desktop.vocabulary import NAMES, STARTS
from tests.simulator.desk import BASE, DESK, desk, state
from tests.simulator.page_rules import faults

PAGE = {"id": "p", "nom": "P", "genre": "page"}


def files(*given, **more):
    return {"fichiers": list(given), **more}


def programs(**change):
    return {"programmes": [{**PAGE, **change}]}


@pytest.mark.parametrize(
    ("start", "said"),
    [
        ({"fenetres": []}, "bureau : le mot « fenetres » n’existe pas ici"),
        (files({"nom": "a", "couleur": "x"}), "fichier 1 : le mot « couleur »"),
        (files({}), "fichier 1 : il manque « nom"),
        (files({"nom": "a", "genre": "zzz"}), "le genre « zzz » n’existe pas"),
        (files({"nom": "x" * 61}), "trop long"),
        (files({"nom": "a", "id": "É"}), "s’écrit en minuscules"),
        (files({"nom": "a", "dossier": "zzz"}), "bureau, fichier « a » : le dossier"),
        (files({"nom": "a.pdf"}, {"nom": "A.pdf", "id": "b"}), "un autre fichier porte ce nom"),
        (files({"nom": "a", "genre": "dossier", "dossier": "a"}), "dans lui-même"),
        (files({"nom": "a"}, {"nom": "a", "dossier": "bureau"}), "deux choses"),
        (files({"nom": "Documents"}), "deux choses"),
        (programs(genre="zzz"), "programme 1 : le genre « zzz »"),
        (programs(nombre=3), "programme 1, page : le mot « nombre »"),
        (programs(adresse="pas une adresse"), "programme 1"),
        (programs(adresse="plou.example", texte="x"), "« adresse » ouvre un autre site"),
        (programs(telecharger=[{"nom": "a", "genre": "dossier"}]), "telecharger 1 : le genre"),
        (programs(genre="cibles", nombre=0), "va de 1 à 12"),
        (programs(genre="recopier"), "au moins un texte"),
        (programs(genre="defiler", mot="x", texte="court"), "10 lignes"),
        ({"ouvertes": ["zzz"]}, "la fenêtre « zzz » n’existe pas"),
        ({"ouvertes": ["documents"], "reduites": ["documents"]}, "deux fenêtres"),
        (files({"nom": "a", "dossier": "corbeille"}, ouvertes=["a"]), "la fenêtre « a » n’existe pas"),
    ],
)
def test_a_badly_written_desktop_is_refused_in_french(start, said):
    with pytest.raises(ValueError) as trouble:
        Desktop().init(start)
    assert said in str(trouble.value)


def test_every_start_word_is_read():
    for path in STARTS:
        assert path.split(".")[0] in ("heure", "fichiers", "programmes", "ouvertes", "reduites")
    assert Desktop().init({}).time == "10:42" and Desktop().init(DESK).window("photos").reduced


def walk(seed: int, steps: int = 80):
    """A person who clicks anywhere and types anything."""
    who, chance = desk(), random.Random(seed)
    for _ in range(steps):
        if len(who.practice.world.tabs) > 1:
            who.click("onglet-t0")
        page = who.page
        fields = [e.id for e in page.elements if e.tag in ("input", "textarea") and e.form and "nodraft" not in str(e.form)]
        if fields and chance.random() < 0.4:
            who.type({chance.choice(fields): chance.choice(("Zoé", "a/b", "", "  x ", "courses.txt", "🎂", "1\n2"))})
        ids = {e.id for e in page.clicks} | {e.id for e in page.elements if e.attributes.get("type") == "submit"}
        yield who, ids
        who.click(chance.choice(sorted(ids)))


@pytest.mark.parametrize("seed", range(6))
def test_after_any_walk_the_desk_stands_replays_and_its_ids_are_told_to_authors(seed):
    told = " ".join(NAMES.values())
    starts = {piece.split("<")[0] for piece in told.replace(",", " ").split("`")}
    for who, ids in walk(seed):
        assert faults(who.html) == []
        mine = {i for i in ids if not i.startswith(("onglet-", "nav-", "fermer-", "zoom-"))}
        here = [i for i in mine if who.page.find(i).attributes.get("data-event", "bureau.").startswith("bureau.")]
        assert [i for i in here if not any(s and i.startswith(s) for s in starts)] == []
    assert {f.kind for f in who.practice.facts} <= set(FACTS)
    assert json.loads(json.dumps(asdict(state(who))))


def test_the_journal_replays_to_the_same_desk():
    who, journal = desk(), []
    for number, (kind, args, fields) in enumerate((
        ("ouvrir", {"id": "caisse"}, {}), ("telecharger", {"de": "caisse", "rang": "1"}, {}), ("ouvrir", {"id": "lettre"}, {}),
        ("enregistrer", {"id": "lettre"}, {"texte": "Bonjour"}), ("enregistrer_la", {}, {"nom": "Mot"}), ("reduire", {"id": "mot"}, {}),
    ), 1):  # fmt: skip
        event = {"seq": number, "type": f"bureau.{kind}", "args": args, "fields": fields}
        journal += who.practice.receive({"epoch": "essai", "client": "a", "events": [event]})
    again = Practice(who.practice.scenario, "essai", journal)
    assert again.world == who.practice.world and again.world.sites["bureau"].item("mot").text == ("Bonjour",)


IDS = [
    "documents",
    "corbeille",
    "vacances",
    "plage-jpg",
    "vieux-zip",
    "courses-txt",
    "lettre",
    "caisse",
    "bulles",
    "carnet",
    "mairie",
    "zzz",
    "",
]
VERBS = [
    "ouvrir", "tache", "reduire", "agrandir", "fermer", "montrer", "actions", "rien", "nommer", "vers", "jeter", "remettre", "nouveau_dossier",
    "aller", "telecharger", "enregistrer", "dans", "ne_pas_enregistrer", "enregistrer_la", "cible", "a_cote", "mot", "verifier", "recommencer",
    "brouillon", "zzz", "", "__init__",
]  # fmt: skip
WORDS = st.sampled_from([*IDS, "1", "2", "9", "²", "choix", "nom", "vers", "oui"])
TEXTS = st.sampled_from(["", "Zoé", "a/b", "x" * 200, "é.txt", "Zoé, 12 rue de l’Église", "\n"])
EVENTS = st.builds(
    Event, st.sampled_from(VERBS).map("bureau.{}".format),
    st.dictionaries(st.sampled_from(["id", "de", "dossier", "rang", "quoi", "sous"]), WORDS, max_size=4),
    st.dictionaries(st.sampled_from(["nom", "texte", "texte-1", "texte-2"]), TEXTS, max_size=3),
    st.dictionaries(st.sampled_from(["bureau-texte-lettre", "bureau-enregistrer", "bureau-texte-zzz", "x"]), st.dictionaries(st.sampled_from(["nom", "texte"]), TEXTS, max_size=2), max_size=2),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(EVENTS, st.sampled_from([BASE, f"{BASE}/lettre", f"{BASE}/ecran", "https://[", ""])), max_size=12))
def test_no_event_ever_breaks_the_desk(steps):
    site = Desktop()
    now = site.init(DESK)
    for event, url in steps:
        step = site.update(site.visit(now, url).state, event, url)
        now = step.state
        for fact in step.facts:
            now = site.receive(now, fact).state
        assert {fact.kind for fact in step.facts} <= set(FACTS)
        assert faults(site.view(now, url).html) == []
    assert json.loads(json.dumps(asdict(now)))
    assert len({i.id for i in now.items}) == len(now.items)
    assert len({(i.folder, i.name.casefold()) for i in now.items if i.folder != "corbeille"}) == len(
        [i for i in now.items if i.folder != "corbeille"]
    )
