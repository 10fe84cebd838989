"""The author files, for the counsellor: what must be corrected, where, and what to type; then advice, file by file."""

from __future__ import annotations

from html import escape
from itertools import groupby

import streamlit as st

from learning.typography import no_break
from library.advice import advice
from library.errors import Problem
from ui import parts
from ui.session import Session


def show(me: Session, pages: dict) -> None:
    parts.title("Les contenus", listen=False)
    mistakes = [p for p in me.shelf.problems if not p.advice]
    tips = advice(me.shelf)
    if mistakes:
        st.markdown("Ces fichiers ont une erreur. La dernière bonne version reste montrée, et tout le reste fonctionne.")
    else:
        st.markdown("Tous les fichiers sont en ordre.")
    st.html(f"<ul class='problemes'>{''.join(f'<li>{escape(str(p))}</li>' for p in mistakes)}</ul>")
    if tips:
        st.header("Conseils", anchor=False)
        st.html("".join(_of_file(file, list(told)) for file, told in groupby(tips, key=lambda tip: tip.file)))
    st.page_link(pages["conseiller"], label="Espace conseiller", icon=":material/arrow_back:")


def _of_file(file: str, tips: list[Problem]) -> str:
    told = "".join(f"<li>{escape(no_break(f'Ligne {tip.line} : {tip.what} → {tip.cure}'))}</li>" for tip in tips)
    count = "1 conseil" if len(tips) == 1 else f"{len(tips)} conseils"
    return f"<details><summary>{escape(no_break(f'{file} : {count}'))}</summary><ul class='problemes'>{told}</ul></details>"
