"""Lists of people as spreadsheets save them; and files that are no list, told in French."""

import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from workshops.people_file import BIGGEST, BadFile, as_lines
from workshops.people_list import MOST, read_list, without


def book(*rows) -> bytes:
    made, out = Workbook(), io.BytesIO()
    for row in rows:
        made.active.append(row)
    made.save(out)
    return out.getvalue()


def test_an_xlsx_with_headings_in_any_order_and_columns_we_never_read():
    data = book(
        ["Nom", "Commune", "Prénom", "Année de naissance", "Téléphone"],
        ["Le Goff", "Plou", "Odette", 1951.0, "06 00"],
        [None, None, "Yann"],
    )
    found = read_list(as_lines("Ma liste.XLSX", data))
    assert [(one.number, one.name, one.birth_year, one.commune) for one in found] == [
        (2, "Odette", 1951, "Plou"),
        (3, "Yann", None, ""),
    ]
    assert "Le Goff" not in repr(found) and "06 00" not in repr(found)


@pytest.mark.parametrize("between", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_csv_as_spreadsheets_write_it(between, encoding):
    text = between.join(("Prénom", "Année")) + "\r\n" + between.join(('"Éloïse"', "1948")) + "\r\n"
    [one] = read_list(as_lines("liste.csv", text.encode(encoding)))
    assert (one.name, one.birth_year, one.wrong) == ("Éloïse", 1948, "")


def test_a_full_birth_date_gives_only_its_year():
    from datetime import date

    [one] = read_list(as_lines("l.xlsx", book(["Prénom", "Année"], ["Odette", date(1951, 3, 2)])))
    assert one.birth_year == 1951


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_calculation_is_told_with_its_line_never_run_and_the_others_are_read(kind):
    rows = [["Prénom", "Année"], ["=cmd|calc", 1950], ["Yann", "=1900+51"], ["Odette", 1951], ["#REF!", 1950]]
    data = book(*rows) if kind == "xlsx" else "\n".join(";".join(map(str, row)) for row in rows).encode()
    found = read_list(as_lines(f"l.{kind}", data))
    assert [(one.number, one.name, "calcul" in one.wrong) for one in found] == [
        (2, "", True),
        (3, "Yann", True),
        (4, "Odette", False),
        (5, "", True),
    ]


def test_a_calculation_whose_result_is_in_the_file_is_its_result():
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book(["Prénom"], ["=A3"], ["Odette"]))) as before, zipfile.ZipFile(out, "w") as after:
        for part in before.namelist():
            data = before.read(part)
            if part == "xl/worksheets/sheet1.xml":  # openpyxl computes nothing: the result as a spreadsheet saves it
                data, many = re.subn(rb'<c r="A2">.*?</c>', b'<c r="A2" t="str"><f>A3</f><v>Odette</v></c>', data)
                assert many == 1
            after.writestr(part, data)
    assert [(one.number, one.name, one.wrong) for one in read_list(as_lines("l.xlsx", out.getvalue()))] == [
        (2, "Odette", ""),
        (3, "Odette", ""),
    ]


def test_five_thousand_lines_are_taken_two_hundred_at_a_time_and_none_is_lost():
    rows = [["Prénom"], *[[f"P{'a' * (n % 9)}"] for n in range(5000)]]
    for lines in (as_lines("l.xlsx", book(*rows)), as_lines("l.csv", "\n".join(row[0] for row in rows).encode())):
        taken = 0
        while found := read_list(lines):
            assert len(found) == MOST
            taken, lines = taken + len(found), without(lines, {one.number for one in found})
        assert taken == 5000 and lines == ""


def test_a_longer_file_is_refused_whole():
    for name, data in (("l.xlsx", book(*[["P"]] * 5100)), ("l.csv", b"P\n" * 5100)):
        with pytest.raises(BadFile, match="plus de 5 000 lignes"):
            as_lines(name, data)


def test_empty_rows_and_cells_with_separators_keep_each_line_and_column_in_its_place():
    data = book(["Prénom", "Commune", "Année"], [], ["Odette", "Plou; le\tbourg", 1951], [], [])
    [one] = read_list(as_lines("l.xlsx", data))
    assert (one.number, one.commune, one.birth_year) == (3, "Plou, le bourg", 1951)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("l.xlsx", b"", "vide"),
        ("l.csv", b"\n;;\n", "vide"),
        ("l.xlsx", book([]), "vide"),
        ("l.xlsx", b"PK\x03\x04 not a book", "ne s’ouvre pas"),
        ("l.xlsx", book(["Prénom"], ["Odette"])[:-300], "ne s’ouvre pas"),
        ("l.csv", b"\x00\x01\x02", "ne s’ouvre pas"),
        ("l.csv", b"a" * (BIGGEST + 1), "trop gros"),
        ("l.ods", b"PK", "Enregistrer sous"),
        ("photo", b"x", "Enregistrer sous"),
    ],
)
def test_a_file_that_is_no_list_says_what_to_do(name, data, said):
    with pytest.raises(BadFile) as told:
        as_lines(name, data)
    assert said in told.value.message


def test_a_small_file_that_would_unpack_to_gigabytes_is_refused():
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/sharedStrings.xml", b"0" * (70 * 2**20))
    with pytest.raises(BadFile, match="trop gros"):
        as_lines("l.xlsx", out.getvalue())


@settings(deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["l.csv", "l.xlsx"]))
def test_whatever_the_bytes_it_is_a_list_or_a_calm_refusal(data, name):
    try:
        read_list(as_lines(name, data))
    except BadFile as told:
        assert told.message


@settings(deadline=None)  # the first book read brings openpyxl in
@given(st.integers(0, 5000), st.integers(0, 255))
def test_a_book_with_any_byte_damaged_is_a_list_or_a_calm_refusal(where, byte):
    data = bytearray(BOOK)
    data[where % len(data)] = byte
    try:
        read_list(as_lines("l.xlsx", bytes(data)))
    except BadFile as told:
        assert told.message


BOOK = book(["Prénom", "Année"], ["Odette", 1951], ["Yann", None])
