"""A quiz of Moodle comes over: what it says is kept, what cannot come is told with its line."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from learning.content import Choice, Match, ShortAnswer
from library.import_gift import convert, main
from library.quiz_file import read_quiz
from tests.library.samples import said

GIFT = r"""// Un commentaire
$CATEGORY: Le courriel

::adresse::Quel signe est dans une adresse ?{
=@#Oui, on dit arobase.
~\##Ce signe est sur le clavier du téléphone.
~&#Ce signe veut dire « et ».
}

Cochez ce qui alerte {~%50%L'urgence#Oui. ~%50%Une demande de code#Oui. ~%-100%Une faute#Une faute ne prouve rien.}

::vf::Un logo prouve que le message est vrai.{F#Un logo se copie.#Oui, il ne prouve rien.}

Le message supprimé va dans la {=corbeille =la corbeille#On peut le remettre.}, et on peut le remettre.

Reliez {
=Répondre -> à une personne
=Répondre à tous -> à tout le monde
####Chaque bouton a son usage.
}
"""


def quiz(text):
    markdown, problems, _count = convert(text, "x.txt")
    reading = read_quiz(markdown.encode(), "courriel/x", "x.md")
    return reading.value, said(problems), said(reading.problems), markdown


def test_each_kind_of_question_comes_over_and_is_read_as_ours():
    ours, told, wrong, markdown = quiz(GIFT)
    assert wrong == [], markdown
    first, several, truth, typed, joined = ours.questions
    assert isinstance(first, Choice) and [o.text for o in first.options] == ["@", "#", "&"] and first.options[0].right
    assert first.id == "adresse" and "arobase" in first.options[0].feedback
    assert several.several and [o.right for o in several.options] == [True, True, False]
    assert [(o.text, o.right) for o in truth.options] == [("Vrai", False), ("Faux", True)] and "se copie" in truth.options[
        0
    ].feedback
    assert (
        isinstance(typed, ShortAnswer)
        and typed.accepted == ("corbeille", "la corbeille")
        and "_____" in typed.title.replace("\\", "")
    )
    assert isinstance(joined, Match) and len(joined.pairs) == 2 and "usage" in joined.explanation
    assert len(told) == 1 and told[0].startswith("x.txt:10 : Des réponses valaient une partie")


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("Racontez.{}", 1, "demande d’écrire un texte"),
        ("// a\n\nBonjour à tous.", 3, "ne pose pas de question"),
        ("\n\nCombien ?{#3:1}", 3, "à peu près"),
        ("Quoi ?{=a", 1, "accolades"),
        ("Quoi ?{a b}", 1, "aucune réponse ne commence"),
        ("Quoi ? <img src='x.png'>{=a#Oui. ~b#Non.}", 1, "<img> n’est pas repris"),
        ("Quoi ?{\n=a#Oui.\n~b}", 3, "« b » n’a pas de réponse"),
        ("Quoi ?{=a ~b####Voilà.}", 1, "« Voilà. »"),
        ("Quoi ?{=a}", 1, "n’a pas d’explication"),
        ("Reliez{=a -> b = -> c =d -> e####Oui.}", 1, "sans son pareil"),
    ],
)
def test_what_cannot_come_is_told_with_its_line(text, line, what):
    _ours, told, _wrong, _markdown = quiz(text)
    assert any(message.startswith(f"x.txt:{line} :") and what in message for message in told), told


def test_html_becomes_words_and_signs_of_our_files_are_only_signs():
    ours, _told, wrong, markdown = quiz("[html]<p>Que fait <b>Envoyer</b> ?</p>{=Il *part* | vite#Oui. ~[x] Rien#Non.}")
    assert wrong == [], markdown
    assert (
        ours.questions[0].title == "Que fait **Envoyer** ?".replace(" ?", "\u00a0?")
        and "\\*part\\*" in ours.questions[0].options[0].text
    )


def test_a_long_question_keeps_its_name_as_a_title_and_two_never_share_one():
    ours, _told, wrong, _markdown = quiz(
        f"::Le colis::{'Un colis arrive. ' * 9}Que faites-vous ?{{=a#Oui. ~b#Non.}}\n\n::Le colis::Et ?{{=a#Oui. ~b#Non.}}"
    )
    assert wrong == [] and ours.questions[0].title == "Le colis" and [q.id for q in ours.questions] == ["le-colis", "le-colis-2"]


@given(st.text(alphabet="ab1., =~#{}:\\%->\n/[]!$é<|*", max_size=80))
@example("Combien ?{=%1.2.3%deux ~trois}")
@example("Où <![ est le code ?{=là ~ici}")
def test_no_text_stops_it(text):
    convert(text, "x.txt")


def test_the_command_writes_beside_never_over_and_says_what_is_left(tmp_path, capsys):
    source = tmp_path / "moodle.txt"
    source.write_text(GIFT, encoding="utf-8")
    assert main([str(source)]) == 1
    assert "5 question(s)" in said([capsys.readouterr().out])[0] and (tmp_path / "moodle.md").exists()
    assert main([str(source)]) == 2 and "existe déjà" in capsys.readouterr().out
    assert main([str(tmp_path / "absent.txt")]) == 2 and main([]) == 2


def test_a_file_in_another_encoding_is_told_in_french(tmp_path, capsys):
    source = tmp_path / "moodle.txt"
    source.write_bytes("Où ?{=là#Oui. ~ici#Non.}".encode("cp1252"))
    assert main([str(source)]) == 2 and "UTF-8" in capsys.readouterr().out


def test_a_folder_that_does_not_exist_is_told_in_french(tmp_path, capsys):
    source = tmp_path / "moodle.txt"
    source.write_text(GIFT, encoding="utf-8")
    assert main([str(source), str(tmp_path / "absent" / "quiz.md")]) == 2
    assert "le dossier existe-t-il" in said([capsys.readouterr().out])[0]
