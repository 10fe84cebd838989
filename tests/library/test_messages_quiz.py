"""Golden messages: each mistake in a quiz, its line, what to type."""

import pytest

from library.quiz_file import read_quiz
from tests.library.samples import QUIZ, REF, said

FEEDBACK = "  > Cela marche aussi, mais la mairie devra chercher à quoi vous répondez.\n"
CASES = {
    "no title": (QUIZ.replace("titre: ", "tire: "), "x.md:2 : Le mot « tire » est inconnu dans l’en-tête. → Vouliez-vous écrire « titre » ?"),
    "no question": ("---\ntitre: a\n---\n", "x.md:4 : Il n’y a aucune question. → Ajoutez une ligne ## Titre de la question {#nom}, puis les choix."),
    "no id": (QUIZ.replace(" {#ordre}", ""), "x.md:20 : La question « Mettez dans l’ordre » n’a pas de nom. → Tapez {#un-nom} à la fin du titre, ou lancez python -m library.check --fix"),
    "odd id": (QUIZ.replace("{#ordre}", "{#L’ordre}"), "x.md:20 : Le nom {#L’ordre} n’est pas écrit comme il faut. → Seulement des lettres sans accent, des chiffres et des tirets : {#mon-nom}."),
    "same id": (QUIZ.replace("{#mots}", "{#ordre}"), "x.md:31 : Le nom {#ordre} est déjà pris, ligne 20. → Donnez un autre nom à cette question."),
    "no box": (QUIZ.replace("- [ ] J’écris", "- J’écris"), "x.md:9 : Il manque la case devant ce choix. → Écrivez - [ ] devant un choix faux, - [x] devant un bon choix, avec une espace après."),
    "odd box": (QUIZ.replace("- [ ] J’écris", "- [] J’écris"), "x.md:9 : La case devant ce choix est mal écrite. → Écrivez - [ ] devant un choix faux, - [x] devant un bon choix, avec une espace après."),
    "no right option": (QUIZ.replace("[x]", "[ ]"), "x.md:5 : Aucun choix n’est bon. → Mettez un x dans la case du bon choix : - [x]"),
    "no feedback": (QUIZ.replace(FEEDBACK, ""), "x.md:9 : Il n’y a pas de réponse sous ce choix. → Ajoutez dessous une ligne : deux espaces, le signe > puis ce que vous dites à la personne."),
    "feedback at the margin": (QUIZ.replace(FEEDBACK, FEEDBACK.strip() + "\n"), "x.md:10 : Cette réponse n’est pas sous son choix. → Mettez deux espaces devant le signe > pour la ranger sous le choix."),
    "same option": (QUIZ.replace("J’attends un courrier en papier", "J’écris un nouveau message"), "x.md:13 : Le choix « J’écris un nouveau message. » est écrit deux fois. → Changez-le ou enlevez-le."),
    "one item": (QUIZ.replace("2. Je clique sur Joindre un fichier.\n3. Je lis le nom du fichier joint.\n4. Je clique sur Envoyer.\n", ""), "x.md:20 : Il n’y a qu’un élément : il n’y a rien à ranger. → Écrivez-en au moins deux."),
    "no explanation": (QUIZ.replace("> On vérifie le nom avant l’envoi : après, le message est parti.\n", ""), "x.md:20 : Il manque l’explication après les réponses. → Ajoutez une ligne vide, puis le signe > et une phrase."),
    "three columns": (QUIZ.replace("| Mot | Sens |\n|---|---|", "| Mot | Sens | Plus |\n|---|---|---|"), "x.md:33 : Le tableau a 3 colonne(s). → Un tableau à relier a deux colonnes : | à gauche | à droite |"),
    "a row of three": (QUIZ.replace("| Objet | Le", "| Objet | de | Le"), "x.md:36 : Cette ligne du tableau n’a pas deux cases. → Écrivez | à gauche | à droite |"),
    "an empty cell": (QUIZ.replace("| Objet | Le sujet du message |", "| Objet | |"), "x.md:36 : Une case du tableau est vide. → Remplissez les deux cases de la ligne."),
    "same cell": (QUIZ.replace("Le sujet du message", "Un document enregistré"), "x.md:31 : Deux éléments ont le même texte : on ne peut pas les distinguer. → Changez l’un des deux."),
    "no accepted answer": (QUIZ.replace("Réponse : Envoyer / le bouton Envoyer", "Réponse :"), "x.md:45 : « Réponse : » n’est suivi de rien. → Écrivez Réponse : puis ce qu’il faut taper ; séparez plusieurs réponses par une barre : a / b"),
    "two kinds": (QUIZ.replace("### Indice", "1. Un\n2. Deux\n\n### Indice"), "x.md:16 : Cette question a deux sortes de réponses. → Faites-en deux questions, chacune avec son ##."),
    "no answers": (QUIZ + "\n## Et après ? {#apres}\n\nDites.\n", "x.md:49 : La question n’a pas de réponses. → Ajoutez des choix (- [ ] et - [x]), une liste 1. 2. 3., un tableau de deux colonnes, ou Réponse : …"),
    "odd subtitle": (QUIZ.replace("### Indice", "### Aide"), "x.md:16 : Le titre « Aide » n’est pas attendu dans une question. → Le seul titre possible est ### Indice ; une nouvelle question commence par ##."),
    "empty hint": (QUIZ.replace("Cherchez le bouton sous le message de la mairie.\n", ""), "x.md:5 : L’indice est vide. → Écrivez un texte sous ### Indice, ou enlevez ce titre."),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_the_message_says_the_line_and_what_to_type(case):
    text, message = CASES[case]
    reading = read_quiz(text.encode(), REF, "x.md")
    assert reading.value is None
    assert message in said(reading.problems)


def test_an_answer_at_the_margin_is_told_once_and_hides_nothing_else():
    text = QUIZ.replace(FEEDBACK, FEEDBACK.strip() + "\n")
    assert len(read_quiz(text.encode(), REF, "x.md").problems) == 1
