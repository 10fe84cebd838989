"""« Remettre cette sauvegarde », through the door: the password asked again, then everybody comes in anew."""

import pytest
from starlette.applications import Starlette

from progress_db import backup, open_memory, people
from tests.web.conftest import PASSWORD, Visitor
from web import door


def test_an_administrator_puts_a_backup_back_with_the_password(house, counsellor):
    made = backup.backup(house.memory.folder, house.clock())
    with house.memory.connection() as db:
        people.add_learner(db, "De trop", house.clock())
    house.clock.forward(minutes=1)
    refused = counsellor.post("/remise", {"sauvegarde": made.name, "motdepasse": "faux"})
    assert refused.status_code == 401 and "Rien n’a été changé" in refused.text
    answer = counsellor.post("/remise", {"sauvegarde": made.name, "motdepasse": PASSWORD})
    assert answer.status_code == 200 and "en place" in answer.text
    with house.memory.connection() as db:
        assert "De trop" not in [one.name for one in people.learners(db)]
    assert counsellor.get("/conseiller").status_code == 303
    assert house.visitor().post("/connexion/conseiller", {"identifiant": "katell", "motdepasse": PASSWORD}).status_code == 303


def test_a_backup_that_is_gone_is_said_calmly(house, counsellor):
    answer = counsellor.post("/remise", {"sauvegarde": "../progress.db", "motdepasse": PASSWORD})
    assert answer.status_code == 409 and "n’est plus là" in answer.text


def test_nobody_else_puts_anything_back(house):
    assert house.visitor().post("/remise", {"sauvegarde": "x"}).status_code == 403


@pytest.fixture
def damaged(house, shelf):
    """The same place after its base was damaged: it shows the backup, and nobody can come in. Gives a visitor and the new memory."""
    backup.backup(house.memory.folder, house.clock())
    house.memory.close()
    file = house.memory.folder / "progress.db"
    file.write_bytes(file.read_bytes()[:3000])
    memory = open_memory(house.memory.folder, house.clock())
    routes, middleware = door(memory, lambda: shelf, house.clock)
    visitor = Visitor(house.portal, Starlette(routes=routes, middleware=middleware))
    yield visitor, memory
    house.portal.call(visitor.client.aclose)
    memory.close()


def test_a_damaged_base_is_repaired_by_an_administrator_who_cannot_even_sign_in(damaged):
    visitor, memory = damaged
    assert memory.read_only and "/reparation" in visitor.get("/connexion/conseiller").text
    assert "Les données sont abîmées" in visitor.get("/reparation").text
    wrong = visitor.post("/reparation", {"identifiant": "katell", "motdepasse": "faux"})
    assert wrong.status_code == 401 and memory.read_only
    answer = visitor.post("/reparation", {"identifiant": "katell", "motdepasse": PASSWORD})
    assert answer.status_code == 200 and "réparé" in answer.text and not memory.read_only
    assert visitor.post("/connexion/conseiller", {"identifiant": "katell", "motdepasse": PASSWORD}).status_code == 303
    assert list(memory.folder.glob("progress-remplacee-*")), "the damaged file is kept aside"


def test_there_is_nothing_to_repair_in_a_sound_place(house):
    assert "Rien à réparer" in house.visitor().get("/reparation").text
    answer = house.visitor().post("/reparation", {"identifiant": "katell", "motdepasse": PASSWORD})
    assert answer.status_code == 409 and "rien à réparer" in answer.text
