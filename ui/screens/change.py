"""What a workshop changed: where those who came stood on its lessons before, at the end, and today."""

from __future__ import annotations

from html import escape

import streamlit as st

from progress_db import log, people, workshops
from ui import parts, session
from ui.session import Session
from workshops.follow_up import before_and_after, in_words


def show(me: Session, pages: dict) -> None:
    one = workshops.one(me.db, session.here("id", ""))
    if one is None or one.opened_at is None:
        return parts.lost(pages)
    parts.title("Avant et après", listen=False, above=one.title)
    here = {person.id for person in people.learners(me.db)}
    histories = [log.history(me.db, who) for who in one.came if who in here]
    lessons = [p.lesson for p in one.lessons if me.shelf.lesson(p.lesson)]
    if not histories or not lessons:
        st.markdown("Il faut au moins une leçon proposée, et une personne venue.")
    else:
        changes = before_and_after(histories, lessons, one.opened_at, one.closed_at or me.now)
        st.markdown("Combien de personnes, à chaque niveau. Les personnes effacées depuis n’y sont plus.")
        head = "".join(f"<th scope='col'>{title}</th>" for title in ("Leçon", "Avant", "À la fin", "Aujourd’hui"))
        rows = "".join(
            f"<tr><th scope='row'>{escape(me.shelf.lesson(c.lesson).title)}</th><td>{in_words(c.before)}</td><td>{in_words(c.after)}</td>"
            f"<td>{in_words(c.today)}</td></tr>" for c in changes
        )  # fmt: skip
        st.html(f"<table class='personnes'><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>")
    st.page_link(pages["carte"], label="La carte de ces personnes", query_params={"atelier": one.id})
    st.page_link(pages["atelier"], label=one.title, query_params={"id": one.id}, icon=":material/arrow_back:")
