"""Every author file of the place is a case."""

from functools import cache

import pytest

from library import open_shelf
from library.check import check
from library.folders import author_files
from tests.library.samples import ROOT, said

FILES = {place.file: place for place in author_files(ROOT, {})}


@cache
def shelf():
    return open_shelf(ROOT)


@pytest.mark.parametrize("file", FILES)
def test_the_file_is_read_without_a_mistake(file):
    place = FILES[file]
    assert said(p for p in shelf().problems if p.file == file and not p.advice) == []
    assert shelf().reading(place.kind, place.ref).value is not None


def test_there_is_something_to_learn_and_the_check_is_clean():
    if not FILES:
        pytest.skip("no author file yet")
    assert shelf().lessons
    mistakes, _advice, _shelf = check(ROOT)
    assert said(mistakes) == []
