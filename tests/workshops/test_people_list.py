"""A pasted list of people: first names, or columns out of a spreadsheet; each mistake is told with its line."""

from hypothesis import given
from hypothesis import strategies as st

from workshops.la_coop import GENDERS, STATUSES
from workshops.people_list import HEADINGS, NO_NAMES, read_list, without


def test_one_first_name_a_line_bullets_and_numbers_left_out():
    lines = read_list("Odette\n\n - Marie-Thérèse\n3. Yann,\n")
    assert [(line.number, line.name) for line in lines] == [(1, "Odette"), (3, "Marie-Thérèse"), (4, "Yann")]
    assert not any(line.wrong for line in lines)


def test_columns_of_a_spreadsheet_are_read_in_their_usual_order():
    (line,) = read_list("Odette\t1951\tPlou\tF\tRetraité")
    assert (line.birth_year, line.commune, line.gender, line.status) == (1951, "Plou", "Feminin", "Retraite")


def test_a_first_line_may_name_the_columns_and_other_columns_are_never_read():
    text = "Nom*;Prénom*;Année de naissance;N° de téléphone;Genre\nLe Goff;Odette;1951;0612345678;Féminin"
    (line,) = read_list(text)
    assert (line.number, line.name, line.birth_year, line.gender) == (2, "Odette", 1951, "Feminin")
    assert "Le Goff" not in repr(line) and "0612345678" not in repr(line)


def test_each_mistake_is_told_with_its_cure_and_the_others_are_read():
    good, year, gender, none = read_list("Odette;1951\nYann;51\nDenise;;;robot\n;1960")
    assert not good.wrong and "4 chiffres" in year.wrong and "Féminin" in gender.wrong and "prénom" in none.wrong


def test_a_group_and_the_year_of_a_whole_date_are_read_under_their_headings():
    (line,) = read_list("Prénom;Date de naissance;Groupe\nOdette;02/03/1951; Le  mardi ")
    assert (line.birth_year, line.group, line.wrong) == (1951, "Le mardi", "")
    assert "trop long" in read_list(f"Prénom;Groupe\nOdette;{'a' * 61}")[0].wrong


def test_headings_without_a_first_name_are_told_and_a_family_name_is_never_taken_for_one():
    head, line = read_list("Nom;Année\nLe Goff;1951")
    assert head.wrong == NO_NAMES and "prénom" in line.wrong and "Le Goff" not in repr(line)


def test_our_own_headings_are_all_known():
    (line,) = read_list("\t".join(HEADINGS) + "\nOdette\t1951\tPlou\tF\tRetraité\tLe mardi")
    assert (line.birth_year, line.commune, line.gender, line.group) == (1951, "Plou", "Feminin", "Le mardi")


def test_the_lines_that_are_not_taken_stay_as_they_were_written_under_their_headings():
    text = "Prénom;Année\nOdette;1951\n\nYann;51;x\n"
    assert without(text, {2}) == "Prénom;Année\nYann;51;x"
    assert without(text, {2, 4}) == ""


@given(st.text(alphabet="ab;\t\n51", max_size=60), st.sets(st.integers(1, 12)))
def test_taking_lines_away_leaves_every_other_person(text, numbers):
    rest = [(one.name, one.wrong) for one in read_list(without(text, numbers))]
    assert rest == [(one.name, one.wrong) for one in read_list(text) if one.number not in numbers]


def test_what_is_not_told_stays_untold():
    (line,) = read_list("Odette;;;Ne souhaite pas répondre;")
    assert (line.birth_year, line.gender, line.status, line.wrong) == (None, "", "", "")


@given(st.text(max_size=200))
def test_whatever_is_pasted_gives_values_that_the_report_can_hold(text):
    for line in read_list(text):
        assert line.gender in ("", *GENDERS) and line.status in ("", *STATUSES)
        assert line.birth_year is None or 1900 <= line.birth_year <= 2099
