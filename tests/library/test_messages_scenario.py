"""Golden messages: each mistake in a scenario, its line, what to type."""

import pytest

from library.scenario_file import read_scenario
from tests.library.samples import REF, SCENARIO, said

ONE_COLON = "→ Mettez la phrase à la ligne, après une barre |."


def changed(before: str, after: str) -> str:
    assert before in SCENARIO
    return SCENARIO.replace(before, after)


CASES = {
    "missing word": (changed("bravo: |", "brvo: |"), "Mise en situation : le mot « brvo » est inconnu. → Vouliez-vous écrire « bravo » ?"),
    "no goal": (changed("buts:\n", "but:\n"), "Il n’y a ni « buts » ni « tri » : rien ne dit quand c’est réussi. → Ajoutez buts: ou tri:"),
    "colon in a sentence": (changed("objet: Votre inscription", "objet: Attention : lisez"), f"Il y a des deux-points dans la phrase : la lecture s’arrête là. {ONE_COLON}"),
    "colon in a listed sentence": (changed("- Merci d’avance.", "- Merci : à bientôt"), f"Les deux-points coupent cette phrase après « Merci ». {ONE_COLON}"),
    "comma between braces": (changed('"2,4 Mo"', "2,4 Mo"), "Entre accolades, la virgule coupe : « 4 Mo » est lu comme un mot de plus. → Mettez la valeur entre guillemets, par exemple taille: \"2,4 Mo\""),
    "tab": (changed("      nom: Maryvonne", "\t  nom: Maryvonne"), "La ligne commence par une tabulation. → Remplacez-la par des espaces."),
    "same word twice": (changed("      nom: Maryvonne Tréguidel", "      moi: Maryvonne Tréguidel"), "« moi » est écrit deux fois (déjà ligne 9). → Gardez un seul des deux."),
    "alias": (changed("objet: Votre inscription", "objet: &a Votre"), "Les signes & et * (renvois) ne sont pas acceptés ici. → Recopiez la valeur. Pour une phrase : Mettez la phrase à la ligne, après une barre |."),
    "tag": (changed("objet: Votre inscription", "objet: !!binary Votre"), "Le signe ! au début d’une valeur n’est pas accepté. → Mettez la phrase à la ligne, après une barre |."),
    "quotes not closed": (changed('date: "10:42"', 'date: "10:42'), "Les guillemets de cette ligne ne sont pas bien fermés. → Fermez-les."),
    "brace not closed": (changed('taille: "95 Ko"}', 'taille: "95 Ko"'), "Un crochet ou une accolade ouvert ici n’est pas fermé, ou il manque une virgule."),
    "unknown fact": (changed("fait: courriel.envoye\n    ou: {a", "fait: courriel.envoyé\n    ou: {a"), "Le fait « courriel.envoyé » est inconnu. → Vouliez-vous écrire « courriel.envoye » ?"),
    "unknown operator": (changed("seulement:", "seulemant:"), "ou : l’opérateur « seulemant » est inconnu. → Vouliez-vous écrire « seulement » ?"),
    "a bare list": (changed("{seulement: [<fichier>]}", "[<fichier>]"), "ou : « pieces » est une liste : on ne sait pas s’il les faut toutes. → Écrivez pieces: {seulement: […]} ou pieces: {parmi: […]}"),
    "a list is needed": (changed("[<fichier>]}", "x <fichier>}"), "ou : « seulement » veut une liste. → Écrivez {seulement: [un, deux]}"),
    "a list is needed after sauf": (changed("{contient: photo-jardin.jpg}", "{sauf: photo-jardin.jpg}"), "ou : « sauf » veut une liste. → Écrivez {sauf: [un, deux]}"),
    "unknown fact in another way": (changed("    fait: courriel.envoye\n    ou: {a", "    fait: courriel.ouvert\n    ou_bien: [{fait: courriel.envoyé}]\n    ou: {a"), "Le fait « courriel.envoyé » est inconnu. → Vouliez-vous écrire « courriel.envoye » ?"),
    "another way without a fact": (changed("    ou: {a: <adresse>", "    ou_bien: [{ou: {a: x}}]\n    ou: {a: <adresse>"), "Ou bien : il manque « fait »."),
    "unknown gesture of a lot": (changed("variantes:", "tri:\n  geste: ouvrire\n  pieges: {}\n  vrais: {demande: Vrai.}\n\nvariantes:"), "Tri : le geste « ouvrire » n’existe pas. → Vouliez-vous écrire « ouvrir » ?"),
    "a lot to open without a file": (changed("variantes:", "tri:\n  geste: ouvrir\n  pieges: {}\n  vrais: {demande: Vrai.}\n\nvariantes:"), "Message « demande » : il n’a pas de fichier joint à ouvrir."),
    "bad pattern": (changed("{contient: photo-jardin.jpg}", '{motif: "["}'), "ou : le motif ne se lit pas"),
    "unknown goal after": (changed("    ou: {a: <adresse>", "    apres: lire\n    ou: {a: <adresse>"), "apres : aucun but n’a l’id « lire »."),
    "goal waits for itself": (changed("    ou: {a: <adresse>", "    apres: envoyer\n    ou: {a: <adresse>"), "Le but « envoyer » attend un but qui l’attend. → Enlevez un des deux apres."),
    "prohibition before an unknown goal": (changed("    explication: |\n      La photo", "    avant: lire\n    explication: |\n      La photo"), "avant : aucun but n’a l’id « lire ». → Mots acceptés : envoyer."),
    "hard spaces": (changed("    fait: courriel.envoye", "\u00a0\u00a0\u00a0\u00a0fait: courriel.envoye"), "Le retrait de cette ligne a une espace insécable. → Effacez le retrait et tapez des espaces."),
    "long dash": (changed("      - clic: mail-demande", "      – clic: mail-demande"), "Cette ligne commence par un tiret long. → Tapez le tiret court du clavier"),
    "text after quotes": (changed("document: votre ordonnance", 'document: "votre" ordonnance'), "Il y a du texte après les guillemets fermés. → Mettez la phrase à la ligne, après une barre |"),
    "no explanation": (changed("    explication: |\n      La photo du jardin est partie avec le message. Lisez le nom du fichier avant d’envoyer.\n", ""), "Interdit : il manque « explication ». → Ajoutez explication: …"),
    "hint for an unknown goal": (changed("{but: envoyer, texte: Ouvrez", "{but: envoyé, texte: Ouvrez"), "Aide : aucun but n’a l’id « envoyé ». → Vouliez-vous écrire « envoyer » ?"),
    "last hint shows nothing": (changed(", reponse: oui}", "}"), "La dernière aide ne montre pas la réponse. → Ajoutez reponse: oui à la dernière aide."),
    "neither yes nor no": (changed("reponse: oui", "reponse: true"), "Aide : « reponse » vaut oui ou non, pas « true ». → Écrivez reponse: oui ou enlevez la ligne."),
    "target with a sharp": (changed("cible: joindre", 'cible: "#joindre"'), "Aide : la cible s’écrit sans #. → Écrivez cible: joindre"),
    "two variants": (SCENARIO[: SCENARIO.index("  association:")], "Il y a 2 variante(s) ; il en faut 3 ou plus."),
    "twin variants": (changed(SCENARIO[SCENARIO.index("  association:") :], "  double:" + SCENARIO[SCENARIO.index("  medecin:") + 10 : SCENARIO.index("  association:")]), "La variante « double » a les mêmes valeurs que « medecin »."),
    "no value": (changed("    objet: Votre inscription\n", ""), "La variante « mairie » n’a pas de valeur pour <objet>. → Ajoutez-y une ligne objet: …"),
    "no value anywhere": (changed("objet: <objet>", "objet: <objett>"), "<objett> n’a de valeur dans aucune variante. → Vouliez-vous écrire <objet> ?"),
    "useless value": (changed("    objet: Votre inscription\n", "    objet: Votre inscription\n    ville: Plou\n"), "La valeur « ville » ne sert nulle part. → Écrivez <ville> là où elle doit paraître, ou enlevez-la."),
    "value within itself": (changed("document: votre ordonnance", "document: un <document>"), "<document> se contient lui-même. → Écrivez la valeur en toutes lettres."),
    "list inside a text": (changed("document: votre ordonnance", "document: [a, b]"), "<document> est une liste ou une accolade, au milieu d’un texte."),
    "real address": (changed("accueil@mairie-plou.example", "accueil@mairie.fr"), "L’adresse « accueil@mairie.fr » ne finit pas par .example. → Inventez une adresse qui finit par .example : mairie.plou.example"),
    "unknown site": (changed("onglets: [courriel]", "onglets: [courier]"), "Le site « courier » est inconnu. → Vouliez-vous écrire « courriel » ?"),
    "site without start": (changed("onglets: [courriel]", "onglets: [courriel, pages]"), "Monde : le site « pages » n’a pas de départ sous « sites ». → Ajoutez pages: … sous sites:"),
    "address without page": (changed("  sites:\n", "  adresses: {plou.example: pages}\n  sites:\n"), "Monde : « pages » n’a pas de page pour plou.example. → Ajoutez plou.example: … sous sites:, pages:"),
    "no solution": (changed(SCENARIO[SCENARIO.index("solution:") : SCENARIO.index("variantes:")], "solution: []\n\n"), "Il n’y a aucune solution. → Écrivez au moins une façon de réussir : - nom: … puis gestes:"),
    "unknown gesture": (changed("- clic: joindre", "- click: joindre"), "Le geste « click » n’existe pas. → Vouliez-vous écrire « clic » ?"),
    "sort an unknown message": (changed("variantes:", "tri:\n  pieges: {demande: Faux.}\n  vrais: {demandes: Vrai.}\n\nvariantes:"), "Tri : aucun message n’a l’id « demandes ». → Vouliez-vous écrire « demande » ?"),
    "trap without cue": (changed("variantes:", "tri:\n  pieges: {demande: Faux.}\n  vrais: {demandes: Vrai.}\n\nvariantes:"), "Message « demande » : un piège a au moins un indice."),
    "unknown cue": (changed("          date:", "          indices: [adrese]\n          date:").replace("variantes:", "tri:\n  pieges: {demande: Faux.}\n  vrais: {}\n\nvariantes:"), "Message « demande » : l’indice « adrese » est inconnu. → Vouliez-vous écrire « adresse » ?"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_the_message_says_what_to_type(case):
    text, message = CASES[case]
    reading = read_scenario(text.encode(), REF, "x.yaml")
    assert reading.value is None
    assert any(message in line for line in said(reading.problems)), said(reading.problems)


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("fait: courriel.envoye\n    ou: {pieces", "fait: courriel.x\n    ou: {pieces", 37),
        ("cible: joindre", 'cible: "#joindre"', 44),
        ("2,4 Mo", "2,4 Mo", 0),
    ],
)
def test_the_line_is_the_one_to_correct(before, after, line):
    problems = read_scenario(changed(before, after).encode(), REF, "x.yaml").problems
    text = changed(before, after).split("\n")
    assert all(after.split("\n")[0] in text[p.line - 1] for p in problems)
    assert bool(problems) == bool(line)


