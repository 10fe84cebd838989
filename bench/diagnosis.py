"""How well « where do I stand? » places invented people, against asking everything and against a fixed order.

    python -m bench.diagnosis [--seed 2026] [--people 5000] [--module courriel] [--set NEAR=1 KNOWN=0.5 …]

Each person has a true state and true slip and guess rates, which are not those that the rule believes; all methods meet the same
people and the same answers. `skip`: judged known, not known (she would skip a lesson she needs). `again`: judged not known, known
(she sees again what she knows). Both are shares of all skills; « cost » counts a skip twice. `--set` tries other constants. At the end, people who never slip nor guess, each state once, against
the most states that any rule could tell apart with as many misses."""

from __future__ import annotations

import argparse
import random
import statistics
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from learning import diagnosis
from learning.diagnosis import MAX_MISSES, Answer, Graph, graph, next_task, prior, standing
from library import open_shelf

ROOT = Path(__file__).resolve().parent.parent
COURRIEL = {
    "ouvrir-un-message": (),
    "ecrire-un-message": ("ouvrir-un-message",),
    "repondre-au-bon-destinataire": ("ecrire-un-message",),
    "joindre-un-fichier": ("ecrire-un-message",),
    "ouvrir-une-piece-jointe": ("ouvrir-un-message",),
    "ranger-ses-messages": ("ouvrir-un-message",),
    "reconnaitre-un-piege": ("ouvrir-un-message",),
    "verifier-par-un-autre-chemin": ("reconnaitre-un-piege",),
    "signaler-un-message": ("reconnaitre-un-piege",),
}

Judged = tuple[Mapping[str, bool], Sequence[Answer]]
Method = Callable[[Graph, Mapping[str, bool]], Judged]


@dataclass(frozen=True)
class Population:
    """Who is met: `ability` = the two parameters of a Beta law, None = every state as likely; true rates; share outside the graph."""

    name: str
    ability: tuple[float, float] | None = (1, 1)
    slip: float = 0.12
    guess: float = 0.05
    outside: float = 0.0


POPULATIONS = (
    Population("as believed"),
    Population("sure hands", slip=0.05, guess=0.0),
    Population("shaky hands", slip=0.25),
    Population("lucky", guess=0.10),
    Population("shaky and lucky", slip=0.25, guess=0.10),
    Population("mostly beginners", (1, 3)),
    Population("mostly at ease", (3, 1)),
    Population("at ease but shaky", (3, 1), slip=0.25),
    Population("every state as likely", None),
    Population("3 in 10 outside the graph", outside=0.3),
    Population("all outside, shaky, lucky", slip=0.25, guess=0.10, outside=1.0),
)


# ------------------------------------------------------------------------------------------------------ people
def people(
    population: Population, asked: Graph, count: int, rng: random.Random
) -> Iterator[tuple[frozenset[str], dict[str, bool]]]:
    """What each person knows, and how she would answer each task."""
    states = sorted(prior(asked), key=sorted)
    for _ in range(count):
        ability = rng.betavariate(*population.ability) if population.ability else 0.5
        if rng.random() < population.outside:
            known = frozenset(ref for ref in asked if rng.random() < ability)
        elif population.ability is None:
            known = rng.choice(states)
        else:
            known = _learnt(asked, ability, rng)
        yield known, {ref: rng.random() < (1 - population.slip if ref in known else population.guess) for ref in asked}


def _learnt(asked: Graph, ability: float, rng: random.Random) -> frozenset[str]:
    known: set[str] = set()
    for ref in in_order(asked):
        if known.issuperset(asked[ref]) and rng.random() < ability:
            known.add(ref)
    return frozenset(known)


def in_order(asked: Graph) -> list[str]:
    """Prerequisites first, else the path's order."""
    order: list[str] = []
    while len(order) < len(asked):
        order.append(next(ref for ref, needs in asked.items() if ref not in order and set(needs) <= set(order)))
    return order


# ------------------------------------------------------------------------------------------------------ methods
def adaptive(asked: Graph, would: Mapping[str, bool]) -> Judged:
    """The rule under test."""
    given: list[Answer] = []
    while (ref := next_task(asked, given)) is not None:
        given.append(Answer(ref, would[ref]))
    return standing(asked, given), given


def everything_plain(asked: Graph, would: Mapping[str, bool]) -> Judged:
    """Every task once; known if done."""
    return dict(would), [Answer(ref, would[ref]) for ref in asked]


def everything_bayes(asked: Graph, would: Mapping[str, bool]) -> Judged:
    """Every task once; judged by the same posterior: the best that tasks asked once allow."""
    given = [Answer(ref, would[ref]) for ref in asked]
    return standing(asked, given), given


def fixed_plain(asked: Graph, would: Mapping[str, bool]) -> Judged:
    """The path's order until three misses; known if done."""
    given: list[Answer] = []
    for ref in in_order(asked):
        if sum(not answer.right for answer in given) < MAX_MISSES:
            given.append(Answer(ref, would[ref]))
    done = {answer.lesson for answer in given if answer.right}
    return {ref: ref in done for ref in asked}, given


