"""Beside the simulated web: the task, the goals, the help; and at the end, what was learnt."""

from __future__ import annotations

from html import escape

import streamlit as st

from learning.autonomy import Attempt, Level, ready_again
from learning.content import Scenario
from learning.events import PracticeFinished
from simulator import window
from ui import parts, session
from ui.prose import paragraphs
from ui.running import Running, give_up, take, warming_up
from ui.session import Session

TOO_CAREFUL = {
    "aside": "Aucun piège n’est passé. Mais de vrais messages sont partis avec. Regardez pourquoi ils étaient vrais.",
    "open": "Aucun fichier étrange n’a été ouvert. Mais un fichier attendu est resté fermé. Regardez pourquoi il était attendu.",
    "accept": "Aucune fausse demande n’a été acceptée. Mais une vraie est restée dehors. Regardez pourquoi elle était vraie.",
}
NOTHING_DONE = {
    "aside": "Vous n’avez encore signalé aucun message. Tous sont vrais ?",
    "open": "Vous n’avez encore ouvert aucun fichier. Aucun n’est attendu ?",
    "accept": "Vous n’avez encore accepté personne. Toutes les demandes sont fausses ?",
}


def task(run: Running) -> None:
    """What to do, and which goals are reached."""
    goals = "".join(
        f"<li class='{'fait' if reached else ''}'>{escape(goal.text)}{' <span>(fait)</span>' if reached else ''}</li>"
        for goal, reached in run.play.state.goals
    )
    listed = f"<ul class='buts'>{goals}</ul>" if goals else ""
    state = run.play.state
    told = bool(state.hints or state.broken)  # the task folds to leave room for what is said now
    body = paragraphs(run.play.scenario.instruction)
    st.html(f"<details class='mission' {'' if told else 'open'}><summary>À faire</summary>{body}{listed}</details>")


def notices(run: Running, trouble: str = "") -> None:
    """What a prohibition explains, once it happened (it never blocks), and the help asked for: one piece, there from the beginning."""
    state = run.play.state
    said = [f"<div class='avis' role='status'><p>{escape(trouble)}</p></div>"] if trouble else []
    if state.hints:
        said.append(f"<div class='coup-de-main' role='status'>{paragraphs(state.hints[-1].text)}</div>")
    for i, rule in enumerate(state.broken):  # the latest first and open; those before it are folded, in reach
        folded = f"<details class='avis' {'' if i else 'open'}><summary>{escape(rule.text)}</summary>{paragraphs(rule.explanation)}</details>"
        said.append(folded if i else f"<div role='status'>{folded}</div>")  # a role on <details> itself would hide that it folds
    st.html(f"<div class='les-avis'>{''.join(said)}</div>")


def _shown(run: Running) -> tuple[bool, bool]:
    return run.play.state.more_hints, run.play.state.next_shows


def stale(run: Running) -> bool:
    """Whether the buttons have something else to say than what they last said, or a message stands there that this act answers."""
    return session.value(run.key + "-boutons") != (_shown(run), None)


def actions(me: Session, run: Running) -> None:
    """The buttons beside the window, always in the same order. What cannot be undone is asked twice."""
    told = session.said()
    parts.tell(told)
    session.keep(run.key + "-boutons", (_shown(run), told))
    state = run.play.state
    if run.play.scenario.sorting:
        with parts.main_action():
            st.button(
                "Mon tri est terminé",
                key=me.key("trier", run.row.id),
                type="primary",
                width="stretch",
                on_click=_on(run, "finish"),
            )
    if state.more_hints:
        label = "Montrez-moi" if state.next_shows else "J’ai besoin d’un coup de main"
        st.button(label, key=me.key("aide", run.row.id), width="stretch", on_click=_on(run, "ask_hint"))
    parts.listen_to_window()
    sure = session.value(run.key + "-recommencer")
    if sure:
        st.button(
            "Oui, recommencer avec un autre exemple",
            key=me.key("oui", run.row.id),
            on_click=session.acting(give_up),
            args=(run,),
        )
    label = "Non, je continue" if sure else "Recommencer"
    flip = (run.key + "-recommencer", not sure)
    st.button(label, key=me.key("recommencer", run.row.id), type="tertiary", on_click=session.keep, args=flip)


def _on(run: Running, what: str):
    """An act on the practice itself, written in its journal like the rest, after what the window sent in the same run."""

    def act(me: Session) -> None:
        if practice := me.shelf.practice(run.row.lesson):
            now = take(me, practice, window.outbox(run.key))
            if now.row.id == run.row.id and (what == "ask_hint" or sure_to_finish(now)):
                now.keep(me, now.play.ask_hint() if what == "ask_hint" else now.play.finish())

    return session.acting(act)


