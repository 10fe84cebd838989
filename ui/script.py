"""The Streamlit script. The run itself is a function of a module: what a script holds by name stays in memory as long as its pages do."""

import streamlit as st

from ui import one_run

st.set_page_config(page_title="Pas à pas", layout="wide", initial_sidebar_state="collapsed")
one_run.draw()
