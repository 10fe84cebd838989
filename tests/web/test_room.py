"""The room's computers: names to click while a workshop is open, and never otherwise."""

from progress_db.moments import to_text


def workshop(house, waived: bool = False, people=("Maryvonne",)) -> None:
    with house.memory.connection() as db:
        db.run(
            "INSERT INTO workshops (id, kind, title, day, starts, minutes, village, place_kind, themes, level, equipment, pin_waived,"
            " created_by, created_at, opened_at) VALUES ('w', 'workshop', 'Essai', '2026-11-24', '10:00', 90, 'Plou', 'LieuActivite',"
            " '[\"Email\"]', 'Debutant', '[]', :waived, 'c', :at, :at)",
            waived=int(waived), at=to_text(house.clock()),
        )  # fmt: skip
        for name in people:
            db.run("INSERT INTO workshop_people (workshop, learner) VALUES ('w', :who)", who=house.people[name].id)


def close(house) -> None:
    with house.memory.connection() as db:
        db.run("UPDATE workshops SET closed_at = :at", at=to_text(house.clock()))


def marked(house, counsellor):
    """A browser of the room: marked by the counsellor, who then left."""
    assert counsellor.post("/ordinateur", {"nom": "Poste 1"}).status_code == 303
    counsellor.post("/deconnexion")
    return counsellor


def test_names_are_shown_on_a_computer_of_the_room_while_a_workshop_is_open(house, counsellor):
    here = marked(house, counsellor)
    assert "Je clique sur mon nom" not in here.get("/connexion").text
    workshop(house)
    page = here.get("/connexion").text
    assert "Je clique sur mon nom" in page and "Maryvonne" in page and "D’Artagnan" not in page
    assert "Maryvonne" not in house.visitor().get("/connexion").text  # at home
    close(house)
    assert "Maryvonne" not in here.get("/connexion").text


def test_a_name_and_its_code_open_the_door_and_note_who_came(house, counsellor):
    here, one = marked(house, counsellor), house.people["Maryvonne"]
    workshop(house)
    asked = here.post("/connexion/nom", {"personne": one.id})
    assert asked.status_code == 200 and "Bonjour Maryvonne" in asked.text
    wrong = here.post("/connexion/nom", {"personne": one.id, "code": "9999" if one.pin != "9999" else "8888"})
    assert wrong.status_code == 401 and "essayez encore" in wrong.text
    assert here.post("/connexion/nom", {"personne": one.id, "code": one.pin}).status_code == 303
    with house.memory.connection() as db:
        assert db.one("SELECT came_at FROM workshop_people")["came_at"]
        assert db.one("SELECT computer FROM sessions WHERE who = :who", who=one.id)["computer"]


def test_the_code_may_be_waived_in_the_room(house, counsellor):
    here, one = marked(house, counsellor), house.people["Maryvonne"]
    workshop(house, waived=True)
    assert here.post("/connexion/nom", {"personne": one.id}).status_code == 303


def test_closed_stranger_and_foreign_computer_get_the_same_answer(house, counsellor):
    here, one, other = marked(house, counsellor), house.people["Maryvonne"], house.people["D’Artagnan"]
    closed = here.post("/connexion/nom", {"personne": one.id})
    workshop(house, waived=True)
    answers = [
        here.post("/connexion/nom", {"personne": other.id}),
        here.post("/connexion/nom", {"personne": "nobody"}),
        house.visitor().post("/connexion/nom", {"personne": one.id}),
    ]
    assert {(a.status_code, a.text) for a in answers} == {(403, closed.text)}
    assert all("pas-a-pas" not in a.cookies for a in answers)


def test_only_a_counsellor_marks_a_computer_and_takes_the_mark_back(house, counsellor):
    assert house.visitor().post("/ordinateur", {"nom": "Poste"}).status_code == 403
    counsellor.post("/ordinateur", {"nom": "Poste 1"})
    counsellor.post("/ordinateur", {"retirer": "oui"})
    with house.memory.connection() as db:
        assert db.all("SELECT * FROM computers") == []
    assert not counsellor.client.cookies.get("pas-a-pas-salle")
