"""A workshop told to La Coop: its words only, no name, formulas nowhere."""

import base64
import json
import zlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshops.coop_link import link, state
from workshops.coop_table import COLUMNS, rows
from workshops.la_coop import AGES, AUTONOMY, EQUIPMENT, GENDERS, PLACE_KINDS, STATUSES, WORKSHOP_LEVELS
from workshops.report import Told, counts, fields, hidden
from workshops.themes import LABELS
from workshops.villages import table
from workshops.workshop import Workshop, refusals

PLAIN = Workshop("w", "workshop", "Les courriels d’Odette", "2026-11-24", "14:00", 90, "Plou", themes=("Email",), others=1)
ODETTE, YANN = Told(1951, "Feminin", "Retraite", known=True, commune="Plou"), Told(2000)

people = st.lists(
    st.builds(
        Told,
        st.none() | st.integers(1900, 2026),
        st.sampled_from(["", *GENDERS]),
        st.sampled_from(["", *STATUSES]),
        st.booleans(),
        autonomy=st.sampled_from(["", *AUTONOMY]),
    ),
    max_size=12,
)
workshops = st.builds(
    Workshop,
    st.just("w"),
    st.sampled_from(["workshop", "open"]),
    st.just("Atelier"),
    st.just("2026-11-24"),
    st.just("14:00"),
    st.integers(5, 600),
    st.just("Plou"),
    st.sampled_from(list(PLACE_KINDS)),
    st.lists(st.sampled_from(list(LABELS)), min_size=1, unique=True).map(tuple),
    st.sampled_from(list(WORKSHOP_LEVELS)),
    st.lists(st.sampled_from(list(EQUIPMENT)), unique=True).map(tuple),
    others=st.integers(0, 5),
)


def test_the_counts_have_la_coop_s_keys():
    assert counts(PLAIN, [ODETTE, YANN]) == {
        "total": 3, "dejaAccompagne": 1, "genreFeminin": 1, "genreNonCommunique": 2, "trancheAgeSoixanteDixPlus": 1,
        "trancheAgeVingtCinqTrenteNeuf": 1, "trancheAgeNonCommunique": 1, "statutSocialRetraite": 1, "statutSocialNonCommunique": 2,
    }  # fmt: skip


@given(workshops, people)
def test_a_value_outside_la_coop_s_lists_is_impossible(workshop, came):
    assert not refusals(workshop)
    counted = counts(workshop, came)
    known = {"total", "dejaAccompagne", *(f"genre{k}" for k in GENDERS), *(f"trancheAge{k}" for k in AGES),
             *(f"statutSocial{k}" for k in STATUSES)}  # fmt: skip
    assert set(counted) <= known
    for prefix in ("genre", "trancheAge", "statutSocial"):
        assert sum(n for key, n in counted.items() if key.startswith(prefix)) == counted["total"] == len(came) + workshop.others
    for row in rows(workshop, came, "EPN"):
        assert tuple(row) == COLUMNS and row["Type"] in ("Accompagnement individuel", "Atelier collectif")
        assert row["Genre du bénéficiaire"] in GENDERS.values() and row["Statut du bénéficiaire"] in STATUSES.values()
        assert row["Tranche d’âge du bénéficiaire"] in AGES.values()
        assert set(row["Thématique(s) d’accompagnement"].split("\n")) <= set(LABELS.values())
        assert row["Niveau d’autonomie (ou de l’atelier)"] in ("", "1/3", "2/3", "3/3")


@pytest.mark.parametrize("wrong", [Told(gender="Autre"), Told(status="Marin")])
def test_another_word_is_refused(wrong):
    with pytest.raises(ValueError, match="not a word"):
        counts(PLAIN, [wrong])


def test_the_sheet_follows_the_form_and_says_only_what_is_not_zero():
    told = fields(PLAIN, counts(PLAIN, [ODETTE, YANN]))
    assert [name for name, _v in told][:4] == ["Titre de l’atelier", "Date", "Durée", "Lieu de l’accompagnement"]
    assert ("Genre : Féminin", "1") in told and not any("Masculin" in name for name, _v in told)


def test_no_row_holds_a_name_and_the_beneficiary_stays_empty():
    for row in rows(PLAIN, [ODETTE], "EPN"):
        assert row["Bénéficiaire"] == "" and row["Notes supplémentaires"] == ""


def test_open_access_hours_are_told_one_person_at_a_time_with_the_three_words():
    (row,) = rows(replace(PLAIN, kind="open", others=0), [replace(ODETTE, autonomy="PartiellementAutonome")], "EPN")
    assert (row["Type"], row["Participants"]) == ("Accompagnement individuel", "1")
    assert row["Niveau d’autonomie (ou de l’atelier)"] == "2/3" and row["Nom de l’atelier"] == ""


def test_the_link_says_what_the_form_needs_and_never_a_name():
    address = link(PLAIN, counts(PLAIN, [ODETTE]))
    packed = address.split("?v=")[1]
    said = json.loads(zlib.decompress(base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4))))["json"]
    assert said == state(PLAIN, counts(PLAIN, [ODETTE])) and "Odette" not in json.dumps(said)
    assert set(said) == {"date", "duree", "typeLieu", "materiel", "thematiques", "niveau", "participantsAnonymes"}


@given(st.lists(st.integers(0, 40), max_size=6))
def test_a_small_count_is_hidden_and_the_total_does_not_give_it_away(values):
    shown = hidden(values)
    assert not any(text in ("1", "2", "3", "4") for text in shown)
    assert shown.count("non montré") != 1 or sum(1 for n in values if n) == 1


def test_the_villages_table_shows_hours_and_hides_small_numbers():
    closed = replace(PLAIN, counts={"total": 12}), replace(PLAIN, village="Ploc", minutes=60, counts={"total": 3})
    made = table(("Plou", "Ploc"), closed, {"Plou": {str(n) for n in range(9)}, "Ploc": {"a", "b"}}, {"Plou": 6})
    assert [row["Village"] for row in made] == ["Plou", "Ploc", "Ensemble"]
    assert (made[0]["Heures"], made[1]["Personnes différentes"], made[0]["Présences"]) == ("1,5", "non montré", "non montré")
    assert made[2]["Présences"] == "15" and made[2]["Heures"] == "2,5"
