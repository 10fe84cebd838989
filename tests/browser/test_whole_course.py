"""Each module walked from its first screen to the attestation, in a real browser: `make course`, about half an hour, not in `make test`."""

import pytest

from documents.attestation import known
from library import open_shelf
from tests.browser.conftest import ROOT, Server, furnish
from tests.browser.steps import settle, sign_in
from tests.browser.walk import LAST, do, walk
from tests.documents.reader import squeezed, text_of

SHELF = open_shelf(ROOT)
pytestmark = pytest.mark.course


@pytest.fixture
def server(tmp_path):
    """A place of its own for each module: its clock goes forward."""
    furnish(tmp_path)
    server = Server(tmp_path)
    server.start()
    yield server
    server.stop()


@pytest.mark.parametrize("module", SHELF.modules, ids=lambda module: module.name)
def test_a_module_is_walked_from_its_first_screen_to_the_attestation(server, epn, page, module):
    who, code, pin = epn.person("Odette")
    sign_in(page, epn.url, code, pin)
    for lesson in module.lessons:
        walk(page, epn, SHELF, who, lesson)
    server.later(hours=25)
    sign_in(page, epn.url, code, pin)
    for lesson in module.lessons:
        page.goto(f"{epn.url}/entrainement?lecon={lesson.ref}")
        page.locator(".sim .page").first.wait_for()
        settle(page)
        do(page, epn, SHELF, who, lesson, LAST)
    paper = text_of(page.request.get(epn.url + "/attestation.pdf").body())
    for lesson in module.lessons:  # « Odette sait… »
        assert squeezed(known(lesson.objective)) in squeezed(paper), lesson.objective
