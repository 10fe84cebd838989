"""The author files, for the counsellor: what must be corrected, where, and what to type; facts without a source, facts to check again;
then advice, file by file."""

from __future__ import annotations

from html import escape
from itertools import groupby

import streamlit as st

from learning.typography import no_break
from library.advice import advice
from library.errors import Problem
from library.support import dated, to_check_again, unsupported
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
    _facts(me)
    if tips:
        st.header("Conseils", anchor=False)
        st.html("".join(_of_file(file, list(told)) for file, told in groupby(tips, key=lambda tip: tip.file)))
    st.page_link(pages["conseiller"], label="Espace conseiller", icon=":material/arrow_back:")


def _facts(me: Session) -> None:
    """What nothing supports, and what was last checked more than a year ago."""
    st.header("Les faits", anchor=False)
    lacking, old = unsupported(me.shelf), to_check_again(me.shelf, me.now.date())
    if lacking:
        st.markdown("Ces textes disent un numéro, une adresse, un prix ou un droit sans en donner la source.")
        st.html(f"<ul class='problemes'>{''.join(f'<li>{escape(str(p))}</li>' for p in lacking)}</ul>")
    if not old:
        count = len(list(dated(me.shelf)))
        st.markdown(
            f"{count} faits ont une date de vérification. Aucun n’a plus d’un an."
            if count
            else "Aucun fait n’a de date de vérification."
        )
        return
    st.markdown("Ces faits ont été vérifiés il y a plus d’un an. Relisez leur source, puis changez la date dans `facts/`.")
    rows = "".join(
        f"<li>{one.checked:%d/%m/%Y} : {escape(one.text)} Source : {escape(one.source)} (facts/{escape(ref)}.md, ligne {one.line})</li>"
        for ref, one in old
    )
    st.html(f"<ul class='problemes'>{no_break(rows)}</ul>")


def _of_file(file: str, tips: list[Problem]) -> str:
    told = "".join(f"<li>{escape(no_break(f'Ligne {tip.line} : {tip.what} → {tip.cure}'))}</li>" for tip in tips)
    count = "1 conseil" if len(tips) == 1 else f"{len(tips)} conseils"
    return f"<details><summary>{escape(no_break(f'{file} : {count}'))}</summary><ul class='problemes'>{told}</ul></details>"
