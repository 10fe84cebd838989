"""A scenario file: YAML in, a frozen Practice (one Scenario a variant) out, or what is wrong with it."""

from __future__ import annotations

from learning.content import Practice, Scenario, Solution, Sorting
from library.errors import Findings, nearest, one_of
from library.nodes import Node, Table, Text, parse
from library.reading import Reading, fingerprint
from library.rules import read_hints, read_rules
from library.source import decode
from library.typed import Fields, data
from library.variants import check_values, put_in
from library.vocabulary import GESTURES, NAME
from library.world import check_addresses, check_sorting, read_world

NEEDED = ("titre", "consigne", "monde", "aides", "bravo", "solution", "variantes")
OPTIONAL = ("buts", "interdits", "tri", "minutes")
VARIANTS = 3
TASK_NEEDED = ("titre", "consigne", "monde", "solution", "variantes")  # a diagnosis shows neither help nor praise
TASK_OPTIONAL = ("buts", "interdits", "tri")
TASK_VARIANTS = 2
LONGEST = 15  # minutes
_GESTURES = {"ecarter": "aside", "ouvrir": "open", "accepter": "accept"}


def read_scenario(data_: bytes, ref: str, file: str) -> Reading:
    """The practice of lesson `ref` written in `data_`; `file` is its name in messages."""
    return _read(data_, ref, file, ("Mise en situation", NEEDED, OPTIONAL, VARIANTS))


def read_task(data_: bytes, ref: str, file: str) -> Reading:
    """The small task of a diagnosis for lesson `ref`: a practice without help nor praise, in two variants or more."""
    return _read(data_, ref, file, ("Petite tâche", TASK_NEEDED, TASK_OPTIONAL, TASK_VARIANTS))


def _read(data_: bytes, ref: str, file: str, kind: tuple[str, tuple[str, ...], tuple[str, ...], int]) -> Reading:
    what, needed, optional, fewest = kind
    found = Findings(file)
    text = decode(data_, found)
    root = parse(text, found) if text is not None else None
    if root is None:
        return Reading(None, found.problems)
    top = Fields(root, what, needed, optional, found)
    if "buts" not in top.node and "tri" not in top.node and isinstance(root, Table):
        found.say(1, "Il n’y a ni « buts » ni « tri » : rien ne dit quand c’est réussi.", "Ajoutez buts: ou tri:")
    template = Table(tuple((k, v) for k, v in top.node.pairs if k.value != "variantes"), 1)
    variants = _variants(top, fewest, found)
    check_values(template, variants, found)
    scenarios, prose = [], {}
    for name, values in variants.pairs:
        filled = put_in(template, values if isinstance(values, Table) else Table((), name.line), found)
        scenarios.append(_scenario(filled, ref, name, fingerprint(data_), prose, found))
    if not variants.pairs:  # say what else is wrong all the same
        _scenario(template, ref, Text("modele", 1), "", prose, found)
    minutes = _minutes(top, found)
    where = {f"variante:{name.value}": name.line for name, _ in variants.pairs} | {
        f"mot:{k.value}": k.line for k, _ in top.node.pairs
    }
    told = tuple((line, text) for line, text in prose)
    if found.mistakes:
        return Reading(None, found.problems, told, where)
    practice = Practice(ref=ref, title=scenarios[0].title, variants=tuple(scenarios), content=fingerprint(data_), minutes=minutes)
    return Reading(practice, found.problems, told, where)


def _minutes(top: Fields, found: Findings) -> int | None:
    """How long the practice takes, for the warm-up; None when the author does not say."""
    text = top.text("minutes")
    if text and not (text.isascii() and text.isdigit() and 1 <= int(text[:4]) <= LONGEST):
        found.say(
            top.line_of("minutes"),
            f"« minutes » n’est pas un nombre entre 1 et {LONGEST} : {text}",
            "Écrivez par exemple minutes: 4",
        )
        return None
    return int(text) if text else None


def _variants(top: Fields, fewest: int, found: Findings) -> Table:
    """The variants, checked for names, number and likeness."""
    table = top.table("variantes")
    if "variantes" in top.node and len(table.pairs) < fewest:
        found.say(
            top.line_of("variantes"),
            f"Il y a {len(table.pairs)} variante(s) ; il en faut {fewest} ou plus.",
            "Ajoutez une variante : un nom, deux-points, et ses valeurs en retrait.",
        )
    seen: dict[str, Text] = {}
    for name, values in table.pairs:
        if not NAME.fullmatch(name.value):
            found.say(
                name.line,
                f"Le nom de variante « {name.value} » n’est pas écrit comme il faut.",
                "Seulement des lettres sans accent, des chiffres et des tirets.",
            )
        if not isinstance(values, Table):
            found.say(
                name.line, f"La variante « {name.value} » n’a pas de valeurs.", "Écrivez-les dessous, en retrait : mot: valeur"
            )
            continue
        same = seen.setdefault(repr(data(values)), name)
        if same is not name:
            found.say(
                name.line,
                f"La variante « {name.value} » a les mêmes valeurs que « {same.value} ».",
                "Changez les noms, les adresses, les textes.",
            )
    return table


