"""Where a person stands in a module, by at most ten small tasks done in the simulated web. Pure: no clock, no chance.

Knowledge space theory: what a person knows is a *state*, a set of skills; feasible states are the sets that hold, with a skill, its
prerequisites (Doignon & Falmagne, "Spaces for the assessment of knowledge", Int. J. Man-Machine Studies 23, 1985, 175-196; Falmagne
& Doignon, "Learning Spaces", Springer 2011). Answers tell of the state through the Basic Local Independence Model: known, a task is
missed with chance SLIP; not known, it is done with chance GUESS (as computed by R package pks, CRAN). Bayes does the rest.

The next task is the one that is expected to tell most, as in ALEKS (user guide §8.2.5: a question with "about a 50 percent chance")
and in the informative rule of the books above. The figures behind each constant: docs/decisions/0005, `python -m bench.diagnosis`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import factorial, log2

from learning.content import Lesson

MAX_TASKS = 10  # about a minute each
MAX_MISSES = 3  # then it stops, kindly
MAX_SKILLS = 16  # 2 ** 16 states at worst; beyond, one diagnosis per module
SLIP = 0.12  # known, yet missed: a shaky mouse, a window never seen before, a word read too fast
GUESS = 0.05  # not known, yet done: several right acts in a row are seldom luck, unlike a box ticked in a quiz
KNOWN = 2 / 3  # judged known from this chance on: to skip a lesson she needs costs twice as much as to see one she knows
UNLIKELY, SURE = 0.05, 0.93  # a task is worth asking while the chance that its skill is known lies between
NEAR = 0.7  # nearly as good: a task that tells at least this share of what the best one would
ALIKE = 1  # decimals: chances that differ by less than a tenth are alike, and the path's order decides between them

Graph = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Answer:
    """One small task ended: done (`right`), or missed (not done, or « Je ne sais pas »)."""

    lesson: str
    right: bool


def graph(lessons: Sequence[Lesson], path: Sequence[Lesson] = ()) -> Graph:
    """Each lesson to its prerequisites among `lessons`, in the order given, which is the path's.

    `path` holds the lessons that are not asked too: what comes after one of them comes after what it waits for. In a circle, an
    author's mistake told elsewhere, the prerequisite that closes it is left out."""
    after = {lesson.ref: lesson.after for lesson in (*path, *lessons)}
    asked: dict[str, tuple[str, ...]] = {lesson.ref: () for lesson in lessons}
    for ref in asked:
        needs = _reached(after[ref], after, stop=asked)
        asked[ref] = tuple(need for need in needs if need in asked and ref not in _reached((need,), asked))
    return asked


def _reached(refs: Iterable[str], after: Mapping[str, tuple[str, ...]], stop: Collection[str] = ()) -> tuple[str, ...]:
    """`refs` and what they wait for, directly or by others; not beyond those of `stop`."""
    found: dict[str, None] = {}
    to_see = list(refs)
    while to_see:
        at = to_see.pop(0)
        if at not in found:
            found[at] = None
            to_see += () if at in stop else after.get(at, ())
    return tuple(found)


def prior(asked: Graph) -> Mapping[frozenset[str], float]:
    """Every feasible state and its chance before any answer; they sum to 1. ValueError beyond MAX_SKILLS, or for a circle.

    Each skill whose prerequisites are known is known with chance *a*, and nothing is said of *a*: uniform between 0 and 1. A state
    of k skills from which f others can be learnt next (its outer fringe) then has the chance ∫ aᵏ(1-a)ᶠ da = k! f! / (k+f+1)!.
    Equal chances for all states, the textbook's start, are absurd here: of the 101 states of e-mail one only is "knows nothing",
    so a beginner would be held to open a message with chance 0.99. This one says 0.5; and who knows one thing more likely knows
    another, which is what judges the skills never asked."""
    return {frozenset(ref for i, ref in enumerate(asked) if state >> i & 1): chance for state, chance in _states(_bits(asked))}


