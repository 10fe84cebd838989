"""A diagnosis in progress: which module, which small task now, and its running state. The journal is a practice's, under its own name."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from learning.content import Lesson, Practice
from learning.diagnosis import MAX_SKILLS, Answer, graph, next_task, proposed_path, standing
from learning.events import DiagnosisFinished, PathChosen, TaskTried
from progress_db import practices
from progress_db.errors import Damaged
from simulator import practice as played
from ui import session
from ui.running import Running
from ui.session import Session

OWN = "diagnosis/"  # what the name of a task begins with among the practices in progress
FEWEST = 3  # tasks that make a diagnosis worth doing


@dataclass
class Task(Running):
    """One small task, in one diagnosis. `unknown` is set by « Je ne sais pas »."""

    round: int = 1
    unknown: bool = False

    def end(self, me: Session) -> None:
        """Record how the task ended. One answer per skill and diagnosis, the first: a second tab adds none."""
        lesson = self.row.lesson.removeprefix(OWN)
        tried = TaskTried(lesson, self.round, self.row.variant, self.play.right, self.unknown)
        name = session.event_id("task", me.who, lesson, self.round)
        me.progress = practices.finish(me.db, self.row.id, name, tried, me.now, self.play.scenario.content)


@dataclass(frozen=True)
class Diagnosis:
    """One diagnosis of one module, as far as it is."""

    module: str
    title: str
    lessons: tuple[Lesson, ...]  # those that have a small task
    path: tuple[Lesson, ...]  # all lessons of the module
    round: int
    answers: tuple[Answer, ...]

    @property
    def now(self) -> str | None:
        """The lesson whose task comes now; None when enough is known."""
        return next_task(graph(self.lessons, self.path), self.answers)


def modules(me: Session) -> tuple[str, ...]:
    """The modules that can be diagnosed."""
    return tuple(m.name for m in me.shelf.modules if sum(me.shelf.task(x.ref) is not None for x in m.lessons) >= FEWEST)


def diagnosis(me: Session) -> Diagnosis | None:
    """The diagnosis of the module that the address names, else of the first one; None when there is none."""
    names = modules(me)
    wanted = session.here("module", names[0] if names else "")
    module = next((m for m in me.shelf.modules if m.name == wanted and wanted in names), None)
    if module is None:
        return None
    skills = [me.progress.skill(lesson.ref) for lesson in module.lessons]
    number = 1 + max((n for skill in skills for n, _known, _at in skill.placed), default=0)
    answers = tuple(Answer(s.lesson, s.tried[2]) for s in skills if s.tried and s.tried[0] == number)
    tasks = tuple(lesson for lesson in module.lessons if me.shelf.task(lesson.ref))[:MAX_SKILLS]
    return Diagnosis(module.name, module.title, tasks, module.lessons, number, answers)


def finish(me: Session, told: Diagnosis) -> None:
    """Record what the diagnosis says, and its path: a proposal, kept until somebody changes it."""
    judged, refs = standing(graph(told.lessons, told.path), told.answers), [lesson.ref for lesson in told.path]
    known = tuple(ref for ref in refs if judged.get(ref))
    to_learn = tuple(ref for ref in refs if ref not in known)
    path = proposed_path(refs, judged)
    left_out = tuple(ref for ref in refs if ref not in path)
    act = ("diagnosis", told.module, told.round)
    ended = DiagnosisFinished(told.module, told.round, known, to_learn)
    me.record_all([(ended, act), (PathChosen(told.module, path, left_out), act)])
    for lesson in told.lessons:  # a task left half done is not for the next diagnosis
        practices.leave(me.db, me.who, OWN + lesson.ref)


def current(me: Session, told: Diagnosis, ref: str) -> Task:
    """The task of lesson `ref` in this diagnosis: found, or begun with a variant that was not the last one.

    Ended in this very run, it stays ended: it is never asked twice in one diagnosis."""
    practice, tried = me.shelf.task(ref), me.progress.skill(ref).tried
    row = practices.latest(me.db, me.who, OWN + ref)
    if row is None or (row.ended and not (tried and tried[0] == told.round)):
        row = _begin(me, practice)
    task = session.value(f"tache-{row.id}") or _replayed(me, practice, row, told.round)
    if task is None or task.written != row.length:
        task = _replayed(me, practice, row, told.round) or _replayed(me, practice, _begin(me, practice), told.round)
    task.round = told.round  # this tab may hold it since a diagnosis that was stopped
    if task.play.ended and not row.ended:  # killed between the last click and the end
        task.end(me)
    session.keep(f"tache-{task.row.id}", task)
    return task


def take(me: Session, told: Diagnosis, ref: str, outbox: object) -> Task:
    """The task after what the browser sent. Raises StorageProblem, and then nothing of it was taken."""
    task = current(me, told, ref)
    for _ in range(3):
        if task.play.ended or task.keep(me, task.play.receive(outbox)):
            break
        task = current(me, told, ref)
    return task


def _replayed(me: Session, practice: Practice, row: practices.InProgress, number: int) -> Task | None:
    scenario = practice.scenario(row.variant)
    try:
        play = scenario and played.Practice(scenario, row.epoch, practices.journal(me.db, row.id), once=True)
    except (Damaged, ValueError):
        return None
    return Task(row, play, row.length, round=number) if play else None


def _begin(me: Session, practice: Practice) -> practices.InProgress:
    names = [scenario.variant for scenario in practice.variants]
    tried = me.progress.skill(practice.ref).tried
    last = names.index(tried[1]) if tried and tried[1] in names else -1
    variant = names[(last + 1) % len(names)]
    return practices.start(me.db, me.who, OWN + practice.ref, variant, uuid.uuid4().hex[:8], me.now)
