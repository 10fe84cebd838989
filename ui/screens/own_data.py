"""« Mes données », for the learner: what is kept, in plain words; correct the first name, take it away, erase it."""

from __future__ import annotations

from html import escape

import streamlit as st

from progress_db import erasing, own_data, people, place
from progress_db.errors import BadName
from ui import parts, session
from ui.session import Session
from workshops.la_coop import GENDERS, STATUSES

WORD = "effacer"


def show(me: Session, pages: dict) -> None:
    parts.title("Mes données", body="" if me.role == "guest" else _kept(me))
    parts.message()
    if me.role == "guest":
        st.markdown("Vous essayez sans compte. Rien n’est gardé quand vous partez.")
    else:
        parts.to_print(("/mes-donnees.json", "Emporter tout, dans un fichier"))
        with st.expander("Corriger mon prénom"), st.form("prenom", border=False):
            st.text_input("Mon prénom ou mon surnom", value=me.name, key="mon-prenom", max_chars=80, autocomplete="off")
            st.form_submit_button("Enregistrer", on_click=session.acting(_rename, only="learner"))
        with st.expander("Effacer mon compte"), st.form("effacer", border=False):
            st.markdown("Tout est effacé : votre prénom, votre carte, votre travail. Cela ne se défait pas.")
            st.text_input(f"Pour confirmer, écrivez : {WORD}", key="mot-effacer", autocomplete="off")
            st.form_submit_button("Effacer mon compte", on_click=session.acting(_erase, only="learner"))
    st.html(
        "<p class='feuilles'><a class='feuille' href='/vos-donnees' target='_self'>Pourquoi, combien de temps, et vos droits</a></p>"
    )
    st.page_link(pages["carnet"], label="Mon carnet", icon=":material/arrow_back:")


def _kept(me: Session) -> str:
    kept = own_data.everything(me.db, me.who, me.who)
    told = kept["pour_le_bilan"]
    facts = [
        str(told["annee_de_naissance"] or ""),
        told["commune"],
        GENDERS.get(told["genre"], ""),
        STATUSES.get(told["statut"], ""),
    ]
    lines = [
        f"Votre prénom ou surnom : {kept['prenom']}.",
        f"Votre travail : leçons, réponses, entraînements ({len(kept['ce_qui_est_arrive'])} en tout), pour reprendre où vous en étiez.",
        f"Vos ateliers : {len(kept['ateliers'])}. Vos groupes : {', '.join(kept['groupes']) or 'aucun'}.",
        f"Pour le bilan : {', '.join(one for one in facts if one) or 'rien'}.",
    ]
    here = place.place(me.db)
    if here and here.controller:
        asks = f" Une question ? {here.dpo_contact}" if here.dpo_contact else ""
        lines.append(f"C’est {here.controller} qui garde ces données. Rien ne part ailleurs.{asks}")
    return f"<ul class='ecran'>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"


def _rename(me: Session) -> str:
    try:
        people.rename(me.db, me.who, session.value("mon-prenom") or "")
    except BadName as problem:
        session.say(problem.message, "problem")
        return ""
    return "Votre prénom est enregistré."


def _erase(me: Session) -> str:
    if (session.value("mot-effacer") or "").strip().casefold() != WORD:
        session.say(f"Rien n’est effacé. Pour confirmer, écrivez le mot : {WORD}", "problem")
        return ""
    erasing.erase(me.db, me.memory.folder, me.who, me.who, me.now)
    return ""
