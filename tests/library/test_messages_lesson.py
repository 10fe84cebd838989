"""Golden messages: each mistake in a lesson or in the header, its line, what to type."""

import pytest

from library.lesson_file import read_lesson
from tests.library.samples import LESSON, REF, said

CASES = {
    "no header": (LESSON.replace("---\n", "", 1), "x.md:1 : L’en-tête manque. → Commencez par une ligne ---, puis titre: …, minutes: …, objectif: …, competence: …, puis une ligne ---."),
    "missing word": (LESSON.replace("minutes: 8\n", ""), "x.md:1 : Il manque « minutes » dans l’en-tête. → Ajoutez une ligne minutes: …"),
    "unknown word": (LESSON.replace("competence:", "compétence:"), "x.md:5 : Le mot « compétence » est inconnu dans l’en-tête. → Vouliez-vous écrire « competence » ?"),
    "word twice": (LESSON.replace("minutes: 8", "minutes: 8\nminutes: 9"), "x.md:4 : « minutes » est écrit deux fois (déjà ligne 3). → Gardez une seule des deux lignes."),
    "empty word": (LESSON.replace("minutes: 8", "minutes:"), "x.md:3 : « minutes » est vide. → Écrivez le texte après minutes:"),
    "no colon": (LESSON.replace("minutes: 8", "minutes 8"), "x.md:3 : Cette ligne de l’en-tête n’a pas de deux-points. → Écrivez mot: texte."),
    "minutes in words": (LESSON.replace("minutes: 8", "minutes: huit"), "x.md:3 : « minutes » n’est pas un nombre entre 1 et 60 : huit → Écrivez par exemple minutes: 8"),
    "unknown skill": (LESSON.replace(": C4", ": c4"), "x.md:5 : La compétence « c4 » n’existe pas. → Vouliez-vous écrire « C4 » ?"),
    "skill of another module": (LESSON.replace(": C4", ": D4"), "x.md:5 : La compétence D4 est du module « demarches », pas « courriel ». → Changez le code, ou déplacez le fichier."),
    "unknown code": (LESSON.replace("crcn: 2.2", "crcn: 2.9"), "x.md:7 : Le code « 2.9 » n’existe pas dans « crcn ». → Écrivez des codes comme 2.1, séparés par des virgules."),
    "header not closed": (LESSON.replace("message\n---", "message\n"), "x.md:11 : L’en-tête n’est pas fermé. → Ajoutez une ligne --- avant cette ligne."),
    "no screen": (LESSON.replace("\n## ", "\n"), "x.md:30 : Il n’y a aucun écran. → Ajoutez au moins une ligne ## Titre de l’écran, puis son texte."),
    "text before": (LESSON.replace("## Un doc", "Perdu.\n\n## Un doc"), "x.md:11 : Ce texte est avant le premier écran : personne ne le verrait. → Mettez-le après une ligne ## Titre de l’écran."),
    "empty screen": (LESSON + "\n## Fin\n", "x.md:31 : L’écran « Fin » est vide. → Écrivez son texte sous le titre."),
    "one sharp": (LESSON + "\n# Fin\n", "x.md:31 : Un titre commence par un seul #. → Écrivez ## pour un nouvel écran."),
    "dashes under text": (LESSON + "\nFin\n---\n\nTexte\n", "x.md:32 : Une ligne de tirets sous un texte en fait un titre. → Laissez une ligne vide avant les tirets, ou effacez-les."),
    "sharps glued": (LESSON.replace("## Trouvez", "##Trouvez"), "x.md:17 : Il manque une espace après les signes #. → Écrivez ## Trouvez le bouton"),
    "skill far from all": (LESSON.replace(": C4", ": X"), "x.md:5 : La compétence « X » n’existe pas. → Dans ce module, les codes vont de C1 à C9."),
    "no description": (LESSON.replace("![Sous le message, le bouton Joindre un fichier, avec un trombone]", "![]"), "x.md:19 : L’image « images/bouton-joindre.svg » n’a pas de description. → Écrivez ce qu’on y voit : ![Le bouton Envoyer, en bas](images/bouton-joindre.svg)"),
    "image elsewhere": (LESSON.replace("(images/bouton", "(../bouton"), "x.md:19 : L’image « ../bouton-joindre.svg » n’est pas dans le dossier images de la leçon. → Écrivez images/nom-de-l-image.svg (sans espace ni accent)."),
    "html": (LESSON + "\n<script>x</script>\n", "x.md:31 : Le code HTML n’est pas accepté. → Écrivez en Markdown, sans signe < au début de la ligne."),
    "html inside": (LESSON + "\nUn <b>mot</b>\n", "x.md:31 : Le code HTML n’est pas accepté : <b> → Enlevez-le, ou écrivez-le entre deux signes `."),
    "real link": (LESSON + "\n[ici](https://impots.gouv.fr)\n", "x.md:31 : Le lien mène à « https://impots.gouv.fr ». → Un lien mène à une adresse inventée qui finit par .example. Une vraie adresse s’écrit sans lien, entre deux **."),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_the_message_says_the_line_and_what_to_type(case):
    text, message = CASES[case]
    reading = read_lesson(text.encode(), REF, "x.md")
    assert reading.value is None
    assert message in said(reading.problems)


def test_all_mistakes_are_told_at_once():
    text = LESSON.replace("minutes: 8", "minutes: huit").replace(": C4", ": Z1").replace("(images/bouton", "(../b") + "\n## Fin\n"
    assert len(read_lesson(text.encode(), REF, "x.md").problems) == 4


def test_an_objective_that_does_not_say_je_sais_is_advised():
    reading = read_lesson(LESSON.replace("objectif: Je sais", "objectif: Savoir").encode(), REF, "x.md")
    assert reading.value is not None
    assert "x.md:4 : L’objectif ne commence pas par « Je sais »." in said(reading.problems)[0]
