"""The counsellor's screens: add a person, the code shown once, a lesson proposed, files to correct; and who may not see them."""

import pytest

from learning.events import LessonFinished, PracticeFinished
from progress_db import cards, counsellors, door, people
from tests.ui.conftest import C7, SAMPLE, press, text


@pytest.fixture
def desk(house):
    """A counsellor's id."""
    with house.memory.connection() as db:
        return counsellors.add_counsellor(db, "Gaëlle Le Bris", "gaelle", "une longue phrase de passe", house.now).id


def test_a_person_is_added_by_a_first_name(house, desk):
    at = house.page(desk, "conseiller", "counsellor")
    at.text_input[0].set_value("Marie-Thérèse")
    at = press(at, "Ajouter")
    assert "Marie-Thérèse est dans la liste" in text(at) and "<table" in text(at)
    with house.memory.connection() as db:
        assert [p.name for p in people.learners(db)] == ["Marie-Thérèse"]


@pytest.mark.parametrize("name", ["", "   ", "<script>alert(1)</script>", "😀", "x" * 80])
def test_an_odd_name_gets_a_clear_sentence_and_is_not_added(house, desk, name):
    at = house.page(desk, "conseiller", "counsellor")
    at.text_input[0].set_value(name)
    at = press(at, "Ajouter")
    assert not at.exception and at.warning and "<script" not in text(at)
    with house.memory.connection() as db:
        assert people.learners(db) == []


def test_the_code_is_shown_once_and_opens_the_door(house, desk):
    who = house.person("Yann")
    at = press(house.page(desk, "personne", "counsellor", id=who), "Donner un code à 4 chiffres")
    shown = next(h.proto.body for h in at.get("html") if "code-secret" in h.proto.body)
    pin = shown.split("<strong>")[1][:4]
    with house.memory.connection() as db:
        card = cards.issue_card(db, who, house.now)
        assert door.sign_in(db, card, pin, "poste 1", house.now).learner == who
    assert pin not in text(at.run())


def test_a_lesson_is_proposed_and_is_the_person_s_next_step(house, desk):
    who = house.person("Yann")
    at = house.page(desk, "personne", "counsellor", id=who)
    at.radio[0].set_value(0)
    at = press(at, "Proposer cette leçon")
    assert "sera proposée" in text(at)
    assert "Votre conseiller vous propose" in text(house.page(who, ""))


def test_the_list_says_where_each_person_stands(house, desk):
    who = house.person("Odette")
    house.record(who, PracticeFinished(C7, "a", True, "hint", 4, 0, 4, 0))
    said = text(house.page(desk, "conseiller", "counsellor"))
    assert "Odette" in said and "Autonome avec guidage en cas de besoin" in said and "lundi 23 novembre 2026" in said


def test_the_person_s_page_gives_the_level_in_la_coop_s_words_and_why(house, desk):
    who = house.person("Odette")
    house.record(who, PracticeFinished(C7, "a", True, "shown", 4, 0, 4, 0))
    said = text(house.page(desk, "personne", "counsellor", id=who))
    assert "Avec guidage" in said and "avec la réponse montrée" in said


def test_a_locked_card_is_put_back_in_use_in_one_click(house, desk):
    who = house.person("Odette")
    with house.memory.connection() as db:
        card = cards.issue_card(db, who, house.now)
        cards.draw_pin(db, who, house.now)
        for _ in range(12):
            house.later(hours=2)
            door.sign_in(db, card, "0000", "poste 1", house.now)
        assert people.learner(db, who).locked
    at = house.page(desk, "personne", "counsellor", id=who)
    at = press(at, "Remettre la carte en marche")
    assert "La carte marche de nouveau" in text(at)
    with house.memory.connection() as db:
        assert not people.learner(db, who).locked


@pytest.mark.parametrize("who", ["", "nobody", "'; DROP TABLE learners; --"])
def test_an_unknown_person_gives_the_way_back(house, desk, who):
    at = house.page(desk, "personne", "counsellor", id=who)
    assert not at.exception and "Revenir à l’accueil" in text(at)


@pytest.mark.parametrize("path", ["conseiller", "personne", "contenus"])
@pytest.mark.parametrize("role", ["learner", "guest"])
def test_a_learner_never_sees_a_counsellor_s_page(house, path, role):
    other = house.person("Secrète")
    at = house.page(house.person("Odette"), path, role, id=other)
    assert "Secrète" not in text(at) and "Ajouter une personne" not in text(at)


def test_a_session_never_acts_for_another_role_than_its_own(house, desk):
    """The role is read in the sign-in table at each run, not in what the browser says."""
    at = house.page(house.person("Odette"), "")
    at.user = {**at.user, "role": "counsellor"}
    assert "Espace conseiller" not in text(at.run())


def test_files_to_correct_are_listed_with_their_place(house, desk, tmp_path):
    import shutil

    from library import open_shelf
    from tests.ui.conftest import SAMPLE
    from ui import session

    root = tmp_path / "root"
    shutil.copytree(SAMPLE, root)
    (root / f"lessons/{C7}.md").write_text("---\ntitre: Sans rien\n---\n", "utf-8")
    shelf = open_shelf(root)
    session.furnish(session.House(house.memory, lambda: shelf, lambda: house.now))
    assert "à corriger" in text(house.page(desk, "conseiller", "counsellor"))
    assert "reconnaitre-un-piege.md:" in text(house.page(desk, "contenus", "counsellor"))


def test_the_plans_of_workshops_are_listed_and_one_is_shown_with_its_sheets(house, desk, with_files):
    plan = (SAMPLE.parents[1] / "docs/ecrire-un-atelier.md").read_text("utf-8").partition("```markdown\n")[2].partition("```")[0]

    def write(root):
        (root / "plans").mkdir()
        (root / "plans/pieges.md").write_text(plan.replace("courriel/ouvrir-un-message, ", ""), encoding="utf-8")
        (root / "plans/abime.md").write_text("rien", encoding="utf-8")

    with_files(write)
    said = text(house.page(desk, "ateliers", "counsellor")).replace("\u00a0", " ")
    assert (
        "Reconnaître un courriel piégé (Le courriel, 1 h 30, débutant)" in said and "plans/abime.md:1 : L’en-tête manque." in said
    )
    said = text(house.page(desk, "ateliers", "counsellor", atelier="pieges")).replace("\u00a0", " ")
    assert (
        "Raconte un message qui a fait douter." in said
        and f"/fiche.pdf?lecon={C7}" in said
        and "/plan.pdf?atelier=pieges" in said
    )


def test_a_learner_has_no_page_of_plans(house):
    assert "Plans d’atelier" not in text(house.page(house.person(), "ateliers"))


def test_the_list_is_sorted_by_name_by_card_or_by_last_visit(house):
    with house.memory.connection() as db:
        desk = counsellors.add_counsellor(db, "Gaëlle Le Bris", "gaelle-tri", "une longue phrase de passe", house.now).id
    first = house.person("Anne")
    house.person("Zoé")
    house.record(first, LessonFinished(C7))
    for by, wanted in (("", "Anne Zoé"), ("vue", "Zoé Anne"), ("n’importe", "Anne Zoé")):
        shown = text(house.page(desk, "conseiller", "counsellor", tri=by))
        assert sorted(wanted.split(), key=lambda name: shown.index(f">{name}<")) == wanted.split(), by