def sure_to_finish(run: Running) -> bool:
    """With nothing set aside (or no file opened) yet, the first press only asks; the second one is meant."""
    asked = run.key + "-sur"
    gesture = run.play.scenario.sorting.gesture
    waiting = gesture != "aside"  # what nothing is done with is rejected
    if any(item.rejected != waiting for item in run.play.verdict) or session.value(asked):
        return True
    session.keep(asked, True)
    session.say(NOTHING_DONE[gesture] + " Alors cliquez encore une fois.", "problem")
    return False


def verdict(me: Session, run: Running, pages: dict) -> None:
    """What was done, why each message was true or false, and the way on."""
    end, scenario, state = run.play.happening(run.row.lesson), run.play.scenario, run.play.state
    parts.title("C’est fait" if end.done else "Regardons ensemble", run.row.id + "fin", above=scenario.title)
    parts.message()
    left = [] if end.traps_accepted else [goal.text for goal, reached in state.goals if not reached]
    st.html(
        f"<div class='retour-reponse {'right' if end.done else 'notyet'}' role='status'>{paragraphs(_opening(end, scenario, left))}</div>"
    )
    for rule in state.broken:  # what happened, without the gesture: the window is no longer there
        st.html(f"<div class='retour-reponse notyet'><p>{escape(rule.text)}</p></div>")
    if state.verdict:
        words = WORDS[scenario.sorting.gesture]
        st.html(f"<ul class='verdict'>{''.join(_sorted(s, words) for s in state.verdict)}</ul>")
    skill = me.progress.skill(run.row.lesson)
    level = skill.level
    nearly = level == Level.WHEN_NEEDED and ready_again(skill.attempts[skill.since :])
    kept = "Dans votre carnet" if me.role == "learner" else "Avec une carte, votre carnet dirait"
    st.markdown(
        f"{kept} : **{level.learner}**."
        + (" Encore une fois sans aide, un autre jour, et ce sera « je sais faire »." if nearly else "")
    )
    with parts.main_action():
        page, label = ("echauffement", "Continuer l’échauffement") if warming_up() else _after(me, run, end)
        where = {"lecon": run.row.lesson} if page in ("quiz", "entrainement") else {}
        if page == "entrainement":
            where["essai"] = str(run.number + 1)
        st.page_link(pages[page], label=label, query_params=where, icon=":material/arrow_forward:", width="stretch")
    if page != "entrainement":
        again = {"lecon": run.row.lesson, "essai": str(run.number + 1)}
        st.page_link(pages["entrainement"], label="Refaire avec un autre exemple", query_params=again)


def _opening(end: PracticeFinished, scenario: Scenario, left: list[str]) -> str:
    attempt = Attempt(at=None, variant=end.variant, done=end.done, help=end.help, traps=end.traps, traps_accepted=end.traps_accepted,
                      genuine=end.genuine, genuine_rejected=end.genuine_rejected)  # fmt: skip
    if not end.done and left:  # the lot is well sorted: what is missing is elsewhere, and is named
        listed = "\n\n".join(left)
        return f"Pas encore. Aucun piège n’est passé. Il restait ceci à faire :\n\n{listed}"
    if not end.done:
        return ("Pas encore. Ces pièges sont faits par des professionnels. Ils trompent beaucoup de monde.\n\n"
                "Regardez ce qui les trahit, puis essayez avec un autre exemple.")  # fmt: skip
    if not attempt.discerning:
        return TOO_CAREFUL[scenario.sorting.gesture if scenario.sorting else "aside"]
    how = {
        "none": "Vous l’avez fait sans aide.",
        "hint": "Vous l’avez fait avec un coup de main.",
        "shown": "La réponse vous a été montrée.",
    }
    return f"{scenario.praise}\n\n{how[end.help]}"


# What one did with a message, by what the lot judges: (nature, rejected, accepted) of a trap, then of a genuine one.
WORDS = {
    "aside": (("Message piégé", "trouvé", "pas encore vu"), ("Vrai message", "mis de côté", "gardé")),
    "open": (("Fichier inattendu", "laissé fermé", "ouvert"), ("Fichier attendu", "pas ouvert", "ouvert")),
    "accept": (("Fausse demande", "pas acceptée", "acceptée"), ("Vraie demande", "pas acceptée", "acceptée")),
}


def _sorted(item, words: tuple) -> str:
    nature, rejected, accepted = words[0 if item.trap else 1]
    right = item.trap == item.rejected
    did = (rejected + ", avec un bon indice" if item.cue else rejected) if item.rejected else accepted
    return (
        f"<li class='{'bien' if right else 'revoir'}'><details{'' if right else ' open'}><summary><strong>{escape(item.title)}</strong> "
        f"<span>{nature} : {did}</span></summary><p>{escape(item.why)}</p></details></li>"
    )


def _after(me: Session, run: Running, end: PracticeFinished) -> tuple[str, str]:
    if not end.done:
        return "entrainement", "Essayer avec un autre exemple"
    if me.shelf.quiz(run.row.lesson) and me.progress.skill(run.row.lesson).quiz_done is None:
        return "quiz", "Continuer : quelques questions"
    return "", "Continuer"
