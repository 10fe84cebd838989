"""« Pourquoi ? »: the evidence behind a level, in plain words."""

from __future__ import annotations

from datetime import datetime

from learning.autonomy import Attempt, Level, proof, ready_again
from learning.progress import SkillProgress
from ui.parts import day, moment


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
            lines.insert(
                0,
                f"Vous l’avez fait deux fois sans aide, avec des messages différents : le {day(both[0].at)} et le {day(both[1].at)}.",
            )
    elif again := ready_again(counted):
        when = "dès maintenant" if again <= now else moment(again, now)
        lines.append(f"Pour « je sais faire » : encore une fois sans aide, avec d’autres messages, {when}.")
    else:
        lines.append("Pour « je sais faire » : deux fois sans aide, à un jour d’écart au moins, avec des messages différents.")
    return lines


def _attempt(attempt: Attempt) -> str:
    when = day(attempt.at)
    if attempt.alone:
        said = f"Le {when}, vous l’avez fait sans aide."
    elif attempt.done and attempt.discerning:
        said = f"Le {when}, vous l’avez fait {'avec un coup de main' if attempt.help == 'hint' else 'avec la réponse montrée'}."
    else:
        said = f"Le {when}, vous avez essayé."
    if attempt.traps:
        found = attempt.traps - attempt.traps_accepted
        kept = attempt.genuine - attempt.genuine_rejected
        said += f" Messages piégés trouvés : {found} sur {attempt.traps}. Vrais messages gardés : {kept} sur {attempt.genuine}."
    return said
