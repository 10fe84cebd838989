"""Each file and each page's address, asked by real browsers of every rank: no hole, no dead right."""

from __future__ import annotations

from progress_db import accounts, counsellors
from tests.progress_db.facts import CHEAP
from tests.rights import matrix
from tests.web.conftest import PASSWORD
from tests.web.conftest import house as house
from tests.web.conftest import installed as installed
from tests.web.conftest import shelf as shelf
from web.app_parts import CHANGED, PRINTED
from workshops.rights import COUNSELLOR, GUEST, LEARNER, RANKS

POSTED = {path for path, _made, _who in (*PRINTED, *CHANGED)}


def test_a_file_is_made_only_for_the_ranks_of_the_table(house):
    browsers = _browsers(house)
    for path, ranks in matrix.files().items():
        for rank, visitor in browsers.items():
            answer = visitor.post(path) if path in POSTED else visitor.get(path)
            refused = answer.status_code == 403
            assert refused == (rank not in ranks), (path, rank, answer.status_code)


def test_the_address_of_a_page_leads_home_whoever_may_not_see_it(house):
    browsers = _browsers(house)
    for path, ranks in matrix.pages().items():
        for rank, visitor in browsers.items():
            if path and rank not in ranks:
                answer = visitor.get(f"/{path}")
                assert answer.status_code == 303 and path not in answer.headers["location"].split("?")[0].split("/"), (path, rank)


def _browsers(house) -> dict:
    with house.memory.connection() as db:
        [first] = counsellors.counsellors(db)
        other, password = accounts.add(db, first.id, "Remplaçant", "remplacant", "counsellor", house.clock(), CHEAP)
    found = {rank: house.visitor() for rank in RANKS}
    found[GUEST].post("/essai")
    one = house.people["Maryvonne"]
    found[LEARNER].sign_in(one.card, one.pin)
    found[COUNSELLOR].post("/connexion/conseiller", {"identifiant": other.login, "motdepasse": password})
    found["administrator"].post("/connexion/conseiller", {"identifiant": first.login, "motdepasse": PASSWORD})
    return found
