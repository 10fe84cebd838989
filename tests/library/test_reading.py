"""The three formats, read into the values that the rules and the screens share."""

from learning.content import Choice, Match, Order, ShortAnswer
from library.lesson_file import read_lesson
from library.quiz_file import read_quiz
from library.scenario_file import read_scenario
from tests.library.samples import LESSON, QUIZ, REF, SCENARIO


def test_a_lesson_is_its_header_and_its_screens():
    lesson = read_lesson(LESSON.encode(), REF, "x.md").value
    assert (lesson.ref, lesson.module, lesson.minutes, lesson.skill) == (REF, "courriel", 8, "C4")
    assert lesson.after == ("courriel/ecrire-un-message",)
    assert [s.title for s in lesson.screens] == ["Un document est demandé", "Trouvez le bouton", "Vérifiez avant d’envoyer"]
    assert lesson.screens[2].remember == ("Je lis le nom du fichier avant de cliquer sur Envoyer.",)
    assert "> À retenir\u00a0:" in lesson.screens[2].body
    assert len(lesson.content) == 16


def test_a_quiz_says_its_kinds_by_its_lists():
    quiz = read_quiz(QUIZ.encode(), REF, "x.md").value
    assert [type(q) for q in quiz.questions] == [Choice, Order, Match, ShortAnswer]
    choice, order, match, short = quiz.questions
    assert [o.right for o in choice.options] == [False, True, False] and not choice.several
    assert choice.hint == "Cherchez le bouton sous le message de la mairie."
    assert order.items[0] == "Je clique sur Répondre." and order.explanation.startswith("On vérifie")
    assert match.left_title == "Mot" and match.pairs[0] == ("Fichier", "Un document enregistré")
    assert short.accepted == ("Envoyer", "le bouton Envoyer")


def test_a_scenario_is_one_task_in_several_variants():
    practice = read_scenario(SCENARIO.encode(), REF, "x.yaml").value
    assert [s.variant for s in practice.variants] == ["mairie", "medecin", "association"]
    doctor = practice.scenario("medecin")
    assert doctor.instruction.startswith("Le docteur Le Goff vous demande votre ordonnance.")
    assert doctor.goals[0].where == {"a": "cabinet@docteur-legoff.example", "pieces": {"seulement": ["ordonnance.pdf"]}}
    assert doctor.hints[-1].shows and not doctor.hints[0].shows
    assert (
        doctor.world["sites"]["courriel"]["messages"][0]["corps"][1]
        == "Pouvez-vous m’envoyer votre ordonnance avant jeudi\u00a0?"
    )
    assert doctor.solutions[0].steps[3] == {"clic": "fichier-3"}


def test_a_word_alone_may_become_a_whole_list():
    text = SCENARIO.replace("{seulement: [<fichier>]}", "{seulement: <fichiers>}")
    for file in ("attestation-domicile.pdf", "ordonnance.pdf", "reglement-signe.pdf"):
        text = text.replace(f"    fichier: {file}\n", f"    fichier: {file}\n    fichiers: [<fichier>, b.pdf]\n")
    practice = read_scenario(text.encode(), REF, "x.yaml").value
    assert practice.variants[1].goals[0].where["pieces"] == {"seulement": ["ordonnance.pdf", "b.pdf"]}


def test_windows_line_ends_and_a_byte_order_mark_are_read_as_any_other_file():
    windows = b"\xef\xbb\xbf" + QUIZ.replace("\n", "\r\n").encode()
    assert read_quiz(windows, REF, "x.md").value.questions == read_quiz(QUIZ.encode(), REF, "x.md").value.questions


def test_what_facts_are_compared_with_is_never_touched():
    text = SCENARIO.replace("ou: {a: <adresse>, ", 'ou: {a: <adresse>, objet: "Re : l\'acte !", ')
    goal = read_scenario(text.encode(), REF, "x.yaml").value.variants[0].goals[0]
    assert goal.where["objet"] == "Re : l'acte !"
