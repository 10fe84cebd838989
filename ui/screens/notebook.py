"""« Mon carnet »: what I know, and why."""

from __future__ import annotations

from html import escape

import streamlit as st

from learning.evidence import reasons
from learning.words import MODULES
from ui import parts
from ui.session import Session
from ui.tasks import modules


def show(me: Session, pages: dict) -> None:
    parts.title("Mon carnet")
    parts.message()
    blocks = []
    for module in me.shelf.modules:
        if not module.lessons:
            continue
        rows = "".join(_skill(me, lesson) for lesson in module.lessons)
        begun = any(me.progress.skill(lesson.ref).last_seen for lesson in module.lessons)
        count = f"{len(module.lessons)} compétences à découvrir"
        body = (
            f"<ul class='carnet'>{rows}</ul>"
            if begun
            else f"<details><summary>{count}</summary><ul class='carnet'>{rows}</ul></details>"
        )
        blocks.append(f"<h2>{escape(module.title)}</h2>{body}")
    st.html("".join(blocks))
    own = [("/carnet.pdf", "Imprimer mon carnet")]
    if me.role == "learner":  # a guest is forgotten the same day: nothing is ever done on two days
        own.append(("/attestation.pdf", "Mon attestation"))
    parts.to_print(*own)
    for module in modules(me):
        if not any(skill.last_seen for ref, skill in me.progress.skills.items() if ref.startswith(module + "/")):
            continue  # its own page offers it
        again = any(skill.placed for ref, skill in me.progress.skills.items() if ref.startswith(module + "/"))
        label = "Refaire le point" if again else "Faire le point"
        st.page_link(
            pages["point"], label=f"{label} : {MODULES[module]}", query_params={"module": module}, icon=":material/explore:"
        )
        if again:
            st.page_link(
                pages["parcours"],
                label=f"Mon parcours : {MODULES[module]}",
                query_params={"module": module},
                icon=":material/list:",
            )
    st.page_link(pages["mes-donnees"], label="Mes données : voir, corriger, effacer")
    with parts.main_action():
        st.page_link(pages[""], label="Continuer mon parcours", icon=":material/arrow_forward:", width="stretch")


def _skill(me: Session, lesson) -> str:
    skill = me.progress.skill(lesson.ref)
    why = "".join(f"<li>{escape(line)}</li>" for line in reasons(skill, me.now))
    return (
        f"<li><p><strong>{escape(lesson.objective)}</strong></p><p class='niveau niveau-{int(skill.level)}'>{skill.level.learner}</p>"
        f"<details><summary>Pourquoi ?</summary><ul>{why}</ul></details></li>"
    )