def chances(asked: Graph, answers: Iterable[Answer]) -> Mapping[str, float]:
    """The chance (0 to 1) that each skill is known, given the answers. An answer about a skill that is not asked here tells nothing."""
    right = {answer.lesson: answer.right for answer in answers}
    told = [(1 << i, right[ref]) for i, ref in enumerate(asked) if ref in right]  # in path order: the same sums in any order
    weights = [(state, chance * _likelihood(state, told)) for state, chance in _states(_bits(asked))]
    total = sum(weight for _state, weight in weights)
    return {ref: sum(weight for state, weight in weights if state >> i & 1) / total for i, ref in enumerate(asked)}


def next_task(asked: Graph, answers: Sequence[Answer]) -> str | None:
    """The skill to ask now, never one asked before; None when it is over: ten answers, three misses, or no doubt worth a task.

    Among the tasks that tell nearly as much as the best (NEAR), the one most likely to be done; then the path's order."""
    if len(answers) >= MAX_TASKS or sum(not answer.right for answer in answers) >= MAX_MISSES:
        return None
    done = {answer.lesson for answer in answers}
    open_ = {ref: p for ref, p in chances(asked, answers).items() if ref not in done and UNLIKELY < p < SURE}
    if not open_:
        return None
    worth = NEAR * max(map(information, open_.values())) - 1e-9  # 1e-9: equal by symmetry is equal, whatever the rounding
    return max((ref for ref, p in open_.items() if information(p) >= worth), key=lambda ref: round(open_[ref], ALIKE))


def information(chance: float) -> float:
    """Bits by which a task on a skill known with this chance is expected to lessen the entropy over all states.

    It is the mutual information of answer and state; as the answer depends on the state through this one skill only, the
    skill's own chance is all that counts."""
    return _entropy(chance * (1 - SLIP) + (1 - chance) * GUESS) - chance * _entropy(SLIP) - (1 - chance) * _entropy(GUESS)


def standing(asked: Graph, answers: Iterable[Answer]) -> Mapping[str, bool]:
    """Knows it or not, for each skill, asked or not. With a skill its prerequisites: their chance is never lower."""
    return {ref: chance >= KNOWN for ref, chance in chances(asked, answers).items()}


def proposed_path(path: Sequence[str], known: Mapping[str, bool]) -> tuple[str, ...]:
    """The skills of the path that are not known, in its order. A skill that was not judged is proposed."""
    return tuple(ref for ref in path if not known.get(ref, False))


# ---------------------------------------------------------------------------------------- states, as bits in the path's order
def _bits(asked: Graph) -> tuple[int, ...]:
    """The prerequisites of each skill, as bits."""
    if len(asked) > MAX_SKILLS:
        raise ValueError(f"A diagnosis asks about {MAX_SKILLS} skills at most, not {len(asked)}: make one per module.")
    place = {ref: i for i, ref in enumerate(asked)}
    return tuple(sum(1 << place[ref] for ref in set(needs) if ref in place) for needs in asked.values())


@lru_cache(maxsize=32)
def _states(needs: tuple[int, ...]) -> tuple[tuple[int, float], ...]:
    """Every set of skills closed under prerequisites, with its prior chance."""
    ready = {0}
    order: list[int] = []
    left = list(range(len(needs)))
    while left:
        free = [i for i in left if needs[i] & sum(1 << j for j in left) == 0]
        if not free:
            raise ValueError("Skills that ask for one another: no order to learn them in.")
        order += free
        left = [i for i in left if i not in free]
    for i in order:
        ready |= {state | 1 << i for state in ready if needs[i] & ~state == 0}
    return tuple((state, _chance(state, needs)) for state in sorted(ready))


def _chance(state: int, needs: tuple[int, ...]) -> float:
    known = state.bit_count()
    fringe = sum(1 for i, need in enumerate(needs) if not state >> i & 1 and need & ~state == 0)
    return factorial(known) * factorial(fringe) / factorial(known + fringe + 1)


def _likelihood(state: int, told: Sequence[tuple[int, bool]]) -> float:
    product = 1.0
    for bit, right in told:
        chance_right = 1 - SLIP if state & bit else GUESS
        product *= chance_right if right else 1 - chance_right
    return product


def _entropy(chance: float) -> float:
    return -sum(p * log2(p) for p in (chance, 1 - chance) if p > 0)
