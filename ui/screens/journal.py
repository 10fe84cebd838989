"""The journal, for the counsellor: who looked at, exported, printed or erased people's data, and when. Never the content."""

from __future__ import annotations

from html import escape

import streamlit as st

from progress_db import acts, counsellors, people
from ui import parts
from ui.session import Session

PAGE = 50
WORDS = {
    acts.VIEW: "a consulté", acts.CHANGE: "a corrigé la fiche de", acts.EXPORT: "a exporté", acts.PRINT: "a imprimé", acts.ADD: "a ajouté",
    acts.IMPORT: "a ajouté une liste", acts.UNLOCK: "a rouvert la carte de", acts.CODE: "a donné un nouveau code à",
    acts.CARD: "a changé la carte de", acts.BIN: "a retiré", acts.BACK: "a remis", acts.MERGE: "a réuni deux fiches :",
    acts.KEEP: "a choisi de garder", acts.NOTICE: "prévient : bientôt effacée,", acts.ERASE: "a effacé",
    acts.PURGE: "a effacé, après la durée choisie,", acts.PLACE: "a changé les réglages du lieu", acts.ACCOUNT: "a changé un compte :",
    acts.RESTORE: "a remis une sauvegarde",
}  # fmt: skip


def show(me: Session, pages: dict) -> None:
    parts.title("Le journal", listen=False)
    st.markdown("Qui a fait quoi, et quand. Jamais ce qui a été lu ou écrit. Gardé six mois ; les effacements, trois ans.")
    page = me.number("page", 1, 999)
    found = acts.recent(me.db, me.who, PAGE + 1, (page - 1) * PAGE)
    names = {one.id: one.name for one in counsellors.counsellors(me.db)} | {one.id: one.name for one in people.learners(me.db)}
    rows = "".join(_row(me, one, names) for one in found[:PAGE])
    if rows:
        head = "".join(f"<th scope='col'>{title}</th>" for title in ("Quand", "Qui", "Quoi"))
        st.html(f"<table class='personnes'><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>")
    else:
        st.markdown("Rien pour le moment.")
    if len(found) > PAGE:
        st.page_link(pages["journal"], label="Plus ancien", query_params={"page": str(page + 1)})
    if page > 1:
        st.page_link(pages["journal"], label="Plus récent", query_params={"page": str(page - 1)})
    st.page_link(pages["donnees-du-lieu"], label="Les données des personnes", icon=":material/arrow_back:")


def _row(me: Session, one: acts.Act, names: dict[str, str]) -> str:
    who = names.get(one.who) or ("Un ancien compte" if one.who else "Pas à pas")
    gone = "une personne effacée" if one.what in (*acts.GONE_FOR_GOOD, acts.NOTICE) else ""
    about = names.get(one.about, gone) if one.about else ""
    what = " ".join(part for part in (WORDS[one.what], about, f"({one.detail})" if one.detail else "") if part)
    return f"<tr><td>{escape(parts.moment(one.at, me.now))}</td><th scope='row'>{escape(who)}</th><td>{escape(what)}</td></tr>"