def test_every_sentence_with_a_colon_is_told_at_once():
    text = changed("objet: Votre inscription", "objet: Attention : lisez").replace(
        "objet: Votre adhésion", "objet: Rappel : lisez"
    )
    problems = read_scenario(text.encode(), REF, "x.yaml").problems
    assert len(problems) == 2


def test_a_colon_after_a_bar_is_free():
    text = changed("objet: Votre inscription", "objet: |\n      Attention : lisez : bien")
    assert read_scenario(text.encode(), REF, "x.yaml").value.variants[0].world["sites"]["courriel"]["messages"][0]["objet"] == (
        "Attention\u00a0: lisez\u00a0: bien"
    )


def test_mistakes_of_every_part_are_told_at_once():
    text = (
        changed("seulement:", "seulemant:")
        .replace("cible: joindre", 'cible: "#joindre"')
        .replace("accueil@mairie-plou.example", "a@b.fr")
    )
    text = text.replace("- clic: envoyer", "- clik: envoyer").replace("    objet: Votre inscription\n", "")
    assert len(read_scenario(text.encode(), REF, "x.yaml").problems) == 5


def test_a_goal_may_be_reached_by_another_way_and_a_number_is_not_an_address():
    text = changed("    ou: {a: <adresse>", '    ou_bien: [{fait: courriel.ouvert, ou: {a: "33700"}}]\n    ou: {a: <adresse>')
    goal = read_scenario(text.encode(), REF, "x.yaml").value.variants[0].goals[0]
    assert [(way.fact, way.where) for way in goal.otherwise] == [("courriel.ouvert", {"a": "33700"})]