def fixed_bayes(asked: Graph, would: Mapping[str, bool]) -> Judged:
    """The path's order until three misses; judged by the same posterior."""
    given = fixed_plain(asked, would)[1]
    return standing(asked, given), given


METHODS: Mapping[str, Method] = {
    "adaptive": adaptive,
    "all, plain": everything_plain,
    "all, Bayes": everything_bayes,
    "order, plain": fixed_plain,
    "order, Bayes": fixed_bayes,
}


# ------------------------------------------------------------------------------------------------------ measures
@dataclass
class Tally:
    """What one method did to one population."""

    skills: int = 0
    skip: int = 0
    again: int = 0
    whole: list[bool] = field(default_factory=list)
    tasks: list[int] = field(default_factory=list)
    misses: list[int] = field(default_factory=list)

    def add(self, known: frozenset[str], judged: Judged) -> None:
        standings, given = judged
        skip = sum(said and ref not in known for ref, said in standings.items())
        again = sum(not said and ref in known for ref, said in standings.items())
        self.skills += len(standings)
        self.skip += skip
        self.again += again
        self.whole.append(skip + again == 0)
        self.tasks.append(len(given))
        self.misses.append(sum(not answer.right for answer in given))

    def join(self, other: Tally) -> None:
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)

    @property
    def cost(self) -> float:
        return (2 * self.skip + self.again) / self.skills

    def line(self) -> str:
        right = 1 - (self.skip + self.again) / self.skills
        shares = (right, statistics.mean(self.whole), self.skip / self.skills, self.again / self.skills)
        counts = (
            f"{statistics.mean(self.tasks):6.1f} {max(self.tasks):4d} {statistics.mean(self.misses):7.2f} {max(self.misses):4d}"
        )
        return " ".join(f"{share:7.1%}" for share in shares) + counts + f" {self.cost:7.3f}"


def measured(population: Population, asked: Graph, count: int, seed: int) -> dict[str, Tally]:
    """Each method on the same people. The same answers give the same judgement: kept, as there are few patterns."""
    tallies = {name: Tally() for name in METHODS}
    kept: dict[tuple[str, tuple[bool, ...]], Judged] = {}
    for known, would in people(population, asked, count, random.Random(f"{seed} {population.name}")):
        for name, method in METHODS.items():
            key = name, tuple(would.values())
            if key not in kept:
                kept[key] = method(asked, would)
            tallies[name].add(known, kept[key])
    return tallies


def told_apart(asked: Graph) -> dict[str, Tally]:
    """Each feasible state once, with neither slip nor guess."""
    tallies = {name: Tally() for name in METHODS}
    for known in prior(asked):
        for name, method in METHODS.items():
            tallies[name].add(known, method(asked, {ref: ref in known for ref in asked}))
    return tallies


def most_told_apart(asked: Graph) -> int:
    """The most states that any rule with so many misses can tell apart: one for each way its tasks can end."""
    states = frozenset(prior(asked))

    @cache
    def ends(left: frozenset[frozenset[str]], misses: int) -> int:
        doubts = [ref for ref in asked if 0 < sum(ref in state for state in left) < len(left)]
        if misses == MAX_MISSES or not doubts:
            return 1
        halves = ((frozenset(s for s in left if ref in s), frozenset(s for s in left if ref not in s)) for ref in doubts)
        return max(ends(done, misses) + ends(missed, misses + 1) for done, missed in halves)

    return ends(states, 0)


def module_graph(module: str) -> Graph:
    """From the author files; the order of issue 3 for e-mail while its lessons are being written."""
    found = graph([lesson for lesson in open_shelf(ROOT).lessons if lesson.module == module])
    return found if module != "courriel" or len(found) >= len(COURRIEL) else COURRIEL


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--people", type=int, default=5000)
    parser.add_argument("--module", default="courriel")
    parser.add_argument("--set", nargs="*", default=[], metavar="NAME=VALUE")
    given = parser.parse_args()
    for name, _, value in (change.partition("=") for change in given.set):
        setattr(diagnosis, name, float(value))
    asked = module_graph(given.module)
    print(f"{given.module}: {len(asked)} skills, {len(prior(asked))} states; {given.people} people each, seed {given.seed}")
    head = (
        f"{'':14}{'right':>7} {'whole':>7} {'skip':>7} {'again':>7} {'tasks':>5} {'max':>4} {'misses':>7} {'max':>4} {'cost':>7}"
    )
    together = {name: Tally() for name in METHODS}
    for population in POPULATIONS:
        print(f"\n{population.name}: slip {population.slip}, guess {population.guess}\n{head}")
        for name, tally in measured(population, asked, given.people, given.seed).items():
            print(f"{name:14}{tally.line()}")
            together[name].join(tally)
    print(f"\nall populations together\n{head}")
    for name, tally in together.items():
        print(f"{name:14}{tally.line()}")
    print(f"\neach state once, no slip, no guess (three misses tell {most_told_apart(asked)} apart at most)\n{head}")
    for name, tally in told_apart(asked).items():
        print(f"{name:14}{tally.line()}   {sum(tally.whole)} states")


if __name__ == "__main__":
    main()
