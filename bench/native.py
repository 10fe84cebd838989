"""A native button in a fragment of its own, and a text that it changes: the least that a click can cost in Streamlit."""

import streamlit as st


@st.fragment
def page() -> None:
    st.session_state.n = st.session_state.get("n", 0) + st.button("Suivant")
    st.text(f"tour {st.session_state.n}")


page()