def _scenario(node: Table, ref: str, name: Text, content: str, prose: dict[tuple[int, str], None], found: Findings) -> Scenario:
    """One variant, its values put in. `prose` gathers what the language advice reads."""
    top = Fields(node, "Mise en situation", (), (*NEEDED, *OPTIONAL), found)
    goals = read_rules(top, "buts", found)
    prohibitions = read_rules(top, "interdits", found, goals)
    hints = read_hints(top, goals, found)
    world = read_world(top, found)
    check_addresses(node, found)
    sorting = _sorting(top, world, prose, found) if "tri" in node else None
    for word in ("titre", "consigne", "bravo"):
        prose[top.line_of(word), top.text(word)] = None
    for word in ("buts", "interdits", "aides"):
        for item in top.items(word):
            for key in ("texte", "explication"):
                if isinstance(item, Table) and isinstance(text := item.get(key), Text):
                    prose[text.line, text.value] = None
    return Scenario(
        ref=ref, variant=name.value, title=top.prose("titre"), instruction=top.prose("consigne"), praise=top.prose("bravo"),
        world=data(world, prose=True), goals=goals, prohibitions=prohibitions, hints=hints, sorting=sorting,
        solutions=_solutions(top, found), content=content,
    )  # fmt: skip


def _sorting(top: Fields, world: Node, prose: dict[tuple[int, str], None], found: Findings) -> Sorting:
    tri = Fields(top.node.get("tri"), "Tri", ("pieges", "vrais"), ("geste",), found)
    gesture = tri.text("geste") or "ecarter"
    if gesture not in _GESTURES:
        found.say(tri.line_of("geste"), f"Tri : le geste « {gesture} » n’existe pas.", one_of(gesture, _GESTURES))
    traps, genuine = tri.table("pieges"), tri.table("vrais")
    check_sorting(traps, genuine, world, found, _GESTURES.get(gesture, "aside"))
    sides = []
    for side in (traps, genuine):
        reasons = Fields(side, "Tri", (), [k.value for k, _ in side.pairs], found)
        sides.append({k.value: reasons.prose(k.value) for k, _ in side.pairs})
        prose.update({(why.line, why.value): None for _k, why in side.pairs if isinstance(why, Text)})
    return Sorting(gesture=_GESTURES.get(gesture, "aside"), traps=sides[0], genuine=sides[1])


def _solutions(top: Fields, found: Findings) -> tuple[Solution, ...]:
    """The ways through. Whether they play is seen by `library.check`, which rehearses them."""
    solutions = []
    for item in top.items("solution"):
        way = Fields(item, "Solution", ("nom", "gestes"), (), found)
        steps = []
        for step in way.items("gestes"):
            if not (isinstance(step, Table) and len(step.pairs) == 1):
                found.say(step.line, "Un geste est une seule ligne mot: valeur.", "Par exemple - clic: envoyer")
                continue
            gesture, value = step.pairs[0]
            if gesture.value not in GESTURES:
                near = nearest(gesture.value, GESTURES)
                found.say(
                    gesture.line,
                    f"Le geste « {gesture.value} » n’existe pas.",
                    f"Vouliez-vous écrire « {near} » ?" if near else f"Les gestes sont : {', '.join(GESTURES)}.",
                )
            elif (gesture.value == "ecrire") != isinstance(value, Table):
                cure = (
                    'Écrivez - ecrire: {nom-de-la-case: "texte"}'
                    if gesture.value == "ecrire"
                    else f"Écrivez - {gesture.value}: puis un seul texte."
                )
                found.say(gesture.line, f"Le geste « {gesture.value} » est mal écrit.", cure)
            steps.append(data(step))
        if "gestes" in way.node and not steps:
            found.say(
                way.line_of("gestes"),
                "Cette solution n’a aucun geste.",
                "Écrivez les gestes un par un, avec un tiret : - clic: …",
            )
        solutions.append(Solution(name=way.prose("nom"), steps=tuple(steps)))
    if "solution" in top.node and not solutions:
        found.say(
            top.line_of("solution"), "Il n’y a aucune solution.", "Écrivez au moins une façon de réussir : - nom: … puis gestes:"
        )
    return tuple(solutions)
