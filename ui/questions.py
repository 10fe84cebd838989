"""One question of each kind: how it is drawn, and how its answer is read. No drag, no time limit."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

import streamlit as st

from learning.content import AnyQuestion, Choice, Match, Order, ShortAnswer
from learning.marking import Mark
from learning.quiz_round import shuffled
from ui import session
from ui.prose import prose
from ui.session import Session

DONT_KNOW = "Je ne sais pas"


def draw(me: Session, question: AnyQuestion, turn: int, click: Callable[..., None], act: tuple) -> None:
    """The question's fields and its buttons. `click(*act)` answers; `click(*act, False)` says « Je ne sais pas »."""
    base = _base(me, question, turn)
    if isinstance(question, Order):
        return _order(question, base, turn, click, act)
    with st.form(base, border=False, enter_to_submit=True):
        if isinstance(question, Choice) and question.several:
            st.markdown("Plusieurs réponses sont possibles.")
            for i, option in enumerate(question.options):
                st.checkbox(option.text, key=f"{base}-{i}")
        elif isinstance(question, Choice):
            st.radio(question.title, range(len(question.options)), format_func=lambda i: question.options[i].text,
                     index=None, key=base + "-r", label_visibility="collapsed")  # fmt: skip
        elif isinstance(question, Match):
            _match(question, base, turn)
        else:
            st.text_input("Votre réponse", key=base + "-t", autocomplete="off", max_chars=120)
        _buttons(base, click, act, st.form_submit_button)


def read(me: Session, question: AnyQuestion, turn: int) -> Any:
    """The answer now in the fields, or None when nothing was answered."""
    base = _base(me, question, turn)
    if isinstance(question, Choice) and question.several:
        ticked = [i for i in range(len(question.options)) if session.value(f"{base}-{i}")]
        return ticked or None
    if isinstance(question, Choice):
        chosen = session.value(base + "-r")
        return None if chosen is None else [chosen]
    if isinstance(question, Match):
        given = [session.value(f"{base}-{i}") for i in range(len(question.pairs))]
        return None if None in given else given
    if isinstance(question, ShortAnswer):
        return (session.value(base + "-t") or "").strip() or None
    placed = session.value(base + "-o") or []
    return placed if len(placed) == len(question.items) else None


def _base(me: Session, question: AnyQuestion, turn: int) -> str:
    return me.key("q", me.lesson.ref if me.lesson else "", question.id, turn)


def _match(question: Match, base: str, turn: int) -> None:
    order = shuffled(len(question.pairs), question.id, turn)
    for i, (left, _right) in enumerate(question.pairs):
        st.radio(left, order, format_func=lambda j: question.pairs[j][1], index=None, key=f"{base}-{i}", horizontal=False)


def _order(question: Order, base: str, turn: int, click: Callable[..., None], act: tuple) -> None:
    """Touch the lines one after the other; they go up in that order. One step back is always possible."""
    placed: list[int] = session.value(base + "-o") or []
    if placed:
        st.markdown("\n".join(f"{n}. {question.items[i]}" for n, i in enumerate(placed, 1)))
    left = [i for i in shuffled(len(question.items), question.id, turn) if i not in placed]
    if left:
        st.markdown("Touchez ce qui vient **en premier**." if not placed else "Touchez **ce qui vient ensuite**.")
    for i in left:
        st.button(question.items[i], key=f"{base}-b{i}", on_click=_place, args=(base + "-o", i), width="stretch")
    if placed:
        st.button(
            "Enlever la dernière ligne", key=base + "-x", on_click=session.keep, args=(base + "-o", placed[:-1]), type="tertiary"
        )
    _buttons(base, click, act, st.button, ready=not left)


def _place(key: str, i: int) -> None:
    """One more line goes up. What is placed is read now: two quick presses place two lines."""
    placed: list[int] = session.value(key) or []
    if i not in placed:
        session.keep(key, [*placed, i])


def _buttons(base: str, click: Callable[..., None], act: tuple, button: Callable[..., bool], ready: bool = True) -> None:
    if ready:
        button("Valider", key=base + "-v", type="primary", on_click=click, args=act, width="stretch")
    button(DONT_KNOW, key=base + "-n", on_click=click, args=(*act, False), type="tertiary")


def reply(question: AnyQuestion, result: Mark, known: bool) -> str:
    """What we say to an answer, as HTML: never a mark, never a cross."""
    opening = "Oui." if result.right else "Pas encore." if known else "On regarde ensemble."
    said = [line.removeprefix("Oui. ") if result.right else line for line in result.feedback]  # the opening says it once
    lines = [f"<p class='ou-je-suis'>À la question « {escape(question.title)} »</p>", *map(prose, said)]
    if not known or (not result.right and not isinstance(question, Choice)):
        lines.append(f"<p>La réponse : <strong>{escape(question.solution)}</strong></p>")
    return "".join([lines[0], f"<p><strong>{opening}</strong></p>", *lines[1:]])
