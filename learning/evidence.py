"""« Pourquoi ? »: the evidence behind a level, in plain words. Pure."""

from __future__ import annotations

from datetime import datetime

from learning.autonomy import Attempt, Level, proof, ready_again
from learning.dates import day, moment
from learning.progress import SkillProgress


def reasons(skill: SkillProgress, now: datetime) -> list[str]:
    """Why the skill stands where it stands, the latest first, then what would prove more."""
    counted = skill.attempts[skill.since :]
    lines = [_attempt(a) for a in reversed(skill.attempts[-5:])]
    if skill.lesson_done:
        lines.append(f"Vous avez lu la leçon le {day(skill.lesson_done)}.")
    if skill.overruled:
        level, reason, _by, at = skill.overruled
        lines.insert(0, f"Votre conseiller a noté « {Level(level).learner} » le {day(at)} : {reason}")
    if not lines:
        return ["Vous n’avez pas encore commencé."]
    if skill.level == Level.AUTONOMOUS:
        if both := proof(counted):
            lines.insert(0, _twice(both))
    elif again := ready_again(counted):
        when = "dès maintenant" if again <= now else moment(again, now)
        lines.append(f"Pour « je sais faire » : encore une fois sans aide, avec un autre exemple, {when}.")
    else:
        lines.append("Pour « je sais faire » : deux fois sans aide, à un jour d’écart au moins, avec des messages différents.")
    return lines


def main_reason(skill: SkillProgress) -> str:
    """Why, in one line for the printed notebook: the best that was done. "" for a skill that was not started."""
    counted = skill.attempts[skill.since :]
    if skill.level == Level.AUTONOMOUS and (both := proof(counted)):
        return _twice(both)
    if skill.overruled and not any(a.done for a in counted):
        level, reason, _by, at = skill.overruled
        return f"Votre conseiller a noté « {Level(level).learner} » le {day(at)} : {reason}"
    best = max(skill.attempts, key=lambda a: (a.alone, a.done and a.discerning, a.help == "hint", a.at), default=None)
    if best and best.done and best.discerning:
        return _done(best)
    if skill.lesson_done:
        return f"Vous avez lu la leçon le {day(skill.lesson_done)}."
    return _done(skill.attempts[-1]) if skill.attempts else ""


def alone_since(skill: SkillProgress) -> datetime | None:
    """When the skill was proved by doing: the second time alone. None while it is not, or when only the counsellor's word says it."""
    if skill.level != Level.AUTONOMOUS:
        return None
    if both := proof(skill.attempts[skill.since :]):
        return both[1].at
    if skill.overruled and skill.overruled[0] == Level.AUTONOMOUS:
        return None
    # Proved long ago: the two attempts are no longer among those kept.
    return max((a.at for a in skill.attempts if a.alone), default=None)


def _twice(both: tuple[Attempt, Attempt]) -> str:
    first, second = both
    return f"Vous l’avez fait deux fois sans aide, avec des messages différents : le {day(first.at)} et le {day(second.at)}."


def _done(attempt: Attempt) -> str:
    when = day(attempt.at)
    if attempt.alone:
        return f"Le {when}, vous l’avez fait sans aide."
    if attempt.done and attempt.discerning:
        return f"Le {when}, vous l’avez fait {'avec un coup de main' if attempt.help == 'hint' else 'avec la réponse montrée'}."
    return f"Le {when}, vous avez essayé."


def _attempt(attempt: Attempt) -> str:
    said = _done(attempt)
    if attempt.traps:
        found = attempt.traps - attempt.traps_accepted
        kept = attempt.genuine - attempt.genuine_rejected
        said += f" Messages piégés trouvés : {found} sur {attempt.traps}. Vrais messages gardés : {kept} sur {attempt.genuine}."
    return said
