"""The quiz, one question at a time: the answer, what we say to it and the next question come in one run."""

from __future__ import annotations

import streamlit as st

from learning.events import QuestionAnswered, QuizFinished, QuizRestarted
from learning.marking import mark
from learning.quiz_round import asked_again, counted, next_question
from ui import parts, session
from ui.prose import prose
from ui.questions import DONT_KNOW, draw, read, reply
from ui.session import Session


def show(me: Session, pages: dict) -> None:
    lesson = me.lesson
    quiz = me.shelf.quiz(lesson.ref) if lesson else None
    if quiz is None:
        return parts.lost(pages)
    skill = me.progress.skill(lesson.ref)
    question = next_question(quiz, skill)
    feedback = session.said()
    if question is None:
        return _finished(lesson, feedback, pages)
    n, top = counted(quiz, skill)
    _feedback(feedback)
    again = "On y revient : " if asked_again(question, skill) else ""
    turn = skill.tries.get(question.id, 0)
    where = f"{lesson.title} · question {n} sur {top}"
    parts.title(again + question.title, f"{question.id}{turn}", above=where, body=prose(question.prompt, lesson.module))
    draw(me, question, turn, session.acting(_answer), (lesson.ref, question.id, turn))
    if question.hint:
        st.html(f"<details class='indice'><summary>Un indice</summary>{prose(question.hint, lesson.module)}</details>")


def _answer(me: Session, ref: str, question_id: str, turn: int, known: bool = True) -> None:
    quiz = me.shelf.quiz(ref)
    question = quiz.question(question_id) if quiz else None
    skill = me.progress.skill(ref)
    if question is None or skill.tries.get(question_id, 0) != turn:
        return  # the same answer sent twice, or a page left open: already counted
    answer = read(me, question, turn) if known else None
    if known and answer is None:
        return session.say("Choisissez une réponse, puis « Valider ».", "problem")
    result = mark(question, answer)
    said = result.said if known else DONT_KNOW
    progress = me.record(
        QuestionAnswered(ref, question_id, result.right, answer, said), ref, question_id, turn, content=quiz.content
    )
    if next_question(quiz, progress.skill(ref)) is None:
        me.record(QuizFinished(ref), ref, progress.seq, content=quiz.content)
    session.say(reply(question, result, known), "right" if result.right else "notyet")


def _feedback(told: tuple[str, str] | None) -> None:
    if told is None:
        return
    kind, text = told
    if kind == "problem":
        st.warning(text)
    else:
        st.html(f"<div class='retour-reponse {kind}' role='status'>{text}</div>")


def _restart(me: Session, ref: str) -> None:
    me.record(QuizRestarted(ref), ref, me.progress.seq)


def _finished(lesson, feedback, pages: dict) -> None:
    _feedback(feedback)
    parts.title("Vous avez répondu à toutes les questions", "fin")
    st.markdown(f"Ce que vous venez de travailler : « {lesson.objective} »")
    with parts.main_action():
        st.page_link(pages[""], label="Continuer", icon=":material/arrow_forward:", width="stretch")
    st.button("Refaire les questions", key="refaire", type="tertiary", on_click=session.acting(_restart), args=(lesson.ref,))
