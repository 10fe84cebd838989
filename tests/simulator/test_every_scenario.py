"""Every practice and every small task of the author files, in each variant: played to the end, and walked at random."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from learning.content import Scenario
from library import open_shelf
from simulator import browser
from simulator.goals import lot
from simulator.player import NotOffered, Player, play
from simulator.practice import Practice
from simulator.sites import SITES
from tests.simulator.page_rules import faults
from tests.simulator.tidying import TIDY, home, messages, to_tab
from tests.simulator.tidying.bank import STOPPED_FOR_GOOD
from tests.simulator.tidying.social import BAVARDINE

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "scenarios").rglob("*.yaml"))
SHELF = open_shelf(ROOT)
FOUND = [s for p in (SHELF.practice(f"{f.parent.name}/{f.stem}") for f in FILES) if p for s in p.variants]
TASK_FILES = sorted((ROOT / "diagnosis").rglob("*.yaml"))
TASKS = [s for p in (SHELF.task(f"{f.parent.name}/{f.stem}") for f in TASK_FILES) if p for s in p.variants]
HOME = "https://courriel.pigeon.example"
PASSING = ("fenetre-", "accepter", "refuser", "reponse-", "raccrocher", "journal-", *STOPPED_FOR_GOOD)
TYPED = ("Bonjour,\nmerci", "<b>é", "lea@pigeon.example", "lea pigeon", "🎂", "")


def cases(told: list[Scenario]):
    return pytest.mark.parametrize("told", told, ids=lambda s: f"{s.ref}:{s.variant}")


practised, asked, every = cases(FOUND), cases(TASKS), cases(FOUND + TASKS)
every_lot = cases([s for s in FOUND + TASKS if s.sorting])


@pytest.mark.skipif(not FILES, reason="the folder has no scenario yet")
def test_every_file_gives_its_practice():
    assert FOUND and {s.ref for s in FOUND} == {f"{f.parent.name}/{f.stem}" for f in FILES}, SHELF.problems
    assert {s.ref for s in TASKS} == {f"{f.parent.name}/{f.stem}" for f in TASK_FILES}, SHELF.problems


@pytest.mark.parametrize("site", SITES)
def test_each_site_is_played_in_two_practices_at_least(site):
    assert len({told.ref for told in FOUND if site in (told.world.get("sites") or {})}) >= 2


@asked
def test_every_solution_of_a_small_task_is_right_at_the_first_try_and_doing_nothing_is_not(told):
    for solution in told.solutions:
        assert play(told, solution, once=True).right, solution.name
    idle = Practice(told, "e", once=True)
    idle.finish()
    assert idle.ended and not idle.right


@practised
def test_at_least_two_solutions_play_to_the_end_alone_and_without_harm(told):
    assert len(told.solutions) >= 2
    for solution in told.solutions:
        practice = play(told, solution)
        end = practice.happening(told.ref)
        assert practice.state.ended and end.done and end.help == "none" and not practice.state.broken, solution.name
        assert end.traps_accepted == end.genuine_rejected == 0


@every
def test_every_target_of_a_hint_stands_on_a_page_that_a_solution_shows(told):
    seen: set[str] = set()
    for solution in told.solutions:
        player = Player(told)
        for step in solution.steps:
            seen |= {e.id for e in player.page.elements}
            player.do(step)
    assert not {h.target for h in told.hints if h.target} - seen


@every
def test_every_page_of_a_solution_keeps_the_rules_of_pages(told):
    for solution in told.solutions:
        player = Player(told)
        for step in solution.steps:
            assert faults(player.practice.payload()["html"]) == [], step
            player.do(step)


@every
def test_every_message_opens_and_renders(told):
    player = Player(told)
    for message in messages(told):
        player.do({"adresse": f"{HOME}/message/{message['id']}"})
        assert player.page.find("expediteur") and faults(player.page.html) == []
        for n, _ in enumerate(message.get("pieces") or (), 1):
            player.do({"adresse": f"{HOME}/piece/{message['id']}/{n}"})
            assert faults(player.page.html) == []


@every
def test_every_link_leads_to_a_site_that_answers(told):
    world = browser.init(told.world)
    links = [value for word, value in strings(told.world) if word == "lien"]
    assert [link for link in links if browser.site_at(world, browser.whole(link)) is None] == []


@every
def test_every_prohibition_and_every_message_of_a_lot_is_explained(told):
    assert [r.id for r in told.prohibitions if len(r.explanation.split()) < 4] == []
    if told.sorting:
        assert all(len(why.split()) >= 3 for why in (*told.sorting.traps.values(), *told.sorting.genuine.values()))
    assert told.instruction.strip() and all(h.text.strip() for h in told.hints)


@practised
def test_every_practice_says_at_its_end_what_was_learnt(told):
    assert told.praise.strip()


@every
def test_no_address_is_outside_example(told):
    hosts = set(browser.init(told.world).hosts)
    for word, value in strings(told.world):
        if word in ("lien", "adresse", "moi", "a", "cc"):
            hosts.add(re.sub(r"^.*?(://|@)", "", value).split("/")[0].lower())
    assert hosts and all(h.endswith(".example") for h in hosts), hosts


def strings(value, word=""):
    """All texts of a world, each with the nearest word before it."""
    if isinstance(value, str):
        yield word, value
    for key, part in value.items() if hasattr(value, "items") else ():
        yield from strings(part, key)
    for part in value if isinstance(value, list | tuple) else ():
        yield from strings(part, word)


# ---------------------------------------------------------------------------------------------------- lots to sort
@every_lot
def test_a_lot_has_as_many_genuine_messages_as_traps_and_no_other(told):
    traps, genuine = set(told.sorting.traps), set(told.sorting.genuine)
    inbox = {m["id"] for m in lot(told.world, told.sorting.gesture) if m.get("dossier", "recus") == "recus"}
    assert len(traps) == len(genuine) and not traps & genuine and traps | genuine <= inbox
    if told.sorting.gesture != "open" and not told.goals:  # the whole inbox is to be sorted
        assert traps | genuine == inbox


@cases([s for s in FOUND + TASKS if s.sorting and s.sorting.gesture == "aside"])
def test_every_trap_has_a_true_cue_and_a_report_with_it_counts(told):
    for message in (m for m in messages(told) if m["id"] in told.sorting.traps):
        assert message["indices"]
        for cue in message["indices"]:
            player = Player(told)
            for name in (f"mail-{message['id']}", "signaler", f"indice-{cue}"):
                player.click(name)
            player.practice.finish()
            assert [(s.rejected, s.cue) for s in player.practice.state.verdict if s.id == message["id"]] == [(True, True)]


@every_lot
def test_doing_nothing_and_rejecting_everything_are_not_discernment(told):
    gesture = told.sorting.gesture
    waiting = gesture != "aside"  # what nothing is done with is rejected
    idle = Player(told)
    idle.practice.finish()
    assert not idle.practice.right and (waiting or not idle.practice.state.done)
    eager = Player(told)
    for name in (m["id"] for m in lot(told.world, gesture) if m["id"] in {*told.sorting.traps, *told.sorting.genuine}):
        eager.do({"adresse": f"{BAVARDINE}/personne/{name}" if gesture == "accept" else f"{HOME}/message/{name}"})
        eager.click({"accept": f"accepter-{name}", "open": f"piece-{name}-1", "aside": "supprimer"}[gesture])
    eager.practice.finish()
    end = eager.practice.happening(told.ref)
    assert end.traps_accepted >= len(told.sorting.traps) if waiting else end.genuine_rejected == len(told.sorting.genuine)


# ------------------------------------------------------------------------------------------------------- the walk
@every
@pytest.mark.parametrize("seed", [0, *(pytest.param(n, marks=pytest.mark.course) for n in (1, 2))])
def test_after_any_walk_every_page_renders_and_everything_can_still_be_done(told, seed):
    player, chance = Player(told), random.Random(f"{told.ref} {told.variant} {seed}")
    for _ in range(60):
        if player.practice.state.ended:
            break
        wander(player, chance)
        assert faults(player.practice.payload()["html"]) == []
    if player.practice.state.ended:
        return
    tidy(player)
    harmed = any(rule.dangerous for rule in player.practice.state.broken)
    spoilt = {s.id for s in player.practice.verdict if s.trap and not s.rejected} if opens(told) else set()
    begun = player.practice.world.opened
    for step in told.solutions[seed % len(told.solutions)].steps:
        if not player.practice.state.ended:
            do_or_pass(player, renumbered(step, begun, len(player.practice.world.starts)))
    state = player.practice.state
    assert state.ended and all(done for _, done in state.goals) and (state.done or harmed or spoilt)
    assert all(s.trap == s.rejected for s in state.verdict if s.id not in spoilt)


def opens(told: Scenario) -> bool:
    """A file that was opened stays opened: the walk may have spoilt the lot for good."""
    return told.sorting is not None and told.sorting.gesture == "open"


def renumbered(step: dict, begun: int, starts: int) -> dict:
    """A step with the name that a tab has when the walk opened others before it: tabs are numbered as they open."""
    tab = re.fullmatch(r"(onglet|fermer)-t(\d+)", str(step.get("clic", "")))
    return {"clic": f"{tab[1]}-t{int(tab[2]) - starts + begun}"} if tab and int(tab[2]) >= starts else step


def do_or_pass(player: Player, step: dict) -> None:
    """A button that waits (a sheet handed in already, just so), a window or a call answered already, is passed over."""
    try:
        player.do(step)
    except NotOffered as refused:
        if "pas encore actif" not in str(refused) and not str(step.get("clic", "")).startswith(PASSING):
            raise


def wander(player: Player, chance: random.Random) -> None:
    page = player.page
    fields = [e.id for e in page.elements if e.tag in ("input", "textarea")]
    if fields and chance.random() < 0.3:
        player.type({chance.choice(fields): chance.choice(TYPED)})
    buttons = [e.id for e in page.clicks] + [e.id for e in page.elements if e.attributes.get("type") == "submit"]
    player.click(chance.choice(buttons))


def tidy(player: Player) -> None:
    """What a person can do by herself: close what is open, go home, put everything back where it was, write the drafts again."""
    for name in ("fichiers-annuler", "indice-annuler", "contacts-annuler", "ranger-annuler", "enregistrer-annuler"):
        if player.page.find(name):
            player.click(name)
    for tab in (f"t{n}" for n, _ in enumerate(player.practice.world.starts)):
        home(player)
        to_tab(player, tab)
        home(player)
    for tab in player.practice.world.tabs[len(player.practice.world.starts) :]:
        to_tab(player, tab.id)
        player.click(f"fermer-{tab.id}")
    for number, start in enumerate(player.practice.world.starts):
        to_tab(player, f"t{number}")
        change_mind(player)
        put_back = TIDY.get(browser.site_at(player.practice.world, start))
        if put_back:
            put_back(player)
        home(player)
    to_tab(player, "t0")


def change_mind(player: Player) -> None:
    """A window that a button of another opened leads back to it: « Changer d’avis », « Retour »."""
    for ending in ("-changer", "-retour"):
        if name := next((e.id for e in player.page.clicks if e.id.startswith("fenetre-") and e.id.endswith(ending)), None):
            player.click(name)
