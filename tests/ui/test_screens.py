"""Each screen: what it says, what an act records, what odd input gets. One run: answer, reply and next question."""

import pytest

from learning.events import LessonFinished, PracticeFinished, QuizFinished
from progress_db import people
from tests.ui.conftest import C7, press, text


def test_home_says_one_thing_to_do(house):
    at = house.page(house.person("Odette"), "")
    assert not at.exception and "Bonjour Odette" in text(at) and "Commencer la leçon" in text(at)


def test_a_lesson_goes_on_screen_by_screen_and_ends_once(house):
    who = house.person()
    at = house.page(who, "lecon", lecon=C7)
    assert "Un message arrive" in text(at)
    at = press(at, "Suivant")
    assert "Regardez l’adresse" in text(at) and house.progress(who).skill(C7).screen == 2
    at = press(at, "Suivant")
    assert "Passez par un autre chemin" in text(at) and house.progress(who).skill(C7).lesson_done is None
    press(at, "J’ai lu, je m’entraîne")
    assert house.progress(who).skill(C7).lesson_done


def test_a_lesson_resumes_where_it_was_left(house):
    who = house.person()
    press(house.page(who, "lecon", lecon=C7), "Suivant")
    assert "écran 2 sur 3" in text(house.page(who, "lecon", lecon=C7))


@pytest.mark.parametrize("screen", ["0", "-1", "99", "deux", "1e9", "²", "٣", "9" * 400])
def test_an_odd_address_is_brought_back_to_a_screen_that_exists(house, screen):
    at = house.page(house.person(), "lecon", lecon=C7, ecran=screen)
    assert not at.exception and "sur 3" in text(at)


@pytest.mark.parametrize("path", ["lecon", "quiz", "entrainement"])
@pytest.mark.parametrize("lesson", ["", "courriel/nulle-part", "../../etc/passwd", "<script>alert(1)</script>"])
def test_an_unknown_lesson_gives_the_way_back(house, path, lesson):
    at = house.page(house.person(), path, lecon=lesson)
    assert not at.exception and "Rien n’est perdu" in text(at) and "Revenir à l’accueil" in text(at)


def test_an_answer_gets_its_reply_and_the_next_question_in_one_run(house):
    who = house.person()
    at = house.page(who, "quiz", lecon=C7)
    at.radio[0].set_value(0)
    at = press(at, "Valider")
    assert "Pas encore." in text(at) and "Le nom affiché peut être inventé." in text(at) and "Quels signes" in text(at)
    assert house.progress(who).skill(C7).answers == {"expediteur": False}


def test_no_answer_is_asked_for_calmly_and_records_nothing(house):
    who = house.person()
    at = press(house.page(who, "quiz", lecon=C7), "Valider")
    assert "Il manque une réponse" in text(at) and house.progress(who).seq == 0


def test_the_whole_quiz_of_every_kind_and_a_missed_question_that_comes_back(house):
    who = house.person()
    at = press(house.page(who, "quiz", lecon=C7), "Je ne sais pas")
    assert "On regarde ensemble." in text(at)
    at.checkbox[0].check()
    at.checkbox[1].check()
    at = press(at, "Valider")
    for line in ("Je m’arrête.", "Je lis l’adresse.", "Je demande de l’aide si j’ai un doute."):
        at = press(at, line)
    at = press(at, "Valider")
    at.radio[0].set_value(0)
    at.radio[1].set_value(1)
    at = press(at, "Valider")
    at.text_input[0].set_value(" Arobase ")
    at = press(at, "Valider")
    assert "On y revient" in text(at)
    at.radio[0].set_value(1)
    at = press(at, "Valider")
    assert "Vous avez répondu à toutes les questions" in text(at) and house.progress(who).skill(C7).quiz_done
    at = press(at, "Refaire les questions")
    assert "question 1 sur 5" in text(at)


def test_a_learner_s_screens_show_no_mark_and_no_english(house):
    who = house.person()
    for path in ("", "carnet", "echauffement"):
        said = text(house.page(who, path)).lower()
        assert not {"score", "points", "error", "faux !"} & set(said.split())


def test_the_notebook_says_why(house):
    who = house.person()
    house.record(who, LessonFinished(C7), PracticeFinished(C7, "a", True, "none", 4, 0, 4, 1))
    said = text(house.page(who, "carnet"))
    assert "je m’entraîne" in said and "Vrais messages gardés : 3 sur 4" in said and "demain à 15 h" in said


def test_what_is_due_opens_the_session_and_can_be_skipped(house):
    who = house.person()
    house.record(who, LessonFinished(C7), PracticeFinished(C7, "a", True, "none", 4, 0, 4, 0), QuizFinished(C7))
    house.later(days=60)
    at = house.page(who, "")
    assert "M’échauffer" in text(at) and "Passer pour cette fois" in text(at)


def test_the_text_size_is_the_person_s_own(house):
    who = house.person()
    at = press(house.page(who, ""), "Agrandir le texte")
    assert "font-size:25px" in text(at)
    with house.memory.connection() as db:
        assert people.learner(db, who).text_size == 125


def test_a_session_that_is_over_says_that_the_work_is_kept(house):
    at = house.page(house.person(), "")
    house.later(hours=2)
    at.run()
    assert "votre travail est gardé" in text(at) and "/connexion" in text(at)


@pytest.mark.parametrize("name", ["Anne-Marie", "d’Artagnan", "Éloïse de La Tour du Pin", "N’Guyen Văn", "M" * 60])
def test_strange_names_are_shown_as_they_are(house, name):
    at = house.page(house.person(name), "")
    assert not at.exception and name.replace("'", "’") in text(at).replace("&#x27;", "’").replace("'", "’")


def test_a_right_answer_says_yes_once(house):
    at = house.page(house.person(), "quiz", lecon=C7)
    right = next(i for i, label in enumerate(at.radio[0].options) if "préviens" in label)
    at.radio[0].set_value(right)
    said = text(press(at, "Valider"))
    assert said.count("Oui.") == 1
