"""« Remettre cette sauvegarde », through the door: the password asked again, then everybody comes in anew."""

from progress_db import backup, people
from tests.web.conftest import PASSWORD


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
