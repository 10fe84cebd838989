"""The quiz, one question at a time: the answer, what we say to it and the next question come in one run."""

from __future__ import annotations

import streamlit as st

from learning.events import QuestionAnswered, QuizFinished, QuizRestarted
from learning.marking import mark
from learning.progress import after_answer
from learning.quiz_round import asked_again, counted, next_question
from ui import parts, session
from ui.prose import prose
from ui.questions import DONT_KNOW, draw, read, reply
from ui.session import Session


@parts.alone("quiz")
def show(me: Session, pages: dict) -> None:
    lesson = me.lesson
    quiz = me.shelf.quiz(lesson.ref) if lesson else None
    if quiz is None:
        return parts.lost(pages)
    skill = me.progress.skill(lesson.ref)
    question = next_question(quiz, skill)
    feedback = session.said()
    if question is None:
        if skill.quiz_done is None:  # the author took the last open question away
            me.record(QuizFinished(lesson.ref), lesson.ref, "end", me.progress.seq, content=quiz.content)
        return _finished(lesson, feedback, pages)
    n, top = counted(quiz, skill)
    if feedback and feedback[0] != "problem":
        parts.tell(feedback)
    again = "On y revient : " if asked_again(question, skill) else ""
    turn = skill.tries.get(question.id, 0)
    where = f"{lesson.title} · question {n} sur {top}"
    parts.title(
        again + question.title, f"{question.id}{turn}", above=where, body=prose(question.prompt, lesson.module, me.shelf.glossary)
    )
    draw(me, question, turn, session.acting(_answer), (lesson.ref, question.id, turn))
    if feedback and feedback[0] == "problem":
        parts.tell(feedback)  # beside the button that was pressed
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
        return session.say("Il manque une réponse. Choisissez-la, puis « Valider ».", "problem")
    result = mark(question, answer)
    said = result.said if known else DONT_KNOW
    answered = QuestionAnswered(ref, question_id, result.right, answer, said)
    last = next_question(quiz, after_answer(skill, question_id, result.right)) is None
    ends = [(QuizFinished(ref), (ref, "end", me.progress.seq))] if last else []
    me.record_all([(answered, (ref, question_id, turn)), *ends], content=quiz.content)
    session.say(reply(question, result, known), "right" if result.right else "notyet")


def _restart(me: Session, ref: str) -> None:
    me.record(QuizRestarted(ref), ref, me.progress.seq)


def _finished(lesson, feedback, pages: dict) -> None:
    parts.tell(feedback)
    parts.title("Vous avez répondu à toutes les questions", "fin")
    st.markdown(f"Ce que vous venez de travailler : « {lesson.objective} »")
    with parts.main_action():
        st.page_link(pages[""], label="Continuer", icon=":material/arrow_forward:", width="stretch")
    st.button("Refaire les questions", key="refaire", type="tertiary", on_click=session.acting(_restart), args=(lesson.ref,))
