"""The tuned empty page: what Streamlit alone costs for an answer and a next question (after shared notes/performance.md §2)."""

import gc

import streamlit as st


@st.cache_resource
def freeze() -> int:
    gc.collect()
    gc.freeze()
    return gc.get_freeze_count()


freeze()
st.title("Question")
for i in range(4):
    st.write(f"Paragraphe {i} : " + "Une phrase courte, comme dans une leçon. " * 4)
st.progress(0.4, text="Avancement")
with st.form("f"):
    st.radio("Votre réponse", ["A", "B", "C", "D"])
    st.form_submit_button("Valider")
st.button("Précédent")
st.button("Suivant")
